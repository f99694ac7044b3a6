//! Every recorded exchange with Reddit, given back by the sandbox and read by the real client.

use std::path::PathBuf;

use serde_json::Value;

use crate::support::home::Home;

fn corpus(name: &str) -> PathBuf {
    PathBuf::from(std::env::var("LEADCTL_CORPUS").expect("LEADCTL_CORPUS is set")).join(name)
}

/// Things of kind `t1` and `t3`, however deep, counted by nothing of ours.
fn posts(value: &Value) -> u64 {
    let below: u64 = match value {
        Value::Array(list) => list.iter().map(posts).sum(),
        Value::Object(map) => map.values().map(posts).sum(),
        _ => 0,
    };
    let is_post = matches!(value["kind"].as_str(), Some("t1" | "t3")) && value["data"].is_object();
    below + u64::from(is_post)
}

#[test]
fn corpus_of_reddit_is_decoded_or_answered_with_the_right_error() {
    let file = corpus("reddit.ndjson");
    let lines: Vec<Value> = std::fs::read_to_string(&file)
        .expect("the corpus")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 160);
    let home = Home::new();
    let file = file.to_string_lossy();
    let told = home.json(&["sandbox", "--replay", &file, "--verify"]);
    let items = told["items"].as_array().expect("items");
    assert_eq!(items.len(), lines.len());
    for (item, line) in items.iter().zip(&lines) {
        let id = &line["id"];
        assert_eq!((&item["id"], &item["handled"]), (id, &Value::Bool(true)), "{item}");
        let status = line["status"].as_u64().expect("a status");
        if status < 300 {
            assert_eq!(item["outcome"], "decoded", "{item}");
            assert_eq!(item["posts"].as_u64(), Some(posts(&line["body"])), "{id}");
        } else {
            assert_eq!((&item["outcome"], &item["posts"]), (&"error".into(), &0.into()), "{item}");
        }
    }
    let count = |name: &str| items.iter().filter(|item| item["error"] == name).count();
    for (name, wanted) in [
        ("unauthorized", 1),
        ("server", 1),
        ("redirected", 3),
        ("html", 1),
        ("private", 1),
        ("not_found", 2),
        ("refused", 24),
    ] {
        assert_eq!(count(name), wanted, "{name}");
    }
    assert_eq!(told["meta"]["posts"], 4165);
    assert_eq!((&told["meta"]["decoded"], &told["meta"]["unhandled"]), (&127.into(), &0.into()));
    let of_kind = |kind: &str| -> Vec<u64> {
        let items = items.iter().filter(|item| item["kind"] == kind);
        items.filter_map(|item| item["others"].as_u64()).collect()
    };
    assert_eq!(of_kind("subreddits").iter().sum::<u64>(), 537);
    assert!([of_kind("me"), of_kind("user_about")].concat().iter().all(|n| *n == 1));
}

#[test]
fn corpus_of_ai_is_given_back_byte_for_byte() {
    let home = Home::new();
    let file = corpus("ai.ndjson");
    let told = home.json(&["sandbox", "--replay", &file.to_string_lossy(), "--verify"]);
    assert_eq!((&told["meta"]["served"], &told["meta"]["unhandled"]), (&104.into(), &0.into()));
}

#[test]
fn a_recording_with_every_oddity_is_handled_and_a_broken_one_is_named() {
    let home = Home::new();
    let odd = r#"{"path":"/r/a/new","body":{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"name":null,"id":null,"title":"x"}},{"kind":"t1","data":{"id":"k","body":"\ud83d","replies":{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"l"}}]}}}},{"kind":"zz","data":{}},null]}}}
{"path":"/r/a/new","headers":{"x-ratelimit-remaining":["0.0","soon"]},"body":null}

{"path":"/r/a/about","status":302,"headers":{"location":"https://www.reddit.com/subreddits/search?q=a"}}
{"path":"/r/a/about","status":"403","body":{"reason":"quarantined"}}
{"path":"/search","status":429,"headers":{"retry-after":"7"},"body":"slow down"}
{"path":"/search","body":{"message":"Forbidden","error":403}}
{"path":"/search","body":"<!doctype html>"}
{"method":"POST","path":"/api/morechildren","request_body":"api_type=json","body":{"json":{"errors":[["X","y"]]}}}
{"method":"POST","path":"/api/v1/access_token","host":"www.reddit.com","request_body":"grant_type=password&username=a&password=b","body":{"error":"invalid_grant"}}
{"method":"DELETE","path":"/api/x","status":204}"#;
    let file = home.file("odd.ndjson", odd);
    let told = home.json(&["sandbox", "--replay", &file, "--verify"]);
    let items = told["items"].as_array().expect("items");
    let came: Vec<&str> = items
        .iter()
        .map(|item| item["error"].as_str().or(item["outcome"].as_str()).expect("a word"))
        .collect();
    assert_eq!(
        came,
        [
            "decoded",
            "empty",
            "not_found",
            "private",
            "rate_limited",
            "refused",
            "html",
            "rejected",
            "unauthorized",
            "decoded"
        ]
    );
    assert!(items.iter().all(|item| item["handled"] == true), "{told}");
    assert_eq!(items[0]["posts"], 3);

    let broken = home.file("broken.ndjson", "{\"path\":\"/a\"}\n{\"path\":\n");
    let ran = home.run(&["sandbox", "--replay", &broken, "--verify"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("line 2 is no recorded exchange"), "{}", ran.stderr);
    assert_eq!(home.run(&["sandbox", "--replay", "nowhere", "--verify"]).code, 3);
    assert_eq!(home.run(&["sandbox", "--verify"]).code, 2);
}
