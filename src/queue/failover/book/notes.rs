use std::time::Duration;

use super::Book;
use crate::db::{execute, fetch};
use crate::model::Timestamp;
use crate::queue::QueueError;
use crate::queue::failover::Away;

const AWAY: &str = "away";
const MARK: &str = "mark";
const INSTALLATION: &str = "installation";
const RELAY: &str = "relay";

impl Book {
    /// Notes that the primary is away; an outage that goes on keeps its beginning.
    pub(in crate::queue::failover) async fn note_away(
        &self,
        away: &Away,
    ) -> Result<(), QueueError> {
        execute!(self.db.writer(), c => sqlx::query(
            "INSERT INTO failover_notes (key, value, at) VALUES ($1, $2, $3) \
             ON CONFLICT (key) DO NOTHING",
        )
        .bind(AWAY)
        .bind(&away.reason)
        .bind(away.since.millis()).execute(c))?;
        Ok(())
    }

    /// The outage that is noted.
    pub(in crate::queue::failover) async fn away(&self) -> Result<Option<Away>, QueueError> {
        let row = self.read(AWAY).await?;
        Ok(row.map(|(reason, at)| Away { since: Timestamp::from_millis(at), reason }))
    }

    /// Notes that the outage is over.
    pub(in crate::queue::failover) async fn note_back(&self) -> Result<(), QueueError> {
        self.drop_note(AWAY).await
    }

    /// The mark that was set on the primary last.
    pub(in crate::queue::failover) async fn mark(&self) -> Result<Option<String>, QueueError> {
        Ok(self.read(MARK).await?.map(|(mark, _)| mark))
    }

    /// Notes the mark that is set on the primary.
    pub(in crate::queue::failover) async fn note_mark(&self, mark: &str) -> Result<(), QueueError> {
        self.set(MARK, mark).await
    }

    /// Notes that a queue is to be paused or resumed on the primary when it is back.
    pub(in crate::queue::failover) async fn note_pause(
        &self,
        queue: &str,
        paused: bool,
    ) -> Result<(), QueueError> {
        self.set(&format!("pause:{queue}"), if paused { "paused" } else { "open" }).await
    }

    /// Queues to be paused (`true`) or resumed.
    pub(in crate::queue::failover) async fn pauses(
        &self,
    ) -> Result<Vec<(String, bool)>, QueueError> {
        let rows: Vec<(String, String)> = fetch!(self.db.reader(), c => sqlx::query_as(
            "SELECT key, value FROM failover_notes WHERE key LIKE 'pause:%' ORDER BY key",
        ).fetch_all(c))?;
        Ok(rows
            .into_iter()
            .filter_map(|(key, value)| {
                Some((key.strip_prefix("pause:")?.to_owned(), value == "paused"))
            })
            .collect())
    }

    /// A queue has been paused or resumed on the primary.
    pub(in crate::queue::failover) async fn drop_pause(
        &self,
        queue: &str,
    ) -> Result<(), QueueError> {
        self.drop_note(&format!("pause:{queue}")).await
    }

    /// Takes the relay's turn, or keeps it, for `lease`; says whether it is `me`'s.
    pub(in crate::queue::failover) async fn take_relay(
        &self,
        me: &str,
        lease: Duration,
    ) -> Result<bool, QueueError> {
        let done = execute!(self.db.writer(), c => sqlx::query(
            "INSERT INTO failover_notes (key, value, at) VALUES ($1, $2, $3) \
             ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at \
             WHERE failover_notes.value = excluded.value OR failover_notes.at < $4",
        )
        .bind(RELAY)
        .bind(me)
        .bind(self.clock.now().plus(lease).millis())
        .bind(self.now()).execute(c))?;
        Ok(done > 0)
    }

    /// Gives the relay's turn back.
    pub(in crate::queue::failover) async fn give_relay(&self, me: &str) -> Result<(), QueueError> {
        execute!(self.db.writer(), c => sqlx::query("DELETE FROM failover_notes WHERE key = $1 AND value = $2")
            .bind(RELAY)
            .bind(me).execute(c))?;
        Ok(())
    }

    /// The name of this installation, which is made once.
    pub(in crate::queue::failover) async fn installation(&self) -> Result<String, QueueError> {
        if let Some((name, _)) = self.read(INSTALLATION).await? {
            return Ok(name);
        }
        execute!(self.db.writer(), c => sqlx::query(
            "INSERT INTO failover_notes (key, value, at) VALUES ($1, $2, $3) \
             ON CONFLICT (key) DO NOTHING",
        )
        .bind(INSTALLATION)
        .bind(uuid::Uuid::now_v7().simple().to_string())
        .bind(self.now()).execute(c))?;
        Ok(self.read(INSTALLATION).await?.map(|(name, _)| name).unwrap_or_default())
    }

    async fn read(&self, key: &str) -> Result<Option<(String, i64)>, QueueError> {
        Ok(
            fetch!(self.db.reader(), c => sqlx::query_as("SELECT value, at FROM failover_notes WHERE key = $1")
            .bind(key).fetch_optional(c))?,
        )
    }

    async fn set(&self, key: &str, value: &str) -> Result<(), QueueError> {
        execute!(self.db.writer(), c => sqlx::query(
            "INSERT INTO failover_notes (key, value, at) VALUES ($1, $2, $3) \
             ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at",
        )
        .bind(key)
        .bind(value)
        .bind(self.now()).execute(c))?;
        Ok(())
    }

    async fn drop_note(&self, key: &str) -> Result<(), QueueError> {
        execute!(self.db.writer(), c => sqlx::query("DELETE FROM failover_notes WHERE key = $1")
            .bind(key).execute(c))?;
        Ok(())
    }
}
