//! Where Reddit sends a user back to: a page on this machine, until somebody has come.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::get;
use secrecy::SecretString;
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::cli::exit::{CliError, Exit};

/// Where the page is.
const PATH: &str = "/callback";
/// Longest code that is taken, in characters.
const MAX_CODE: usize = 1_000;

/// The page, before anybody has come.
pub(super) struct Loopback {
    listener: TcpListener,
    /// The page's address.
    pub(super) redirect_uri: String,
}

/// What Reddit sends a user back with.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    state: String,
    code: Option<SecretString>,
    error: Option<String>,
}

/// What came of it: a code, or Reddit's word for why there is none.
type Came = Result<SecretString, String>;

#[derive(Clone)]
struct Waiting {
    state: Arc<str>,
    came: Arc<Mutex<Option<oneshot::Sender<Came>>>>,
}

impl Loopback {
    /// Listens on this port of 127.0.0.1; 0 takes a free one.
    ///
    /// # Errors
    /// Refused, where another program listens there.
    pub(super) async fn on(port: u16) -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| {
            CliError::refused(format!("127.0.0.1:{port} cannot be listened on: {error}")).hint(
                "choose another --port, and set it in the app's redirect uri on Reddit as well",
            )
        })?;
        let redirect_uri = format!("http://{}{PATH}", listener.local_addr()?);
        Ok(Self { listener, redirect_uri })
    }

    /// Waits for the user whom Reddit sends back with `state`, and gives the code. Others who come
    /// are turned away.
    ///
    /// # Errors
    /// The user did not allow it (refused), or did not come in time.
    pub(super) async fn code(
        self,
        state: &str,
        patience: Duration,
    ) -> anyhow::Result<SecretString> {
        let (came, coming) = oneshot::channel();
        let waiting = Waiting { state: state.into(), came: Arc::new(Mutex::new(Some(came))) };
        let app = Router::new().route(PATH, get(page)).with_state(waiting);
        let (stop, stopped) = oneshot::channel::<()>();
        let server = axum::serve(self.listener, app).with_graceful_shutdown(async {
            let _ = stopped.await;
        });
        // The page is to be seen before the program ends.
        let serving = tokio::spawn(server.into_future());
        let came = tokio::time::timeout(patience, coming).await;
        let _ = stop.send(());
        let _ = tokio::time::timeout(Duration::from_secs(1), serving).await;
        match came {
            Ok(Ok(Ok(code))) => Ok(code),
            Ok(Ok(Err(why))) if why == "access_denied" => {
                Err(CliError::refused("the user did not allow it").into())
            }
            Ok(Ok(Err(why))) => {
                let message = format!("Reddit did not ask the user: {why}");
                let hint = "the app on Reddit must have the redirect uri that is in the address";
                Err(CliError::new(Exit::Failed, message).hint(hint).into())
            }
            _ => {
                let message =
                    format!("nobody came back from Reddit within {} s", patience.as_secs());
                Err(CliError::new(Exit::TimedOut, message).into())
            }
        }
    }
}

async fn page(
    State(waiting): State<Waiting>,
    Query(answer): Query<Answer>,
) -> (StatusCode, &'static str) {
    if answer.state != *waiting.state {
        return (StatusCode::BAD_REQUEST, "leadctl: this is not what was asked for\n");
    }
    let came = match (answer.code, answer.error) {
        (_, Some(error)) => {
            let word = error.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_');
            Err(word.take(60).collect())
        }
        (Some(code), None) if is_code(&code) => Ok(code),
        _ => return (StatusCode::BAD_REQUEST, "leadctl: there is no code\n"),
    };
    let text = match came {
        Ok(_) => "leadctl: thank you. You can close this page.\n",
        Err(_) => "leadctl: it was not allowed. You can close this page.\n",
    };
    let sender = waiting.came.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(sender) = sender {
        let _ = sender.send(came);
    }
    (StatusCode::OK, text)
}

fn is_code(code: &SecretString) -> bool {
    use secrecy::ExposeSecret;

    let code = code.expose_secret();
    !code.is_empty() && code.len() <= MAX_CODE
}
