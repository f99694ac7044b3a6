//! The calls that a rate is taken of.

use std::collections::VecDeque;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::config::Scope;
use crate::model::Timestamp;

/// Parts that a span is divided into; the oldest part is forgotten at a time.
const PARTS: i64 = 10;

/// How calls went.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Figures {
    /// Calls looked at.
    pub calls: u64,
    /// Those that failed.
    pub failed: u64,
    /// Those that were slow, failed or not.
    pub slow: u64,
    /// Share of failed ones, in percent; 0 where there was no call.
    pub failure_percent: f64,
    /// Share of slow ones, in percent; 0 where there was no call.
    pub slow_percent: f64,
}

impl Figures {
    /// With the shares.
    pub(super) fn of(calls: u64, failed: u64, slow: u64) -> Self {
        let share = |part: u64| {
            if calls == 0 {
                return 0.0;
            }
            #[allow(clippy::cast_precision_loss)]
            let percent = part as f64 * 100.0 / calls as f64;
            (percent * 10.0).round() / 10.0
        };
        Self { calls, failed, slow, failure_percent: share(failed), slow_percent: share(slow) }
    }
}

/// What a window remembers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Window {
    Calls(Ring),
    Span(Parts),
    InARow { failures: u32, total: (u64, u64, u64) },
}

/// The last calls, oldest first. Kept as a text with one letter for each.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Ring {
    calls: VecDeque<u8>,
    failed: u64,
    slow: u64,
}

const FAILED: u8 = 1;
const SLOW: u8 = 2;
const LETTERS: [char; 4] = ['.', 'f', 's', 'b'];

impl Serialize for Ring {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let text: String = self.calls.iter().map(|call| LETTERS[usize::from(call & 3)]).collect();
        s.serialize_str(&text)
    }
}

impl<'de> Deserialize<'de> for Ring {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        let mut ring = Self::default();
        for letter in text.chars() {
            let call = LETTERS.iter().position(|known| *known == letter);
            let call = call.and_then(|call| u8::try_from(call).ok());
            let call = call.ok_or_else(|| serde::de::Error::custom("not a window of calls"))?;
            ring.push(call, usize::MAX);
        }
        Ok(ring)
    }
}

impl Ring {
    fn push(&mut self, call: u8, most: usize) {
        self.failed += u64::from(call & FAILED != 0);
        self.slow += u64::from(call & SLOW != 0);
        self.calls.push_back(call);
        while self.calls.len() > most {
            let oldest = self.calls.pop_front().unwrap_or(0);
            self.failed -= u64::from(oldest & FAILED != 0);
            self.slow -= u64::from(oldest & SLOW != 0);
        }
    }
}

/// The last span in parts, oldest first; parts without a call are left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Parts {
    /// Length of a part, in milliseconds.
    each: i64,
    parts: VecDeque<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Part {
    /// Which one: its beginning divided by the length.
    n: i64,
    calls: u64,
    failed: u64,
    slow: u64,
}

impl Parts {
    fn record(&mut self, at: Timestamp, failed: bool, slow: bool) {
        let n = at.millis().div_euclid(self.each);
        let newest = self.parts.back().map(|part| part.n);
        if newest.is_none_or(|newest| newest < n) {
            self.parts.push_back(Part { n, calls: 0, failed: 0, slow: 0 });
            self.forget(n);
        }
        // What comes late from another process is counted to the newest part.
        if let Some(part) = self.parts.back_mut() {
            part.calls += 1;
            part.failed += u64::from(failed);
            part.slow += u64::from(slow);
        }
    }

    fn forget(&mut self, n: i64) {
        while self.parts.front().is_some_and(|part| part.n <= n - PARTS) {
            self.parts.pop_front();
        }
    }

    fn figures(&self, at: Timestamp) -> Figures {
        let n = at.millis().div_euclid(self.each);
        let (mut calls, mut failed, mut slow) = (0, 0, 0);
        for part in self.parts.iter().filter(|part| part.n > n - PARTS) {
            calls += part.calls;
            failed += part.failed;
            slow += part.slow;
        }
        Figures::of(calls, failed, slow)
    }
}

fn each(span: std::time::Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX).div_euclid(PARTS).max(1)
}

impl Window {
    /// An empty one.
    pub(super) fn new(scope: Scope) -> Self {
        match scope {
            Scope::Calls(_) => Self::Calls(Ring::default()),
            Scope::Span(span) | Scope::Sampled { span, .. } => {
                Self::Span(Parts { each: each(span), parts: VecDeque::new() })
            }
            Scope::InARow(_) => Self::InARow { failures: 0, total: (0, 0, 0) },
        }
    }

    /// Whether it is one for `scope`, as one that another version or another configuration has
    /// kept may not be.
    pub(super) fn fits(&self, scope: Scope) -> bool {
        match (self, scope) {
            (Self::Calls(ring), Scope::Calls(most)) => ring.calls.len() <= most as usize,
            (Self::Span(parts), Scope::Span(span) | Scope::Sampled { span, .. }) => {
                parts.each == each(span)
            }
            (Self::InARow { .. }, Scope::InARow(_)) => true,
            _ => false,
        }
    }

    pub(super) fn record(&mut self, scope: Scope, at: Timestamp, failed: bool, slow: bool) {
        match self {
            Self::Calls(ring) => {
                let most = match scope {
                    Scope::Calls(most) => most as usize,
                    _ => 1,
                };
                let call = if failed { FAILED } else { 0 } | if slow { SLOW } else { 0 };
                ring.push(call, most);
            }
            Self::Span(parts) => parts.record(at, failed, slow),
            Self::InARow { failures, total } => {
                *failures = if failed { failures.saturating_add(1) } else { 0 };
                total.0 += 1;
                total.1 += u64::from(failed);
                total.2 += u64::from(slow);
            }
        }
    }

    pub(super) fn figures(&self, at: Timestamp) -> Figures {
        match self {
            Self::Calls(ring) => Figures::of(ring.calls.len() as u64, ring.failed, ring.slow),
            Self::Span(parts) => parts.figures(at),
            Self::InARow { total: (calls, failed, slow), .. } => {
                Figures::of(*calls, *failed, *slow)
            }
        }
    }

    /// Failures in a row, where those are counted.
    pub(super) fn in_a_row(&self) -> Option<u32> {
        match self {
            Self::InARow { failures, .. } => Some(*failures),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_span_forgets_whole_parts() {
        let scope = Scope::Span(Duration::from_secs(10));
        let mut window = Window::new(scope);
        for secs in 0..10 {
            window.record(scope, Timestamp::from_secs(secs), secs < 3, false);
        }
        let at = |secs| window.figures(Timestamp::from_secs(secs));
        assert_eq!((at(9).calls, at(9).failed), (10, 3));
        assert_eq!((at(10).calls, at(10).failed), (9, 2));
        assert_eq!((at(12).calls, at(12).failed), (7, 0));
        assert_eq!(at(19).calls, 0);
    }

    #[test]
    fn windows_are_kept_and_restored() {
        for scope in [Scope::Calls(3), Scope::Span(Duration::from_secs(1)), Scope::InARow(2)] {
            let mut window = Window::new(scope);
            for n in 0..5 {
                window.record(scope, Timestamp::from_millis(n), n % 2 == 0, n == 3);
            }
            let text = serde_json::to_string(&window).unwrap();
            let again: Window = serde_json::from_str(&text).unwrap();
            assert_eq!(again, window, "{text}");
            assert!(again.fits(scope));
        }
        assert!(serde_json::from_str::<Window>(r#"{"calls":"..x"}"#).is_err());
    }
}
