use super::*;

fn of(json: &str) -> Gathered {
    gather(json.as_bytes()).unwrap()
}

fn ids(gathered: &Gathered) -> Vec<&str> {
    gathered.posts.iter().map(|post| post.id.as_str()).collect()
}

#[test]
fn a_thread_is_followed_down_to_the_last_reply() {
    let thread = of(r#"[
        {"kind":"Listing","data":{"after":null,"children":[
            {"kind":"t3","data":{"name":"t3_a","title":"x"}}]}},
        {"kind":"Listing","data":{"children":[
            {"kind":"t1","data":{"name":"t1_b","body":"y","replies":{"kind":"Listing","data":{
                "after":"t1_zz","children":[
                    {"kind":"t1","data":{"name":"t1_c","body":"z","replies":""}},
                    {"kind":"more","data":{"count":7,"children":["d","e"]}}]}}}},
            {"kind":"more","data":{"count":0,"name":"t1__","children":[]}},
            {"kind":"t1","data":{"name":"t1_f","body":"w","replies":null}}]}}]"#);
    assert_eq!(ids(&thread), ["t3_a", "t1_b", "t1_c", "t1_f"]);
    assert_eq!((thread.more, thread.after, thread.is_listing), (7, None, true));
    assert_eq!((thread.unreadable, thread.others), (0, 0));
}

#[test]
fn things_of_every_kind_are_told_apart() {
    let mixed = of(r#"{"kind":"Listing","data":{"after":"t3_n","children":[
        {"kind":"t5","data":{"display_name":"rust"}}, {"kind":"t2","data":{"name":"ann"}},
        {"kind":"LabeledMulti","data":{}}, {"kind":"t3","data":null}, 7, null, [],
        {"kind":"t3","data":{}}, {"kind":"t3","data":{"name":"t3_a"}}]}}"#);
    assert_eq!(ids(&mixed), ["t3_a"]);
    assert_eq!((mixed.subreddits.len(), mixed.users.len()), (1, 1));
    assert_eq!((mixed.unreadable, mixed.others), (1, 4));
    assert_eq!(mixed.after.as_deref(), Some("t3_n"));
    let me = of(r#"{"name":"ann","id":"x","link_karma":3,"comment_karma":null}"#);
    assert_eq!((me.users[0].name.as_str(), me.users[0].link_karma), ("ann", Some(3)));
    assert_eq!(of(r#"{"rules":[{"short_name":"Be kind"}],"site_rules":[]}"#).rules.len(), 1);
}

#[test]
fn what_is_missing_or_null_is_nothing() {
    for json in [
        r#"{"kind":"Listing","data":{}}"#,
        r#"{"kind":"Listing","data":{"children":null,"after":null}}"#,
        r#"{"kind":"Listing","data":{"children":[],"after":""}}"#,
        r#"[]"#,
        "\u{feff}[]",
    ] {
        assert!(of(json).is_empty(), "{json}");
    }
    assert!(!of(r#"{"kind":"Listing","data":null}"#).is_listing);
    assert!(of(r#"{"data":{"children":[{"kind":"t1","data":{"id":"q"}}]}}"#).is_listing);
}

#[test]
fn answers_to_forms_and_what_went_wrong_with_them() {
    let more = of(r#"{"json":{"errors":[],"data":{"things":[
        {"kind":"t1","data":{"name":"t1_a","body":"x"}}]}}}"#);
    assert_eq!((ids(&more), more.errors.len()), (vec!["t1_a"], 0));
    let failed = of(r#"{"json":{"errors":[["SUBREDDIT_NOEXIST","secret words","sr"]]}}"#);
    assert_eq!(failed.errors, ["SUBREDDIT_NOEXIST"]);
}

#[test]
fn a_field_that_is_there_twice_loses_nothing() {
    let twice = of(r#"{"kind":"Listing","kind":"Listing","data":{"children":[
        {"kind":"t3","data":{"name":"t3_a","name":"t3_a","title":"x"}},
        {"kind":"t3","data":{"name":"t3_b","title":"y"}}]}}"#);
    assert_eq!(ids(&twice), ["t3_a", "t3_b"]);
    let inside = of(r#"{"kind":"Listing","data":{"children":[
        {"kind":"t3","data":{"name":"t3_a","title":"x","title":"y"}}]}}"#);
    assert_eq!(inside.posts[0].title, "y");
}

#[test]
fn nesting_without_end_is_an_error_and_no_crash() {
    let deep = "[".repeat(100_000);
    assert!(gather(deep.as_bytes()).is_err());
    let closed = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
    assert!(gather(closed.as_bytes()).is_err());
    assert!(gather(b"{\"kind\":\"Listing\",\"data\":{\"chil").unwrap_err().is_eof());
}
