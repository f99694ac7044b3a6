//! Ctrl-C for commands that have something to put in order before they end.

use std::io;
use std::sync::Arc;
use std::sync::OnceLock;

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

use super::exit::Exit;

/// Tells that SIGINT or SIGTERM came; a second one ends the process at once.
#[derive(Debug, Clone)]
pub struct Interrupt {
    /// Cancelled by the first signal.
    pub stop: CancellationToken,
    exit: Arc<OnceLock<Exit>>,
}

impl Interrupt {
    /// Listens from now on; the signals' own effect is gone.
    ///
    /// # Errors
    /// The handlers cannot be installed.
    pub fn listen() -> io::Result<Self> {
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut terminate = signal(SignalKind::terminate())?;
        let this = Self { stop: CancellationToken::new(), exit: Arc::default() };
        let told = this.clone();
        tokio::spawn(async move {
            loop {
                let exit = tokio::select! {
                    _ = interrupt.recv() => Exit::Interrupted,
                    _ = terminate.recv() => Exit::Terminated,
                };
                if told.exit.set(exit).is_err() {
                    std::process::exit(exit as i32);
                }
                told.stop.cancel();
            }
        });
        Ok(this)
    }

    /// How the process is to end, once a signal came.
    pub fn exit(&self) -> Option<Exit> {
        self.exit.get().copied()
    }
}
