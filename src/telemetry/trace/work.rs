use serde::{Deserialize, Serialize};

/// Most steps that are kept of an attempt.
const MOST_STEPS: usize = 100;
/// Most ids of leads that are kept of an attempt.
const MOST_LEADS: usize = 50;

/// What an attempt at a job did.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    /// In the order in which they ended; the first hundred.
    pub steps: Vec<Step>,
    /// Steps that are not kept; they are in the totals.
    pub steps_left_out: u64,
    /// All of it in figures.
    pub totals: Totals,
    /// Ids of new leads, the first fifty.
    pub leads: Vec<String>,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Step {
    /// A dependency was called, or would have been.
    Call(Call),
    /// The cache was looked into.
    Cache(Lookups),
}

/// One call of a dependency, with its retries.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Call {
    /// Which: `reddit`, `ai:` and the provider's name, `webhook`.
    pub target: String,
    /// What was asked, in a few words.
    pub what: Option<String>,
    /// When it began, in milliseconds since the attempt did.
    pub at_ms: u64,
    /// How long it took, waits and retries included, in milliseconds.
    pub took_ms: u64,
    /// `ok`, `failed`, or `rejected` by an open breaker.
    pub outcome: String,
    /// How the breaker before it stood at the last try; absent where there is none.
    pub breaker: Option<String>,
    /// Requests made; 0 where none was.
    pub tries: u32,
    /// The status of the last answer.
    pub status: Option<u16>,
    /// What went wrong.
    pub error: Option<String>,
    /// Tokens sent.
    pub input_tokens: u64,
    /// Tokens answered with.
    pub output_tokens: u64,
    /// Billionths of a US dollar, by the prices in `ai.price_*`.
    pub nano_usd: u64,
}

/// Lookups in the cache that came one after the other.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Lookups {
    /// Of which kind: `ai`, `reddit`.
    pub of: String,
    /// When the first was, in milliseconds since the attempt began.
    pub at_ms: u64,
    /// Answered by the memory of the worker.
    pub memory: u64,
    /// Answered by what all processes share.
    pub shared: u64,
    /// Answered by what had ended, as the dependency was down.
    pub stale: u64,
    /// Not answered.
    pub misses: u64,
    /// Billionths of a US dollar not spent.
    pub saved_nano_usd: u64,
}

/// Figures of an attempt, or of all attempts at a job.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Totals {
    /// Calls of dependencies.
    pub calls: u64,
    /// Requests made beyond the first of each call.
    pub retries: u64,
    /// Calls that failed or were rejected.
    pub failed_calls: u64,
    /// Milliseconds spent in calls.
    pub calls_ms: u64,
    /// Answers from the cache.
    pub cache_hits: u64,
    /// Lookups without an answer.
    pub cache_misses: u64,
    /// Tokens sent.
    pub input_tokens: u64,
    /// Tokens answered with.
    pub output_tokens: u64,
    /// Billionths of a US dollar spent.
    pub nano_usd: u64,
    /// Billionths of a US dollar that the cache saved.
    pub saved_nano_usd: u64,
    /// New leads.
    pub leads: u64,
}

impl Totals {
    /// Adds another's figures.
    pub fn add(&mut self, other: &Self) {
        self.calls += other.calls;
        self.retries += other.retries;
        self.failed_calls += other.failed_calls;
        self.calls_ms += other.calls_ms;
        self.cache_hits += other.cache_hits;
        self.cache_misses += other.cache_misses;
        self.input_tokens += other.input_tokens;
        self.output_tokens += other.output_tokens;
        self.nano_usd += other.nano_usd;
        self.saved_nano_usd += other.saved_nano_usd;
        self.leads += other.leads;
    }
}

impl Work {
    pub(super) fn called(&mut self, call: Call) {
        let totals = &mut self.totals;
        totals.calls += 1;
        totals.retries += u64::from(call.tries.saturating_sub(1));
        totals.failed_calls += u64::from(call.outcome != "ok");
        totals.calls_ms += call.took_ms;
        totals.input_tokens += call.input_tokens;
        totals.output_tokens += call.output_tokens;
        totals.nano_usd += call.nano_usd;
        self.push(Step::Call(call));
    }

    /// Adds a lookup to the step before it, where that looked for the same.
    pub(super) fn looked_up(&mut self, lookup: Lookups) {
        let hits = lookup.memory + lookup.shared + lookup.stale;
        self.totals.cache_hits += hits;
        self.totals.cache_misses += lookup.misses;
        self.totals.saved_nano_usd += lookup.saved_nano_usd;
        if let Some(Step::Cache(before)) = self.steps.last_mut()
            && before.of == lookup.of
            && self.steps_left_out == 0
        {
            before.memory += lookup.memory;
            before.shared += lookup.shared;
            before.stale += lookup.stale;
            before.misses += lookup.misses;
            before.saved_nano_usd += lookup.saved_nano_usd;
            return;
        }
        self.push(Step::Cache(lookup));
    }

    pub(super) fn found(&mut self, leads: &[String]) {
        self.totals.leads += leads.len() as u64;
        let room = MOST_LEADS.saturating_sub(self.leads.len());
        self.leads.extend(leads.iter().take(room).cloned());
    }

    fn push(&mut self, step: Step) {
        if self.steps.len() < MOST_STEPS {
            self.steps.push(step);
        } else {
            self.steps_left_out += 1;
        }
    }
}
