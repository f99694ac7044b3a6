use leadctl::queue::{JobOptions, NewJob, QueueError};
use serde_json::{Value, json};

use super::fixture::{Fixture, completing, failing, failure, job};
use crate::assert_refused;

const HOSTILE: [&str; 8] = [
    "'; DROP TABLE jobs; --",
    "\u{1b}[31mred\u{7}",
    "line\r\nanother\tand\u{1}more",
    "\u{202e}reversed\u{200b}",
    "{\"json\": true}",
    "*[a-z]?\\{x}",
    "🦀 ü 漢字",
    " spaces  around ",
];

pub async fn names_and_payloads_come_back_as_they_were(f: Fixture) {
    let mut deep = json!("bottom");
    for _ in 0..60 {
        deep = json!([deep]);
    }
    let payloads = [
        json!(null),
        json!(true),
        json!(-1.5e-7),
        json!(9_007_199_254_740_993_u64),
        json!(""),
        json!([]),
        json!({}),
        json!({"": {"a": null}, "z": 1, "a": [1, "2"]}),
        json!(HOSTILE),
        deep,
    ];
    for (n, data) in payloads.iter().enumerate() {
        let name = HOSTILE[n % HOSTILE.len()];
        let id = format!("payload-{n}");
        let new = NewJob {
            name: name.into(),
            data: data.clone(),
            id: Some(id.clone()),
            options: JobOptions::default(),
        };
        f.add(new).await;
        let back = f.get(&id).await;
        assert_eq!((back.name.as_str(), &back.data), (name, data));
    }
    let echo = super::fixture::Doing(|active: leadctl::queue::ActiveJob| {
        Box::pin(async move { Ok(active.job.data) })
    });
    let ids: Vec<String> = (0..payloads.len()).map(|n| format!("payload-{n}")).collect();
    f.work_off(&ids.iter().map(String::as_str).collect::<Vec<_>>(), echo).await;
    for (id, data) in ids.iter().zip(payloads) {
        assert_eq!(f.get(id).await.result, Some(data));
    }
}

pub async fn ids_with_odd_characters_are_kept_apart(f: Fixture) {
    let ids: Vec<&str> = HOSTILE.into_iter().filter(|id| !id.contains(':')).collect();
    f.add_all(&ids).await;
    let mut known: Vec<String> = f.ids(&[]).await;
    for id in &ids {
        assert_eq!(f.get(id).await.data["id"], json!(id));
    }
    known.sort_unstable();
    known.dedup();
    assert_eq!(known.len(), ids.len());
    f.work_off(&ids, completing(Value::Null)).await;
    for id in &ids {
        f.queue.remove(&f.name, id).await.expect("removed");
    }
    assert!(f.ids(&[]).await.is_empty());
}

pub async fn a_name_with_wildcards_is_only_itself(f: Fixture) {
    let plain = format!("{}-abc", f.name);
    let wild = format!("{}-*[a-z]?", f.name);
    f.queue.add(&plain, job("x")).await.expect("added");
    assert_eq!(f.queue.counts(&wild).await.expect("an answer").waiting, 0);
    f.queue.add(&wild, job("y")).await.expect("added");
    assert_eq!(f.queue.queues().await.expect("an answer"), [wild.clone(), plain.clone()]);
    f.queue.drain(&wild, true, false).await.expect("drained");
    assert_eq!(f.queue.counts(&plain).await.expect("an answer").waiting, 1);
}

pub async fn reasons_and_lines_come_back_as_they_were(f: Fixture) {
    for (n, text) in HOSTILE.into_iter().enumerate() {
        let id = format!("j{n}");
        f.add(job(&id)).await;
        f.queue.append_log(&f.name, &id, text).await.expect("logged");
        f.queue.set_progress(&f.name, &id, json!(text)).await.expect("told");
        f.work_off(&[&id], failing(failure(text))).await;
        let failed = f.get(&id).await;
        assert_eq!(failed.failed_reason.as_deref(), Some(text));
        assert_eq!(failed.progress, json!(text));
        assert!(failed.stacktrace[0].contains(text), "{:?}", failed.stacktrace);
        let log = f.queue.logs(&f.name, &id, 0, 1).await.expect("a log");
        assert_eq!(log.lines[0].text, text);
    }
}

pub async fn a_nul_is_refused_in_names_and_harmless_elsewhere(f: Fixture) {
    for new in [job("a\0b"), NewJob { name: "a\0b".into(), ..job("x") }] {
        assert_refused!(f.queue.add(&f.name, new).await, QueueError::Invalid(_));
    }
    f.add(NewJob { data: json!({"a\0": "b\0c"}), ..job("x") }).await;
    f.queue.append_log(&f.name, "x", "a\0b").await.expect("logged");
    f.work_off(&["x"], failing(failure("a\0b"))).await;
    // Not every database can hold one; it may come back as a replacement character.
    let job = f.get("x").await;
    let log = f.queue.logs(&f.name, "x", 0, 1).await.expect("a log");
    for text in [&job.failed_reason.expect("a reason"), &log.lines[0].text] {
        assert_eq!(text.replace('\0', "\u{fffd}"), "a\u{fffd}b");
    }
    let data = job.data.to_string().replace("\\u0000", "\u{fffd}");
    assert_eq!(data, json!({"a\u{fffd}": "b\u{fffd}c"}).to_string());
}
