//! Options of jobs as BullMQ keeps them, written by whomever.

use serde_json::{Map, Value, json};

use crate::queue::{Backoff, JobOptions, Retention};

/// BullMQ's JSON for options of ours.
pub(super) fn to_json(options: &JobOptions) -> Map<String, Value> {
    let mut json = Map::new();
    json.insert("attempts".into(), options.attempts.into());
    if options.delay > 0 {
        json.insert("delay".into(), options.delay.into());
    }
    if options.priority > 0 {
        json.insert("priority".into(), options.priority.into());
    }
    if let Some(backoff) = options.backoff {
        let (kind, delay, jitter) = match backoff {
            Backoff::Fixed { delay, jitter } => ("fixed", delay, jitter),
            Backoff::Exponential { delay, jitter } => ("exponential", delay, jitter),
        };
        let mut value = json!({"type": kind, "delay": delay});
        if jitter > 0.0 {
            value["jitter"] = json!(jitter);
        }
        json.insert("backoff".into(), value);
    }
    if options.lifo {
        json.insert("lifo".into(), true.into());
    }
    for (name, retention) in
        [("removeOnComplete", options.remove_on_complete), ("removeOnFail", options.remove_on_fail)]
    {
        match (retention.count, retention.age_secs) {
            (None, None) => continue,
            (Some(count), None) => json.insert(name.into(), count.into()),
            (None, Some(age)) => json.insert(name.into(), json!({"age": age})),
            (Some(count), Some(age)) => {
                json.insert(name.into(), json!({"count": count, "age": age}))
            }
        };
    }
    // The short name that BullMQ gives `telemetry.metadata`.
    if let Some(telemetry) = &options.telemetry {
        json.insert("tm".into(), telemetry.as_str().into());
    }
    json
}

/// Options of ours out of BullMQ's JSON; what cannot be understood is left at its default.
pub(super) fn from_json(json: &Value) -> JobOptions {
    let number = |name: &str| json.get(name).and_then(whole);
    JobOptions {
        priority: number("priority").and_then(|n| u32::try_from(n).ok()).unwrap_or(0),
        delay: number("delay").unwrap_or(0),
        attempts: number("attempts").and_then(|n| u32::try_from(n).ok()).unwrap_or(1).max(1),
        backoff: json.get("backoff").and_then(backoff),
        lifo: json.get("lifo").and_then(Value::as_bool).unwrap_or(false),
        remove_on_complete: retention(json.get("removeOnComplete")),
        remove_on_fail: retention(json.get("removeOnFail")),
        telemetry: json.get("tm").and_then(Value::as_str).map(str::to_owned),
    }
}

fn backoff(json: &Value) -> Option<Backoff> {
    if let Some(delay) = whole(json) {
        return Some(Backoff::Fixed { delay, jitter: 0.0 });
    }
    let delay = json.get("delay").and_then(whole).unwrap_or(0);
    let jitter = json.get("jitter").and_then(Value::as_f64).unwrap_or(0.0);
    match json.get("type")?.as_str()? {
        "exponential" => Some(Backoff::Exponential { delay, jitter }),
        // Strategies of somebody's own code are not known here.
        _ => Some(Backoff::Fixed { delay, jitter }),
    }
}

fn retention(json: Option<&Value>) -> Retention {
    match json {
        Some(Value::Bool(true)) => Retention { count: Some(0), age_secs: None },
        // BullMQ takes a negative number for all.
        Some(number @ Value::Number(_)) => Retention { count: whole(number), age_secs: None },
        Some(keep @ Value::Object(_)) => Retention {
            count: keep.get("count").and_then(whole),
            age_secs: keep.get("age").and_then(whole),
        },
        _ => Retention::default(),
    }
}

/// A whole number from 0 up, also where JavaScript wrote it with a fraction.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn whole(json: &Value) -> Option<u64> {
    json.as_u64().or_else(|| json.as_f64().filter(|n| *n >= 0.0 && *n < 1e18).map(|n| n as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ours_come_back_as_they_were() {
        let options = JobOptions {
            priority: 3,
            delay: 5,
            attempts: 7,
            backoff: Some(Backoff::Exponential { delay: 1_000, jitter: 0.5 }),
            lifo: true,
            remove_on_complete: Retention { count: Some(0), age_secs: None },
            remove_on_fail: Retention { count: Some(5), age_secs: Some(60) },
            telemetry: Some("{}".into()),
        };
        assert_eq!(from_json(&Value::Object(to_json(&options))), options);
        let plain = JobOptions::default();
        assert_eq!(from_json(&Value::Object(to_json(&plain))), plain);
    }

    #[test]
    fn what_others_write_is_understood_as_far_as_it_goes() {
        let theirs = json!({
            "attempts": 5.0, "backoff": 2_000, "removeOnComplete": true, "removeOnFail": -1,
            "priority": -3, "delay": "soon", "lifo": "no", "tm": {"x": 1}
        });
        let options = from_json(&theirs);
        assert_eq!((options.attempts, options.telemetry), (5, None));
        assert_eq!(options.backoff, Some(Backoff::Fixed { delay: 2_000, jitter: 0.0 }));
        assert_eq!(options.remove_on_complete.count, Some(0));
        assert_eq!(options.remove_on_fail, Retention::default());
        assert_eq!((options.priority, options.delay, options.lifo), (0, 0, false));
        for nonsense in [json!(null), json!([]), json!("x"), json!({"backoff": []})] {
            assert_eq!(from_json(&nonsense), JobOptions::default());
        }
        let custom = json!({"backoff": {"type": "mine", "delay": 10}});
        assert_eq!(from_json(&custom).backoff, Some(Backoff::Fixed { delay: 10, jitter: 0.0 }));
    }
}
