//! Starts, watches, restarts, replaces and drains the API, worker and sandbox processes.
//!
//! - [`fleet`]: all processes: start, list, rolling restart, more or fewer, stop
//! - [`slot`]: one process slot: watch, restart with backoff, replace, stop
//! - [`spawn`]: one process: its program, descriptors and variables
//! - [`control`]: how other processes of this user ask for all that
//! - [`lifeline`]: how a child learns that its supervisor is gone, even by `kill -9`
//! - [`log`]: what they say, passed on and kept in a file
//! - [`lock`]: one supervisor for each data directory
//! - [`notify`]: how a process tells who started it that it is ready, stops, is alive
//! - [`signals`]: SIGINT and SIGTERM as a token
//! - [`sockets`]: listening sockets opened here and handed down

pub mod control;
mod fleet;
pub mod lifeline;
mod lock;
mod log;
pub mod notify;
pub mod signals;
mod slot;
pub mod sockets;
mod spawn;

pub use fleet::{ChildState, FleetError, MOST, Step, Supervisor};
pub use lock::{DataDirLock, FileLock, LockError};
pub use log::{LOG_FILE, Log, LogLine, Tail};
pub use slot::Event;
pub use spawn::{ChildKind, ChildSpec};
