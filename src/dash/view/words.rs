//! Figures and times in few characters.

use std::time::Duration;

use crate::cli::time::age;
use crate::dash::listing::{Cell, Tone};
use crate::model::Timestamp;

/// The time of day, in UTC.
pub fn clock(at: Timestamp) -> String {
    at.to_datetime().format("%H:%M:%S").to_string()
}

/// How long ago, in one unit; nothing for what is to come.
pub fn ago(at: Option<Timestamp>, now: Timestamp) -> Cell {
    Cell::maybe(at.map(|at| {
        #[allow(clippy::cast_precision_loss)]
        let number = now.since(at).as_millis() as f64;
        Cell::figure(age(now.since(at)), number)
    }))
}

/// A span in one unit.
pub fn lasting(ms: Option<u64>) -> Cell {
    #[allow(clippy::cast_precision_loss)]
    Cell::maybe(ms.map(|ms| Cell::figure(age(Duration::from_millis(ms)), ms as f64)))
}

/// So many in a second.
pub fn rate(rate: Option<f64>, at_least: bool) -> Cell {
    Cell::maybe(rate.map(|rate| {
        let least = if at_least { ">" } else { "" };
        let text = match rate {
            0.0 => "0".to_owned(),
            r if r < 10.0 => format!("{least}{r:.1}"),
            r => format!("{least}{}", short(r)),
        };
        Cell::figure(text, rate).tone_if(Tone::Dim, rate == 0.0)
    }))
}

/// A large number in few digits: 12k, 3.4M.
pub fn short(n: f64) -> String {
    match n {
        n if n < 10_000.0 => format!("{n:.0}"),
        n if n < 1_000_000.0 => format!("{:.0}k", n / 1_000.0),
        n if n < 1_000_000_000.0 => format!("{:.1}M", n / 1_000_000.0),
        n => format!("{:.1}G", n / 1_000_000_000.0),
    }
}

/// Milliseconds, as in `3.2ms`, `1.5s`.
pub fn millis(ms: Option<f64>) -> Cell {
    Cell::maybe(ms.map(|ms| {
        let text = match ms {
            ms if ms < 10.0 => format!("{ms:.1}ms"),
            ms if ms < 1_000.0 => format!("{ms:.0}ms"),
            ms => format!("{:.1}s", ms / 1_000.0),
        };
        Cell::figure(text, ms)
    }))
}

/// A share, 0 to 1.
pub fn percent(share: Option<f64>) -> Cell {
    Cell::maybe(share.map(|share| Cell::figure(format!("{:.1} %", share * 100.0), share)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short() {
        for (n, text) in [(0.0, "0"), (9_999.0, "9999"), (12_345.0, "12k"), (1_234_567.0, "1.2M")] {
            assert_eq!(short(n), text);
        }
        assert_eq!(rate(Some(3.16), true).text, ">3.2");
        assert_eq!(rate(None, false).text, "-");
        assert_eq!(millis(Some(1_540.0)).text, "1.5s");
        assert_eq!(percent(Some(0.9166)).text, "91.7 %");
        assert_eq!(clock(Timestamp::from_secs(3_661)), "01:01:01");
    }
}
