use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use reqwest::header::RETRY_AFTER;
use reqwest::{Client, RequestBuilder, Response, Url};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::answer::{Completion, completion, error_message};
use super::budget::AiBudget;
use super::error::AiError;
use super::judge::{Prices, Usage};
use super::prompt::{Prompt, schema};
use crate::config::AiSettings;
use crate::guard::Guarded;
use crate::guard::http::{self, BodyError};
use crate::telemetry::trace;

/// Longest answer that is read, in bytes.
const MAX_BODY: usize = 4 * 1024 * 1024;
/// What we call ourselves.
const USER_AGENT: &str = concat!("leadctl/", env!("CARGO_PKG_VERSION"));

/// A provider that speaks OpenAI's chat completions.
pub(super) struct Provider {
    http: Client,
    base: Url,
    key: Option<SecretString>,
    /// The model to ask.
    pub(super) model: String,
    /// The provider's name in `judged by`.
    pub(super) name: String,
    pub(super) guarded: Guarded,
    pub(super) budget: AiBudget,
    prices: Prices,
    /// The provider does not know JSON schemas, only plain JSON.
    plain_json: AtomicBool,
}

/// What asking came to, and what it cost, which it does also where it came to nothing.
pub(super) struct Asked {
    pub(super) answer: Result<Answer, AiError>,
    pub(super) usage: Usage,
}

/// A model's text.
pub(super) struct Answer {
    pub(super) content: String,
    /// The model that answered.
    pub(super) model: String,
}

impl Provider {
    /// The provider at `base_url`; asks nothing of the network yet.
    pub(super) fn new(
        base_url: &str,
        settings: &AiSettings,
        guarded: Guarded,
    ) -> Result<Self, AiError> {
        let base = http::base(base_url).map_err(AiError::Address)?;
        let model = settings.model.trim().to_owned();
        if model.is_empty() {
            return Err(AiError::NoModel);
        }
        let timeout = Duration::from_secs(settings.timeout_secs.max(1));
        let http = http::client(&base, USER_AGENT, timeout)
            .map_err(|error| AiError::Client(error.to_string()))?;
        let key = settings.api_key.clone().filter(|key| !key.expose_secret().is_empty());
        let name = settings.provider.trim().to_owned();
        let (plain_json, budget) = (AtomicBool::new(false), AiBudget::default());
        let prices = Prices::of(settings);
        Ok(Self { http, base, key, model, name, guarded, budget, prices, plain_json })
    }

    /// Where it is, without anything that stands in the address to sign in with.
    pub(super) fn place(&self) -> String {
        let port = self.base.port().map(|port| format!(":{port}")).unwrap_or_default();
        let host = self.base.host_str().unwrap_or_default();
        format!("{}://{host}{port}{}", self.base.scheme(), self.base.path().trim_end_matches('/'))
    }

    /// Asks for the list of models, once: whether the provider can be reached and takes the key.
    /// One that has no such list is reached all the same.
    pub(super) async fn reach(&self) -> Result<(), AiError> {
        match self.send(self.http.get(http::join(&self.base, ["models"]))).await {
            Err(AiError::Refused { status: 404 | 405, .. }) => Ok(()),
            answer => answer.map(|_| ()),
        }
    }

    /// Asks once; a failure that may pass is tried again.
    pub(super) async fn ask(&self, prompt: &Prompt) -> Asked {
        let calls = AtomicU64::new(0);
        let mut result = self.ask_in_form(prompt, &calls).await;
        if matches!(result, Err(AiError::Format { .. }))
            && !self.plain_json.swap(true, Ordering::Relaxed)
        {
            tracing::debug!(
                "the provider knows no JSON schemas: asking for plain JSON from now on"
            );
            result = self.ask_in_form(prompt, &calls).await;
        }
        let calls = calls.into_inner();
        match result {
            Ok(Completion { content, model, usage }) => Asked {
                answer: content.map(|content| Answer {
                    content,
                    model: model.unwrap_or_else(|| self.model.clone()),
                }),
                usage: Usage { calls, ..usage },
            },
            Err(error) => Asked { answer: Err(error), usage: Usage { calls, ..Usage::default() } },
        }
    }

    async fn ask_in_form(&self, prompt: &Prompt, calls: &AtomicU64) -> Result<Completion, AiError> {
        let body = &self.request(prompt);
        let once = |expected| async move {
            calls.fetch_add(1, Ordering::Relaxed);
            trace::note_what(&prompt.about);
            let answer = completion(&self.post(body).await?)?;
            let (input, output) = (answer.usage.input_tokens, answer.usage.output_tokens);
            trace::note_tokens(input, output, self.prices.of_tokens(input, output));
            self.budget.settle(expected, &answer.usage).await;
            Ok(answer)
        };
        self.guarded.call(|| self.budget.take(prompt), once).await
    }

    fn request(&self, prompt: &Prompt) -> Value {
        let form = if self.plain_json.load(Ordering::Relaxed) {
            json!({"type": "json_object"})
        } else {
            let schema = json!({"name": "judgements", "strict": true, "schema": schema()});
            json!({"type": "json_schema", "json_schema": schema})
        };
        json!({
            "model": self.model,
            "messages": [
                {"role": "system", "content": prompt.system},
                {"role": "user", "content": prompt.user},
            ],
            "response_format": form,
        })
    }

    async fn post(&self, body: &Value) -> Result<Vec<u8>, AiError> {
        let url = http::join(&self.base, ["chat", "completions"]);
        let response = self.send(self.http.post(url).json(body)).await?;
        http::body(response, MAX_BODY).await.map_err(|error| match error {
            BodyError::TooLarge(max) => AiError::TooLarge(max),
            BodyError::Broken(error) if error.is_timeout() => AiError::Timeout,
            BodyError::Broken(_) => AiError::Truncated,
        })
    }

    /// Sends a request with the key, and gives the answer where it is a good one.
    async fn send(&self, mut request: RequestBuilder) -> Result<Response, AiError> {
        if let Some(key) = &self.key {
            request = request.bearer_auth(key.expose_secret());
        }
        let response = request.send().await.map_err(|error| {
            if error.is_timeout() {
                AiError::Timeout
            } else {
                AiError::Network(http::network_cause(&error.without_url()))
            }
        })?;
        trace::note_status(response.status().as_u16());
        if !response.status().is_success() {
            return Err(self.refusal(response).await);
        }
        Ok(response)
    }

    async fn refusal(&self, response: Response) -> AiError {
        let status = response.status().as_u16();
        let retry_after = http::wait_secs(response.headers().get(RETRY_AFTER));
        match status {
            401 | 403 => return AiError::Unauthorized { status },
            408 => return AiError::Timeout,
            429 => return AiError::RateLimited { retry_after },
            500.. => return AiError::Server { status, retry_after },
            _ => {}
        }
        // A body that cannot be read changes nothing of what the status says.
        let body = http::body(response, MAX_BODY).await.unwrap_or_default();
        let text = String::from_utf8_lossy(&body);
        let of_form = text.contains("response_format") || text.contains("json_schema");
        if matches!(status, 400 | 422) && of_form {
            return AiError::Format { status };
        }
        let said = serde_json::from_slice(&body).ok().as_ref().and_then(error_message);
        AiError::Refused { status, message: self.without_key(said) }
    }

    /// Some providers quote the key that they refuse.
    fn without_key(&self, said: Option<String>) -> String {
        let said = said.unwrap_or_else(|| "without a reason".to_owned());
        match &self.key {
            Some(key) => said.replace(key.expose_secret(), "[key]"),
            None => said,
        }
    }
}
