use serde::{Deserialize, Serialize};

use super::{Timestamp, text_enum};

text_enum! {
    /// What a process of the system does.
    pub enum ProcessKind {
        /// Starts and watches the others (`leadctl up`).
        Supervisor = "supervisor",
        /// Answers HTTP (`leadctl api`).
        Api = "api",
        /// Works on jobs (`leadctl worker`).
        Worker = "worker",
        /// Plays Reddit and the AI provider (`leadctl sandbox`).
        Sandbox = "sandbox",
    }
}

/// What a process says of itself with each heartbeat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProcessInfo {
    /// Unique over all hosts and starts.
    pub id: String,
    /// What it does.
    pub kind: ProcessKind,
    /// The host's name.
    pub host: String,
    /// Process id on that host.
    pub pid: u32,
    /// leadctl's version.
    pub version: String,
    /// When it started.
    pub started_at: Timestamp,
    /// When it last said so.
    pub seen_at: Timestamp,
    /// Where it serves `/metrics`, `/livez` and `/readyz`; absent where it serves none.
    pub http: Option<String>,
    /// The queues it works on; empty for all but workers.
    pub queues: Vec<String>,
    /// Most jobs at the same time for each queue; 0 for all but workers.
    pub concurrency: u32,
    /// Jobs being worked on now, as `queue/id`.
    pub active_jobs: Vec<String>,
    /// It has been told to stop and is finishing what it has.
    pub draining: bool,
}
