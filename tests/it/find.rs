//! `jobs find`, through the real binary.

use serde_json::{Value, json as value};

use crate::support::letters::work_off;
use crate::support::process::{json, run, text};

#[test]
fn jobs_are_found_by_name_payload_and_error_within_bounds() {
    let dir = tempfile::tempdir().expect("a directory");
    let home = dir.path();
    let jobs = [
        ("a", "send", Some("Timed out after 3s")),
        ("b", "reply", Some("refused")),
        ("c", "send", None),
        ("d", "send", None),
    ];
    work_off(home, "mail", &jobs);
    let find = |args: &[&str]| {
        let all = [&["jobs", "find", "--queue", "mail", "-o", "json"], args].concat();
        let found = json(home, &all);
        let ids: Vec<String> = found["items"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|job| job["id"].as_str().expect("an id").to_owned())
            .collect();
        (ids, found["meta"].clone())
    };
    let whole = |matched: u64| value!({"matched": matched, "scanned": 4, "truncated": false});
    let (ids, meta) = find(&["--error", "timed OUT"]);
    assert_eq!((ids, meta), (vec!["a".to_owned()], whole(1)));
    assert_eq!(find(&["--name", "reply"]).0, ["b"]);
    assert_eq!(find(&["--name", "send", "--state", "completed"]).0.len(), 2);
    assert_eq!(find(&["--path", ".to.id=c", "--path", ".to.tags[1]=7"]).0, ["c"]);
    assert_eq!(find(&["--path", ".to.id=c", "--name", "reply"]), (Vec::new(), whole(0)));
    let (ids, meta) = find(&["--name", "send", "--limit", "1"]);
    assert_eq!((ids.len(), &meta["truncated"]), (1, &Value::Bool(true)));
    let (_, meta) = find(&["--name", "nosuch", "--scan", "3"]);
    assert_eq!(meta, value!({"matched": 0, "scanned": 3, "truncated": true}));
    for (args, code) in [
        (&["jobs", "find", "--queue", "mail"][..], 2),
        (&["jobs", "find", "--path", "to=7"], 2),
        (&["jobs", "find", "--name", "x", "--queue", "nosuch"], 3),
    ] {
        let output = run(home, args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", text(&output.stderr));
    }
}
