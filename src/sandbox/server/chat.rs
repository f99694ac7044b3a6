use std::sync::Arc;

use axum::extract::rejection::JsonRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::access::credentials;
use super::{Shared, State};
use crate::model::{Intent, Sentiment};
use crate::sandbox::posts::Truth;
use crate::sandbox::search::words;
use crate::sandbox::world::text_key;

/// The only key.
const KEY: &str = "sandbox";
/// The only model.
const MODEL: &str = "sandbox-1";
/// How often, in a hundred, the model is wrong.
const WRONG: u64 = 5;
/// Characters that make about one token.
const TOKEN_CHARS: usize = 4;

/// The chat API.
pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/chat/completions", post(complete)).route("/models", get(models))
}

#[derive(Debug, Deserialize)]
struct Asked {
    model: String,
    messages: Vec<Message>,
    #[serde(default)]
    response_format: Option<Value>,
}

#[derive(Debug, Deserialize)]
struct Message {
    role: String,
    #[serde(default)]
    content: Value,
}

impl Message {
    /// Its text, which may come in parts.
    fn text(&self) -> String {
        match &self.content {
            Value::String(text) => text.clone(),
            Value::Array(parts) => {
                let texts = parts.iter().filter_map(|part| part["text"].as_str());
                texts.collect::<Vec<_>>().join("\n")
            }
            _ => String::new(),
        }
    }
}

/// The posts to judge: a JSON object on a line of its own.
#[derive(Debug, Deserialize)]
struct Task {
    posts: Vec<TaskPost>,
}

#[derive(Debug, Deserialize)]
struct TaskPost {
    n: i64,
    #[serde(default)]
    title: String,
    #[serde(default)]
    body: String,
}

#[derive(Debug, Serialize)]
struct Verdict {
    n: i64,
    is_lead: bool,
    intent: Intent,
    sentiment: Sentiment,
    fit: f64,
    confidence: f64,
    reason: &'static str,
}

async fn models(headers: HeaderMap) -> Response {
    if credentials(&headers, "bearer") != Some(KEY) {
        return wrong_key();
    }
    let model = json!({"id": MODEL, "object": "model", "created": 0, "owned_by": "sandbox"});
    Json(json!({"object": "list", "data": [model]})).into_response()
}

async fn complete(
    state: State,
    headers: HeaderMap,
    asked: Result<Json<Asked>, JsonRejection>,
) -> Response {
    if credentials(&headers, "bearer") != Some(KEY) {
        return wrong_key();
    }
    let asked = match asked {
        Ok(Json(asked)) => asked,
        Err(rejection) => {
            return error(StatusCode::BAD_REQUEST, &rejection.body_text(), "invalid_request_error");
        }
    };
    let texts: Vec<String> = asked.messages.iter().map(Message::text).collect();
    let last = asked.messages.iter().rposition(|message| message.role == "user");
    let task = last.and_then(|at| texts.get(at)).and_then(|text| task(text));
    let content = match (task, &asked.response_format) {
        (Some(task), _) => json!({"results": judge(&state, &task)}).to_string(),
        (None, Some(_)) => json!({"results": []}).to_string(),
        (None, None) => "ok".to_owned(),
    };
    let tokens = |chars: usize| chars.div_ceil(TOKEN_CHARS);
    let prompt = tokens(texts.iter().map(|text| text.chars().count()).sum());
    let completion = tokens(content.chars().count());
    Json(json!({
        "id": format!("chatcmpl-{:016x}", text_key(&content, &texts.concat())),
        "object": "chat.completion",
        "created": state.now().millis() / 1000,
        "model": asked.model,
        "choices": [{
            "index": 0,
            "message": {"role": "assistant", "content": content, "refusal": null},
            "logprobs": null,
            "finish_reason": "stop",
        }],
        "usage": {
            "prompt_tokens": prompt,
            "completion_tokens": completion,
            "total_tokens": prompt + completion,
        },
    }))
    .into_response()
}

fn task(text: &str) -> Option<Task> {
    text.lines().find_map(|line| serde_json::from_str(line.trim()).ok())
}

fn judge(state: &State, task: &Task) -> Vec<Verdict> {
    let seed = state.world.options().seed;
    state.world.look(state.now(), |window| {
        let truth = |post: &TaskPost| window.truth(&post.title, &post.body);
        task.posts.iter().map(|post| verdict(post, truth(post), seed)).collect()
    })
}

fn verdict(post: &TaskPost, truth: Option<Truth>, seed: u64) -> Verdict {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&seed.to_le_bytes()).update(post.title.as_bytes()).update(post.body.as_bytes());
    let luck = u64::from(u16::from_le_bytes([hasher.finalize().as_bytes()[0], 0]));
    let chance = u64::from(u16::from_le_bytes(
        hasher.finalize().as_bytes()[2..4].try_into().unwrap_or([0; 2]),
    ));
    let known = truth.unwrap_or_else(|| guess(post));
    let wrong = chance % 100 < WRONG;
    let is_lead = known.is_lead != wrong;
    let spread = luck as f64 / 255.0;
    let intent = match known.intent {
        Some(intent) if is_lead == known.is_lead => intent,
        _ if is_lead => Intent::SolutionSeeking,
        _ => Intent::Discussion,
    };
    Verdict {
        n: post.n,
        is_lead,
        intent,
        sentiment: match intent {
            Intent::PainPoint | Intent::CompetitorComplaint => Sentiment::Negative,
            _ => Sentiment::Neutral,
        },
        fit: two_digits(if is_lead { 0.7 + 0.28 * spread } else { 0.02 + 0.3 * spread }),
        confidence: two_digits(if wrong || truth.is_none() { 0.55 } else { 0.8 } + 0.18 * spread),
        reason: reason(is_lead, intent),
    }
}

fn two_digits(n: f64) -> f64 {
    (n * 100.0).round() / 100.0
}

fn reason(is_lead: bool, intent: Intent) -> &'static str {
    match (is_lead, intent) {
        (false, _) => "The author talks of something else or needs nothing.",
        (true, Intent::SolutionSeeking) => "The author asks for a tool of this kind.",
        (true, Intent::PainPoint) => "The author has a problem that the product solves.",
        (true, Intent::Comparison) => "The author weighs products of this kind.",
        (true, Intent::CompetitorComplaint) => "The author wants to leave a competitor.",
        (true, Intent::Discussion) => "The author talks about the topic.",
    }
}

/// What is likely true of a text that nobody invented here.
fn guess(post: &TaskPost) -> Truth {
    let text = words(&format!("{} {}", post.title, post.body));
    let has = |list: &[&str]| {
        list.iter().any(|phrase| {
            let phrase = words(phrase);
            text.windows(phrase.len()).any(|window| window == phrase)
        })
    };
    let topic = has(&[
        "invoice",
        "invoices",
        "invoicing",
        "time tracking",
        "timesheet",
        "timesheets",
        "billable hours",
        "time tracker",
        "billing",
    ]);
    let own =
        has(&["i built", "i made", "we made", "hiring", "giveaway", "not looking", "launched"]);
    let intent = if has(&[
        "looking for",
        "recommend",
        "recommendations",
        "suggestions",
        "any tool",
        "what do you use",
    ]) {
        Some(Intent::SolutionSeeking)
    } else if has(&["vs", "alternatives", "alternative to", "compared to"]) {
        Some(Intent::Comparison)
    } else if has(&["struggle", "struggling", "hate", "sick of", "frustrated", "nightmare"]) {
        Some(Intent::PainPoint)
    } else {
        None
    };
    match intent {
        Some(intent) if topic && !own => Truth { is_lead: true, intent: Some(intent) },
        _ => Truth { is_lead: false, intent: topic.then_some(Intent::Discussion) },
    }
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

    #[test]
    fn the_model_is_right_most_of_the_time_and_always_says_the_same() {
        let truth = Truth { is_lead: true, intent: Some(Intent::Comparison) };
        let say = |n: i64| {
            let post = TaskPost { n, title: format!("title {n}"), body: String::new() };
            verdict(&post, Some(truth), 7)
        };
        let right = (0..1000).filter(|&n| say(n).is_lead).count();
        assert!((920..980).contains(&right), "{right}");
        assert_eq!(say(3).fit.to_bits(), say(3).fit.to_bits());
        assert!((0..1000).all(|n| (0.0..=1.0).contains(&say(n).fit)));
    }

    #[test]
    fn an_unheard_of_text_is_guessed() {
        let post = |title: &str| TaskPost { n: 1, title: title.to_owned(), body: String::new() };
        assert!(guess(&post("Can you recommend invoice software?")).is_lead);
        assert!(!guess(&post("I built invoice software, looking for testers")).is_lead);
        assert!(!guess(&post("Looking for a cake recipe")).is_lead);
    }
}
