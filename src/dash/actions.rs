//! What can be done from the dash: asked about in words, done elsewhere, and written down.

use serde::Serialize;
use serde_json::{Map, Value};

use super::data::JobRef;
use crate::cli::overview::jobs;
use crate::guard::cache::Kind;
use crate::supervisor::{ChildKind, MOST};

/// Most names told in a question.
const NAMED: usize = 3;

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Deed {
    /// Run failed jobs again.
    Retry {
        /// Which.
        jobs: Vec<JobRef>,
    },
    /// Let delayed jobs wait no longer.
    Promote {
        /// Which.
        jobs: Vec<JobRef>,
    },
    /// Remove jobs.
    Remove {
        /// Which.
        jobs: Vec<JobRef>,
    },
    /// Let no further job of queues start.
    Pause {
        /// Which.
        queues: Vec<String>,
    },
    /// Undo that.
    Resume {
        /// Which.
        queues: Vec<String>,
    },
    /// Add the job of schedules now.
    RunNow {
        /// Their queues and ids.
        schedules: Vec<(String, String)>,
    },
    /// Have breakers reject all calls until they are reset.
    Trip {
        /// Which.
        breakers: Vec<String>,
        /// Why.
        why: String,
    },
    /// Close breakers and forget what was.
    Reset {
        /// Which.
        breakers: Vec<String>,
        /// Why.
        why: String,
    },
    /// Remove entries of the cache.
    Flush {
        /// Of these kinds.
        kinds: Vec<Kind>,
        /// How many there are.
        entries: u64,
    },
    /// Have each worker run so many jobs of queues at the same time.
    Slots {
        /// Which queues.
        queues: Vec<String>,
        /// How many, or what the settings say.
        slots: Option<u32>,
    },
    /// Replace the processes of a kind one at a time.
    Restart {
        /// Which kind.
        kind: ChildKind,
        /// How many there are.
        count: usize,
    },
    /// Have so many processes of a kind.
    Scale {
        /// Which kind.
        kind: ChildKind,
        /// How many.
        count: u16,
    },
}

/// What has to be typed before it can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: a yes will do.
    Nothing,
    /// A reason.
    Reason,
    /// A number, or nothing for what the settings say.
    Number,
}

impl Deed {
    /// What has to be typed.
    pub fn needs(&self) -> Needs {
        match self {
            Self::Trip { .. } | Self::Reset { .. } => Needs::Reason,
            Self::Slots { .. } | Self::Scale { .. } => Needs::Number,
            _ => Needs::Nothing,
        }
    }

    /// Puts in what was typed.
    ///
    /// # Errors
    /// It is not what is needed, in words.
    pub fn with(mut self, typed: &str) -> Result<Self, String> {
        let typed = typed.trim();
        match &mut self {
            Self::Trip { why, .. } | Self::Reset { why, .. } => typed.clone_into(why),
            Self::Slots { slots, .. } => {
                let most = crate::worker::MOST_SLOTS;
                *slots = match typed {
                    "" => None,
                    number => match number.parse() {
                        Ok(n) if (1..=most).contains(&n) => Some(n),
                        _ => return Err(format!("a number from 1 to {most}, or nothing")),
                    },
                };
            }
            Self::Scale { kind, count } => {
                let least = u16::from(*kind == ChildKind::Api);
                *count = match typed.parse() {
                    Ok(n) if (least..=MOST).contains(&n) => n,
                    _ => return Err(format!("a number from {least} to {MOST}")),
                };
            }
            _ => {}
        }
        Ok(self)
    }

    /// What it is called in the audit trail.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Retry { .. } => "retry",
            Self::Promote { .. } => "promote",
            Self::Remove { .. } => "remove",
            Self::Pause { .. } => "pause",
            Self::Resume { .. } => "resume",
            Self::RunNow { .. } => "run_schedule",
            Self::Trip { .. } => "trip",
            Self::Reset { .. } => "reset",
            Self::Flush { .. } => "flush",
            Self::Slots { .. } => "concurrency",
            Self::Restart { .. } => "restart",
            Self::Scale { .. } => "scale",
        }
    }

    /// The command that does the same, as the audit trail calls it.
    pub fn action(&self) -> &'static str {
        match self {
            Self::Retry { .. } => "jobs.retry",
            Self::Promote { .. } => "jobs.promote",
            Self::Remove { .. } => "jobs.rm",
            Self::Pause { .. } => "queue.pause",
            Self::Resume { .. } => "queue.resume",
            Self::RunNow { .. } => "schedule.run",
            Self::Trip { .. } => "breaker.trip",
            Self::Reset { .. } => "breaker.reset",
            Self::Flush { .. } => "cache.flush",
            Self::Slots { .. } => "workers.concurrency",
            Self::Restart { .. } => "restart",
            Self::Scale { .. } => "scale",
        }
    }

    /// What it is done to, and how, as the audit trail keeps it.
    pub fn asked(&self) -> (String, Map<String, Value>) {
        let mut options = Map::new();
        let mut option = |name: &str, value: Value| {
            options.insert(name.to_owned(), value);
        };
        let target = match self {
            Self::Retry { jobs } | Self::Promote { jobs } | Self::Remove { jobs } => {
                jobs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
            }
            Self::Pause { queues } | Self::Resume { queues } => queues.join(" "),
            Self::RunNow { schedules } => {
                let names = schedules.iter().map(|(queue, id)| format!("{queue}/{id}"));
                names.collect::<Vec<_>>().join(" ")
            }
            Self::Trip { breakers, why } | Self::Reset { breakers, why } => {
                option("reason", why.as_str().into());
                breakers.join(" ")
            }
            Self::Flush { kinds, .. } => {
                kinds.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
            }
            Self::Slots { queues, slots } => {
                option("slots", (*slots).into());
                queues.join(" ")
            }
            Self::Restart { kind, .. } => kind.as_str().to_owned(),
            Self::Scale { kind, count } => {
                option("count", (*count).into());
                kind.as_str().to_owned()
            }
        };
        (target, options)
    }

    /// What will happen, and to how many: the question before it. May hold hostile names.
    pub fn question(&self) -> String {
        match self {
            Self::Retry { jobs } => format!("Run {} again?", of(jobs)),
            Self::Promote { jobs } => format!("Let {} run now?", of(jobs)),
            Self::Remove { jobs } => {
                format!("Remove {}? They cannot be brought back.", of(jobs))
            }
            Self::Pause { queues } => format!(
                "Pause {}? Jobs that run go on; no further one starts.",
                named("queue", queues)
            ),
            Self::Resume { queues } => format!("Resume {}?", named("queue", queues)),
            Self::RunNow { schedules } => {
                let ids: Vec<String> = schedules.iter().map(|(_, id)| id.clone()).collect();
                format!("Run {} now, once? The next regular runs stay.", named("schedule", &ids))
            }
            Self::Trip { breakers, .. } => format!(
                "Trip {}? All calls are rejected until it is reset. Why?",
                named("breaker", breakers)
            ),
            Self::Reset { breakers, .. } => {
                format!("Close {} and forget what was? Why?", named("breaker", breakers))
            }
            Self::Flush { kinds, entries } => {
                let kinds: Vec<String> = kinds.iter().map(ToString::to_string).collect();
                format!(
                    "Remove {entries} entries of {} from the cache? They are asked and paid for anew.",
                    named("kind", &kinds)
                )
            }
            Self::Slots { queues, .. } => format!(
                "Jobs of {} at the same time in each worker? Nothing for what the settings say.",
                named("queue", queues)
            ),
            Self::Restart { kind, count } => format!(
                "Replace {count} {} of `leadctl up`, one at a time? Each finishes what it has.",
                if *count == 1 { kind.as_str().to_owned() } else { format!("{}s", kind.as_str()) }
            ),
            Self::Scale { kind, count } => {
                format!("How many {} processes instead of {count}?", kind.as_str())
            }
        }
    }
}

/// So many jobs, and of which queues.
fn of(targets: &[JobRef]) -> String {
    if let [one] = targets {
        return format!("job {one}");
    }
    let mut queues: Vec<String> = targets.iter().map(|job| job.queue.clone()).collect();
    queues.sort();
    queues.dedup();
    format!("{} of {}", jobs(targets.len() as u64), named("queue", &queues))
}

/// `queue a`, `3 queues (a, b, c)`.
fn named(what: &str, names: &[String]) -> String {
    match names {
        [one] => format!("{what} {one}"),
        _ => {
            let mut some = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
            if names.len() > NAMED {
                some.push_str(", …");
            }
            format!("{} {what}s ({some})", names.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(queue: &str, id: &str) -> JobRef {
        JobRef { queue: queue.into(), id: id.into() }
    }

    #[test]
    fn a_question_says_what_and_how_many() {
        let two = vec![job("mail", "1"), job("mail", "2")];
        for (deed, question) in [
            (Deed::Retry { jobs: vec![job("mail", "1")] }, "Run job mail/1 again?"),
            (Deed::Retry { jobs: two.clone() }, "Run 2 jobs of queue mail again?"),
            (
                Deed::Remove { jobs: [two, vec![job("calls", "1")]].concat() },
                "Remove 3 jobs of 2 queues (calls, mail)? They cannot be brought back.",
            ),
            (
                Deed::Pause { queues: ["a", "b", "c", "d"].map(String::from).to_vec() },
                "Pause 4 queues (a, b, c, …)? Jobs that run go on; no further one starts.",
            ),
        ] {
            assert_eq!(deed.question(), question);
        }
    }

    #[test]
    fn what_is_typed_goes_where_it_belongs() {
        let trip = Deed::Trip { breakers: vec!["reddit".into()], why: String::new() };
        assert_eq!(trip.needs(), Needs::Reason);
        let trip = trip.with(" they are down ").expect("a reason");
        assert!(matches!(trip, Deed::Trip { why, .. } if why == "they are down"));
        let slots = || Deed::Slots { queues: vec!["q".into()], slots: None };
        for (typed, expected) in [("8", Some(Some(8))), ("", Some(None)), ("0", None), ("x", None)]
        {
            let with = slots().with(typed).ok();
            let got = with.map(|deed| match deed {
                Deed::Slots { slots, .. } => slots,
                other => panic!("{other:?}"),
            });
            assert_eq!(got, expected, "{typed:?}");
        }
    }
}
