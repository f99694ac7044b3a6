//! In the database: for processes on one machine, or on all that share a Postgres. It survives a
//! restart.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;

use super::{KindSize, LayerError, Leased, Page, Put, SharedLayer};
use crate::clock::SharedClock;
use crate::db::{Db, Lock, Statement, Tx, bind, execute, fetch};
use crate::guard::cache::key::{Key, Kind};
use crate::model::Timestamp;

/// Keys in one statement.
const CHUNK: usize = 500;
/// Rows that end, or make room, in one statement, so that nobody waits long.
const STEP: i64 = 500;
/// Statements of one sweep at most.
const STEPS: usize = 20;
/// The figure that says since when is counted.
const SINCE: &str = "since";
/// Nobody has counted the bytes yet.
const UNKNOWN: u64 = u64::MAX;

/// The layer in the database.
#[derive(Debug, Clone)]
pub struct SqlLayer {
    db: Db,
    clock: SharedClock,
    most: u64,
    /// Bytes kept, as far as this process knows: counted at the last sweep, and what it has put
    /// since. Summing up for every entry would cost too much.
    bytes: Arc<AtomicU64>,
}

impl SqlLayer {
    /// On a database that has been migrated, for at most `most` bytes, or a little more for a short
    /// time where several processes write at once.
    pub fn new(db: Db, clock: SharedClock, most: u64) -> Self {
        Self { db, clock, most, bytes: Arc::new(AtomicU64::new(UNKNOWN)) }
    }

    /// What has ended goes, a step at a time.
    async fn clear_ended(&self, now: Timestamp) -> Result<(), sqlx::Error> {
        for &kind in Kind::ALL {
            for _ in 0..STEPS {
                let mut sql = self.first_of(kind);
                sql.push(" AND ends_at <= ").push_bind(now.millis());
                if self.delete_first(sql).await? < STEP.unsigned_abs() {
                    break;
                }
            }
        }
        execute!(self.db.writer(), c =>
            sqlx::query("DELETE FROM cache_leases WHERE ends_at <= $1").bind(now.millis()).execute(c))?;
        Ok(())
    }

    fn first_of(&self, kind: Kind) -> Statement {
        let mut sql = Statement::new(
            "DELETE FROM cache_entries WHERE key IN (SELECT key FROM cache_entries WHERE kind = ",
        );
        sql.push_bind(kind.as_str());
        sql
    }

    async fn delete_first(&self, mut sql: Statement) -> Result<u64, sqlx::Error> {
        sql.push(" ORDER BY ends_at, key LIMIT ").push_bind(STEP);
        // Whoever else clears away at the same time is left to it.
        sql.push(self.db.writer().text(")", " FOR UPDATE SKIP LOCKED)"));
        execute!(self.db.writer(), c => bind!(sqlx::query(sql.sql()), sql).execute(c))
    }

    /// Where there is too much, what ends soonest goes, until a tenth is free. The kind that takes
    /// most gives first.
    async fn make_room(&self) -> Result<(), LayerError> {
        for _ in 0..STEPS {
            let sizes = self.sizes().await?;
            let sum: u64 = sizes.iter().map(|size| size.bytes).sum();
            self.bytes.store(sum, Ordering::Relaxed);
            let Some(largest) = sizes.iter().max_by_key(|size| size.bytes) else { break };
            if sum <= self.most || largest.entries == 0 {
                break;
            }
            let too_much = sum - self.most / 10 * 9;
            let mean = (largest.bytes / largest.entries).max(1);
            let rows = i64::try_from(too_much.div_ceil(mean)).unwrap_or(STEP).clamp(1, STEP);
            let mut sql = self.first_of(largest.kind);
            sql.push(" ORDER BY ends_at, key LIMIT ").push_bind(rows);
            sql.push(self.db.writer().text(")", " FOR UPDATE SKIP LOCKED)"));
            execute!(self.db.writer(), c => bind!(sqlx::query(sql.sql()), sql).execute(c))?;
        }
        Ok(())
    }

    async fn sizes(&self) -> Result<Vec<KindSize>, sqlx::Error> {
        let rows: Vec<(String, i64, i64)> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT kind, COUNT(*), CAST(COALESCE(SUM(bytes), 0) AS BIGINT) \
                FROM cache_entries GROUP BY kind",
            )
            .fetch_all(c))?;
        Ok(Kind::ALL
            .iter()
            .map(|&kind| {
                let row = rows.iter().find(|(name, _, _)| name == kind.as_str());
                let (entries, bytes) = row.map_or((0, 0), |(_, n, sum)| (*n, *sum));
                KindSize {
                    kind,
                    entries: u64::try_from(entries).unwrap_or(0),
                    bytes: u64::try_from(bytes).unwrap_or(0),
                }
            })
            .collect())
    }

    async fn write(&self, tx: &mut Tx, put: &Put, now: Timestamp) -> Result<(), sqlx::Error> {
        let ends_at = now.plus(put.keep).millis();
        let bytes = i64::try_from(put.bytes.len()).unwrap_or(i64::MAX);
        execute!(tx.on(), c =>
            sqlx::query(
                "INSERT INTO cache_entries (key, kind, bytes, ends_at, value) \
                VALUES ($1, $2, $3, $4, $5) ON CONFLICT (key) DO UPDATE \
                SET bytes = excluded.bytes, ends_at = excluded.ends_at, value = excluded.value",
            )
            .bind(put.key.to_string())
            .bind(put.key.kind().as_str())
            .bind(bytes)
            .bind(ends_at)
            .bind(put.bytes.as_slice())
            .execute(c))?;
        Ok(())
    }

    async fn lease_one(
        &self,
        tx: &mut Tx,
        key: &str,
        token: &str,
        now: Timestamp,
        hold: Duration,
    ) -> Result<bool, sqlx::Error> {
        let taken = execute!(tx.on(), c =>
            sqlx::query(
                "INSERT INTO cache_leases (key, token, ends_at) VALUES ($1, $2, $3) \
                ON CONFLICT (key) DO UPDATE SET token = excluded.token, ends_at = excluded.ends_at \
                WHERE cache_leases.ends_at <= $4",
            )
            .bind(key)
            .bind(token)
            .bind(now.plus(hold).millis())
            .bind(now.millis())
            .execute(c))?;
        Ok(taken > 0)
    }
}

/// ` (KEY, KEY, ...)`, for `IN`.
fn push_keys(sql: &mut Statement, keys: &[Key]) {
    for (n, key) in keys.iter().enumerate() {
        sql.push(if n == 0 { " (" } else { ", " }).push_bind(key.to_string());
    }
    sql.push(")");
}

#[async_trait]
impl SharedLayer for SqlLayer {
    fn name(&self) -> &'static str {
        "sql"
    }

    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<Vec<u8>>>, LayerError> {
        let now = self.clock.now();
        let mut found: HashMap<String, Vec<u8>> = HashMap::new();
        for chunk in keys.chunks(CHUNK) {
            let mut sql = Statement::new("SELECT key, value FROM cache_entries WHERE ends_at > ");
            sql.push_bind(now.millis()).push(" AND key IN");
            push_keys(&mut sql, chunk);
            let rows: Vec<(String, Vec<u8>)> = fetch!(self.db.reader(), c =>
                bind!(sqlx::query_as(sql.sql()), sql).fetch_all(c))?;
            found.extend(rows);
        }
        Ok(keys.iter().map(|key| found.get(&key.to_string()).cloned()).collect())
    }

    async fn put(&self, entries: &[Put], token: &str) -> Result<(), LayerError> {
        let now = self.clock.now();
        // In one order, so that two who put the same entries never wait for one another.
        let mut sorted: Vec<&Put> = entries.iter().collect();
        sorted.sort_unstable_by_key(|put| put.key.to_string());
        let mut tx = self.db.begin(Lock::None).await?;
        for put in sorted {
            self.write(&mut tx, put, now).await?;
            execute!(tx.on(), c =>
                sqlx::query("DELETE FROM cache_leases WHERE key = $1 AND token = $2")
                    .bind(put.key.to_string())
                    .bind(token)
                    .execute(c))?;
        }
        tx.commit().await?;
        let new: u64 = entries.iter().map(|put| put.bytes.len() as u64).sum();
        let known = self.bytes.load(Ordering::Relaxed);
        if known == UNKNOWN || known.saturating_add(new) > self.most {
            self.sweep().await?;
        } else {
            self.bytes.fetch_add(new, Ordering::Relaxed);
        }
        Ok(())
    }

    async fn remove(&self, keys: &[Key]) -> Result<Vec<bool>, LayerError> {
        let mut removed = Vec::with_capacity(keys.len());
        for key in keys {
            let done = execute!(self.db.writer(), c =>
                sqlx::query("DELETE FROM cache_entries WHERE key = $1")
                    .bind(key.to_string())
                    .execute(c))?;
            removed.push(done > 0);
        }
        Ok(removed)
    }

    async fn lease(
        &self,
        keys: &[Key],
        token: &str,
        hold: Duration,
    ) -> Result<Vec<Leased>, LayerError> {
        let now = self.clock.now();
        let mut order: Vec<usize> = (0..keys.len()).collect();
        order.sort_unstable_by_key(|&n| keys[n].to_string());
        let mut mine = vec![false; keys.len()];
        let mut tx = self.db.begin(Lock::None).await?;
        for n in order {
            mine[n] = self.lease_one(&mut tx, &keys[n].to_string(), token, now, hold).await?;
        }
        tx.commit().await?;
        // What a former holder has put is there, as the lease was given back with it.
        let entries = self.get(keys).await?;
        Ok(mine.into_iter().zip(entries).map(|(mine, entry)| Leased { mine, entry }).collect())
    }

    async fn renew(&self, keys: &[Key], token: &str, hold: Duration) -> Result<(), LayerError> {
        let ends_at = self.clock.now().plus(hold).millis();
        for chunk in keys.chunks(CHUNK) {
            let mut sql = Statement::new("UPDATE cache_leases SET ends_at = ");
            sql.push_bind(ends_at).push(" WHERE token = ").push_bind(token).push(" AND key IN");
            push_keys(&mut sql, chunk);
            execute!(self.db.writer(), c => bind!(sqlx::query(sql.sql()), sql).execute(c))?;
        }
        Ok(())
    }

    async fn release(&self, keys: &[Key], token: &str) -> Result<(), LayerError> {
        for chunk in keys.chunks(CHUNK) {
            let mut sql = Statement::new("DELETE FROM cache_leases WHERE token = ");
            sql.push_bind(token).push(" AND key IN");
            push_keys(&mut sql, chunk);
            execute!(self.db.writer(), c => bind!(sqlx::query(sql.sql()), sql).execute(c))?;
        }
        Ok(())
    }

    async fn list(&self, kind: Kind, cursor: Option<&str>, limit: u32) -> Result<Page, LayerError> {
        let now = self.clock.now().millis();
        let after = cursor
            .and_then(|cursor| cursor.split_once('.'))
            .and_then(|(at, key)| Some((at.parse::<i64>().ok()?, key)));
        let (at, key) = after.unwrap_or((now, "\u{10ffff}"));
        let mut rows: Vec<(String, i64, Vec<u8>)> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT key, ends_at, value FROM cache_entries \
                WHERE kind = $1 AND ends_at > $2 AND (ends_at, key) > ($3, $4) \
                ORDER BY ends_at, key LIMIT $5",
            )
            .bind(kind.as_str())
            .bind(now)
            .bind(at)
            .bind(key)
            .bind(i64::from(limit) + 1)
            .fetch_all(c))?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|(key, at, _)| format!("{at}.{key}"));
        let entries = rows
            .into_iter()
            .filter_map(|(key, _, value)| Some((key.parse().ok()?, value)))
            .collect();
        Ok(Page { entries, next })
    }

    async fn flush(&self, kind: Kind, limit: u32) -> Result<u64, LayerError> {
        let mut sql = self.first_of(kind);
        sql.push(" LIMIT ").push_bind(i64::from(limit.max(1))).push(")");
        let done = execute!(self.db.writer(), c => bind!(sqlx::query(sql.sql()), sql).execute(c))?;
        self.bytes.store(UNKNOWN, Ordering::Relaxed);
        Ok(done)
    }

    async fn size(&self) -> Result<Vec<KindSize>, LayerError> {
        Ok(self.sizes().await?)
    }

    async fn sweep(&self) -> Result<(), LayerError> {
        self.clear_ended(self.clock.now()).await?;
        self.make_room().await
    }

    async fn count(&self, tally: &BTreeMap<String, u64>) -> Result<(), LayerError> {
        let mut tx = self.db.begin(Lock::None).await?;
        execute!(tx.on(), c =>
            sqlx::query("INSERT INTO cache_figures (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                .bind(SINCE)
                .bind(self.clock.now().millis())
                .execute(c))?;
        for (name, n) in tally {
            execute!(tx.on(), c =>
                sqlx::query(
                    "INSERT INTO cache_figures (name, value) VALUES ($1, $2) ON CONFLICT (name) \
                    DO UPDATE SET value = cache_figures.value + excluded.value",
                )
                .bind(name.as_str())
                .bind(i64::try_from(*n).unwrap_or(i64::MAX))
                .execute(c))?;
        }
        Ok(tx.commit().await?)
    }

    async fn figures(&self) -> Result<(Option<Timestamp>, BTreeMap<String, u64>), LayerError> {
        let rows: Vec<(String, i64)> = fetch!(self.db.reader(), c =>
            sqlx::query_as("SELECT name, value FROM cache_figures").fetch_all(c))?;
        let mut rows: BTreeMap<String, i64> = rows.into_iter().collect();
        let since = rows.remove(SINCE).map(Timestamp::from_millis);
        let figures = rows.into_iter().map(|(name, n)| (name, u64::try_from(n).unwrap_or(0)));
        Ok((since, figures.collect()))
    }
}
