use std::io;
use std::path::Path;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::unix::OwnedWriteHalf;
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::socket::ControlSocket;
use super::{Answer, Code, Request};
use crate::supervisor::{FleetError, Step, Supervisor};

/// Longest request, in bytes.
const LONGEST: u64 = 16 * 1024;
/// Longest wait for a request.
const PATIENCE: Duration = Duration::from_secs(5);
/// Longest time that a request may ask for.
const MOST_TIME: Duration = Duration::from_secs(24 * 3600);
/// Wait after a connection could not be taken.
const PAUSE: Duration = Duration::from_millis(200);

/// Answers on the control socket until it is dropped.
#[derive(Debug)]
pub struct ControlServer {
    task: JoinHandle<()>,
    _socket: ControlSocket,
}

impl ControlServer {
    /// Opens the socket in `dir`, whose lock the caller holds, and answers for `supervisor`.
    ///
    /// # Errors
    /// The socket cannot be opened.
    pub fn start(dir: &Path, supervisor: Supervisor) -> io::Result<Self> {
        let socket = ControlSocket::open(dir)?;
        let listener = UnixListener::from_std(socket.listener.try_clone()?)?;
        let task = tokio::spawn(async move {
            loop {
                match listener.accept().await {
                    Ok((stream, _)) => drop(tokio::spawn(answer(stream, supervisor.clone()))),
                    Err(error) => {
                        tracing::warn!(%error, "a control connection could not be taken");
                        tokio::time::sleep(PAUSE).await;
                    }
                }
            }
        });
        Ok(Self { task, _socket: socket })
    }
}

impl Drop for ControlServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(stream: UnixStream, supervisor: Supervisor) {
    let (read, mut write) = stream.into_split();
    let mut line = String::new();
    let mut limited = BufReader::new(read.take(LONGEST));
    let request = match tokio::time::timeout(PATIENCE, limited.read_line(&mut line)).await {
        Ok(Ok(1..)) => serde_json::from_str(&line).map_err(|error| error.to_string()),
        Ok(_) => return,
        Err(_) => Err("no request came".to_owned()),
    };
    let last = match request {
        Ok(request) => carry_out(&supervisor, request, &mut write).await,
        Err(message) => Answer::Failed { code: Code::Invalid, message },
    };
    // Who is gone need not be told.
    let _ = say(&mut write, &last).await;
}

/// Does what is asked, telling each step as it is done; gives the last answer.
async fn carry_out(
    supervisor: &Supervisor,
    request: Request,
    write: &mut OwnedWriteHalf,
) -> Answer {
    let (tell, mut steps) = mpsc::unbounded_channel::<Step>();
    let told = move |step| {
        // The receiver lives as long as the change.
        let _ = tell.send(step);
    };
    let change = async move {
        match request {
            Request::List => Ok(()),
            Request::Restart { only, timeout_ms } => {
                supervisor.restart(only, span(timeout_ms), told).await
            }
            Request::Scale { kind, count, timeout_ms } => {
                supervisor.scale(kind, count, span(timeout_ms), told).await
            }
        }
    };
    let telling = async {
        while let Some(step) = steps.recv().await {
            let _ = say(write, &Answer::Step(step)).await;
        }
    };
    let (changed, ()) = tokio::join!(change, telling);
    finish(supervisor, changed)
}

fn finish(supervisor: &Supervisor, changed: Result<(), FleetError>) -> Answer {
    match changed {
        Ok(()) => Answer::Done { processes: supervisor.list() },
        Err(error) => Answer::Failed { code: Code::from(&error), message: error.to_string() },
    }
}

fn span(ms: u64) -> Duration {
    Duration::from_millis(ms).min(MOST_TIME)
}

async fn say(write: &mut OwnedWriteHalf, answer: &Answer) -> io::Result<()> {
    let mut line = serde_json::to_string(answer)?;
    line.push('\n');
    write.write_all(line.as_bytes()).await
}
