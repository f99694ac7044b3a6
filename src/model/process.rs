use std::collections::BTreeMap;

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
    /// The same where it is another for a queue than `concurrency`, by queue.
    #[serde(default)]
    pub slots: BTreeMap<String, u32>,
    /// Jobs being worked on now, as `queue/id`.
    pub active_jobs: Vec<String>,
    /// It has been told to stop and is finishing what it has.
    pub draining: bool,
}

impl ProcessInfo {
    /// Most jobs of a queue at the same time; 0 where it does not work on it.
    pub fn slots_of(&self, queue: &str) -> u32 {
        if !self.queues.iter().any(|own| own == queue) {
            return 0;
        }
        self.slots.get(queue).copied().unwrap_or(self.concurrency)
    }

    /// Most jobs at the same time, over all of its queues.
    pub fn all_slots(&self) -> u64 {
        self.queues.iter().map(|queue| u64::from(self.slots_of(queue))).sum()
    }
}
