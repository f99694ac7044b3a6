//! Spans of time and instants, as they are typed and as they are shown.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::model::Timestamp;

/// Milliseconds of the units in which spans are shown, largest first.
const UNITS: [(&str, u128); 4] = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000)];

/// Reads a span: `500ms`, `30s`, `5m`, `24h`, `7d`, `1h30m`.
///
/// # Errors
/// A sentence that says how a span is written.
pub fn parse_span(text: &str) -> Result<Duration, String> {
    humantime::parse_duration(text.trim())
        .map_err(|error| format!("{error}; write a span as in 500ms, 30s, 5m, 1h30m or 7d"))
}

/// Reads an instant in RFC 3339, or a date, which is its first moment in UTC.
///
/// # Errors
/// A sentence that says how an instant is written.
pub fn parse_instant(text: &str) -> Result<Timestamp, String> {
    let text = text.trim();
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Ok(day.and_time(NaiveTime::MIN).and_utc().into());
    }
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.with_timezone(&Utc).into())
        .map_err(|error| format!("{error}; write it as in 2026-01-31T12:00:00Z or 2026-01-31"))
}

/// Reads how far back to look: a span before `now`, an instant in RFC 3339, or a date.
///
/// # Errors
/// A sentence that says what can be written.
pub fn since(text: &str, now: Timestamp) -> Result<Timestamp, String> {
    if let Ok(span) = parse_span(text) {
        return Ok(now.minus(span));
    }
    parse_instant(text).map_err(|_| {
        format!(
            "{text:?} is neither a span as in 24h or 7d nor a time as in 2026-01-31T12:00:00Z or 2026-01-31"
        )
    })
}

/// A span in its two largest units, as in `250ms`, `4.2s`, `5m12s`, `3h`, `4d6h`.
pub fn span(span: Duration) -> String {
    let millis = span.as_millis();
    if millis < 1_000 {
        return format!("{millis}ms");
    }
    if millis < 10_000 {
        let tenths = millis / 100;
        let (whole, tenth) = (tenths / 10, tenths % 10);
        return if tenth == 0 { format!("{whole}s") } else { format!("{whole}.{tenth}s") };
    }
    let first = UNITS.iter().position(|(_, unit)| millis >= *unit).unwrap_or(UNITS.len() - 1);
    let (name, unit) = UNITS[first];
    let mut text = format!("{}{name}", millis / unit);
    if let Some((name, smaller)) = UNITS.get(first + 1) {
        let rest = millis % unit / smaller;
        if rest > 0 {
            text.push_str(&format!("{rest}{name}"));
        }
    }
    text
}

/// An age in its largest unit alone, as in `42s`, `12m`, `3h`, `5d`: for narrow columns.
pub fn age(age: Duration) -> String {
    let seconds = age.as_secs();
    match seconds {
        0..60 => format!("{seconds}s"),
        60..3_600 => format!("{}m", seconds / 60),
        3_600..172_800 => format!("{}h", seconds / 3_600),
        _ => format!("{}d", seconds / 86_400),
    }
}

/// When something was, or will be, seen from `now`: `12m ago`, `in 4m59s`, `now`.
pub fn ago(at: Timestamp, now: Timestamp) -> String {
    let (past, future) = (now.since(at), at.since(now));
    if future >= Duration::from_secs(1) {
        format!("in {}", span(future))
    } else if past >= Duration::from_secs(1) {
        format!("{} ago", age(past))
    } else {
        "now".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn spans_are_read() {
        for (text, millis) in [
            ("500ms", 500),
            ("30s", 30_000),
            (" 5m ", 300_000),
            ("24h", 86_400_000),
            ("7d", 604_800_000),
            ("1h30m", 5_400_000),
            ("1h 30m", 5_400_000),
        ] {
            assert_eq!(parse_span(text), Ok(ms(millis)), "{text}");
        }
        for text in ["", "5", "-5m", "5 apples", "m", "99999999999999999999d", "1e9s"] {
            let error = parse_span(text).expect_err(text);
            assert!(error.contains("write a span as in"), "{text}: {error}");
        }
    }

    #[test]
    fn spans_are_shown_in_two_units() {
        for (millis, text) in [
            (0, "0ms"),
            (999, "999ms"),
            (1_000, "1s"),
            (4_260, "4.2s"),
            (42_900, "42s"),
            (312_000, "5m12s"),
            (10_800_000, "3h"),
            (10_859_000, "3h"),
            (367_200_000, "4d6h"),
        ] {
            assert_eq!(span(ms(millis)), text);
        }
        assert!(!span(Duration::MAX).is_empty());
    }

    #[test]
    fn what_is_shown_in_whole_units_can_be_read_again() {
        for text in ["250ms", "42s", "5m12s", "3h", "4d6h"] {
            assert_eq!(span(parse_span(text).expect(text)), text);
        }
    }

    #[test]
    fn ages_and_distances() {
        assert_eq!(age(ms(59_999)), "59s");
        assert_eq!(age(ms(3_599_000)), "59m");
        assert_eq!(age(ms(47 * 3_600_000)), "47h");
        assert_eq!(age(ms(49 * 3_600_000)), "2d");
        let now = Timestamp::from_secs(10_000);
        assert_eq!(ago(Timestamp::from_secs(9_280), now), "12m ago");
        assert_eq!(ago(Timestamp::from_secs(10_300), now), "in 5m");
        assert_eq!(ago(Timestamp::from_millis(9_999_500), now), "now");
    }

    #[test]
    fn since_takes_spans_instants_and_dates() {
        let now = Timestamp::from_secs(100_000);
        assert_eq!(since("1h", now), Ok(Timestamp::from_secs(96_400)));
        assert_eq!(since("1970-01-01T00:00:01Z", now), Ok(Timestamp::from_secs(1)));
        assert_eq!(since("1970-01-02", now), Ok(Timestamp::from_secs(86_400)));
        assert_eq!(since("1970-01-01T01:00:00+01:00", now), Ok(Timestamp::from_secs(0)));
        assert!(since("yesterday", now).expect_err("no").contains("yesterday"));
    }
}
