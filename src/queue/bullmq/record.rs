//! The hash of a job, written by whomever, as a [`Job`].

use std::collections::HashMap;

use serde_json::Value;

use super::options;
use crate::model::Timestamp;
use crate::queue::{Job, JobState};

/// Our own field: the schedule that a job was made for out of turn. BullMQ's `rjk` would have every
/// worker plan the schedule's next job.
pub(super) const SCHEDULE_FIELD: &str = "leadctl:schedule";

/// The fields of a job's hash, as Redis gives them.
#[derive(Debug, Default)]
pub(super) struct Record(HashMap<String, Vec<u8>>);

impl redis::FromRedisValue for Record {
    fn from_redis_value(value: redis::Value) -> Result<Self, redis::ParsingError> {
        let fields: Vec<(Vec<u8>, Vec<u8>)> = redis::FromRedisValue::from_redis_value(value)?;
        Ok(Self(fields.into_iter().map(|(name, value)| (text(&name), value)).collect()))
    }
}

impl Record {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn text(&self, field: &str) -> Option<String> {
        self.0.get(field).map(|bytes| text(bytes))
    }

    /// A field that holds JSON; as a string where it holds something else.
    pub(super) fn json(&self, field: &str) -> Option<Value> {
        self.0.get(field).map(|bytes| lenient(bytes))
    }

    fn number(&self, fields: &[&str]) -> u32 {
        let found = fields.iter().find_map(|field| self.text(field)?.parse().ok());
        found.unwrap_or(0)
    }

    pub(super) fn time(&self, field: &str) -> Option<Timestamp> {
        super::read::time(self.0.get(field)?)
    }

    /// The options as they stand.
    pub(super) fn options(&self) -> Value {
        self.json("opts").unwrap_or_default()
    }

    /// The job; `run_at` is when a delayed one is due.
    pub(super) fn into_job(
        self,
        queue: &str,
        id: String,
        state: JobState,
        run_at: Option<Timestamp>,
    ) -> Job {
        let stacktrace = match self.json("stacktrace") {
            Some(Value::Array(entries)) => entries.into_iter().map(into_text).collect(),
            Some(Value::String(text)) if !text.is_empty() => vec![text],
            _ => Vec::new(),
        };
        // An earlier attempt's reason stays in the hash of a job that has completed in the end.
        let failed_reason =
            self.text("failedReason").filter(|r| !r.is_empty() && state != JobState::Completed);
        let result = self.json("returnvalue").filter(|_| state == JobState::Completed);
        Job {
            queue: queue.to_owned(),
            name: self.text("name").unwrap_or_default(),
            state,
            data: self.json("data").unwrap_or_default(),
            options: options::from_json(&self.options()),
            attempts_made: self.number(&["atm", "attemptsMade"]),
            attempts_started: self.number(&["ats", "attemptsStarted"]),
            stalled_count: self.number(&["stc", "stalledCounter"]),
            progress: self.json("progress").unwrap_or_default(),
            result,
            failed_reason,
            stacktrace,
            worker: self.text("pb").filter(|worker| !worker.is_empty()),
            schedule_id: self.text("rjk").or_else(|| self.text(SCHEDULE_FIELD)),
            created_at: self.time("timestamp").unwrap_or_default(),
            run_at,
            processed_at: self.time("processedOn"),
            finished_at: self.time("finishedOn"),
            id,
        }
    }
}

/// JSON where it is JSON; else the text itself.
pub(super) fn lenient(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|_| Value::String(text(bytes)))
}

/// Ids, names and the like as text: strangers may have written bytes that are none.
pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Text as [`text`] makes it, straight from Redis.
#[derive(Debug)]
pub(super) struct Lossy(pub(super) String);

impl redis::FromRedisValue for Lossy {
    fn from_redis_value(value: redis::Value) -> Result<Self, redis::ParsingError> {
        let bytes: Vec<u8> = redis::FromRedisValue::from_redis_value(value)?;
        Ok(Self(text(&bytes)))
    }
}

fn into_text(entry: Value) -> String {
    match entry {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn record(fields: &[(&str, &[u8])]) -> Record {
        Record(fields.iter().map(|(name, value)| ((*name).to_owned(), value.to_vec())).collect())
    }

    #[test]
    fn what_nobody_should_have_written_is_still_a_job() {
        let odd = record(&[
            ("data", b"not json \xff"),
            ("opts", b"["),
            ("timestamp", b"yesterday"),
            ("stacktrace", b"one line"),
            ("progress", b"{"),
            ("atm", b"-1"),
        ]);
        let job = odd.into_job("q", "1".into(), JobState::Failed, None);
        assert_eq!(job.data, json!("not json \u{fffd}"));
        assert_eq!(job.options, crate::queue::JobOptions::default());
        assert_eq!((job.stacktrace, job.progress), (vec!["one line".to_owned()], json!("{")));
        assert_eq!((job.attempts_made, job.created_at), (0, Timestamp::default()));
    }

    #[test]
    fn names_of_fields_before_version_5_are_known() {
        let old = record(&[("attemptsMade", b"3"), ("failedReason", b"no"), ("timestamp", b"5")]);
        let job = old.into_job("q", "1".into(), JobState::Failed, None);
        assert_eq!((job.attempts_made, job.failed_reason.as_deref()), (3, Some("no")));
        assert_eq!(job.created_at, Timestamp::from_millis(5));
    }
}
