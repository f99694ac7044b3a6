use super::{Store, StoreError};
use crate::db::{execute, fetch};
use crate::model::Timestamp;
use crate::telemetry::slo::budget::WINDOW_DAYS;
use crate::telemetry::slo::{Counts, Slo, Window, WindowCounts};

/// How long events are kept beyond the longest window, in minutes.
const KEPT: i64 = (WINDOW_DAYS as i64 + 1) * 24 * 60;
/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;

/// The total and the bad ones of each window, shortest first, of one objective.
type Sums = (String, i64, i64, i64, i64, i64, i64, i64, i64, i64, i64, i64, i64);

impl Store {
    /// Adds to what counts for an objective in the minute of `at`; all processes add to one row.
    ///
    /// # Errors
    /// The database failed.
    pub async fn add_slo_events(
        &self,
        slo: Slo,
        counts: Counts,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        execute!(self.db.writer(), c =>
            sqlx::query(
                "INSERT INTO slo_events (slo, minute, total, bad) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (slo, minute) DO UPDATE SET \
                 total = slo_events.total + excluded.total, bad = slo_events.bad + excluded.bad",
            )
            .bind(slo.as_str())
            .bind(minute(at))
            .bind(whole(counts.total))
            .bind(whole(counts.bad))
            .execute(c))?;
        Ok(())
    }

    /// What counted for each objective, in each window up to `now`.
    ///
    /// # Errors
    /// The database failed.
    pub async fn slo_counts(&self, now: Timestamp) -> Result<Vec<(Slo, WindowCounts)>, StoreError> {
        let minute = minute(now);
        // The minute that has begun counts as well.
        let from = |window: Window| minute - whole(window.minutes()) + 1;
        let sums: Vec<Sums> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT slo, \
                 CAST(SUM(CASE WHEN minute >= $1 THEN total ELSE 0 END) AS BIGINT), \
                 CAST(SUM(CASE WHEN minute >= $1 THEN bad ELSE 0 END) AS BIGINT), \
                 CAST(SUM(CASE WHEN minute >= $2 THEN total ELSE 0 END) AS BIGINT), \
                 CAST(SUM(CASE WHEN minute >= $2 THEN bad ELSE 0 END) AS BIGINT), \
                 CAST(SUM(CASE WHEN minute >= $3 THEN total ELSE 0 END) AS BIGINT), \
                 CAST(SUM(CASE WHEN minute >= $3 THEN bad ELSE 0 END) AS BIGINT), \
                 CAST(SUM(CASE WHEN minute >= $4 THEN total ELSE 0 END) AS BIGINT), \
                 CAST(SUM(CASE WHEN minute >= $4 THEN bad ELSE 0 END) AS BIGINT), \
                 CAST(SUM(CASE WHEN minute >= $5 THEN total ELSE 0 END) AS BIGINT), \
                 CAST(SUM(CASE WHEN minute >= $5 THEN bad ELSE 0 END) AS BIGINT), \
                 CAST(SUM(total) AS BIGINT), CAST(SUM(bad) AS BIGINT) \
                 FROM slo_events WHERE minute >= $6 AND minute <= $7 GROUP BY slo",
            )
            .bind(from(Window::M5))
            .bind(from(Window::M30))
            .bind(from(Window::H1))
            .bind(from(Window::H6))
            .bind(from(Window::D3))
            .bind(from(Window::D30))
            .bind(minute)
            .fetch_all(c))?;
        let counts_of = |slo: Slo| {
            sums.iter().find(|row| row.0 == slo.as_str()).map(by_window).unwrap_or_default()
        };
        Ok(Slo::ALL.iter().map(|&slo| (slo, counts_of(slo))).collect())
    }

    /// Forgets what no window reaches any more.
    ///
    /// # Errors
    /// The database failed.
    pub async fn prune_slo_events(&self, now: Timestamp) -> Result<u64, StoreError> {
        let before = minute(now) - KEPT;
        Ok(execute!(self.db.writer(), c =>
            sqlx::query("DELETE FROM slo_events WHERE minute < $1").bind(before).execute(c))?)
    }
}

fn by_window(row: &Sums) -> WindowCounts {
    let pairs = [
        (row.1, row.2),
        (row.3, row.4),
        (row.5, row.6),
        (row.7, row.8),
        (row.9, row.10),
        (row.11, row.12),
    ];
    let counts =
        pairs.map(|(total, bad)| Counts { total: total.unsigned_abs(), bad: bad.unsigned_abs() });
    Window::ALL.iter().copied().zip(counts).collect()
}

fn minute(at: Timestamp) -> i64 {
    at.millis().div_euclid(MINUTE)
}

fn whole(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::db::Db;

    const NOW: Timestamp = Timestamp::from_secs(1_800_000_000);

    async fn store() -> (tempfile::TempDir, Store) {
        let dir = tempfile::tempdir().expect("a directory");
        let db = Db::open(dir.path()).await.expect("a database");
        (dir, Store::new(db))
    }

    fn ago(minutes: u64) -> Timestamp {
        NOW.minus(Duration::from_secs(minutes * 60))
    }

    #[tokio::test]
    async fn events_of_all_processes_are_added_up_in_each_window_that_holds_them() {
        let (_dir, store) = store().await;
        let add = async |minutes, total, bad| {
            let counts = Counts { total, bad };
            store.add_slo_events(Slo::Jobs, counts, ago(minutes)).await.expect("kept");
        };
        add(0, 10, 1).await;
        add(0, 10, 1).await;
        add(5, 100, 2).await;
        add(59, 1_000, 3).await;
        add(60, 10_000, 4).await;
        add(24 * 60 * 29, 100_000, 5).await;
        add(24 * 60 * 30, 1_000_000, 6).await;
        let counts = store.slo_counts(NOW).await.expect("read");
        assert_eq!(counts.iter().map(|(slo, _)| *slo).collect::<Vec<_>>(), Slo::ALL);
        assert!(counts[0].1.is_empty());
        let of = |window: Window| (counts[2].1[&window].total, counts[2].1[&window].bad);
        assert_eq!(of(Window::M5), (20, 2));
        assert_eq!(of(Window::M30), (120, 4));
        assert_eq!(of(Window::H1), (1_120, 7));
        assert_eq!(of(Window::H6), (11_120, 11));
        assert_eq!(of(Window::D3), (11_120, 11));
        assert_eq!(of(Window::D30), (111_120, 16));
    }

    #[tokio::test]
    async fn what_no_window_reaches_is_forgotten() {
        let (_dir, store) = store().await;
        for minutes in [0, 24 * 60 * 30, 24 * 60 * 32] {
            let counts = Counts { total: 1, bad: 0 };
            store.add_slo_events(Slo::Latency, counts, ago(minutes)).await.expect("kept");
        }
        assert_eq!(store.prune_slo_events(NOW).await.expect("pruned"), 1);
        assert_eq!(store.prune_slo_events(NOW).await.expect("pruned"), 0);
    }
}
