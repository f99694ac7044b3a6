//! The places of the dash: where one can be, and how one gets there.

use super::data::JobRef;
use crate::queue::JobState;

/// Where one is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Everything at a glance.
    Overview,
    /// All that is wrong, with what to run.
    Findings,
    /// The queues.
    Queues,
    /// Jobs of a queue.
    Jobs {
        /// The queue.
        queue: String,
        /// In this state, or all.
        state: Option<JobState>,
    },
    /// One job.
    Job(JobRef),
    /// Dead letters by error.
    Letters,
    /// The dead letters of one group.
    Group(String),
    /// The workers.
    Workers,
    /// The circuit breakers.
    Breakers,
    /// One breaker with its history.
    Breaker(String),
    /// The cache.
    Cache,
    /// The newest leads.
    Leads,
    /// One lead.
    Lead(String),
    /// The schedules.
    Schedules,
    /// What happens in the queues.
    Events,
    /// All processes.
    Processes,
    /// What the processes say.
    Logs,
}

/// A kind of place that a key leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// See [`Place::Overview`].
    Overview,
    /// See [`Place::Queues`].
    Queues,
    /// See [`Place::Jobs`].
    Jobs,
    /// See [`Place::Letters`].
    Letters,
    /// See [`Place::Workers`].
    Workers,
    /// See [`Place::Breakers`].
    Breakers,
    /// See [`Place::Cache`].
    Cache,
    /// See [`Place::Leads`].
    Leads,
    /// See [`Place::Schedules`].
    Schedules,
    /// See [`Place::Events`].
    Events,
    /// See [`Place::Processes`].
    Processes,
    /// See [`Place::Logs`].
    Logs,
}

impl View {
    /// All, in the order of their keys.
    pub const ALL: [Self; 12] = [
        Self::Overview,
        Self::Queues,
        Self::Jobs,
        Self::Letters,
        Self::Workers,
        Self::Breakers,
        Self::Cache,
        Self::Leads,
        Self::Schedules,
        Self::Events,
        Self::Processes,
        Self::Logs,
    ];

    /// The key that leads there from everywhere.
    pub fn key(self) -> char {
        match self {
            Self::Overview => '1',
            Self::Queues => '2',
            Self::Jobs => '3',
            Self::Letters => '4',
            Self::Workers => '5',
            Self::Breakers => '6',
            Self::Cache => '7',
            Self::Leads => '8',
            Self::Schedules => '9',
            Self::Events => '0',
            Self::Processes => 'p',
            Self::Logs => 'o',
        }
    }

    /// Its name on a tab.
    pub fn title(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Queues => "Queues",
            Self::Jobs => "Jobs",
            Self::Letters => "Dead letters",
            Self::Workers => "Workers",
            Self::Breakers => "Breakers",
            Self::Cache => "Cache",
            Self::Leads => "Leads",
            Self::Schedules => "Schedules",
            Self::Events => "Events",
            Self::Processes => "Processes",
            Self::Logs => "Logs",
        }
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Letters => "dead-letters",
            Self::Overview => "overview",
            Self::Queues => "queues",
            Self::Jobs => "jobs",
            Self::Workers => "workers",
            Self::Breakers => "breakers",
            Self::Cache => "cache",
            Self::Leads => "leads",
            Self::Schedules => "schedules",
            Self::Events => "events",
            Self::Processes => "processes",
            Self::Logs => "logs",
        }
    }
}

impl std::str::FromStr for View {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|view| view.name() == text);
        known.ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|view| view.name()).collect();
            format!("{text:?} is not one of {}", names.join(", "))
        })
    }
}

impl Place {
    /// The view that this belongs to.
    pub fn view(&self) -> View {
        match self {
            Self::Overview | Self::Findings => View::Overview,
            Self::Queues => View::Queues,
            Self::Jobs { .. } | Self::Job(_) => View::Jobs,
            Self::Letters | Self::Group(_) => View::Letters,
            Self::Workers => View::Workers,
            Self::Breakers | Self::Breaker(_) => View::Breakers,
            Self::Cache => View::Cache,
            Self::Leads | Self::Lead(_) => View::Leads,
            Self::Schedules => View::Schedules,
            Self::Events => View::Events,
            Self::Processes => View::Processes,
            Self::Logs => View::Logs,
        }
    }

    /// Whether it is a text to be read rather than a list.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Job(_) | Self::Breaker(_) | Self::Lead(_))
    }
}
