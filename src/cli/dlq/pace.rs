//! So many in a second, a minute or an hour, and no faster.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Largest rate, in a second.
const FASTEST: f64 = 100_000.0;

/// How fast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rate {
    /// The time between two.
    interval: Duration,
}

impl Rate {
    /// Reads `10/s`, `30/m`, `5/h`; a bare number is in a second.
    ///
    /// # Errors
    /// A sentence that says how a rate is written.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is not a rate; write it as in 10/s, 30/m or 5/h");
        let (count, unit) = text.trim().split_once('/').unwrap_or((text.trim(), "s"));
        let seconds = match unit.trim() {
            "s" | "sec" | "second" => 1.0,
            "m" | "min" | "minute" => 60.0,
            "h" | "hour" => 3_600.0,
            _ => return Err(wrong()),
        };
        let count: f64 = count.trim().parse().map_err(|_| wrong())?;
        let per_second = count / seconds;
        if !(per_second > 0.0 && per_second <= FASTEST) {
            return Err(format!("{}; more than 0 and at most {FASTEST}/s", wrong()));
        }
        Duration::try_from_secs_f64(1.0 / per_second)
            .map(|interval| Self { interval })
            .map_err(|_| wrong())
    }

    /// How long so many take.
    pub(super) fn time_for(self, count: u64) -> Duration {
        let turns = u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX);
        self.interval.saturating_mul(turns)
    }
}

/// Gives turns at a rate; what was late is not made up for.
#[derive(Debug)]
pub(super) struct Pacer {
    rate: Rate,
    next: Instant,
}

impl Pacer {
    /// The first turn is at once.
    pub(super) fn new(rate: Rate) -> Self {
        Self { rate, next: Instant::now() }
    }

    /// Waits for the next turn.
    pub(super) async fn turn(&mut self) {
        sleep_until(self.next).await;
        // Timers wake a little late: the next turn counts from when this one was due.
        let due = Instant::now().checked_sub(self.rate.interval).unwrap_or(self.next);
        self.next = self.next.max(due) + self.rate.interval;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read() {
        for (text, micros) in
            [("10/s", 100_000), ("30/m", 2_000_000), (" 5 / h ", 720_000_000), ("4", 250_000)]
        {
            let rate = Rate { interval: Duration::from_micros(micros) };
            assert_eq!(Rate::parse(text), Ok(rate), "{text}");
        }
        for text in
            ["", "x", "0/s", "-1/s", "1/d", "1/", "/s", "NaN/s", "inf/s", "1e9/s", "1e-300/h"]
        {
            assert!(Rate::parse(text).expect_err(text).contains("10/s"), "{text}");
        }
        let rate = Rate::parse("10/s").expect("a rate");
        assert_eq!(rate.time_for(0), Duration::ZERO);
        assert_eq!(rate.time_for(11), Duration::from_secs(1));
    }

    #[tokio::test(start_paused = true)]
    async fn turns_come_at_the_rate_and_lateness_is_not_made_up_for() {
        let start = Instant::now();
        let mut pacer = Pacer::new(Rate::parse("10/s").expect("a rate"));
        for _ in 0..11 {
            pacer.turn().await;
        }
        assert_eq!(start.elapsed().as_millis() / 10, 100);
        tokio::time::advance(Duration::from_secs(60)).await;
        let late = Instant::now();
        for _ in 0..11 {
            pacer.turn().await;
        }
        let took = late.elapsed().as_millis();
        assert!((800..=1_010).contains(&took), "{took} ms");
    }
}
