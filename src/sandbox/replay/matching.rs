//! Which recorded exchange answers which request.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::recording::{Exchange, Recording, form};

/// What a request is compared by.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// In capitals.
    pub method: &'a str,
    /// As it was sent, without the query.
    pub path: &'a str,
    /// As it was sent, without the `?`.
    pub query: &'a str,
    /// The header `host`; empty where there is none.
    pub host: &'a str,
    /// The body; empty where there is none.
    pub body: &'a str,
}

/// What answers a request.
#[derive(Debug)]
pub enum Found<'a> {
    /// This exchange.
    Exchange(&'a Exchange),
    /// A made-up token: none was recorded.
    Token,
    /// Nothing: the exchange that was named has another method or path, or there is none.
    Misdirected,
    /// Nothing of that method and path was recorded.
    Nothing,
}

/// A recording, ready to answer.
#[derive(Debug)]
pub struct Replay {
    recording: Recording,
    /// The exchanges of a method and path, in order.
    by_place: HashMap<(String, String), Vec<usize>>,
    /// How often each set of exchanges that fit alike has answered.
    turns: Mutex<HashMap<Vec<usize>, usize>>,
}

impl Replay {
    /// Ready from the first exchange.
    pub fn new(recording: Recording) -> Self {
        let mut by_place: HashMap<(String, String), Vec<usize>> = HashMap::new();
        for (n, exchange) in recording.exchanges.iter().enumerate() {
            let key = (exchange.method.clone(), place(&exchange.path));
            by_place.entry(key).or_default().push(n);
        }
        Self { recording, by_place, turns: Mutex::default() }
    }

    /// The exchanges.
    pub fn exchanges(&self) -> &[Exchange] {
        &self.recording.exchanges
    }

    /// What answers.
    pub fn find(&self, asked: &Asked<'_>) -> Found<'_> {
        if let Some(rest) = asked.path.strip_prefix("/exchange/") {
            return self.named(asked, rest);
        }
        let (host, path) = self.without_prefix(asked);
        let key = (asked.method.to_owned(), place(path));
        let Some(candidates) = self.by_place.get(&key) else {
            let token = asked.method == "POST" && key.1.ends_with("/api/v1/access_token");
            return if token { Found::Token } else { Found::Nothing };
        };
        let query = form(asked.query);
        let fit = |n: usize| fits(&self.recording.exchanges[n], host, &query, asked.body);
        let best = candidates.iter().map(|&n| fit(n)).max().unwrap_or_default();
        let alike: Vec<usize> = candidates.iter().copied().filter(|&n| fit(n) == best).collect();
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        let count = alike.len();
        let turn = turns.entry(alike.clone()).or_default();
        let n = alike[*turn % count];
        *turn += 1;
        Found::Exchange(&self.recording.exchanges[n])
    }

    /// The exchange that the path names, as in `/exchange/7/r/a/new`.
    fn named(&self, asked: &Asked<'_>, rest: &str) -> Found<'_> {
        let (number, path) = rest.split_once('/').unwrap_or((rest, ""));
        let number = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let exchange = number.and_then(|n| self.recording.exchanges.get(n));
        let own = exchange
            .filter(|e| e.method == asked.method && place(&e.path) == place(&format!("/{path}")));
        own.map_or(Found::Misdirected, Found::Exchange)
    }

    /// Host and path: a recorded host in front of the path is the host, and `/reddit` is nothing,
    /// unless paths like that were recorded.
    fn without_prefix<'a>(&self, asked: &Asked<'a>) -> (&'a str, &'a str) {
        let known =
            |path: &str| self.by_place.contains_key(&(asked.method.to_owned(), place(path)));
        let host = asked.host.split(':').next().unwrap_or_default();
        if known(asked.path) {
            return (host, asked.path);
        }
        let bare = asked.path.trim_start_matches('/');
        let Some(at) = bare.find('/') else { return (host, asked.path) };
        let (first, rest) = bare.split_at(at);
        if self.recording.exchanges.iter().any(|e| e.host == first) {
            return (first, rest);
        }
        if first == "reddit" { (host, rest) } else { (host, asked.path) }
    }
}

/// A path for comparison: decoded, in small letters, without what may or may not stand at its end.
fn place(path: &str) -> String {
    let decoded = percent_decode_str(path).decode_utf8_lossy().to_lowercase();
    let trimmed = decoded.trim_end_matches('/');
    let trimmed = trimmed.strip_suffix(".json").unwrap_or(trimmed);
    let parts: Vec<&str> = trimmed.split('/').filter(|part| !part.is_empty()).collect();
    format!("/{}", parts.join("/"))
}

/// How well an exchange fits, as the documentation of [the module](super) has it.
fn fits(exchange: &Exchange, host: &str, query: &[(String, String)], body: &str) -> i64 {
    let host = if host.eq_ignore_ascii_case(&exchange.host) { 100 } else { 0 };
    host + alike(&exchange.query, query) + same_body(exchange.request_body.as_deref(), body)
}

fn alike(recorded: &[(String, String)], asked: &[(String, String)]) -> i64 {
    let counts = |pair: &&(String, String)| pair.0 != "raw_json";
    let of_recorded: i64 =
        recorded.iter().filter(counts).map(|pair| if asked.contains(pair) { 4 } else { -2 }).sum();
    let more =
        asked.iter().filter(counts).filter(|(name, _)| recorded.iter().all(|r| r.0 != *name));
    of_recorded - i64::try_from(more.count()).unwrap_or(i64::MAX)
}

fn same_body(recorded: Option<&str>, asked: &str) -> i64 {
    let recorded = recorded.unwrap_or_default();
    if recorded == asked {
        return 50;
    }
    let json = |text: &str| serde_json::from_str::<Value>(text).ok().filter(Value::is_object);
    match (json(recorded), json(asked)) {
        (Some(one), Some(other)) if one == other => 50,
        (Some(one), Some(other))
            if one.get("model").is_some() && one["model"] == other["model"] =>
        {
            10
        }
        (None, None) => alike(&form(recorded), &form(asked)),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replay(lines: &str) -> Replay {
        Replay::new(Recording::parse(lines).unwrap())
    }

    fn asked(target: &str) -> Asked<'_> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Asked { method: "GET", path, query, host: "127.0.0.1:9", body: "" }
    }

    fn id<'a>(replay: &'a Replay, asked: &Asked<'_>) -> &'a str {
        match replay.find(asked) {
            Found::Exchange(exchange) => &exchange.id,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_best_fit_answers_and_equals_take_turns() {
        let replay = replay(
            r#"{"id":"a","path":"/r/Rust/new","query":{"limit":"100","raw_json":"1"}}
{"id":"b","path":"/r/rust/new/","query":{"limit":"100","after":"t3_x"}}
{"id":"c","path":"/r/rust/new.json","query":{"limit":"100"}}"#,
        );
        let page = asked("/reddit/r/rust/new?limit=100&raw_json=1");
        assert_eq!([id(&replay, &page), id(&replay, &page), id(&replay, &page)], ["a", "c", "a"]);
        assert_eq!(id(&replay, &asked("/r/rust/new?limit=100&after=t3_x")), "b");
        assert!(matches!(replay.find(&asked("/r/other/new")), Found::Nothing));
    }

    #[test]
    fn hosts_and_bodies_tell_alike_paths_apart() {
        let replay = replay(
            r#"{"id":"o","method":"POST","host":"api.openai.com","path":"/v1/chat","request":{"model":"m","n":1}}
{"id":"p","method":"POST","host":"api.openai.com","path":"/v1/chat","request":{"model":"k"}}
{"id":"q","method":"POST","host":"api.mistral.ai","path":"/v1/chat","request":null}
{"id":"t","method":"POST","path":"/api/v1/access_token","request_body":"grant_type=refresh_token&refresh_token=x"}
{"id":"u","method":"POST","path":"/api/v1/access_token","request_body":"grant_type=client_credentials"}"#,
        );
        let post = |path, body| Asked { method: "POST", body, ..asked(path) };
        assert_eq!(id(&replay, &post("/v1/chat", r#"{"n":1,"model":"m"}"#)), "o");
        assert_eq!(id(&replay, &post("/v1/chat", r#"{"n":2,"model":"k"}"#)), "p");
        assert_eq!(id(&replay, &post("/api.mistral.ai/v1/chat", r#"{"model":"m"}"#)), "q");
        let token = "/api/v1/access_token";
        assert_eq!(id(&replay, &post(token, "grant_type=client_credentials")), "u");
        assert_eq!(id(&replay, &post(token, "refresh_token=y&grant_type=refresh_token")), "t");
    }

    #[test]
    fn an_exchange_can_be_named() {
        let replay =
            replay("{\"id\":\"a\",\"path\":\"/x/<Y>\"}\n\n{\"id\":\"b\",\"path\":\"/x/<Y>\"}");
        assert_eq!(id(&replay, &asked("/exchange/2/x/%3CY%3E?z=1")), "b");
        for wrong in ["/exchange/3/x/<Y>", "/exchange/0/x/<Y>", "/exchange/2/z", "/exchange/k/x"] {
            assert!(matches!(replay.find(&asked(wrong)), Found::Misdirected), "{wrong}");
        }
        let token = Asked { method: "POST", ..asked("/reddit/api/v1/access_token") };
        assert!(matches!(replay.find(&token), Found::Token));
    }
}
