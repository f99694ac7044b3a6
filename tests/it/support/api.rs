//! An API process, and somebody who asks it.

use std::path::Path;
use std::process::Command;

use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

use super::process::{Running, leadctl, run, text};

/// An API process on a port of its own.
pub struct Api {
    pub process: Running,
    /// As in `http://127.0.0.1:40001`.
    pub url: String,
    client: Client,
}

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Answer {
    /// The body as JSON; null where it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// The `type` of a problem.
    pub fn problem(&self) -> String {
        self.json()["type"].as_str().unwrap_or_default().replace("urn:leadctl:problem:", "")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The ids of the items of a list.
    pub fn ids(&self) -> Vec<String> {
        let body = self.json();
        let items = body["items"].as_array().cloned().unwrap_or_default();
        items.iter().filter_map(|item| item["id"].as_str().map(str::to_owned)).collect()
    }
}

impl Api {
    /// Starts one in `home`.
    pub fn start(home: &Path) -> Self {
        Self::start_as(&mut leadctl(home))
    }

    /// Starts one as `command` says.
    pub fn start_as(command: &mut Command) -> Self {
        let mut process = Running::start(command.args(["api", "--listen", "127.0.0.1:0"]));
        let line = process.stderr.until("the API is up");
        let at = line.find("http://").expect("an address");
        let of_address = |c: &char| c.is_ascii_alphanumeric() || matches!(c, ':' | '/' | '.');
        let url: String = line[at..].chars().take_while(of_address).collect();
        Self { process, url, client: Client::new() }
    }

    /// A request yet to be sent; without a key where `key` is empty.
    pub fn ask(&self, method: Method, path: &str, key: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.url));
        if key.is_empty() { request } else { request.bearer_auth(key) }
    }

    pub async fn get(&self, path: &str, key: &str) -> Answer {
        answer(self.ask(Method::GET, path, key)).await
    }

    /// With a body, where there is one.
    pub async fn send(&self, method: Method, path: &str, key: &str, body: &Value) -> Answer {
        let request = self.ask(method, path, key);
        answer(if body.is_null() { request } else { request.json(body) }).await
    }
}

/// Sends a request.
pub async fn answer(request: RequestBuilder) -> Answer {
    let response = request.send().await.expect("an answer");
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Answer { status, headers, text: response.text().await.expect("a whole answer") }
}

/// Makes a key, as an operator does.
pub fn key(home: &Path, user: &str, scope: &str) -> String {
    let made = run(home, &["keys", "create", "--user", user, "--scope", scope, "--quiet"]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    text(&made.stdout).trim().to_owned()
}
