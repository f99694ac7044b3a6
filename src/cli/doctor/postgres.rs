use std::time::Duration;

use tokio::time::Instant;

use super::line::Line;
use crate::clock::SharedClock;
use crate::db::{Db, DbError};
use crate::model::Timestamp;

/// Oldest version that its makers still look after.
const OLDEST: u32 = 13;
/// Clocks may differ by this.
const SKEW: Duration = Duration::from_secs(5);
/// An answer that takes longer is worth a look.
const SLOW: Duration = Duration::from_millis(100);

/// What a Postgres server says of itself; nothing where the database is a file.
pub(super) async fn check(db: &Db, clock: &SharedClock) -> Vec<Line> {
    if db.path().is_some() {
        return Vec::new();
    }
    match ask(db, clock).await {
        Ok(lines) => lines,
        Err(error) => {
            let hint = "may the user of database.url read settings and the time?";
            vec![Line::fail(format!("the server cannot be asked: {error}"), hint)]
        }
    }
}

async fn ask(db: &Db, clock: &SharedClock) -> Result<Vec<Line>, DbError> {
    let version = db.engine_version().await?;
    // The connection is there by now: this is the way there and back alone.
    let began = Instant::now();
    let theirs = db.server_time().await?;
    let took = began.elapsed();
    let mut lines = vec![server(&version), answer(took)];
    if let Some(theirs) = theirs {
        lines.push(skew(theirs, clock.now().minus(took / 2)));
    }
    Ok(lines)
}

fn server(version: &str) -> Line {
    let major: Option<u32> = version.split(['.', ' ']).next().and_then(|n| n.parse().ok());
    match major {
        Some(major) if major < OLDEST => Line::warn(
            format!("Postgres {version} is no longer looked after by its makers"),
            format!("move to version {OLDEST} or newer"),
        ),
        _ => Line::ok(format!("Postgres {version}")),
    }
}

fn answer(took: Duration) -> Line {
    let said = format!("answers within {:.1} ms", took.as_secs_f64() * 1_000.0);
    if took > SLOW {
        return Line::warn(said, "each job asks it several times: run workers nearer to it");
    }
    Line::ok(said)
}

/// What a server's clock and this one's at the same moment mean.
pub(super) fn skew(theirs: Timestamp, ours: Timestamp) -> Line {
    let apart = theirs.since(ours).max(ours.since(theirs));
    let said = format!("its clock and this one are {} ms apart", apart.as_millis());
    if apart > SKEW {
        let hint = "set both by a time service such as chrony or systemd-timesyncd";
        return Line::warn(said, hint);
    }
    Line::ok(said)
}

#[cfg(test)]
mod tests {
    use super::super::line::Outcome;
    use super::*;

    #[test]
    fn old_slow_and_wrong_clocks_are_worth_a_look() {
        for (version, outcome) in [
            ("16.4 (Debian 16.4-1)", Outcome::Ok),
            ("13.1", Outcome::Ok),
            ("12.22", Outcome::Warn),
            ("9.6.24", Outcome::Warn),
            ("18beta1", Outcome::Ok),
        ] {
            assert_eq!(server(version).outcome, outcome, "{version}");
        }
        assert_eq!(answer(Duration::from_micros(1_240)).message, "answers within 1.2 ms");
        assert_eq!(answer(Duration::from_millis(300)).outcome, Outcome::Warn);
        let now = Timestamp::from_secs(1_800_000_000);
        for (apart, outcome) in [(0, Outcome::Ok), (4_999, Outcome::Ok), (5_001, Outcome::Warn)] {
            let apart = Duration::from_millis(apart);
            assert_eq!(skew(now.plus(apart), now).outcome, outcome);
            assert_eq!(skew(now.minus(apart), now).outcome, outcome);
        }
    }
}
