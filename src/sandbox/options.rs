//! What the invented posts are made from, and when each of them is posted.

use std::time::Duration;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use crate::model::{PostKind, Timestamp};

/// Over how long the backlog is spread.
const BACKLOG_SPAN: Duration = Duration::from_secs(14 * 86_400);
/// Milliseconds of a day.
const DAY_MS: f64 = 86_400_000.0;
/// How far the daily rhythm moves a post, as a part of a day. Below `1 / 2π` the order is kept.
const RHYTHM: f64 = 0.11;

/// What the invented posts are made from: the same options give the same posts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SandboxOptions {
    /// What chance is drawn from.
    pub seed: u64,
    /// New posts a minute from the epoch on; none where 0.
    pub rate_per_minute: f64,
    /// Number of posts in the 14 days before the epoch.
    pub backlog: u32,
    /// When new posts begin.
    pub epoch: Timestamp,
}

impl SandboxOptions {
    /// The source of chance for one purpose of post `n`.
    pub(super) fn chance(&self, n: u64, purpose: u64) -> ChaCha8Rng {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&self.seed.to_le_bytes());
        key[8..16].copy_from_slice(&n.to_le_bytes());
        key[16..24].copy_from_slice(&purpose.to_le_bytes());
        ChaCha8Rng::from_seed(key)
    }

    /// When post `n` is posted. Never earlier than post `n - 1`.
    pub fn created_at(&self, n: u64) -> Timestamp {
        let backlog = u64::from(self.backlog);
        if n < backlog {
            return self.backlog_at(n);
        }
        if self.rate_per_minute <= 0.0 || !self.rate_per_minute.is_finite() {
            return Timestamp::from_millis(i64::MAX);
        }
        let offset = (n - backlog) as f64 * 60_000.0 / self.rate_per_minute;
        Timestamp::from_millis(self.epoch.millis().saturating_add(offset.round() as i64))
    }

    /// A place of its own for each post in the 14 days, by chance within it, then drawn towards
    /// the afternoon in UTC, when most is posted.
    fn backlog_at(&self, n: u64) -> Timestamp {
        let start = self.epoch.minus(BACKLOG_SPAN).millis();
        let place = n as f64 + self.chance(n, 1).random_range(0.0..1.0);
        let even = start as f64 + place / f64::from(self.backlog) * BACKLOG_SPAN.as_millis() as f64;
        let pull = |at: f64| ((at / DAY_MS - 15.0 / 24.0) * std::f64::consts::TAU).sin();
        // Nothing is moved at the ends, which are whole days apart.
        let moved = (even - RHYTHM * DAY_MS * (pull(even) - pull(start as f64))) as i64;
        Timestamp::from_millis(moved.clamp(start, self.epoch.millis() - 1))
    }

    /// How many posts there are at `now`: those with numbers below it.
    pub fn count_at(&self, now: Timestamp) -> u64 {
        let backlog = u64::from(self.backlog);
        if now < self.epoch {
            return first_after(0, backlog, |n| self.created_at(n) > now);
        }
        if self.rate_per_minute <= 0.0 || !self.rate_per_minute.is_finite() {
            return backlog;
        }
        let minutes = now.since(self.epoch).as_millis() as f64 / 60_000.0;
        let about = backlog + (minutes * self.rate_per_minute) as u64;
        first_after(about.saturating_sub(2).max(backlog), about + 3, |n| self.created_at(n) > now)
    }

    /// The fullname of post `n`.
    pub fn fullname(&self, n: u64, kind: PostKind) -> String {
        let prefix = match kind {
            PostKind::Submission => "t3_",
            PostKind::Comment => "t1_",
        };
        format!("{prefix}{}", base36(self.id_offset() + n))
    }

    /// The number of the post with this fullname, whether it exists yet or not.
    pub fn number(&self, fullname: &str) -> Option<u64> {
        let id = fullname.strip_prefix("t3_").or_else(|| fullname.strip_prefix("t1_"))?;
        u64::from_str_radix(id, 36).ok()?.checked_sub(self.id_offset())
    }

    /// Where the ids of this seed begin; seven characters long, as Reddit's are.
    fn id_offset(&self) -> u64 {
        let hash = blake3::hash(&self.seed.to_le_bytes());
        let mixed = u64::from_le_bytes(hash.as_bytes()[..8].try_into().unwrap_or([0; 8]));
        // 36^6 to a bit below 36^7, so that posts to come keep the length.
        2_176_782_336 + mixed % 70_000_000_000
    }
}

/// The first number in `low..high` for which `after` holds, else `high`.
fn first_after(mut low: u64, mut high: u64, after: impl Fn(u64) -> bool) -> u64 {
    while low < high {
        let middle = low + (high - low) / 2;
        if after(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

/// A number in base 36, as Reddit writes ids.
pub(super) fn base36(mut n: u64) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut text = Vec::new();
    loop {
        text.push(char::from(DIGITS[(n % 36) as usize]));
        n /= 36;
        if n == 0 {
            return text.iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> SandboxOptions {
        let epoch = Timestamp::from_secs(1_780_000_000);
        SandboxOptions { seed: 7, rate_per_minute: 30.0, backlog: 300, epoch }
    }

    #[test]
    fn times_rise_and_the_backlog_lies_within_14_days_before_the_epoch() {
        let options = options();
        let start = options.epoch.minus(BACKLOG_SPAN);
        for n in 0..400 {
            let at = options.created_at(n);
            assert_eq!(at < options.epoch, n < 300, "{n}");
            assert!(at >= start);
            assert!(n == 0 || options.created_at(n - 1) <= at, "{n}");
        }
    }

    #[test]
    fn the_count_agrees_with_the_times() {
        let options = options();
        for n in [0, 1, 17, 298, 299, 300, 301, 350, 100_000] {
            let at = options.created_at(n);
            assert_eq!(options.count_at(at), n + 1, "at post {n}");
            assert_eq!(options.count_at(at.minus(Duration::from_millis(1))), n, "before post {n}");
        }
    }

    #[test]
    fn without_a_rate_nothing_comes_after_the_backlog() {
        let options = SandboxOptions { rate_per_minute: 0.0, ..options() };
        assert_eq!(options.count_at(options.epoch.plus(Duration::from_secs(1_000_000))), 300);
    }

    #[test]
    fn fullnames_lead_back_to_numbers() {
        let options = options();
        for n in [0, 5, 299, 1_000_000] {
            let name = options.fullname(n, PostKind::Submission);
            assert_eq!(name.len(), 10);
            assert_eq!(options.number(&name), Some(n));
        }
        assert_eq!(options.number("t3_zz"), None);
        assert_eq!(options.number("nonsense"), None);
    }
}
