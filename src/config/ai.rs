//! Settings of the AI providers: the one of the section `[ai]`, and the list `[[ai.providers]]`.

use secrecy::SecretString;
use serde::Deserialize;

/// Settings of the AI providers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AiSettings {
    /// Base of the one provider's API, as in `https://api.openai.com/v1`.
    pub base_url: Option<String>,
    /// What it speaks.
    pub kind: ProviderKind,
    /// Its key; some local providers need none.
    pub api_key: Option<SecretString>,
    /// The model to ask.
    pub model: String,
    /// Its name in `judged by`.
    pub provider: String,
    /// Most posts in one request, to whatever provider.
    pub batch: usize,
    /// Most tokens of posts in one request, as far as they can be guessed.
    pub batch_tokens: u64,
    /// Longest time for one request, in seconds.
    pub timeout_secs: u64,
    /// Price of a million tokens sent, in US dollars.
    pub price_input_per_million: f64,
    /// Price of a million tokens that the provider had in its cache; that of others where absent.
    pub price_cached_per_million: Option<f64>,
    /// Price of a million tokens answered with, in US dollars.
    pub price_output_per_million: f64,
    /// The provider that looks at everything first.
    pub first_pass: Option<String>,
    /// Most that all users together may spend in a month, in US dollars; 0 is no bound.
    pub budget_usd_per_month: f64,
    /// Most that each user may spend in a month, in US dollars; 0 is no bound.
    pub user_budget_usd_per_month: f64,
    /// More providers, in the order in which they are tried.
    #[serde(default)]
    pub providers: Vec<ProviderSettings>,
}

/// What an AI provider speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProviderKind {
    /// OpenAI's chat completions, as do Ollama, OpenRouter, Groq, Mistral and many others.
    #[default]
    OpenAi,
    /// Google's `generateContent`.
    Gemini,
    /// Anthropic's messages.
    Anthropic,
}

impl ProviderKind {
    /// Their names.
    pub const NAMES: &'static [&'static str] = &["openai", "gemini", "anthropic"];

    /// The address of whoever made it up.
    pub fn base_url(self) -> &'static str {
        match self {
            Self::OpenAi => "https://api.openai.com/v1",
            Self::Gemini => "https://generativelanguage.googleapis.com/v1beta",
            Self::Anthropic => "https://api.anthropic.com/v1",
        }
    }
}

/// Settings of one AI provider.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderSettings {
    /// Its name, in `judged by`, of its circuit breaker and in what was used.
    pub name: String,
    /// What it speaks.
    pub kind: ProviderKind,
    /// Base of its API; that of the kind where absent.
    pub base_url: Option<String>,
    /// Its key; some local providers need none.
    pub api_key: Option<SecretString>,
    /// The model to ask.
    pub model: String,
    /// Longest time for one request, in seconds.
    pub timeout_secs: u64,
    /// Price of a million tokens sent, in US dollars.
    pub price_input_per_million: f64,
    /// Price of a million tokens that the provider had in its cache; that of others where absent.
    pub price_cached_per_million: Option<f64>,
    /// Price of a million tokens answered with, in US dollars.
    pub price_output_per_million: f64,
}

impl Default for ProviderSettings {
    fn default() -> Self {
        Self {
            name: String::new(),
            kind: ProviderKind::default(),
            base_url: None,
            api_key: None,
            model: String::new(),
            timeout_secs: 60,
            price_input_per_million: 0.0,
            price_cached_per_million: None,
            price_output_per_million: 0.0,
        }
    }
}

impl ProviderSettings {
    /// The base of its API.
    pub fn base(&self) -> &str {
        let given = self.base_url.as_deref().map(str::trim).filter(|url| !url.is_empty());
        given.unwrap_or_else(|| self.kind.base_url())
    }
}

impl Default for AiSettings {
    /// As without a configuration: no provider.
    fn default() -> Self {
        Self {
            base_url: None,
            kind: ProviderKind::default(),
            api_key: None,
            model: "gpt-4o-mini".to_owned(),
            provider: "openai".to_owned(),
            batch: 20,
            batch_tokens: 4_000,
            timeout_secs: 60,
            price_input_per_million: 0.15,
            price_cached_per_million: None,
            price_output_per_million: 0.6,
            first_pass: None,
            budget_usd_per_month: 0.0,
            user_budget_usd_per_month: 0.0,
            providers: Vec::new(),
        }
    }
}

impl AiSettings {
    /// The providers in the order in which they are tried: the one of `ai.base_url`, where it is
    /// set, and then those of the list. Empty where the local rules judge.
    pub fn chain(&self) -> Vec<ProviderSettings> {
        let own = self.base_url.as_deref().is_some_and(|url| !url.trim().is_empty());
        let own = own.then(|| ProviderSettings {
            name: self.provider.clone(),
            kind: self.kind,
            base_url: self.base_url.clone(),
            api_key: self.api_key.clone(),
            model: self.model.clone(),
            timeout_secs: self.timeout_secs,
            price_input_per_million: self.price_input_per_million,
            price_cached_per_million: self.price_cached_per_million,
            price_output_per_million: self.price_output_per_million,
        });
        own.into_iter().chain(self.providers.iter().cloned()).collect()
    }

    /// The same settings with one judge alone: the provider of this name, or `rules`, the local rules.
    /// Nothing where there is no such provider.
    pub fn only(&self, judge: &str) -> Option<Self> {
        let mut chain = self.chain();
        chain.retain(|provider| provider.name.trim() == judge);
        if chain.is_empty() && judge != "rules" {
            return None;
        }
        Some(Self { base_url: None, first_pass: None, providers: chain, ..self.clone() })
    }

    /// The name of the provider that looks at everything first, where there is one.
    pub fn first_pass(&self) -> Option<&str> {
        self.first_pass.as_deref().map(str::trim).filter(|name| !name.is_empty())
    }
}
