//! Takes connections and answers them until told to stop, and then so that no client notices.
//!
//! Beyond what `axum::serve` does: a connection that was taken but not yet read, and one that was
//! kept alive and is used again just now, is answered after the stop too, with `Connection: close`.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request, header};
use futures::FutureExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// How long a kept-alive connection may be without a request once the stop has begun. Busy clients
/// send the next one within this time, and are told with its answer to go elsewhere.
pub(super) const LINGER: Duration = Duration::from_secs(2);
/// Longest wait for a request and its headers on a connection; as in nginx.
const HEADER_TIMEOUT: Duration = Duration::from_secs(75);
/// Wait after a connection could not be taken, mostly for want of file descriptors.
const PAUSE: Duration = Duration::from_millis(200);
/// Connections taken after the stop that the kernel holds already.
const BACKLOG: usize = 4096;

/// Answers connections until `stop`, then finishes what there is. Dropping it cuts off what is left.
pub(super) async fn serve(
    listener: TcpListener,
    app: Router,
    stop: CancellationToken,
    linger: Duration,
) {
    let mut connections = JoinSet::new();
    let answer = |(stream, peer)| answer(stream, peer, app.clone(), stop.clone(), linger);
    loop {
        tokio::select! {
            biased;
            () = stop.cancelled() => break,
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
            taken = listener.accept() => match taken {
                Ok(taken) => drop(connections.spawn(answer(taken))),
                Err(error) if is_of_the_peer(&error) => {}
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(PAUSE).await;
                }
            },
        }
    }
    // Nobody else may be listening on this socket: what waits in it is ours.
    for _ in 0..BACKLOG {
        match listener.accept().now_or_never() {
            Some(Ok(taken)) => drop(connections.spawn(answer(taken))),
            _ => break,
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

fn is_of_the_peer(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Answers the requests of one connection.
async fn answer(
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
    stop: CancellationToken,
    linger: Duration,
) {
    // Answers are small and whole; the last packet must not wait for the client's acknowledgement.
    let _ = stream.set_nodelay(true);
    let activity = Arc::new(Activity::begun());
    let service = service_fn({
        let (activity, stop) = (Arc::clone(&activity), stop.clone());
        move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            let (app, stop) = (app.clone(), stop.clone());
            let busy = activity.busy();
            async move {
                let mut response = app.oneshot(request).await?;
                if stop.is_cancelled() {
                    let close = HeaderValue::from_static("close");
                    response.headers_mut().insert(header::CONNECTION, close);
                }
                drop(busy);
                Ok::<_, Infallible>(response)
            }
        }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEADER_TIMEOUT);
    let connection = http.serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    tokio::select! {
        biased;
        ended = connection.as_mut() => return log(ended),
        () = stop.cancelled() => {}
    }
    while let Some(until) = activity.may_idle_until(linger) {
        tokio::select! {
            // First, so that a request that has come just now is read.
            biased;
            ended = connection.as_mut() => return log(ended),
            () = tokio::time::sleep_until(until) => {}
        }
    }
    connection.as_mut().graceful_shutdown();
    log(connection.await);
}

fn log(ended: hyper::Result<()>) {
    // A client that goes away is no matter of ours.
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}

/// When a connection was last used.
struct Activity(Mutex<Use>);

#[derive(Clone, Copy)]
enum Use {
    /// A request is being answered.
    Now,
    /// Not since then.
    Idle(Instant),
}

impl Activity {
    fn begun() -> Self {
        Self(Mutex::new(Use::Idle(Instant::now())))
    }

    /// A request has come; it is answered when this is dropped.
    fn busy(self: &Arc<Self>) -> Busy {
        self.set(Use::Now);
        Busy(Arc::clone(self))
    }

    /// Until when it may go on without a request; `None` when that time has passed.
    fn may_idle_until(&self, linger: Duration) -> Option<Instant> {
        let now = Instant::now();
        match *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            Use::Now => Some(now + linger),
            Use::Idle(since) => Some(since + linger).filter(|until| *until > now),
        }
    }

    fn set(&self, now: Use) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

struct Busy(Arc<Activity>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.set(Use::Idle(Instant::now()));
    }
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::Notify;
    use tokio::task::JoinHandle;

    use super::*;

    const LONG: Duration = Duration::from_secs(60);
    const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nhost: here\r\n\r\n";

    struct Server {
        address: SocketAddr,
        stop: CancellationToken,
        task: JoinHandle<()>,
    }

    impl Server {
        async fn start(app: Router, linger: Duration) -> Self {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = listener.local_addr().expect("an address");
            let stop = CancellationToken::new();
            let task = tokio::spawn(serve(listener, app, stop.clone(), linger));
            Self { address, stop, task }
        }

        async fn connect(&self) -> TcpStream {
            TcpStream::connect(self.address).await.expect("connected")
        }
    }

    fn hello() -> Router {
        Router::new().route("/", get(|| async { "hello" }))
    }

    /// Reads one answer, as far as its body goes.
    async fn read(stream: &mut TcpStream) -> String {
        let mut read = Vec::new();
        let mut buffer = [0; 1024];
        while !read.ends_with(b"hello") {
            let n = stream.read(&mut buffer).await.expect("readable");
            assert!(n > 0, "cut off after {:?}", String::from_utf8_lossy(&read));
            read.extend_from_slice(&buffer[..n]);
        }
        String::from_utf8(read).expect("text").to_ascii_lowercase()
    }

    async fn is_closed(stream: &mut TcpStream) -> bool {
        stream.read(&mut [0; 16]).await.is_ok_and(|n| n == 0)
    }

    #[tokio::test]
    async fn a_kept_alive_connection_is_answered_once_more_and_closed() {
        let server = Server::start(hello(), LONG).await;
        let mut stream = server.connect().await;
        stream.write_all(REQUEST).await.expect("sent");
        assert!(!read(&mut stream).await.contains("connection: close"));
        server.stop.cancel();
        stream.write_all(REQUEST).await.expect("sent");
        let answer = read(&mut stream).await;
        assert!(answer.starts_with("http/1.1 200"), "{answer}");
        assert!(answer.contains("connection: close"), "{answer}");
        assert!(is_closed(&mut stream).await);
        server.task.await.expect("it ends");
    }

    #[tokio::test]
    async fn a_connection_that_has_sent_nothing_yet_is_answered() {
        let server = Server::start(hello(), LONG).await;
        // The second one is taken after the first, which then has been taken as well.
        let mut first = server.connect().await;
        let mut second = server.connect().await;
        second.write_all(REQUEST).await.expect("sent");
        read(&mut second).await;
        server.stop.cancel();
        first.write_all(REQUEST).await.expect("sent");
        assert!(read(&mut first).await.contains("connection: close"));
        drop(second);
        server.task.await.expect("it ends");
    }

    #[tokio::test]
    async fn what_waits_in_the_socket_is_answered() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("set");
        let address = listener.local_addr().expect("an address");
        let mut stream = TcpStream::connect(address).await.expect("connected");
        stream.write_all(REQUEST).await.expect("sent");
        let listener = TcpListener::from_std(listener).expect("a listener");
        // The kernel's word that somebody waits has come.
        tokio::task::yield_now().await;
        let stop = CancellationToken::new();
        let task = tokio::spawn(serve(listener, hello(), stop.clone(), LONG));
        tokio::task::yield_now().await;
        stop.cancel();
        assert!(read(&mut stream).await.starts_with("http/1.1 200"));
        drop(stream);
        task.await.expect("it ends");
    }

    #[tokio::test]
    async fn a_connection_that_is_not_used_is_closed_after_a_while() {
        let server = Server::start(hello(), Duration::from_millis(20)).await;
        let mut stream = server.connect().await;
        stream.write_all(REQUEST).await.expect("sent");
        read(&mut stream).await;
        server.stop.cancel();
        assert!(is_closed(&mut stream).await);
        server.task.await.expect("it ends");
    }

    #[tokio::test]
    async fn a_request_in_flight_is_finished_however_long_it_takes() {
        let (arrived, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let handler = {
            let (arrived, go) = (Arc::clone(&arrived), Arc::clone(&go));
            move || async move {
                arrived.notify_one();
                go.notified().await;
                "hello"
            }
        };
        let app = Router::new().route("/", get(handler));
        let server = Server::start(app, Duration::from_millis(1)).await;
        let mut stream = server.connect().await;
        stream.write_all(REQUEST).await.expect("sent");
        arrived.notified().await;
        server.stop.cancel();
        // Many times the time for which an idle connection is kept.
        tokio::time::sleep(Duration::from_millis(50)).await;
        go.notify_one();
        assert!(read(&mut stream).await.contains("connection: close"));
        assert!(is_closed(&mut stream).await);
        server.task.await.expect("it ends");
    }
}
