//! How other processes of this user ask a running supervisor for its children, a rolling restart,
//! more or fewer of them: one JSON object a line over `control.sock` in the data directory.
//!
//! The client sends one [`Request`] and closes nothing; the supervisor answers with any number of
//! [`Answer::Step`] and one of the others, which is the last. What was begun goes on where the
//! client goes away.
//!
//! ```text
//! > {"do":"restart","only":"worker","timeout_ms":60000}
//! < {"answer":"step","step":"replacing","name":"worker 1"}
//! < {"answer":"step","step":"replaced","name":"worker 1","old":4711,"new":4812,"took_ms":840}
//! < {"answer":"done","processes":[…]}
//! ```

mod client;
mod server;
mod socket;

use serde::{Deserialize, Serialize};

use super::{ChildKind, ChildState, FleetError, Step};

pub use client::{ControlError, ask};
pub use server::ControlServer;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Request {
    /// Which processes there are.
    List,
    /// Replace processes one at a time.
    Restart {
        /// Only those of this kind; API and workers where absent.
        only: Option<ChildKind>,
        /// Longest time for all of them, in milliseconds.
        timeout_ms: u64,
    },
    /// Have so many processes of a kind.
    Scale {
        /// Of which kind.
        kind: ChildKind,
        /// How many.
        count: u16,
        /// Longest time for all of them, in milliseconds.
        timeout_ms: u64,
    },
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Something was done; more follows.
    Step(Step),
    /// All is done.
    Done {
        /// The processes as they are now.
        processes: Vec<ChildState>,
    },
    /// It was not done, or not all of it.
    Failed {
        /// Why, for programs.
        code: Code,
        /// Why, for people.
        message: String,
    },
}

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Another change is going on.
    Busy,
    /// There is nothing of the kind.
    NotFound,
    /// The request is not understood, or asks for what cannot be.
    Invalid,
    /// The time was up.
    TimedOut,
    /// A process did not come up.
    Failed,
}

impl From<&FleetError> for Code {
    fn from(error: &FleetError) -> Self {
        match error {
            FleetError::Busy => Self::Busy,
            FleetError::None(_) => Self::NotFound,
            FleetError::Invalid(_) => Self::Invalid,
            FleetError::TimedOut { .. } => Self::TimedOut,
            FleetError::Failed { .. } => Self::Failed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_and_answers_are_as_documented() {
        let request = r#"{"do":"restart","only":"worker","timeout_ms":60000}"#;
        let meant = Request::Restart { only: Some(ChildKind::Worker), timeout_ms: 60_000 };
        assert_eq!(serde_json::from_str::<Request>(request).expect("a request"), meant);
        let step = Step::Replaced { name: "worker 1".into(), old: 4711, new: 4812, took_ms: 840 };
        assert_eq!(
            serde_json::to_string(&Answer::Step(step)).expect("JSON"),
            r#"{"answer":"step","step":"replaced","name":"worker 1","old":4711,"new":4812,"took_ms":840}"#
        );
        let refused = Answer::Failed { code: Code::Busy, message: "later".into() };
        let json = serde_json::to_string(&refused).expect("JSON");
        assert_eq!(serde_json::from_str::<Answer>(&json).expect("an answer"), refused);
    }
}
