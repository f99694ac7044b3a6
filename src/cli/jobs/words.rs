//! Payloads, progress and results in a few words.

use serde_json::Value;

use crate::cli::output::plain;
use crate::jobs::JobKind;

/// Longest rendering of what a job is for, in characters.
const WHAT: usize = 72;
/// Longest rendering of a progress or result, in characters.
const BRIEF: usize = 120;

/// What a job is for, on one line and safe to print.
pub(crate) fn what(name: &str, data: &Value) -> String {
    let text = match JobKind::parse(name, data) {
        Ok(JobKind::Lead(job)) => format!("leads for {} ({})", job.campaign, job.strategy),
        Ok(JobKind::Subreddit(job)) if job.force => format!("analyse r/{} (forced)", job.subreddit),
        Ok(JobKind::Subreddit(job)) => format!("analyse r/{}", job.subreddit),
        Ok(JobKind::Webhook(job)) => match job.lead {
            Some(lead) => format!("tell webhook {} of lead {lead}", job.webhook),
            None => format!("send a test to webhook {}", job.webhook),
        },
        Ok(JobKind::Sweep) => "analyse all subreddits of active campaigns".to_owned(),
        Err(_) => format!("{name} {data}"),
    };
    short(&text, WHAT)
}

/// A progress or result on one line and safe to print, without what is nothing; empty for null.
pub(crate) fn brief(value: &Value) -> String {
    short(&told(value), BRIEF)
}

fn told(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            items.iter().map(told).filter(|item| !item.is_empty()).collect::<Vec<_>>().join(" ")
        }
        Value::Object(fields) => {
            let told = fields.iter().filter_map(|(name, value)| field(name, value));
            told.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

fn field(name: &str, value: &Value) -> Option<String> {
    let text = told(value);
    match value {
        _ if text.is_empty() || value.as_u64() == Some(0) => None,
        Value::Object(_) => Some(format!("{name} ({text})")),
        Value::String(text) if text.contains(' ') => Some(format!("{name}: {text}")),
        _ => Some(format!("{name} {text}")),
    }
}

/// The first `most` characters of a text made safe, with `…` where there was more.
pub(super) fn short(text: &str, most: usize) -> String {
    // What was made visible is safe and stays as it is when it is made safe again.
    let head: String = text.chars().take(most + 1).collect();
    let safe = plain(&head);
    if safe.chars().count() <= most {
        return safe.into_owned();
    }
    let cut: String = safe.chars().take(most.saturating_sub(1)).collect();
    format!("{cut}…")
}

/// JSON over several lines, each indented by two spaces, safe to print.
pub(super) fn indented(text: &str) -> String {
    crate::cli::output::plain_block(text).lines().map(|line| format!("  {line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn our_payloads_are_told_in_words_and_others_as_they_are() {
        for (name, data, expected) in [
            ("lead", json!({"campaign": "c1"}), "leads for c1 (targeted)"),
            ("subreddit", json!({"subreddit": "rust", "force": true}), "analyse r/rust (forced)"),
            ("lead", json!({"campaign": 7}), r#"lead {"campaign":7}"#),
            ("mail", json!({"to": "a@b"}), r#"mail {"to":"a@b"}"#),
        ] {
            assert_eq!(what(name, &data), expected);
        }
    }

    #[test]
    fn hostile_payloads_are_short_and_safe() {
        let shown = what("x\u{1b}[2J", &json!({"t": "\u{202e}".repeat(500)}));
        assert!(shown.starts_with("x\\u{1b}[2J"), "{shown}");
        assert!(!shown.chars().any(|c| c.is_control() || c == '\u{202e}'), "{shown}");
        assert!(shown.chars().count() <= WHAT && shown.ends_with('…'), "{shown}");
    }

    #[test]
    fn results_leave_out_what_is_nothing() {
        let result = json!({"read": 240, "known": 0, "dropped": {"age": 3}, "note": null});
        assert_eq!(brief(&result), "read 240, dropped (age 3)");
        let skipped = json!({"skipped": "still fresh", "hours": [1, 2], "none": [], "no": {}});
        assert_eq!(brief(&skipped), "skipped: still fresh, hours 1 2");
        assert_eq!(brief(&Value::Null), "");
        assert_eq!(brief(&json!("fine")), "fine");
    }
}
