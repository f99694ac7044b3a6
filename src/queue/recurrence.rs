//! When the jobs of a schedule are due.

use std::str::FromStr;

use chrono_tz::Tz;
use croner::Cron;
use croner::parser::{CronParser, Seconds};

use super::{QueueError, Recurrence};
use crate::model::Timestamp;

/// Shortest interval of a schedule, in milliseconds.
const SHORTEST_EVERY_MS: u64 = 1_000;

impl Recurrence {
    /// The first time after `after` at which a job is due; `None` where there is none any more.
    ///
    /// Times that a change to summer time skips or repeats are dealt with as vixie-cron does: see
    /// the croner crate.
    ///
    /// # Errors
    /// [`QueueError::Invalid`] says what of the pattern, the zone or the interval is wrong.
    pub fn next_after(&self, after: Timestamp) -> Result<Option<Timestamp>, QueueError> {
        match self {
            Self::Every { every_ms } => {
                if *every_ms < SHORTEST_EVERY_MS {
                    return Err(QueueError::Invalid(format!(
                        "an interval of {every_ms} ms is too short; the shortest is {SHORTEST_EVERY_MS} ms"
                    )));
                }
                let every = i64::try_from(*every_ms).unwrap_or(i64::MAX);
                let turn = after.millis().div_euclid(every);
                let next = turn.checked_add(1).and_then(|turn| turn.checked_mul(every));
                Ok(next.map(Timestamp::from_millis))
            }
            Self::Cron { pattern, tz } => {
                let cron = parse(pattern)?;
                let zone = zone(tz.as_deref())?;
                let from = after.to_datetime().with_timezone(&zone);
                Ok(cron.find_next_occurrence(&from, false).ok().map(|at| at.to_utc().into()))
            }
        }
    }
}

impl std::fmt::Display for Recurrence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Every { every_ms } => match (every_ms % 60_000, every_ms % 1000) {
                (0, _) => write!(f, "every {}m", every_ms / 60_000),
                (_, 0) => write!(f, "every {}s", every_ms / 1000),
                _ => write!(f, "every {every_ms}ms"),
            },
            Self::Cron { pattern, tz: Some(tz) } => write!(f, "{pattern} ({tz})"),
            Self::Cron { pattern, tz: None } => write!(f, "{pattern} (UTC)"),
        }
    }
}

fn parse(pattern: &str) -> Result<Cron, QueueError> {
    CronParser::builder().seconds(Seconds::Optional).build().parse(pattern).map_err(|error| {
        QueueError::Invalid(format!(
            "{pattern:?} is not a cron expression: {error}; five fields are minute, hour, day, month, weekday, as in \"0 2 * * *\""
        ))
    })
}

fn zone(name: Option<&str>) -> Result<Tz, QueueError> {
    let Some(name) = name else { return Ok(Tz::UTC) };
    Tz::from_str(name).map_err(|_| {
        QueueError::Invalid(format!(
            "{name:?} is not a time zone; give an IANA name, as in \"Europe/Berlin\""
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        chrono::DateTime::parse_from_rfc3339(text).expect("a time").to_utc().into()
    }

    fn cron(pattern: &str, tz: Option<&str>) -> Recurrence {
        Recurrence::Cron { pattern: pattern.into(), tz: tz.map(Into::into) }
    }

    #[test]
    fn intervals_are_multiples_since_the_epoch() {
        let every = Recurrence::Every { every_ms: 900_000 };
        let next = every.next_after(at("2026-03-01T10:07:00Z")).expect("valid");
        assert_eq!(next, Some(at("2026-03-01T10:15:00Z")));
        let next = every.next_after(at("2026-03-01T10:15:00Z")).expect("valid");
        assert_eq!(next, Some(at("2026-03-01T10:30:00Z")));
    }

    #[test]
    fn a_zone_decides_what_two_o_clock_is() {
        let berlin = cron("0 2 * * *", Some("Europe/Berlin"));
        let next = berlin.next_after(at("2026-01-10T12:00:00Z")).expect("valid");
        assert_eq!(next, Some(at("2026-01-11T01:00:00Z")));
        let next = berlin.next_after(at("2026-07-10T12:00:00Z")).expect("valid");
        assert_eq!(next, Some(at("2026-07-11T00:00:00Z")));
    }

    #[test]
    fn an_hour_that_summer_time_skips_still_has_its_job_that_day() {
        let berlin = cron("30 2 * * *", Some("Europe/Berlin"));
        let next = berlin.next_after(at("2026-03-28T12:00:00Z")).expect("valid").expect("one");
        assert!(next > at("2026-03-29T00:00:00Z") && next < at("2026-03-29T23:00:00Z"), "{next}");
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (recurrence, needle) in [
            (cron("nonsense", None), "not a cron expression"),
            (cron("61 * * * *", None), "not a cron expression"),
            (cron("0 2 * * *", Some("Mars/Olympus")), "not a time zone"),
            (Recurrence::Every { every_ms: 5 }, "too short"),
        ] {
            let error = recurrence.next_after(Timestamp::default()).expect_err(needle);
            assert!(error.to_string().contains(needle), "{error}");
        }
    }

    #[test]
    fn a_day_that_never_comes_has_no_next() {
        assert_eq!(cron("0 0 30 2 *", None).next_after(Timestamp::default()).ok(), Some(None));
    }
}
