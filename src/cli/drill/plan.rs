use std::time::Duration;

use super::DrillArgs;
use crate::sandbox::{FaultMode, FaultOrder, FaultTarget};

/// Longest time for one request to the AI provider in a drill, in seconds.
pub(super) const AI_TIMEOUT_SECS: u64 = 3;
/// How long a slow answer takes: longer than what counts as slow, shorter than what is given up.
const SLOW: Duration = Duration::from_millis(2_200);

/// What a drill does.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// Its name on the command line.
    pub(super) name: &'static str,
    /// What goes wrong.
    pub(super) fault: Fault,
    /// Whether the sandbox's chat API judges, rather than the local rules.
    pub(super) ai: bool,
    /// What shows that what fails is left alone; none where it cannot be.
    pub(super) opens: Option<Opens>,
    /// Most calls that may be wasted, for each job that can run at the same time; none where
    /// nothing is called in vain.
    pub(super) wasted_for_each: Option<u64>,
    /// Longest time from the end of the fault until all is as before.
    pub(super) recovers_within: Duration,
}

/// What shows, to all processes, that what fails is left alone.
#[derive(Debug, Clone, Copy)]
pub(super) enum Opens {
    /// The circuit breaker of this name opens.
    Breaker(&'static str),
    /// Reddit's rate limit is known to be used up.
    Window,
}

/// What goes wrong.
#[derive(Debug, Clone)]
pub(super) enum Fault {
    /// The sandbox fails.
    Sandbox(FaultOrder),
    /// Redis is killed.
    Redis,
}

impl Fault {
    /// Whose answers show that it is over.
    pub(super) fn target(&self) -> Option<FaultTarget> {
        match self {
            Self::Sandbox(order) => Some(order.target),
            Self::Redis => None,
        }
    }

    /// In words.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Sandbox(order) => format!("{} answers with {}", order.target, order.mode),
            Self::Redis => "Redis is killed".to_owned(),
        }
    }
}

impl Plan {
    pub(super) fn ai_outage(args: &DrillArgs) -> Self {
        let order = FaultOrder::new(FaultTarget::Ai, FaultMode::Unavailable, args.lasting);
        Self { name: "ai-outage", fault: Fault::Sandbox(order), ..Self::of_ai() }
    }

    pub(super) fn slow_ai(args: &DrillArgs) -> Self {
        let order = FaultOrder::new(FaultTarget::Ai, FaultMode::Slow, args.lasting);
        let delay_ms = u64::try_from(SLOW.as_millis()).unwrap_or(u64::MAX);
        let fault = Fault::Sandbox(FaultOrder { delay_ms, ..order });
        Self { name: "slow-ai", fault, ..Self::of_ai() }
    }

    fn of_ai() -> Self {
        Self {
            name: "",
            fault: Fault::Redis,
            ai: true,
            opens: Some(Opens::Breaker("ai:sandbox")),
            wasted_for_each: Some(6),
            recovers_within: Duration::from_secs(5),
        }
    }

    pub(super) fn reddit_429(args: &DrillArgs) -> Self {
        let order = FaultOrder::new(FaultTarget::Reddit, FaultMode::TooMany, args.lasting);
        Self {
            name: "reddit-429",
            fault: Fault::Sandbox(order),
            ai: false,
            opens: Some(Opens::Window),
            wasted_for_each: Some(2),
            recovers_within: Duration::from_secs(5),
        }
    }

    pub(super) fn redis_loss() -> Self {
        Self {
            name: "redis-loss",
            fault: Fault::Redis,
            ai: false,
            opens: None,
            wasted_for_each: None,
            recovers_within: Duration::from_secs(15),
        }
    }
}
