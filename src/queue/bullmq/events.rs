use std::collections::HashMap;
use std::time::Duration;

use redis::pipe;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::BullMqQueue;
use super::record::{lenient, text};
use crate::model::Timestamp;
use crate::queue::{EventCursor, EventKind, QueueError, QueueEvent, WaitOutcome};

/// Entries of the stream read in one step.
const STEP: u32 = 500;
/// First and longest wait between two looks at a job that is waited for.
const LOOK: (Duration, Duration) = (Duration::from_millis(5), Duration::from_millis(100));

type Entry = (String, Fields);

/// What an entry of the stream says.
struct Fields(HashMap<String, Vec<u8>>);

impl redis::FromRedisValue for Fields {
    fn from_redis_value(value: redis::Value) -> Result<Self, redis::ParsingError> {
        let fields: Vec<(Vec<u8>, Vec<u8>)> = redis::FromRedisValue::from_redis_value(value)?;
        Ok(Self(fields.into_iter().map(|(name, value)| (text(&name), value)).collect()))
    }
}

impl BullMqQueue {
    pub(super) async fn read_events(
        &self,
        queue: &str,
        after: &EventCursor,
        limit: u32,
    ) -> Result<Vec<QueueEvent>, QueueError> {
        let mut at = position(after)?;
        let mut events = Vec::new();
        let limit = limit as usize;
        // BullMQ tells of more than we have names for; a step may give nothing and not be the last.
        while events.len() < limit {
            let step = STEP.min(u32::try_from(limit - events.len()).unwrap_or(STEP).max(20));
            let entries = self.entries(queue, &at, step).await?;
            let last = entries.len() < step as usize;
            if let Some((id, _)) = entries.last() {
                at.clone_from(id);
            }
            events.extend(entries.into_iter().filter_map(event));
            if last {
                break;
            }
        }
        events.truncate(limit);
        Ok(events)
    }

    async fn entries(
        &self,
        queue: &str,
        after: &str,
        count: u32,
    ) -> Result<Vec<Entry>, QueueError> {
        let mut range = redis::cmd("XRANGE");
        range.arg(self.keys(queue).events()).arg(format!("({after}")).arg("+");
        range.arg("COUNT").arg(count);
        Ok(self.link.query(&range).await?)
    }

    pub(super) async fn newest_event(&self, queue: &str) -> Result<EventCursor, QueueError> {
        let mut range = redis::cmd("XREVRANGE");
        range.arg(self.keys(queue).events()).arg("+").arg("-").arg("COUNT").arg(1);
        let newest: Vec<Entry> = self.link.query(&range).await?;
        let id = newest.into_iter().next().map(|(id, _)| id);
        Ok(EventCursor(id.unwrap_or_else(|| "0-0".into())))
    }

    pub(super) async fn wait_for(
        &self,
        queue: &str,
        id: &str,
        since: &EventCursor,
        timeout: Option<Duration>,
    ) -> Result<WaitOutcome, QueueError> {
        position(since)?;
        let deadline = timeout.map(|timeout| Instant::now() + timeout);
        let keys = self.keys(queue);
        let mut pause = LOOK.0;
        loop {
            let mut pipe = pipe();
            pipe.atomic().exists(keys.job_key(id));
            pipe.zscore(keys.completed(), id).zscore(keys.failed(), id);
            pipe.cmd("HMGET").arg(keys.job_key(id)).arg("returnvalue").arg("failedReason");
            type Answer = (bool, Option<f64>, Option<f64>, (Option<Vec<u8>>, Option<Vec<u8>>));
            let (there, completed, failed, (result, reason)): Answer =
                self.link.pipeline(&pipe).await?;
            if completed.is_some() {
                return Ok(WaitOutcome::Completed(
                    result.as_deref().map(lenient).unwrap_or_default(),
                ));
            }
            if failed.is_some() {
                return Ok(WaitOutcome::Failed(text(&reason.unwrap_or_default())));
            }
            if !there {
                return self.outcome_by_events(queue, id, since).await;
            }
            if deadline.is_some_and(|deadline| Instant::now() >= deadline) {
                return Ok(WaitOutcome::TimedOut);
            }
            let left = deadline.map(|d| d.saturating_duration_since(Instant::now()));
            tokio::time::sleep(left.map_or(pause, |left| pause.min(left))).await;
            pause = (pause * 2).min(LOOK.1);
        }
    }

    /// How a job that is there no more has ended.
    async fn outcome_by_events(
        &self,
        queue: &str,
        id: &str,
        since: &EventCursor,
    ) -> Result<WaitOutcome, QueueError> {
        let mut at = position(since)?;
        let mut outcome = WaitOutcome::Gone;
        loop {
            let entries = self.entries(queue, &at, STEP).await?;
            let Some((last, _)) = entries.last() else { return Ok(outcome) };
            at.clone_from(last);
            for event in entries.into_iter().filter_map(event) {
                if event.job_id.as_deref() != Some(id) {
                    continue;
                }
                match event.kind {
                    EventKind::Completed => outcome = WaitOutcome::Completed(event.data),
                    EventKind::Failed => {
                        let reason = event.data.as_str().unwrap_or_default().to_owned();
                        outcome = WaitOutcome::Failed(reason);
                    }
                    _ => {}
                }
            }
        }
    }
}

fn event((id, fields): Entry) -> Option<QueueEvent> {
    let field = |name: &str| fields.0.get(name).map(Vec::as_slice);
    let kind: EventKind = text(field("event")?).parse().ok()?;
    let data = match kind {
        EventKind::Added => json!({"name": field("name").map(text)}),
        EventKind::Completed => field("returnvalue").map(lenient).unwrap_or_default(),
        EventKind::Failed => {
            field("failedReason").map(|reason| json!(text(reason))).unwrap_or_default()
        }
        EventKind::Progress => field("data").map(lenient).unwrap_or_default(),
        EventKind::Delayed => field("delay").map(lenient).unwrap_or_default(),
        _ => Value::Null,
    };
    let millis = id.split_once('-').and_then(|(millis, _)| millis.parse().ok()).unwrap_or(0);
    Some(QueueEvent {
        at: Timestamp::from_millis(millis),
        kind,
        job_id: field("jobId").map(text),
        data,
        cursor: EventCursor(id),
    })
}

/// A cursor as an id of the stream.
fn position(cursor: &EventCursor) -> Result<String, QueueError> {
    let text = cursor.0.as_str();
    if text.is_empty() {
        return Ok("0-0".into());
    }
    let (millis, number) = text.split_once('-').unwrap_or((text, "0"));
    match (millis.parse::<u64>(), number.parse::<u64>()) {
        (Ok(millis), Ok(number)) => Ok(format!("{millis}-{number}")),
        _ => Err(QueueError::Invalid(format!("{text:?} is not a cursor of events"))),
    }
}
