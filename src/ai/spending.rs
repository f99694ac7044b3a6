//! What was asked, what that cost, and what may still be spent.

use serde::Serialize;

use super::error::{AiError, Spent};
use super::protocol::Tokens;
use crate::config::ProviderSettings;

/// Tokens that one judgement is likely to take, thoughts left out.
const TOKENS_PER_JUDGEMENT: u64 = 90;

/// What an AI provider was asked and what that cost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Usage {
    /// Requests sent, those tried again included.
    pub calls: u64,
    /// Tokens sent, as the provider counts them.
    pub input_tokens: u64,
    /// Those of them that the provider had in its cache.
    pub cached_tokens: u64,
    /// Tokens answered with.
    pub output_tokens: u64,
}

impl Usage {
    /// So many requests, the last of which was answered with these tokens.
    pub(super) fn of(calls: u64, tokens: &Tokens) -> Self {
        let &Tokens { input, cached, output } = tokens;
        Self { calls, input_tokens: input, cached_tokens: cached, output_tokens: output }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.calls += other.calls;
        self.input_tokens += other.input_tokens;
        self.cached_tokens += other.cached_tokens;
        self.output_tokens += other.output_tokens;
    }
}

/// What one model was asked, and what that cost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spending {
    /// The provider's name.
    pub provider: String,
    /// The model that was asked for.
    pub model: String,
    /// What it was asked.
    pub usage: Usage,
    /// Billionths of a US dollar, by the prices in the settings.
    pub nano_usd: u64,
}

/// What tokens cost, in billionths of a US dollar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prices {
    input: f64,
    cached: f64,
    output: f64,
}

impl Prices {
    /// As the settings of a provider say.
    pub fn of(settings: &ProviderSettings) -> Self {
        // A millionth of a dollar for a token is a thousand billionths.
        let nano = |per_million: f64| per_million * 1_000.0;
        let input = settings.price_input_per_million;
        Self {
            input: nano(input),
            cached: nano(settings.price_cached_per_million.unwrap_or(input)),
            output: nano(settings.price_output_per_million),
        }
    }

    /// What so much cost.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn of_usage(self, usage: &Usage) -> u64 {
        let cached = usage.cached_tokens.min(usage.input_tokens);
        let full = (usage.input_tokens - cached) as f64 * self.input;
        let rest = cached as f64 * self.cached + usage.output_tokens as f64 * self.output;
        (full + rest).round().max(0.0) as u64
    }

    /// What a request of so many tokens about so many posts is likely to cost.
    pub(super) fn expected(self, input_tokens: u64, posts: usize) -> u64 {
        let output_tokens = posts as u64 * TOKENS_PER_JUDGEMENT;
        self.of_usage(&Usage { input_tokens, output_tokens, ..Usage::default() })
    }
}

/// What may still be spent this month, in billionths of a US dollar; absent where nothing bounds it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Purse {
    /// By all users together.
    pub total: Option<u64>,
    /// By the user whose campaign it is.
    pub user: Option<u64>,
}

impl Purse {
    /// Whether there is enough for something that is likely to cost this. What costs nothing may
    /// always be had.
    ///
    /// # Errors
    /// [`AiError::Spent`] says which budget is too small.
    pub(super) fn allows(&self, nano_usd: u64) -> Result<(), AiError> {
        let short = |left: Option<u64>| left.is_some_and(|left| nano_usd > left);
        if short(self.total) {
            return Err(AiError::Spent(Spent::Total));
        }
        if short(self.user) {
            return Err(AiError::Spent(Spent::User));
        }
        Ok(())
    }

    /// Takes what something did cost.
    pub(super) fn take(&mut self, nano_usd: u64) {
        for left in [&mut self.total, &mut self.user].into_iter().flatten() {
            *left = left.saturating_sub(nano_usd);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_from_the_providers_cache_cost_their_own_price() {
        let settings = ProviderSettings {
            price_input_per_million: 2.0,
            price_cached_per_million: Some(0.5),
            price_output_per_million: 8.0,
            ..ProviderSettings::default()
        };
        let usage = Usage { calls: 1, input_tokens: 1_000, cached_tokens: 400, output_tokens: 100 };
        assert_eq!(Prices::of(&settings).of_usage(&usage), 1_200_000 + 200_000 + 800_000);
        let plain = ProviderSettings { price_cached_per_million: None, ..settings };
        assert_eq!(Prices::of(&plain).of_usage(&usage), 2_000_000 + 800_000);
    }

    #[test]
    fn a_purse_says_which_budget_is_spent() {
        let mut purse = Purse { total: Some(10), user: Some(5) };
        assert!(purse.allows(5).is_ok());
        assert!(matches!(purse.allows(6), Err(AiError::Spent(Spent::User))));
        assert!(matches!(purse.allows(11), Err(AiError::Spent(Spent::Total))));
        purse.take(7);
        assert_eq!(purse, Purse { total: Some(3), user: Some(0) });
        assert!(purse.allows(0).is_ok(), "what is free is not forbidden");
        assert!(Purse::default().allows(u64::MAX).is_ok());
    }
}
