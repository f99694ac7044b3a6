use std::fmt::Write;

use axum::extract::Query;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::State;
use crate::model::Timestamp;
use crate::sandbox::score::truths;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    until: Option<Timestamp>,
}

/// One JSON object a line for each post that exists at `until`, or now.
pub(super) async fn truth(state: State, Query(asked): Query<Asked>) -> Response {
    let now = state.now();
    let until = asked.until.unwrap_or(now).min(now);
    let options = state.world.options().clone();
    // Making thousands of posts takes long enough to keep it off the threads that answer.
    let lines = tokio::task::spawn_blocking(move || {
        let mut lines = String::new();
        for truth in truths(&options, until) {
            let line = serde_json::to_string(&truth)?;
            let _ = writeln!(lines, "{line}");
        }
        Ok::<_, serde_json::Error>(lines)
    });
    match lines.await {
        Ok(Ok(lines)) => ([(header::CONTENT_TYPE, "application/x-ndjson")], lines).into_response(),
        Ok(Err(error)) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
