use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::time::Duration;

use reqwest::header::HeaderMap;
use reqwest::{Client, RequestBuilder, Response, Url};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

use super::budget::AiBudget;
use super::error::AiError;
use super::prompt::Prompt;
use super::protocol::{Anthropic, Form, Gemini, OpenAi, Protocol, Question, Reply};
use super::refusal;
use super::spending::{Prices, Usage};
use crate::config::{ProviderKind, ProviderSettings};
use crate::guard::Guarded;
use crate::guard::http::{self, BodyError};
use crate::telemetry::trace;

/// Longest answer that is read, in bytes.
const MAX_BODY: usize = 4 * 1024 * 1024;
/// What we call ourselves.
const USER_AGENT: &str = concat!("leadctl/", env!("CARGO_PKG_VERSION"));
/// The forms of answer, strictest first.
const FORMS: [Form; 3] = [Form::Schema, Form::Json, Form::Plain];

/// One AI provider, behind its own guard.
pub struct Provider {
    http: Client,
    base: Url,
    key: Option<SecretString>,
    protocol: Box<dyn Protocol>,
    /// The model to ask.
    pub(super) model: String,
    /// The provider's name in `judged by`.
    pub(super) name: String,
    pub(super) guarded: Guarded,
    pub(super) budget: AiBudget,
    pub(super) prices: Prices,
    /// How long another process that asks the same is waited for.
    pub(super) patience: Duration,
    /// Which of [`FORMS`] it knows, as far as is known.
    form: AtomicU8,
}

/// What asking came to, and what it cost, which it does also where it came to nothing.
#[derive(Debug)]
pub struct Asked {
    /// What the model said, or why it is of no use.
    pub reply: Result<Reply, AiError>,
    /// What it cost.
    pub usage: Usage,
}

impl Provider {
    /// The provider that these settings name; asks nothing of the network yet.
    ///
    /// # Errors
    /// Its address or model is not acceptable, or no HTTP client can be made.
    pub fn from_settings(settings: &ProviderSettings, guarded: Guarded) -> Result<Self, AiError> {
        let name = settings.name.trim().to_owned();
        let base = http::base(settings.base())
            .map_err(|error| AiError::Address { name: name.clone(), error })?;
        let model = settings.model.trim().to_owned();
        if model.is_empty() {
            return Err(AiError::NoModel(name));
        }
        let timeout = Duration::from_secs(settings.timeout_secs.max(1));
        let http = http::client(&base, USER_AGENT, timeout)
            .map_err(|error| AiError::Client(error.to_string()))?;
        let protocol: Box<dyn Protocol> = match settings.kind {
            ProviderKind::OpenAi => Box::new(OpenAi),
            ProviderKind::Gemini => Box::new(Gemini),
            ProviderKind::Anthropic => Box::new(Anthropic),
        };
        Ok(Self {
            http,
            base,
            key: settings.api_key.clone().filter(|key| !key.expose_secret().trim().is_empty()),
            protocol,
            model,
            name,
            guarded,
            budget: AiBudget::default(),
            prices: Prices::of(settings),
            patience: timeout,
            form: AtomicU8::new(0),
        })
    }

    /// Where it is, without anything that stands in the address to sign in with.
    pub(super) fn place(&self) -> String {
        let port = self.base.port().map(|port| format!(":{port}")).unwrap_or_default();
        let host = self.base.host_str().unwrap_or_default();
        format!("{}://{host}{port}{}", self.base.scheme(), self.base.path().trim_end_matches('/'))
    }

    /// Its name, its model and where it is, for people.
    pub fn describe(&self) -> String {
        format!("{} {} at {}", self.name, self.model, self.place())
    }

    /// Asks for the list of models, once: whether the provider can be reached and takes the key.
    /// One that has no such list is reached all the same.
    ///
    /// # Errors
    /// See [`AiError`].
    pub async fn reach(&self) -> Result<(), AiError> {
        let request = self.http.get(self.protocol.models(&self.base));
        match self.send(request).await {
            Err(AiError::NoSuchModel { .. } | AiError::Refused { status: 405, .. }) => Ok(()),
            answer => answer.map(|_| ()),
        }
    }

    /// Asks something that is no judgement, in no special form: a model's own words come back.
    pub async fn ask(&self, system: &str, user: &str) -> Asked {
        let prompt = Prompt {
            task: system.to_owned(),
            warning: String::new(),
            user: user.to_owned(),
            numbers: Vec::new(),
        };
        let calls = AtomicU64::new(0);
        let reply = self.ask_in(Form::Plain, &prompt, &calls).await;
        Self::asked(reply, &calls)
    }

    /// Asks for judgements, in the strictest form that the provider knows; a failure that may pass
    /// is tried again.
    pub(super) async fn judge(&self, prompt: &Prompt) -> Asked {
        let calls = AtomicU64::new(0);
        loop {
            let known = self.form.load(Ordering::Relaxed);
            let form = FORMS[usize::from(known).min(FORMS.len() - 1)];
            let reply = self.ask_in(form, prompt, &calls).await;
            if matches!(reply, Err(AiError::Format { .. })) && form.laxer().is_some() {
                tracing::debug!(
                    provider = self.name,
                    ?form,
                    "the provider does not know this form of answer"
                );
                self.form.fetch_max(known + 1, Ordering::Relaxed);
                continue;
            }
            return Self::asked(reply, &calls);
        }
    }

    fn asked(reply: Result<Reply, AiError>, calls: &AtomicU64) -> Asked {
        let tokens = reply.as_ref().map(|reply| reply.tokens).unwrap_or_default();
        let usage = Usage::of(calls.load(Ordering::Relaxed), &tokens);
        Asked { reply: reply.and_then(Reply::checked), usage }
    }

    async fn ask_in(
        &self,
        form: Form,
        prompt: &Prompt,
        calls: &AtomicU64,
    ) -> Result<Reply, AiError> {
        let body = &self.protocol.write(&Question { model: &self.model, prompt, form });
        let once = |expected| async move {
            calls.fetch_add(1, Ordering::Relaxed);
            trace::note_what(&format!("judge posts: {}", prompt.numbers.len()));
            let reply = self.exchange(body).await?;
            let usage = Usage::of(1, &reply.tokens);
            let cost = self.prices.of_usage(&usage);
            trace::note_tokens(usage.input_tokens, usage.output_tokens, cost);
            self.budget.settle(expected, &reply.tokens).await;
            Ok(reply)
        };
        self.guarded.call(|| self.budget.take(prompt), once).await
    }

    async fn exchange(&self, body: &Value) -> Result<Reply, AiError> {
        let url = self.protocol.place(&self.base, &self.model);
        let response = self.send(self.http.post(url).json(body)).await?;
        let headers = response.headers().clone();
        let bytes = read(response).await?;
        self.understand(&headers, &bytes)
    }

    fn understand(&self, headers: &HeaderMap, bytes: &[u8]) -> Result<Reply, AiError> {
        let body: Value = serde_json::from_slice(bytes).map_err(|error| {
            if error.is_eof() && !bytes.trim_ascii().is_empty() {
                AiError::Truncated
            } else {
                AiError::Decode(
                    "it is no JSON; check the address, which ends with /v1 for most".to_owned(),
                )
            }
        })?;
        match refusal::in_answer(headers, &body, self.key()) {
            Some(error) => Err(error),
            None => self.protocol.read(&body),
        }
    }

    fn key(&self) -> Option<&str> {
        self.key.as_ref().map(ExposeSecret::expose_secret)
    }

    /// Sends a request with the key, and gives the answer where it is a good one.
    async fn send(&self, request: RequestBuilder) -> Result<Response, AiError> {
        let response = self.protocol.sign(request, self.key()).send().await.map_err(|error| {
            if error.is_timeout() {
                AiError::Timeout
            } else {
                AiError::Network(http::network_cause(&error.without_url()))
            }
        })?;
        trace::note_status(response.status().as_u16());
        if response.status().is_success() {
            return Ok(response);
        }
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        // A body that cannot be read changes nothing of what the status says.
        let body = http::body(response, MAX_BODY).await.unwrap_or_default();
        let said = serde_json::from_slice(&body)
            .unwrap_or_else(|_| Value::from(String::from_utf8_lossy(&body).into_owned()));
        Err(refusal::error(status, &headers, &said, self.key()))
    }
}

async fn read(response: Response) -> Result<Vec<u8>, AiError> {
    http::body(response, MAX_BODY).await.map_err(|error| match error {
        BodyError::TooLarge(max) => AiError::TooLarge(max),
        BodyError::Broken(error) if error.is_timeout() => AiError::Timeout,
        BodyError::Broken(_) => AiError::Truncated,
    })
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Provider").field("name", &self.name).finish_non_exhaustive()
    }
}

#[cfg(test)]
#[path = "provider_tests.rs"]
mod tests;
