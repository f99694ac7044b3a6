use std::io;
use std::path::Path;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::UnixStream;

use super::{Answer, Code, Request, socket};
use crate::supervisor::{ChildState, Step};

/// Why a supervisor has not done what it was asked for.
#[derive(Debug, thiserror::Error)]
pub enum ControlError {
    /// No supervisor runs on the data directory.
    #[error("no `leadctl up` is running on {0}")]
    NotRunning(String),
    /// It said no, or could not.
    #[error("{message}")]
    Refused {
        /// Why, for programs.
        code: Code,
        /// Why, for people.
        message: String,
    },
    /// It did not answer in time.
    #[error("the supervisor did not answer within {} s", .0.as_secs())]
    Silent(Duration),
    /// What came was no answer.
    #[error("the supervisor's answer was not understood: {0}")]
    Odd(#[from] serde_json::Error),
    /// It went away, or the socket cannot be used.
    #[error("the supervisor cannot be asked: {0}")]
    Io(#[from] io::Error),
}

/// Asks the supervisor that runs on `dir`, telling each step as it is done, and gives the processes
/// as they are in the end.
///
/// # Errors
/// See [`ControlError`]; `timeout` is the longest time for all of it.
pub async fn ask(
    dir: &Path,
    request: &Request,
    timeout: Duration,
    told: impl FnMut(Step),
) -> Result<Vec<ChildState>, ControlError> {
    let stream = socket::connect(dir).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused => {
            ControlError::NotRunning(dir.display().to_string())
        }
        _ => ControlError::Io(error),
    })?;
    let answered =
        tokio::time::timeout(timeout, talk(UnixStream::from_std(stream)?, request, told));
    answered.await.map_err(|_| ControlError::Silent(timeout))?
}

async fn talk(
    mut stream: UnixStream,
    request: &Request,
    mut told: impl FnMut(Step),
) -> Result<Vec<ChildState>, ControlError> {
    let mut line = serde_json::to_string(request)?;
    line.push('\n');
    stream.write_all(line.as_bytes()).await?;
    let mut lines = BufReader::new(stream).lines();
    while let Some(line) = lines.next_line().await? {
        match serde_json::from_str(&line)? {
            Answer::Step(step) => told(step),
            Answer::Done { processes } => return Ok(processes),
            Answer::Failed { code, message } => {
                return Err(ControlError::Refused { code, message });
            }
        }
    }
    Err(io::Error::new(io::ErrorKind::UnexpectedEof, "it has ended").into())
}
