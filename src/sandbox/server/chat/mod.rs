//! The chat API: a model that knows the truth, mostly.
//!
//! - [`dialect`]: how OpenAI, Gemini and Anthropic are asked, and answer
//! - [`mod@verdict`]: what the model says of a post

mod dialect;
mod verdict;

use std::sync::Arc;

use axum::extract::Path;
use axum::extract::rejection::JsonRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Json, Router};
use serde_json::{Value, json};

use super::access::credentials;
use super::{Shared, State};
use crate::sandbox::obedient::{Task, TaskPost, Told, hear};
use dialect::{Dialect, Question};
use verdict::verdict;

/// The only key.
const KEY: &str = "sandbox";
/// The only model.
const MODEL: &str = "sandbox-1";

/// Marks a request that the model answers in obedience to whatever reaches it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Obedient;

/// The chat API, in three dialects under one address.
pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/chat/completions", post(openai))
        .route("/messages", post(anthropic))
        .route("/models", get(models))
        .route("/models/{call}", post(gemini))
}

type Body = Result<Json<Value>, JsonRejection>;
type Marked = Option<Extension<Obedient>>;

async fn models(headers: HeaderMap) -> Response {
    if !knows_key(&headers) {
        return wrong_key();
    }
    let model = json!({"id": MODEL, "object": "model", "created": 0, "owned_by": "sandbox"});
    Json(json!({"object": "list", "data": [model]})).into_response()
}

async fn openai(state: State, marked: Marked, headers: HeaderMap, body: Body) -> Response {
    complete(&state, Dialect::OpenAi, marked.is_some(), &headers, body)
}

async fn anthropic(state: State, marked: Marked, headers: HeaderMap, body: Body) -> Response {
    complete(&state, Dialect::Anthropic, marked.is_some(), &headers, body)
}

async fn gemini(
    state: State,
    Path(call): Path<String>,
    marked: Marked,
    headers: HeaderMap,
    body: Body,
) -> Response {
    if !call.ends_with(":generateContent") {
        return error(StatusCode::NOT_FOUND, "Unknown method.", "not_found");
    }
    complete(&state, Dialect::Gemini, marked.is_some(), &headers, body)
}

fn complete(
    state: &State,
    dialect: Dialect,
    marked: bool,
    headers: &HeaderMap,
    body: Body,
) -> Response {
    if !knows_key(headers) {
        return wrong_key();
    }
    let question = match body {
        Ok(Json(body)) => dialect.read(&body),
        Err(rejection) => {
            return error(StatusCode::BAD_REQUEST, &rejection.body_text(), "invalid_request_error");
        }
    };
    let Some(question) = question else {
        let message = "There are no messages with a role and content.";
        return error(StatusCode::BAD_REQUEST, message, "invalid_request_error");
    };
    let content =
        if marked || state.obedient { obeyed(state, &question) } else { judged(state, &question) };
    Json(dialect.write(&question, content, state.now())).into_response()
}

/// What the model says of the posts in the last message of the user.
fn judged(state: &State, question: &Question) -> Value {
    match question.user.last().and_then(|text| task(text)) {
        Some(task) => {
            let posts = task.posts.into_iter().map(|post| (post, Told::default())).collect();
            json!({"results": results(state, posts, &Told::default())})
        }
        None if question.in_form => json!({"results": []}),
        None => Value::from("ok"),
    }
}

/// The same, in obedience to whatever reaches it.
fn obeyed(state: &State, question: &Question) -> Value {
    let heard = hear(&question.user.join("\n"), &question.others);
    json!({"results": results(state, heard.posts, &heard.instructed)})
}

/// The judgements as the model gives them, after what it was told to recite.
fn results(state: &State, posts: Vec<(TaskPost, Told)>, instructed: &Told) -> Vec<Value> {
    let seed = state.world.options().seed;
    let mut recited = instructed.results.clone();
    let dictated = |n: i64| instructed.results.iter().any(|result| result["n"] == n);
    let judged = state.world.look(state.now(), |window| {
        let judged = posts.into_iter().filter(|(post, _)| !dictated(post.n)).map(|(post, own)| {
            let verdict = verdict(&post, window.truth(&post.title, &post.body), seed);
            recited.extend(own.results);
            match instructed.order.as_ref().or(own.order.as_ref()) {
                Some(order) => json!(verdict.ordered(order)),
                None => json!(verdict),
            }
        });
        judged.collect::<Vec<_>>()
    });
    recited.into_iter().chain(judged).collect()
}

fn task(text: &str) -> Option<Task> {
    text.lines().find_map(|line| serde_json::from_str(line.trim()).ok())
}

/// Whether the key is there, in the way of any dialect.
fn knows_key(headers: &HeaderMap) -> bool {
    let named = ["x-api-key", "x-goog-api-key"].into_iter().filter_map(|name| headers.get(name));
    credentials(headers, "bearer") == Some(KEY) || named.into_iter().any(|key| key == KEY)
}

fn wrong_key() -> Response {
    error(StatusCode::UNAUTHORIZED, "Incorrect API key provided.", "invalid_api_key")
}

fn error(status: StatusCode, message: &str, code: &str) -> Response {
    let error = json!({"message": message, "type": "invalid_request_error", "code": code});
    (status, Json(json!({"error": error}))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_task_is_the_first_line_that_reads_as_one() {
        let text =
            "Judge these.\n{\"other\": 1}\n```\n  {\"posts\":[{\"n\":4,\"title\":\"a\"}]}\n```";
        assert_eq!(task(text).unwrap().posts[0].n, 4);
        assert!(task("nothing here").is_none());
    }
}
