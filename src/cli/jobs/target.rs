//! Which job an id means: `QUEUE/ID`, or `ID` where only one queue has it.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, BufRead};

use clap::Args;
use serde_json::Value;
use tokio::sync::OnceCell;

use crate::cli::exit::CliError;
use crate::cli::overview::known_queues;
use crate::cli::values::QueueName;
use crate::queue::Job;
use crate::services::Services;

/// A job's place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::cli) struct Target {
    pub(in crate::cli) queue: String,
    pub(in crate::cli) id: String,
}

impl Target {
    pub(in crate::cli) fn new(queue: impl Into<String>, id: impl Into<String>) -> Self {
        Self { queue: queue.into(), id: id.into() }
    }

    pub(super) fn of(job: &Job) -> Self {
        Self::new(&job.queue, &job.id)
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.queue, self.id)
    }
}

/// Which jobs.
#[derive(Debug, Args)]
pub(super) struct IdsArgs {
    /// Jobs, as QUEUE/ID or ID; `-` reads one a line from standard input, also as `jobs ls -o ndjson` prints them
    #[arg(required = true, value_name = "JOB")]
    pub(super) ids: Vec<String>,
    /// The queue of ids that name none
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    pub(super) queue: Option<String>,
}

impl IdsArgs {
    /// All ids once, in order, those from standard input included.
    ///
    /// # Errors
    /// Standard input cannot be read.
    pub(super) fn read(&self) -> anyhow::Result<Vec<String>> {
        let mut seen = BTreeSet::new();
        let mut ids = Vec::new();
        let mut push = |id: String| {
            if !id.is_empty() && seen.insert(id.clone()) {
                ids.push(id);
            }
        };
        for id in &self.ids {
            if id == "-" {
                for line in io::stdin().lock().lines() {
                    push(id_of_line(&line?));
                }
            } else {
                push(id.trim().to_owned());
            }
        }
        Ok(ids)
    }
}

/// The id on a line: bare, or in an object with `queue` and `id`.
fn id_of_line(line: &str) -> String {
    let line = line.trim();
    if line.starts_with('{')
        && let Ok(object) = serde_json::from_str::<Value>(line)
        && let (Some(queue), Some(id)) = (object["queue"].as_str(), object["id"].as_str())
    {
        return format!("{queue}/{id}");
    }
    line.to_owned()
}

/// Finds jobs in one queue, or in all that are known.
pub(in crate::cli) struct Finder<'a> {
    services: &'a Services,
    queue: Option<&'a str>,
    /// Asked for only when an id names no queue: it may mean a walk over all keys.
    known: OnceCell<Vec<String>>,
}

impl<'a> Finder<'a> {
    pub(in crate::cli) fn new(services: &'a Services, queue: Option<&'a str>) -> Self {
        Self { services, queue, known: OnceCell::new() }
    }

    /// The one job that `text` means.
    ///
    /// # Errors
    /// There is none (not found), or there are several (refused, with the choices).
    pub(in crate::cli) async fn job(&self, text: &str) -> anyhow::Result<Job> {
        let mut found = self.among(self.named(text)).await?;
        if found.is_empty() {
            found = self.among(self.unnamed(text).await?).await?;
        }
        match found.len() {
            1 => Ok(found.remove(0)),
            0 => Err(self.missing(text).into()),
            _ => Err(ambiguous(text, &found).into()),
        }
    }

    async fn among(&self, places: Vec<Target>) -> anyhow::Result<Vec<Job>> {
        let mut found = Vec::new();
        for place in places {
            found.extend(self.services.queue.get(&place.queue, &place.id).await?);
        }
        Ok(found)
    }

    /// Every way to read `text` as `QUEUE/ID`: names of queues and ids may hold slashes.
    pub(in crate::cli) fn named(&self, text: &str) -> Vec<Target> {
        let splits = text.match_indices('/').map(|(at, _)| (&text[..at], &text[at + 1..]));
        splits
            .filter(|(queue, id)| !queue.is_empty() && !id.is_empty())
            .filter(|(queue, _)| self.queue.is_none_or(|only| only == *queue))
            .map(|(queue, id)| Target::new(queue, id))
            .collect()
    }

    /// `text` as an id in each queue that it could be in.
    pub(super) async fn unnamed(&self, text: &str) -> anyhow::Result<Vec<Target>> {
        if let Some(queue) = self.queue {
            return Ok(vec![Target::new(queue, text)]);
        }
        let known = self.known.get_or_try_init(|| known_queues(self.services)).await?;
        Ok(known.iter().map(|queue| Target::new(queue, text)).collect())
    }

    /// That there is none.
    pub(super) fn missing(&self, text: &str) -> CliError {
        let what = match self.queue {
            Some(queue) => format!("queue {queue} has no job {text}"),
            None => format!("there is no job {text}"),
        };
        CliError::not_found(what)
            .hint("`leadctl jobs ls` names those there are; finished ones are not kept for ever")
            .target(text)
    }
}

fn ambiguous(text: &str, found: &[Job]) -> CliError {
    let choices: Vec<String> = found.iter().map(|job| Target::of(job).to_string()).collect();
    CliError::refused(format!("{text} could be any of {} jobs", found.len()))
        .hint(format!("say which: {}", choices.join(" or ")))
        .target(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_may_be_ids_or_objects() {
        assert_eq!(id_of_line(" lead-discovery/7\r"), "lead-discovery/7");
        assert_eq!(id_of_line(r#"{"queue":"q","id":"7","state":"failed"}"#), "q/7");
        assert_eq!(id_of_line("{odd"), "{odd");
    }
}
