//! The way to the collector.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use axum::body::Bytes;
use axum::http::{Request, Response};
use opentelemetry_http::{HttpClient, HttpError};
use reqwest::redirect;
use tokio::runtime::Handle;

/// Longest time for one batch of spans.
const TIMEOUT: Duration = Duration::from_secs(5);

/// Sends from the runtime of the process, whatever thread asks for it.
#[derive(Debug, Clone)]
pub(super) struct Client {
    http: reqwest::Client,
    runtime: Handle,
    away: Arc<AtomicBool>,
}

impl Client {
    /// For a process with this runtime.
    pub(super) fn new(runtime: Handle) -> reqwest::Result<Self> {
        let http = reqwest::Client::builder()
            .timeout(TIMEOUT)
            .redirect(redirect::Policy::none())
            .build()?;
        Ok(Self { http, runtime, away: Arc::default() })
    }

    async fn send(&self, request: Request<Bytes>) -> reqwest::Result<Response<Bytes>> {
        let response = self.http.execute(request.try_into()?).await?;
        let status = response.status();
        let mut answer = Response::new(response.bytes().await?);
        *answer.status_mut() = status;
        Ok(answer)
    }

    /// Tells once that the collector is away, and once that it is back.
    fn tell(&self, problem: Option<&str>) {
        let was_away = self.away.swap(problem.is_some(), Ordering::Relaxed);
        match (was_away, problem) {
            (false, Some(why)) => {
                tracing::warn!(why, "spans cannot be exported; all else goes on");
            }
            (true, None) => tracing::info!("spans are exported again"),
            _ => {}
        }
    }
}

#[async_trait]
impl HttpClient for Client {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let client = self.clone();
        let sent = self.runtime.spawn(async move { client.send(request).await }).await;
        // The address may hold what lets one in.
        let result = sent?.map_err(reqwest::Error::without_url);
        match &result {
            Ok(answer) if answer.status().is_success() => self.tell(None),
            Ok(answer) => self.tell(Some(&format!("the collector answered {}", answer.status()))),
            Err(error) => self.tell(Some(&crate::guard::http::network_cause(error))),
        }
        Ok(result?)
    }
}
