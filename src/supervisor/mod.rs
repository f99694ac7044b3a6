//! Starts, watches, restarts and drains the API, worker and sandbox processes.
//!
//! - [`child`]: one process slot: start, watch, restart with backoff, stop
//! - [`lifeline`]: how a child learns that its supervisor is gone, even by `kill -9`
//! - [`lock`]: one supervisor for each data directory
//! - [`signals`]: SIGINT and SIGTERM as a token
//! - [`sockets`]: listening sockets opened here and handed down

mod child;
pub mod lifeline;
mod lock;
pub mod signals;
pub mod sockets;

pub use child::{ChildSpec, Event, Supervisor};
pub use lock::{DataDirLock, FileLock, LockError};
