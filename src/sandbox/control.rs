//! The way to a running sandbox: orders faults and reads what it was asked.

use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::fault::{FaultOrder, SandboxStats};
use crate::guard::http::{AddressError, base, client, join, network_cause};

/// Longest wait for an answer, which comes from this machine.
const WAIT: Duration = Duration::from_secs(5);
/// What we call ourselves.
const USER_AGENT: &str = concat!("leadctl/", env!("CARGO_PKG_VERSION"));

/// What can go wrong on the way to a sandbox.
#[derive(Debug, thiserror::Error)]
pub enum ControlError {
    /// Its address cannot be used.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// Nobody answers.
    #[error("no sandbox answers on {url} ({cause})")]
    Unreachable {
        /// Where it was looked for.
        url: String,
        /// What happened.
        cause: String,
    },
    /// Somebody answers, but not as a sandbox of this version does.
    #[error("what answers on {url} is no sandbox that takes this (HTTP {status}): {said}")]
    Refused {
        /// Where.
        url: String,
        /// The HTTP status.
        status: u16,
        /// Its words.
        said: String,
    },
}

/// A running sandbox.
#[derive(Debug, Clone)]
pub struct SandboxControl {
    http: reqwest::Client,
    url: reqwest::Url,
}

impl SandboxControl {
    /// The sandbox on `url`, as in `http://127.0.0.1:40123`; asks nothing yet.
    ///
    /// # Errors
    /// [`ControlError::Address`], [`ControlError::Unreachable`] where no client can be made.
    pub fn new(url: &str) -> Result<Self, ControlError> {
        let url = base(url)?;
        let http = client(&url, USER_AGENT, WAIT).map_err(|e| unreachable(&url, &e))?;
        Ok(Self { http, url })
    }

    /// Where it is.
    pub fn url(&self) -> String {
        self.url.as_str().trim_end_matches('/').to_owned()
    }

    /// Makes a fault hold; gives all that hold now.
    ///
    /// # Errors
    /// See [`ControlError`].
    pub async fn order(&self, order: &FaultOrder) -> Result<SandboxStats, ControlError> {
        self.answer(self.http.post(self.at("faults")).json(order)).await
    }

    /// Ends all faults; gives how many there were.
    ///
    /// # Errors
    /// See [`ControlError`].
    pub async fn clear(&self) -> Result<u64, ControlError> {
        let cleared: Cleared = self.answer(self.http.delete(self.at("faults"))).await?;
        Ok(cleared.cleared)
    }

    /// What it was asked.
    ///
    /// # Errors
    /// See [`ControlError`].
    pub async fn stats(&self) -> Result<SandboxStats, ControlError> {
        self.answer(self.http.get(self.at("stats"))).await
    }

    fn at(&self, what: &str) -> reqwest::Url {
        join(&self.url, ["sandbox", what])
    }

    async fn answer<T: DeserializeOwned>(
        &self,
        request: reqwest::RequestBuilder,
    ) -> Result<T, ControlError> {
        let sent = request.send().await.map_err(|e| unreachable(&self.url, &e.without_url()))?;
        let status = sent.status();
        let body = crate::guard::http::body(sent, 1 << 20).await;
        let refused = |said: String| ControlError::Refused {
            url: self.url(),
            status: status.as_u16(),
            said: said.chars().take(200).collect(),
        };
        let body = body.map_err(|error| refused(error.to_string()))?;
        if !status.is_success() {
            return Err(refused(String::from_utf8_lossy(&body).into_owned()));
        }
        serde_json::from_slice(&body).map_err(|error| refused(error.to_string()))
    }
}

/// How many faults were ended.
#[derive(Debug, Deserialize)]
struct Cleared {
    cleared: u64,
}

fn unreachable(url: &reqwest::Url, error: &reqwest::Error) -> ControlError {
    let url = url.as_str().trim_end_matches('/').to_owned();
    ControlError::Unreachable { url, cause: network_cause(error) }
}
