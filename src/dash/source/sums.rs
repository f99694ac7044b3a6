//! How much happened in the last seconds, as a rate that does not jump.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

/// Counts of the last seconds.
#[derive(Debug)]
pub struct Sums<const N: usize> {
    span: Duration,
    since: Instant,
    counts: VecDeque<(Instant, [f64; N])>,
}

impl<const N: usize> Sums<N> {
    /// Of the last `span`, from now on.
    pub fn of(span: Duration) -> Self {
        Self { span, since: Instant::now(), counts: VecDeque::new() }
    }

    /// Adds what happened since the last time.
    pub fn add(&mut self, at: Instant, counts: [f64; N]) {
        self.counts.push_back((at, counts));
        while let Some((first, _)) = self.counts.front()
            && at.duration_since(*first) > self.span
        {
            // What is left happened after this.
            self.since = *first;
            self.counts.pop_front();
        }
    }

    /// All of it.
    pub fn totals(&self) -> [f64; N] {
        self.counts.iter().fold([0.0; N], |mut sum, (_, counts)| {
            sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            sum
        })
    }

    /// In a second; nothing before a second's worth is there.
    pub fn rates(&self) -> Option<[f64; N]> {
        let (last, _) = self.counts.back()?;
        let seconds = last.duration_since(self.since).as_secs_f64();
        (seconds >= 0.2).then(|| self.totals().map(|sum| sum / seconds))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn rates_are_those_of_the_last_seconds() {
        let mut sums = Sums::<2>::of(Duration::from_secs(10));
        assert_eq!(sums.rates(), None);
        for second in 0..30 {
            tokio::time::advance(Duration::from_secs(1)).await;
            let count = if second < 15 { 100.0 } else { 5.0 };
            sums.add(Instant::now(), [count, 0.0]);
        }
        assert_eq!(sums.rates(), Some([5.0, 0.0]));
    }
}
