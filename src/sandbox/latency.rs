//! How long answers take.

use std::str::FromStr;
use std::time::Duration;

/// Standard deviations from the middle to the 99th percentile of a normal distribution.
const Z99: f64 = 2.326_347_874;
/// Longest time that an answer is drawn to take.
const LONGEST: Duration = Duration::from_secs(120);
/// Profiles that have a name.
const NAMED: &[(&str, u64, u64)] =
    &[("local", 2, 10), ("typical", 180, 900), ("slow", 900, 4_000), ("awful", 3_000, 20_000)];

/// How long answers take: half of them no longer than `p50`, all but one in a hundred no longer than
/// `p99`, drawn from a log-normal distribution, as the times of services on a network are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Latency {
    /// The median.
    pub p50: Duration,
    /// The 99th percentile; at least the median.
    pub p99: Duration,
}

impl Latency {
    /// The names of profiles, with their times.
    pub fn named() -> impl Iterator<Item = (&'static str, Self)> {
        NAMED.iter().map(|&(name, p50, p99)| {
            let (p50, p99) = (Duration::from_millis(p50), Duration::from_millis(p99));
            (name, Self { p50, p99 })
        })
    }

    /// The time for two draws from 0 up to 1, made normal by the method of Box and Muller.
    pub fn of_chance(&self, one: f64, other: f64) -> Duration {
        let normal = (-2.0 * (1.0 - one).ln()).sqrt() * (std::f64::consts::TAU * other).cos();
        let (p50, p99) = (self.p50.as_secs_f64(), self.p99.as_secs_f64());
        if p50 <= 0.0 {
            return Duration::ZERO;
        }
        let sigma = (p99 / p50).ln() / Z99;
        let secs = p50 * (sigma * normal).exp();
        Duration::try_from_secs_f64(secs).unwrap_or(LONGEST).min(LONGEST)
    }
}

impl FromStr for Latency {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some((_, latency)) = Self::named().find(|(name, _)| *name == text) {
            return Ok(latency);
        }
        let names: Vec<&str> = NAMED.iter().map(|(name, ..)| *name).collect();
        let usage =
            || format!("neither a profile ({}) nor P50,P99 as in 200ms,1s", names.join(", "));
        let (p50, p99) = text.split_once(',').ok_or_else(usage)?;
        let span = |text: &str| humantime::parse_duration(text.trim()).map_err(|_| usage());
        let (p50, p99) = (span(p50)?, span(p99)?);
        if p99 < p50 {
            return Err("the 99th percentile is below the median".to_owned());
        }
        Ok(Self { p50, p99 })
    }
}

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    use super::*;

    #[test]
    fn percentiles_are_what_was_asked_for() {
        let latency: Latency = "200ms,1s".parse().unwrap();
        let mut chance = ChaCha8Rng::seed_from_u64(7);
        let mut drawn: Vec<Duration> = (0..20_000)
            .map(|_| {
                latency.of_chance(chance.random_range(0.0..1.0), chance.random_range(0.0..1.0))
            })
            .collect();
        drawn.sort();
        let near = |at: usize, wanted: f64| (drawn[at].as_secs_f64() / wanted - 1.0).abs() < 0.1;
        assert!(near(10_000, 0.2) && near(19_800, 1.0), "{:?} {:?}", drawn[10_000], drawn[19_800]);
    }

    #[test]
    fn profiles_have_names_and_nonsense_is_refused() {
        assert_eq!(
            "typical".parse(),
            Ok(Latency { p50: Duration::from_millis(180), p99: Duration::from_millis(900) })
        );
        for bad in ["", "fast", "1s", "2s,1s", "x,y"] {
            assert!(bad.parse::<Latency>().is_err(), "{bad}");
        }
        let none: Latency = "0s,0s".parse().unwrap();
        assert_eq!(none.of_chance(0.5, 0.5), Duration::ZERO);
    }
}
