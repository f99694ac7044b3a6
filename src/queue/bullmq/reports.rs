use redis::pipe;
use serde_json::Value;

use super::BullMqQueue;
use super::scripts::{LOG, PROGRESS};
use crate::queue::{LogLine, LogPage, QueueError, check};

/// Lines kept of a job's log.
const LOG_LINES: u32 = 1_000;
/// Longest line of a log, in characters.
const LOG_CHARS: usize = 4_000;

impl BullMqQueue {
    pub(super) async fn read_logs(
        &self,
        queue: &str,
        id: &str,
        from: u64,
        limit: u32,
    ) -> Result<LogPage, QueueError> {
        let job = self.keys(queue).job_key(id);
        let log = format!("{job}:logs");
        let start = isize::try_from(from).unwrap_or(isize::MAX);
        let end = start.saturating_add(isize::try_from(limit).unwrap_or(isize::MAX)) - 1;
        let mut pipe = pipe();
        pipe.atomic().exists(&job).llen(&log).lrange(&log, start, end);
        let (there, total, lines): (bool, u64, Vec<Vec<u8>>) = self.link.pipeline(&pipe).await?;
        if !there {
            return Err(Self::no_such_job(queue, id));
        }
        let lines = if limit == 0 { Vec::new() } else { lines };
        let lines = lines.into_iter().zip(from..).map(|(text, number)| LogLine {
            number,
            at: None,
            text: String::from_utf8_lossy(&text).into_owned(),
        });
        Ok(LogPage { lines: lines.collect(), total })
    }

    pub(super) async fn write_log(
        &self,
        queue: &str,
        id: &str,
        line: &str,
    ) -> Result<(), QueueError> {
        let job = self.keys(queue).job_key(id);
        let text: String = line.chars().take(LOG_CHARS).collect();
        let mut call = LOG.prepare_invoke();
        call.key(&job).key(format!("{job}:logs")).arg(text).arg(LOG_LINES);
        self.told(queue, id, self.link.script(&call).await?)
    }

    pub(super) async fn write_progress(
        &self,
        queue: &str,
        id: &str,
        progress: &Value,
    ) -> Result<(), QueueError> {
        let text = check::progress(progress)?;
        let keys = self.keys(queue);
        let mut call = PROGRESS.prepare_invoke();
        call.key(keys.job_key(id)).key(keys.events()).key(keys.meta()).arg(id).arg(text);
        self.told(queue, id, self.link.script(&call).await?)
    }

    fn told(&self, queue: &str, id: &str, answer: i64) -> Result<(), QueueError> {
        if answer < 0 { Err(Self::no_such_job(queue, id)) } else { Ok(()) }
    }
}
