//! Sends every recorded exchange through the real client, and says what came of it.

use serde::Serialize;
use serde_json::Value;

use super::recording::{Exchange, Recording, form};
use crate::config::RedditSettings;
use crate::guard::Guarded;
use crate::guard::http::{base, body, client, join};
use crate::model::text_enum;
use crate::reddit::{AnyRequest, App, Gathered, Grant, MAX_BODY, RedditClient, RedditError};

text_enum! {
    /// What came of an exchange.
    pub enum Outcome {
        /// The answer was decoded.
        Decoded = "decoded",
        /// The answer was told of as an error that has a name.
        Error = "error",
        /// With an AI provider: what came is what was recorded, byte for byte.
        Served = "served",
    }
}

/// What came of an exchange, and whether that is right.
#[derive(Debug, Clone, Serialize)]
pub struct Verified {
    /// The exchange's line in the file, blank ones not counted, from 1.
    pub line: usize,
    /// Its name in the file.
    pub id: String,
    /// What it is an example of.
    pub kind: String,
    /// The method asked with.
    pub method: String,
    /// The path asked for.
    pub path: String,
    /// The status answered with.
    pub status: u16,
    /// What came of it.
    pub outcome: Outcome,
    /// The name of the error; absent where there was none.
    pub error: Option<String>,
    /// The error in words.
    pub message: Option<String>,
    /// Submissions and comments in the answer's body.
    pub posts_recorded: usize,
    /// Submissions and comments that came out of it.
    pub posts: usize,
    /// Subreddits and users that came out of it.
    pub others: usize,
    /// Whether an answer was taken for an answer, a fault for a fault, and nothing was lost.
    pub handled: bool,
    /// What is wrong with it where it was not.
    pub problem: Option<String>,
}

/// What an answer must come to.
#[derive(Debug, PartialEq, Eq)]
enum Due {
    Decoded,
    /// One of the errors with these names.
    Error(&'static [&'static str]),
}

/// What a client made of an answer.
struct Made {
    error: Option<(String, String)>,
    posts: usize,
    others: usize,
}

/// Sends each exchange, in order, to the replaying server on `url`, as in `http://127.0.0.1:9900`.
///
/// Those with Reddit go through the Reddit client, without retries; what comes of each is compared
/// with what its status and body, looked at without the client, ask for. Those with AI providers
/// are compared with the recording byte for byte.
///
/// # Errors
/// The address is not usable.
pub async fn verify(
    recording: &Recording,
    url: &str,
    settings: &RedditSettings,
) -> Result<Vec<Verified>, RedditError> {
    let mut all = Vec::with_capacity(recording.exchanges.len());
    for (n, exchange) in recording.exchanges.iter().enumerate() {
        let at = format!("{}/exchange/{}", url.trim_end_matches('/'), n + 1);
        let verified = if exchange.is_ai() {
            served(exchange, &at, settings).await?
        } else {
            sent(exchange, at, settings).await?
        };
        all.push(Verified { line: n + 1, ..verified });
    }
    Ok(all)
}

async fn sent(
    exchange: &Exchange,
    at: String,
    settings: &RedditSettings,
) -> Result<Verified, RedditError> {
    let settings = RedditSettings { base_url: at.clone(), auth_url: at, ..settings.clone() };
    let form = form(exchange.request_body.as_deref().unwrap_or_default());
    let token = exchange.asks_for_token();
    let grant = if token { grant(&form) } else { Grant::Given("replayed".to_owned().into()) };
    let app = App { id: "replay".to_owned(), secret: "replay".to_owned().into() };
    let guarded = Guarded::alone("replay");
    let client = RedditClient::signed_in(&settings, app, grant, guarded)?.without_retries();
    let result = if token {
        client.sign_in().await.map(|_| Gathered::default())
    } else {
        client
            .exchange(&AnyRequest {
                method: method(&exchange.method),
                path: exchange.path.clone(),
                query: exchange.query.clone(),
                body: exchange.request_body.clone(),
            })
            .await
    };
    let made = match result {
        Ok(found) => Made {
            error: None,
            posts: found.posts.len(),
            others: found.subreddits.len() + found.users.len(),
        },
        Err(error) => {
            Made { error: Some((error.name().to_owned(), error.to_string())), posts: 0, others: 0 }
        }
    };
    Ok(judged(exchange, made))
}

fn judged(exchange: &Exchange, made: Made) -> Verified {
    let (due, recorded) = due(exchange);
    let problem = match (&due, &made.error) {
        (Due::Decoded, None) if made.posts < recorded => {
            Some(format!("{} of {recorded} posts are lost", recorded - made.posts))
        }
        (Due::Decoded, None) => None,
        (Due::Decoded, Some((name, _))) => {
            Some(format!("an answer was taken for the fault {name}"))
        }
        (Due::Error(names), Some((name, _))) if names.contains(&name.as_str()) => None,
        (Due::Error(names), Some((name, _))) => {
            Some(format!("{name} instead of {}", names.join(" or ")))
        }
        (Due::Error(names), None) => {
            Some(format!("{} was taken for an answer", names.join(" or ")))
        }
    };
    let (error, message) = made.error.unzip();
    let outcome = if error.is_some() { Outcome::Error } else { Outcome::Decoded };
    Verified {
        line: 0,
        id: exchange.id.clone(),
        kind: exchange.kind.clone(),
        method: exchange.method.clone(),
        path: exchange.path.clone(),
        status: exchange.status,
        outcome,
        error,
        message,
        posts_recorded: recorded,
        posts: made.posts,
        others: made.others,
        handled: problem.is_none(),
        problem,
    }
}

/// What the answer must come to, and the submissions and comments in it.
fn due(exchange: &Exchange) -> (Due, usize) {
    let status = match exchange.status {
        200..=299 => return of_body(exchange),
        304 => return (Due::Decoded, 0),
        status => status,
    };
    (Due::Error(of_status(status, exchange.asks_for_token())), 0)
}

fn of_status(status: u16, token: bool) -> &'static [&'static str] {
    match status {
        300..=399 => &["redirected", "not_found"],
        401 => &["unauthorized"],
        400 if token => &["unauthorized", "html"],
        408 => &["timeout"],
        429 => &["rate_limited"],
        403 | 404 => &["refused", "private", "banned", "not_found", "html"],
        400..=499 => &["refused", "html"],
        _ => &["server"],
    }
}

fn of_body(exchange: &Exchange) -> (Due, usize) {
    let text = String::from_utf8_lossy(&exchange.body);
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.len() > MAX_BODY {
        return (Due::Error(&["too_large"]), 0);
    }
    if text.is_empty() {
        let due = if exchange.method == "GET" || exchange.asks_for_token() {
            Due::Error(&["empty", "truncated", "decode"])
        } else {
            Due::Decoded
        };
        return (due, 0);
    }
    if text.starts_with('<') {
        return (Due::Error(&["html"]), 0);
    }
    // Halves of emoji, which no parser takes, are of no matter here.
    let value: Value = match serde_json::from_str(&without_halves(text)) {
        Ok(value) => value,
        Err(_) => return (Due::Error(&["html", "decode", "truncated"]), 0),
    };
    if exchange.asks_for_token() {
        let token = value["access_token"].as_str().is_some_and(|token| !token.is_empty());
        let refused = value.get("error").is_some_and(|error| !error.is_null());
        return match (token, refused) {
            (true, false) => (Due::Decoded, 0),
            (_, true) => (Due::Error(&["unauthorized"]), 0),
            (false, false) => (Due::Error(&["decode"]), 0),
        };
    }
    let worded = value["message"].is_string() || value["reason"].is_string();
    let bare = value.get("data").is_none() && value.get("kind").is_none();
    if let Some(status @ 400..=599) = value["error"].as_u64().filter(|_| worded && bare) {
        return (Due::Error(of_status(u16::try_from(status).unwrap_or(500), false)), 0);
    }
    let errors = value["json"]["errors"].as_array().or_else(|| value["errors"].as_array());
    if errors.is_some_and(|errors| !errors.is_empty()) {
        return (Due::Error(&["rejected"]), 0);
    }
    (Due::Decoded, posts(&value))
}

/// Things of kind `t1` and `t3` with something in them, however deep.
fn posts(value: &Value) -> usize {
    match value {
        Value::Array(list) => list.iter().map(posts).sum(),
        Value::Object(map) => {
            let kind = map.get("kind").and_then(Value::as_str);
            let thing = matches!(kind, Some("t1" | "t3"))
                && map.get("data").and_then(Value::as_object).is_some_and(|data| !data.is_empty());
            usize::from(thing) + map.values().map(posts).sum::<usize>()
        }
        _ => 0,
    }
}

/// The text with every escaped half of a surrogate pair made a space.
fn without_halves(text: &str) -> String {
    let mut parts = text.split("\\ud");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    let hex =
        |part: &str| part.len() >= 3 && part.as_bytes()[..3].iter().all(u8::is_ascii_hexdigit);
    for part in parts {
        let escaped = whole.chars().rev().take_while(|c| *c == '\\').count() % 2 == 1;
        if hex(part) && !escaped && !matches!(part.as_bytes()[0], b'0'..=b'7') {
            whole.push(' ');
            whole.push_str(&part[3..]);
        } else {
            whole.push_str("\\ud");
            whole.push_str(part);
        }
    }
    whole
}

fn grant(form: &[(String, String)]) -> Grant {
    let field = |name: &str| {
        let found = form.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    match field("grant_type").as_str() {
        "refresh_token" => Grant::Refresh { token: field("refresh_token").into() },
        "password" => {
            Grant::Script { username: field("username"), password: field("password").into() }
        }
        "authorization_code" => {
            Grant::Code { code: field("code").into(), redirect_uri: field("redirect_uri") }
        }
        kind if kind.ends_with("installed_client") => {
            Grant::Installed { device: field("device_id") }
        }
        _ => Grant::App,
    }
}

fn method(name: &str) -> reqwest::Method {
    reqwest::Method::from_bytes(name.as_bytes()).unwrap_or(reqwest::Method::GET)
}

/// Compares what is served with the recording.
async fn served(
    exchange: &Exchange,
    at: &str,
    settings: &RedditSettings,
) -> Result<Verified, RedditError> {
    let url = base(at).map_err(|cause| RedditError::Address { key: "--url", cause })?;
    let timeout = std::time::Duration::from_secs(settings.timeout_secs.max(1));
    let http = client(&url, "leadctl", timeout).map_err(|e| RedditError::Client(e.to_string()))?;
    let parts = exchange.path.split('/').filter(|part| !part.is_empty());
    let mut request = http.request(method(&exchange.method), join(&url, parts));
    if let Some(body) = &exchange.request_body {
        request = request.header("content-type", "application/json").body(body.clone());
    }
    let problem = match request.send().await {
        Ok(response) if response.status().as_u16() != exchange.status => {
            Some(format!("status {} was served", response.status().as_u16()))
        }
        Ok(response) => match body(response, usize::MAX).await {
            Ok(body) if body == exchange.body => None,
            Ok(_) => Some("another body was served".to_owned()),
            Err(error) => Some(error.to_string()),
        },
        Err(error) => Some(error.without_url().to_string()),
    };
    let made = Made { error: None, posts: 0, others: 0 };
    Ok(Verified {
        outcome: Outcome::Served,
        posts_recorded: 0,
        handled: problem.is_none(),
        problem,
        ..judged(exchange, made)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange(line: &str) -> Exchange {
        Recording::parse(line).unwrap().exchanges.remove(0)
    }

    #[test]
    fn what_is_due_is_seen_without_the_client() {
        let listing = r#"{"path":"/x","body":{"kind":"Listing","data":{"children":[
            {"kind":"t3","data":{"title":"\ud83d \\ud83d"}},{"kind":"t1","data":{}},
            {"kind":"t1","data":{"id":"a","replies":{"data":{"children":[{"kind":"t1","data":{"id":"b"}}]}}}}
            ]}}}"#;
        assert_eq!(due(&exchange(&listing.replace('\n', " "))), (Due::Decoded, 3));
        for (line, names) in [
            (r#"{"path":"/x"}"#, "empty"),
            (r#"{"path":"/x","body":" <html>"}"#, "html"),
            (r#"{"path":"/x","body":"Bad Request"}"#, "decode"),
            (r#"{"path":"/x","body":{"message":"Forbidden","error":403}}"#, "private"),
            (r#"{"path":"/x","body":{"json":{"errors":[["A","b",null]]}}}"#, "rejected"),
            (r#"{"path":"/x","status":429}"#, "rate_limited"),
            (r#"{"path":"/x","status":302}"#, "redirected"),
            (r#"{"path":"/x","status":502,"body":"<html>"}"#, "server"),
        ] {
            match due(&exchange(line)).0 {
                Due::Error(due) => assert!(due.contains(&names), "{line}"),
                Due::Decoded => panic!("{line}"),
            }
        }
        assert_eq!(due(&exchange(r#"{"method":"POST","path":"/x"}"#)), (Due::Decoded, 0));
    }

    #[test]
    fn a_lost_post_and_a_wrong_name_are_seen() {
        let listing = r#"{"path":"/x","body":{"kind":"t3","data":{"id":"a"}}}"#;
        let made = |error: Option<&str>, posts| Made {
            error: error.map(|name| (name.to_owned(), String::new())),
            posts,
            others: 0,
        };
        assert!(judged(&exchange(listing), made(None, 1)).handled);
        assert!(!judged(&exchange(listing), made(None, 0)).handled);
        assert!(!judged(&exchange(listing), made(Some("decode"), 0)).handled);
        let refused = r#"{"path":"/x","status":403}"#;
        assert!(judged(&exchange(refused), made(Some("refused"), 0)).handled);
        assert!(!judged(&exchange(refused), made(None, 0)).handled);
        assert!(!judged(&exchange(refused), made(Some("server"), 0)).handled);
    }
}
