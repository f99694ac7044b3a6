//! A file of recorded exchanges.

use std::path::{Path, PathBuf};

use axum::http::{HeaderName, HeaderValue};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// Headers that belong to the connection on which they were recorded.
const OF_THE_CONNECTION: &[&str] = &[
    "connection",
    "content-encoding",
    "content-length",
    "keep-alive",
    "proxy-connection",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Why a recording cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RecordingError {
    /// The file cannot be read.
    #[error("{} cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A line is not an exchange.
    #[error("line {line} is no recorded exchange: {why}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// There is nothing in it.
    #[error("there is no recorded exchange in {}", .0.display())]
    Empty(PathBuf),
}

/// Recorded exchanges, in the file's order.
#[derive(Debug, Clone, Default)]
pub struct Recording {
    /// The exchanges.
    pub exchanges: Vec<Exchange>,
}

/// A request and what was answered.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// Its name in the file, else its number.
    pub id: String,
    /// What it is an example of; empty where not said.
    pub kind: String,
    /// The AI provider asked; none where it was Reddit.
    pub provider: Option<String>,
    /// In capitals.
    pub method: String,
    /// The host asked; empty where not said.
    pub host: String,
    /// The path as it is written in the file, without the query.
    pub path: String,
    /// The query, decoded.
    pub query: Vec<(String, String)>,
    /// The body of the request; none where there was none, or it was not kept.
    pub request_body: Option<String>,
    /// The status answered with.
    pub status: u16,
    /// The answer's headers, without those of the connection.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// The answer's body.
    pub body: Vec<u8>,
}

/// A line as it stands in the file.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    kind: Value,
    #[serde(default)]
    provider: Value,
    #[serde(default)]
    method: Value,
    #[serde(default)]
    host: Value,
    #[serde(default)]
    path: Value,
    #[serde(default)]
    url: Value,
    #[serde(default)]
    query: Value,
    #[serde(default, borrow)]
    request_body: Option<&'a RawValue>,
    #[serde(default, borrow)]
    request: Option<&'a RawValue>,
    #[serde(default)]
    status: Value,
    #[serde(default)]
    headers: Value,
    #[serde(default, borrow)]
    body: Option<&'a RawValue>,
}

impl Recording {
    /// Reads a file.
    ///
    /// # Errors
    /// See [`RecordingError`].
    pub fn read(path: &Path) -> Result<Self, RecordingError> {
        let text = std::fs::read(path)
            .map_err(|source| RecordingError::Unreadable { path: path.to_owned(), source })?;
        let recording = Self::parse(&String::from_utf8_lossy(&text))?;
        if recording.exchanges.is_empty() {
            return Err(RecordingError::Empty(path.to_owned()));
        }
        Ok(recording)
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// [`RecordingError::Line`].
    pub fn parse(text: &str) -> Result<Self, RecordingError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut exchanges = Vec::new();
        for (at, line) in text.split('\n').enumerate() {
            let line = line.trim_matches(['\r', ' ', '\t']);
            if line.is_empty() {
                continue;
            }
            let number = exchanges.len() + 1;
            let exchange = Exchange::parse(line, number)
                .map_err(|why| RecordingError::Line { line: at + 1, why })?;
            exchanges.push(exchange);
        }
        Ok(Self { exchanges })
    }
}

impl Exchange {
    fn parse(line: &str, number: usize) -> Result<Self, String> {
        if !line.starts_with('{') {
            return Err("it is no JSON object".to_owned());
        }
        let line: Line<'_> = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let text = |value: &Value| plain(value).unwrap_or_default();
        let (host, path, mut query) = place(&line);
        query.extend(pairs(&line.query));
        let status = plain(&line.status).map_or(Ok(200), |s| s.trim().parse());
        let status = status.map_err(|_| "its status is no number".to_owned())?;
        if !(200..=599).contains(&status) {
            return Err(format!("no answer ends with status {status}"));
        }
        let method = text(&line.method).to_uppercase();
        Ok(Self {
            id: plain(&line.id).unwrap_or_else(|| number.to_string()),
            kind: text(&line.kind),
            provider: plain(&line.provider),
            method: if method.is_empty() { "GET".to_owned() } else { method },
            host,
            path,
            query,
            request_body: line.request_body.or(line.request).and_then(sent),
            status,
            headers: headers(&line.headers),
            body: line.body.map(answered).unwrap_or_default(),
        })
    }

    /// Whether it was with an AI provider, and not with Reddit.
    pub fn is_ai(&self) -> bool {
        let reddit = self.host.ends_with("reddit.com") || self.host.ends_with("redd.it");
        self.provider.is_some() || !(self.host.is_empty() || reddit)
    }

    /// Whether it asks Reddit for a token.
    pub fn asks_for_token(&self) -> bool {
        self.method == "POST" && self.path.trim_end_matches('/').ends_with("/access_token")
    }
}

/// Host, path and query, whether they stand in fields of their own or in a URL.
fn place(line: &Line<'_>) -> (String, String, Vec<(String, String)>) {
    let mut host = plain(&line.host).unwrap_or_default();
    let whole = plain(&line.path).or_else(|| plain(&line.url)).unwrap_or_default();
    let mut path = whole.as_str();
    if let Some((_, rest)) = path.split_once("://") {
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        if host.is_empty() {
            rest[..end].clone_into(&mut host);
        }
        path = &rest[end..];
    }
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
    (host.to_lowercase(), path, form(query))
}

/// A form or a query, decoded.
pub(super) fn form(text: &str) -> Vec<(String, String)> {
    if text.is_empty() {
        return Vec::new();
    }
    let url = reqwest::Url::parse(&format!("http://replay/?{text}"));
    url.map(|url| url.query_pairs().into_owned().collect()).unwrap_or_default()
}

fn pairs(query: &Value) -> Vec<(String, String)> {
    match query {
        Value::Object(map) => map.iter().flat_map(|(k, v)| values(k, v)).collect(),
        Value::String(text) => form(text.trim_start_matches('?')),
        Value::Array(list) => list
            .iter()
            .filter_map(|pair| {
                Some((plain(pair.get(0)?)?, plain(pair.get(1)?).unwrap_or_default()))
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn values(name: &str, value: &Value) -> Vec<(String, String)> {
    match value {
        Value::Array(list) => list.iter().flat_map(|value| values(name, value)).collect(),
        value => vec![(name.to_owned(), plain(value).unwrap_or_default())],
    }
}

/// A text or a number as text; nothing for what is neither, or empty.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

fn sent(raw: &RawValue) -> Option<String> {
    match raw.get() {
        "null" => None,
        text if text.starts_with('"') => serde_json::from_str(text).ok(),
        text => Some(text.to_owned()),
    }
}

fn answered(raw: &RawValue) -> Vec<u8> {
    match raw.get() {
        "null" => Vec::new(),
        text if text.starts_with('"') => {
            let decoded: Result<String, _> = serde_json::from_str(text);
            // What is no text for us was none for its recorder either.
            decoded.map_or_else(|_| text.as_bytes().to_vec(), String::into_bytes)
        }
        text => text.as_bytes().to_vec(),
    }
}

fn headers(value: &Value) -> Vec<(HeaderName, HeaderValue)> {
    let mut kept = Vec::new();
    for (name, value) in pairs(value) {
        let name = HeaderName::try_from(name.to_ascii_lowercase());
        let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) else {
            continue;
        };
        if !OF_THE_CONNECTION.contains(&name.as_str()) {
            kept.push((name, value));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(line: &str) -> Exchange {
        Recording::parse(line).unwrap().exchanges.remove(0)
    }

    #[test]
    fn bodies_keep_their_very_bytes() {
        let json = r#"{"a": 1.0,  "b":[null, "\u00e9"], "z":1e3}"#;
        assert_eq!(one(&format!(r#"{{"path":"/x","body":{json}}}"#)).body, json.as_bytes());
        assert_eq!(one(r#"{"path":"/x","body":"<html>\n"}"#).body, b"<html>\n");
        assert!(one(r#"{"path":"/x","body":null}"#).body.is_empty());
        assert!(one(r#"{"path":"/x"}"#).body.is_empty());
    }

    #[test]
    fn what_is_missing_or_oddly_typed_is_made_up_for() {
        let exchange = one(r#"{"path":"/x"}"#);
        assert_eq!(
            (exchange.id.as_str(), exchange.method.as_str(), exchange.status),
            ("1", "GET", 200)
        );
        let odd =
            one(r#"{"id":7,"method":"get","status":"404","query":{"a":1,"b":["x","y"],"c":null},
               "headers":{"X-A":["1","2"],"Content-Length":"9","bad name":"x","n":3},"host":null}"#
                .replace('\n', " ")
                .as_str());
        assert_eq!((odd.id.as_str(), odd.method.as_str(), odd.status), ("7", "GET", 404));
        assert_eq!(odd.query.len(), 4);
        let names: Vec<&str> = odd.headers.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["x-a", "x-a", "n"]);
        let url = one(r#"{"url":"https://oauth.reddit.com/r/a/new?limit=5&q=a+b"}"#);
        assert_eq!((url.host.as_str(), url.path.as_str()), ("oauth.reddit.com", "/r/a/new"));
        assert_eq!(url.query[1], ("q".to_owned(), "a b".to_owned()));
    }

    #[test]
    fn a_line_that_is_no_exchange_is_named() {
        let error = Recording::parse("{\"path\":\"/a\"}\n\n[1]\n").unwrap_err().to_string();
        assert!(error.starts_with("line 3 "), "{error}");
        assert!(Recording::parse("{\"status\":\"soon\"}").is_err());
        assert!(Recording::parse("\n\n").unwrap().exchanges.is_empty());
    }
}
