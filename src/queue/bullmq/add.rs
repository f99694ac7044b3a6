use bullmq::QueueKeys;
use serde_json::Value;

use super::scripts::ADD;
use super::{BullMqQueue, options};
use crate::model::Timestamp;
use crate::queue::{Added, NewJob, QueueError, check};

/// Jobs in one script; Redis does nothing else meanwhile.
const JOBS: usize = 500;
/// Bytes of payload in one script.
const BYTES: usize = 1024 * 1024;

/// A job as the script takes it.
pub(super) struct Draft {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) data: String,
    /// BullMQ's options.
    pub(super) options: Value,
    pub(super) delay: u64,
    pub(super) priority: u64,
    pub(super) lifo: bool,
    /// A further field of the job's hash.
    pub(super) field: Option<(&'static str, String)>,
}

/// Whose turn it is in a schedule.
pub(super) struct Turn<'a> {
    pub(super) schedule: &'a str,
    pub(super) job: &'a str,
    pub(super) next_at: Timestamp,
}

/// What became of the next job of a schedule.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Turned {
    /// It is there.
    Added,
    /// Somebody else has made it, or the schedule is gone.
    NotItsTurn,
    /// That time has had its job.
    Taken,
}

impl Draft {
    pub(super) fn new(job: NewJob) -> Self {
        let id = job.id.unwrap_or_else(new_id);
        let mut json = options::to_json(&job.options);
        // As BullMQ does, so that a job's key can be told from its options.
        json.insert("jobId".into(), id.clone().into());
        Self {
            id,
            name: job.name,
            data: job.data.to_string(),
            options: Value::Object(json),
            delay: job.options.delay,
            priority: job.options.priority.into(),
            lifo: job.options.lifo,
            field: None,
        }
    }
}

/// An id that no other job has. The queue would number jobs itself, but then a call that may have
/// been carried out could not be repeated.
fn new_id() -> String {
    let mut id = uuid::Uuid::now_v7().simple().to_string();
    if id.bytes().all(|b| b.is_ascii_digit()) {
        id.push('x');
    }
    id
}

impl BullMqQueue {
    pub(super) async fn add_jobs(
        &self,
        queue: &str,
        jobs: Vec<NewJob>,
    ) -> Result<Vec<Added>, QueueError> {
        check::queue_name(queue)?;
        for job in &jobs {
            check::job(job)?;
        }
        let mut added = Vec::with_capacity(jobs.len());
        let mut drafts: Vec<Draft> = Vec::new();
        let mut bytes = 0;
        for draft in jobs.into_iter().map(Draft::new) {
            if drafts.len() >= JOBS || bytes + draft.data.len() > BYTES {
                added.extend(self.send(queue, std::mem::take(&mut drafts)).await?);
                bytes = 0;
            }
            bytes += draft.data.len();
            drafts.push(draft);
        }
        added.extend(self.send(queue, drafts).await?);
        self.list(queue);
        Ok(added)
    }

    /// Adds a few jobs by one script.
    pub(super) async fn send(
        &self,
        queue: &str,
        drafts: Vec<Draft>,
    ) -> Result<Vec<Added>, QueueError> {
        if drafts.is_empty() {
            return Ok(Vec::new());
        }
        let keys = self.keys(queue);
        let mut call = self.call(&keys, None);
        for draft in &drafts {
            push(&mut call, draft);
        }
        let existed: Vec<u8> = self.link.script(&call).await?;
        let added = drafts.into_iter().zip(existed);
        Ok(added
            .map(|(draft, existed)| Added { id: draft.id, existed: existed == 1, spooled: false })
            .collect())
    }

    /// Adds the next job of a schedule, if it is the turn of `turn.job`.
    pub(super) async fn send_next(
        &self,
        queue: &str,
        turn: &Turn<'_>,
        draft: &Draft,
    ) -> Result<Turned, QueueError> {
        let keys = self.keys(queue);
        let mut call = self.call(&keys, Some(turn));
        push(&mut call, draft);
        let answer: redis::Value = self.link.script(&call).await?;
        Ok(match answer {
            redis::Value::Int(-2) => Turned::Taken,
            redis::Value::Int(_) => Turned::NotItsTurn,
            _ => Turned::Added,
        })
    }

    fn call(&self, keys: &QueueKeys, turn: Option<&Turn<'_>>) -> redis::ScriptInvocation<'static> {
        let mut call = ADD.prepare_invoke();
        for key in [
            keys.wait(),
            keys.meta(),
            keys.id(),
            keys.delayed(),
            keys.prioritized(),
            keys.active(),
            keys.events(),
            keys.marker(),
            keys.pc(),
            keys.repeat(),
        ] {
            call.key(key);
        }
        call.arg(keys.key_prefix()).arg(self.clock.now().millis());
        match turn {
            Some(turn) => call.arg(turn.schedule).arg(turn.job).arg(turn.next_at.millis()),
            None => call.arg("").arg("").arg(""),
        };
        call
    }
}

fn push(call: &mut redis::ScriptInvocation<'_>, draft: &Draft) {
    let (field, value) = draft.field.as_ref().map_or(("", ""), |(field, value)| (field, value));
    call.arg(&draft.id)
        .arg(&draft.name)
        .arg(&draft.data)
        .arg(draft.options.to_string())
        .arg(draft.delay)
        .arg(draft.priority)
        .arg(if draft.lifo { "RPUSH" } else { "LPUSH" })
        .arg(field)
        .arg(value);
}
