//! How long a provider asks to wait, wherever it says so.

use std::time::Duration;

use reqwest::header::{DATE, HeaderMap, HeaderValue, RETRY_AFTER};
use serde_json::Value;

use crate::clock::{Clock, SystemClock};
use crate::guard::http;

/// No answer is worth waiting longer for.
const LONGEST: Duration = Duration::from_secs(3600);
/// What is limited, in the names of headers.
const LIMITS: &[&str] = &["requests", "tokens", "input-tokens", "output-tokens"];

/// The wait that an answer asks for: in `retry-after` (seconds or a date), `retry-after-ms`, the
/// resets of OpenAI's, Groq's and Anthropic's limits, Google's `retryDelay`, or what OpenRouter
/// hands on in its body.
pub(super) fn asked(headers: &HeaderMap, body: &Value) -> Option<Duration> {
    let now = now(headers);
    from_retry_after(headers, now)
        .or_else(|| retry_delay(&body["error"]["details"]))
        .or_else(|| from_resets(headers, now))
        .or_else(|| handed_on(&body["error"]["metadata"]["headers"], now))
        .map(|wait| wait.min(LONGEST))
}

/// Now, in milliseconds since 1970, by the provider's clock where it tells.
fn now(headers: &HeaderMap) -> i64 {
    let date = headers.get(DATE).and_then(text).and_then(http_date);
    date.unwrap_or_else(|| SystemClock.now().millis())
}

fn text(value: &HeaderValue) -> Option<&str> {
    value.to_str().ok().map(str::trim)
}

fn http_date(text: &str) -> Option<i64> {
    let date = chrono::DateTime::parse_from_rfc2822(text).ok()?;
    Some(date.timestamp_millis())
}

fn until(then: i64, now: i64) -> Duration {
    Duration::from_millis(then.saturating_sub(now).max(0).unsigned_abs())
}

fn from_retry_after(headers: &HeaderMap, now: i64) -> Option<Duration> {
    let millis = headers.get("retry-after-ms").and_then(text).and_then(|t| t.parse::<f64>().ok());
    if let Some(millis) = millis.filter(|m| m.is_finite() && *m >= 0.0) {
        return Some(Duration::from_secs_f64((millis / 1000.0).min(LONGEST.as_secs_f64())));
    }
    let value = headers.get(RETRY_AFTER);
    http::wait_secs(value).or_else(|| {
        let then = value.and_then(text).and_then(http_date)?;
        Some(until(then, now))
    })
}

/// The longest wait of the limits that are used up.
fn from_resets(headers: &HeaderMap, now: i64) -> Option<Duration> {
    let of = |name: String| headers.get(name).and_then(text);
    let waits = ["x-ratelimit", "anthropic-ratelimit"].into_iter().flat_map(|family| {
        LIMITS.iter().filter_map(move |limit| {
            let (left, reset) = if family == "x-ratelimit" {
                (format!("{family}-remaining-{limit}"), format!("{family}-reset-{limit}"))
            } else {
                (format!("{family}-{limit}-remaining"), format!("{family}-{limit}-reset"))
            };
            let left: f64 = of(left)?.parse().ok()?;
            (left <= 0.0).then(|| of(reset).and_then(|reset| span_or_time(reset, now)))?
        })
    });
    waits.max()
}

fn retry_delay(details: &Value) -> Option<Duration> {
    details.as_array()?.iter().find_map(|detail| span(detail["retryDelay"].as_str()?))
}

fn handed_on(headers: &Value, now: i64) -> Option<Duration> {
    let found = |name: &str| {
        let named = headers.as_object()?.iter().find(|(n, _)| n.eq_ignore_ascii_case(name))?;
        match named.1 {
            Value::String(text) => Some(text.clone()),
            Value::Number(n) => Some(n.to_string()),
            _ => None,
        }
    };
    if let Some(secs) = found("retry-after").and_then(|text| span(&text)) {
        return Some(secs);
    }
    let millis: i64 = found("x-ratelimit-reset")?.parse().ok()?;
    (millis > 1_000_000_000_000).then(|| until(millis, now))
}

/// A span as in `6m0s`, or a moment as in `2026-01-01T00:00:00Z`.
fn span_or_time(text: &str, now: i64) -> Option<Duration> {
    span(text).or_else(|| {
        let then = chrono::DateTime::parse_from_rfc3339(text).ok()?;
        Some(until(then.timestamp_millis(), now))
    })
}

/// A span as Go writes it: `1h2m3.5s`, `20ms`; a bare number is seconds.
fn span(text: &str) -> Option<Duration> {
    let (mut secs, mut rest) = (0.0, text.trim());
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
        let (number, after) = rest.split_at(digits);
        let letters = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
        let (unit, after) = after.split_at(letters);
        let number: f64 = number.parse().ok()?;
        secs += number
            * match unit {
                "h" => 3600.0,
                "m" => 60.0,
                "s" | "" => 1.0,
                "ms" => 0.001,
                "us" | "ns" => 0.0,
                _ => return None,
            };
        rest = after;
    }
    Some(Duration::from_secs_f64(secs.min(LONGEST.as_secs_f64())))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn asked_by(headers: &[(&'static str, &str)], body: &Value) -> Option<u128> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        asked(&map, body).map(|wait| wait.as_millis())
    }

    #[test]
    fn waits_are_found_wherever_providers_put_them() {
        let date = ("date", "Tue, 06 Jan 2026 10:00:00 GMT");
        let none = &Value::Null;
        for (headers, expected) in [
            (vec![("retry-after", "7")], Some(7_000)),
            (vec![("retry-after-ms", "250"), ("retry-after", "7")], Some(250)),
            (vec![date, ("retry-after", "Tue, 06 Jan 2026 10:00:30 GMT")], Some(30_000)),
            (
                vec![("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-reset-tokens", "6m0.5s")],
                Some(360_500),
            ),
            (
                vec![
                    ("x-ratelimit-remaining-requests", "3"),
                    ("x-ratelimit-reset-requests", "1s"),
                    ("x-ratelimit-remaining-tokens", "0"),
                    ("x-ratelimit-reset-tokens", "20ms"),
                ],
                Some(20),
            ),
            (
                vec![
                    date,
                    ("anthropic-ratelimit-input-tokens-remaining", "0"),
                    ("anthropic-ratelimit-input-tokens-reset", "2026-01-06T10:00:12Z"),
                ],
                Some(12_000),
            ),
            (vec![("retry-after", "soon")], None),
            (vec![("retry-after", "-5")], None),
            (vec![("x-ratelimit-remaining-tokens", "5"), ("x-ratelimit-reset-tokens", "1s")], None),
            (vec![("retry-after", "90000")], Some(3_600_000)),
        ] {
            assert_eq!(asked_by(&headers, none), expected, "{headers:?}");
        }
        let google = json!({"error": {"details": [{"@type": "a"}, {"retryDelay": "27s"}]}});
        assert_eq!(asked_by(&[], &google), Some(27_000));
        let router = json!({"error": {"metadata": {"headers": {
            "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1767693605000"}}}});
        assert_eq!(asked_by(&[date], &router), Some(5_000));
        assert_eq!(asked_by(&[], &json!({"error": "busy"})), None);
    }
}
