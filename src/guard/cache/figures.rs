use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::entry::Cost;
use super::key::Kind;
use crate::model::text_enum;
use crate::telemetry::metrics;
use crate::telemetry::trace::{self, Lookups};

text_enum! {
    /// What is counted, for each kind.
    pub enum Count {
        /// Answers from memory.
        Memory = "memory",
        /// Answers from what all processes share.
        Shared = "shared",
        /// Answers whose time had passed, as the dependency was down.
        Stale = "stale",
        /// Lookups that found nothing: the dependency was asked.
        Misses = "misses",
        /// Entries that could not be read.
        Damaged = "damaged",
        /// Tokens that were not sent.
        SavedInput = "saved_input_tokens",
        /// Tokens that did not have to be answered with.
        SavedOutput = "saved_output_tokens",
        /// Money not spent, in billionths of a US dollar.
        SavedNanoUsd = "saved_nano_usd",
        /// Tokens sent for what is kept.
        SpentInput = "spent_input_tokens",
        /// Tokens answered with for what is kept.
        SpentOutput = "spent_output_tokens",
        /// Money spent for what is kept, in billionths of a US dollar.
        SpentNanoUsd = "spent_nano_usd",
        /// How often entries were removed by an operator; memory is forgotten when it grows.
        Generation = "generation",
    }
}

const KINDS: usize = Kind::ALL.len();
const COUNTS: usize = Count::ALL.len();

/// What this process has counted and not yet handed on.
#[derive(Debug, Default)]
pub(super) struct Figures {
    new: [[AtomicU64; COUNTS]; KINDS],
    /// Told to the metrics of this process, not yet to the other processes.
    pending: Mutex<Tally>,
}

/// Figures by their names, `KIND.COUNT`.
pub(super) type Tally = BTreeMap<String, u64>;

/// The name of a figure.
pub(super) fn name(kind: Kind, count: Count) -> String {
    format!("{kind}.{count}")
}

impl Figures {
    pub(super) fn add(&self, kind: Kind, count: Count, n: u64) {
        self.new[kind as usize][count as usize].fetch_add(n, Ordering::Relaxed);
        if count == Count::Misses {
            trace::looked_up(|| Lookups { of: kind.to_string(), misses: n, ..Lookups::default() });
        }
    }

    /// Counts an answer that did not have to be made.
    pub(super) fn hit(&self, kind: Kind, count: Count, cost: &Cost) {
        self.add(kind, count, 1);
        if *cost != Cost::default() {
            self.add(kind, Count::SavedInput, cost.input_tokens);
            self.add(kind, Count::SavedOutput, cost.output_tokens);
            self.add(kind, Count::SavedNanoUsd, cost.nano_usd);
        }
        trace::looked_up(|| Lookups {
            of: kind.to_string(),
            memory: u64::from(count == Count::Memory),
            shared: u64::from(count == Count::Shared),
            stale: u64::from(count == Count::Stale),
            saved_nano_usd: cost.nano_usd,
            ..Lookups::default()
        });
    }

    /// Counts what was spent on an answer.
    pub(super) fn spent(&self, kind: Kind, cost: &Cost) {
        self.add(kind, Count::SpentInput, cost.input_tokens);
        self.add(kind, Count::SpentOutput, cost.output_tokens);
        self.add(kind, Count::SpentNanoUsd, cost.nano_usd);
    }

    /// Tells the metrics of this process what is new.
    pub(super) fn publish(&self) {
        let mut pending = self.pending();
        for &kind in Kind::ALL {
            for &count in Count::ALL {
                let n = self.new[kind as usize][count as usize].swap(0, Ordering::Relaxed);
                if n > 0 {
                    *pending.entry(name(kind, count)).or_default() += n;
                    tell(kind, count, n);
                }
            }
        }
    }

    /// What the other processes have not been told.
    pub(super) fn take(&self) -> Tally {
        self.publish();
        std::mem::take(&mut *self.pending())
    }

    /// Gives back what could not be told.
    pub(super) fn give_back(&self, tally: Tally) {
        let mut pending = self.pending();
        for (name, n) in tally {
            *pending.entry(name).or_default() += n;
        }
    }

    fn pending(&self) -> MutexGuard<'_, Tally> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn tell(kind: Kind, count: Count, n: u64) {
    let kind = kind.as_str();
    match count {
        Count::Memory | Count::Shared | Count::Stale => {
            ::metrics::counter!(metrics::CACHE_LOOKUPS, "kind" => kind, "result" => count.as_str())
                .increment(n);
        }
        Count::Misses => {
            ::metrics::counter!(metrics::CACHE_LOOKUPS, "kind" => kind, "result" => "miss")
                .increment(n);
        }
        Count::Damaged => {
            ::metrics::counter!(metrics::CACHE_DAMAGED, "kind" => kind).increment(n);
        }
        Count::SavedNanoUsd => {
            ::metrics::counter!(metrics::CACHE_SAVED_USD, "kind" => kind).increment(n);
        }
        _ => {}
    }
}
