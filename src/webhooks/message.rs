use serde_json::{Value, json};

use crate::model::{Lead, Timestamp, WebhookKind};
use crate::plain::plain;

/// Longest text of a post in a chat, in characters.
const MAX_TEXT: usize = 300;
/// Longest title in a chat, in characters.
const MAX_TITLE: usize = 150;

/// What is told.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// A lead was found.
    Lead(Box<Lead>),
    /// Nothing: somebody wants to see whether messages arrive.
    Test,
}

/// What is sent, in the words of who reads it. In chats nobody is called by a post's text, and no
/// link is made of it.
pub fn message(kind: WebhookKind, id: &str, note: &Note, at: Timestamp) -> Value {
    match (kind, note) {
        (WebhookKind::Generic, Note::Lead(lead)) => {
            json!({"event": "lead.found", "id": id, "sent_at": at, "lead": lead})
        }
        (WebhookKind::Generic, Note::Test) => {
            json!({"event": "test", "id": id, "sent_at": at, "lead": null})
        }
        (WebhookKind::Slack, note) => json!({"text": words(note, slack), "unfurl_links": false}),
        (WebhookKind::Discord, note) => json!({
            "content": words(note, discord), "allowed_mentions": {"parse": []},
        }),
    }
}

fn words(note: &Note, safe: fn(&str) -> String) -> String {
    let Note::Lead(lead) = note else {
        return "leadctl: this is a test. Messages arrive.".to_owned();
    };
    let post = &lead.post;
    let title = if post.title.trim().is_empty() { &post.body } else { &post.title };
    format!(
        "{} points, {}, r/{}: {}\n{}\n{}",
        lead.score.total,
        lead.judgement.intent,
        safe(&post.subreddit),
        safe(&cut(title, MAX_TITLE)),
        safe(&cut(&post.body, MAX_TEXT)),
        safe(&post.web_url()),
    )
}

fn cut(text: &str, most: usize) -> String {
    let text = plain(text.trim());
    let mut short: String = text.chars().take(most).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Slack knows three characters.
fn slack(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Discord's markdown, taken for what it is. A web address stays one.
fn discord(text: &str) -> String {
    if text.starts_with("https://www.reddit.com/") {
        return text.replace([' ', '<', '>', '(', ')', '*', '`', '|'], "");
    }
    let mut safe = String::new();
    for c in text.chars() {
        if matches!(
            c,
            '*' | '_'
                | '~'
                | '`'
                | '|'
                | '>'
                | '<'
                | '['
                | ']'
                | '('
                | ')'
                | '#'
                | '\\'
                | '@'
                | ':'
        ) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}
