use super::*;

fn of(json: &str) -> Post {
    post(json.as_bytes()).unwrap()
}

#[test]
fn a_submission_of_today() {
    let post = of(r#"{"kind":"t3","data":{"id":"1abc","name":"t3_1abc","title":"A &amp; B",
        "selftext":"x &lt;y&gt; &quot;z&quot; &#39;","subreddit":"rust","author":"ann",
        "permalink":"/r/rust/comments/1abc/a_b/","url":"https://www.reddit.com/r/rust/comments/1abc/a_b/",
        "is_self":true,"score":7,"num_comments":3,"over_18":false,"stickied":true,"edited":1.5e9,
        "created_utc":1700000000.5,"removed_by_category":null,"media":{"a":[1,{"b":2}]}}}"#);
    assert_eq!((post.id.as_str(), post.kind), ("t3_1abc", PostKind::Submission));
    assert_eq!((post.title.as_str(), post.body.as_str()), ("A & B", "x <y> \"z\" '"));
    assert_eq!((post.score, post.num_comments, post.url), (7, 3, None));
    assert!(post.stickied && !post.removed && !post.over_18);
    assert_eq!(post.created_at.millis(), 1_700_000_000_500);
}

#[test]
fn a_comment_has_the_title_above_it_and_no_comments_of_its_own() {
    let post = of(r#"{"name":"t1_k9","id":"k9","body":"yes","link_title":"Q","link_id":"t3_z",
        "subreddit":"a","author":"[deleted]","num_comments":40,"url":"https://x.y","created_utc":1}"#);
    assert_eq!((post.kind, post.title.as_str(), post.num_comments), (PostKind::Comment, "Q", 0));
    assert_eq!((post.author, post.url), (None, None));
    assert_eq!(post.permalink, "/r/a/comments/z/_/k9/");
}

#[test]
fn odd_types_are_taken_as_what_they_can_be() {
    let post = of(r#"{"id":"q","title":"t","selftext":null,"subreddit":null,"author":null,
        "score":"12","num_comments":4.0,"created_utc":"1500000000","over_18":1,"url":["x"]}"#);
    assert_eq!((post.score, post.num_comments, post.over_18), (12, 4, true));
    assert_eq!((post.subreddit.as_str(), post.author, post.url), ("", None, None));
    assert_eq!((post.id.as_str(), post.permalink.as_str()), ("t3_q", "/comments/q/"));
    assert_eq!(post.created_at, Timestamp::from_secs(1_500_000_000));
    assert_eq!(of(r#"{"id":"q","title":"t"}"#).created_at, Timestamp::default());
}

#[test]
fn removal_is_seen_in_any_of_its_forms() {
    for fields in [
        r#""selftext":"[removed]""#,
        r#""selftext":"[deleted]""#,
        r#""title":"[deleted by user]""#,
        r#""removed_by_category":"moderator""#,
        r#""removed":true"#,
        r#""banned_by":"AutoModerator""#,
        r#""banned_by":true"#,
    ] {
        let title = if fields.contains("title") { "" } else { r#""title":"t","# };
        assert!(of(&format!(r#"{{"id":"q",{title}{fields}}}"#)).removed, "{fields}");
    }
    assert!(!of(r#"{"id":"q","title":"t","banned_by":null,"removed":false,"spam":""}"#).removed);
}

#[test]
fn entities_are_decoded_once_and_nuls_do_no_harm() {
    let post =
        of(r#"{"id":"q","title":"&amp;lt;b&amp;gt; &#0;a\u0000b","selftext":"no & entity"}"#);
    assert_eq!(post.title.matches('\0').count(), 0);
    assert!(post.title.starts_with("&lt;b&gt; "), "{}", post.title);
    assert_eq!(post.body, "no & entity");
}

#[test]
fn halves_of_emoji_and_bytes_that_are_no_text_are_replaced() {
    let post = of(r#"{"id":"q","title":"a\ud83d b\ud83d\ude00 c\\ud83d"}"#);
    assert_eq!(post.title, "a\u{fffd} b😀 c\\ud83d");
    let bytes = b"{\"id\":\"q\",\"title\":\"a\xffb\"}";
    assert_eq!(super::post(bytes).unwrap().title, "a\u{fffd}b");
}

#[test]
fn permalinks_become_paths() {
    let with = |link: &str| {
        of(&format!(r#"{{"id":"q","title":"t","subreddit":"s","permalink":"{link}"}}"#)).permalink
    };
    assert_eq!(with("https://old.reddit.com/r/s/comments/q/t/"), "/r/s/comments/q/t/");
    assert_eq!(with("javascript:alert(1)"), "/r/s/comments/q/");
    assert_eq!(with("/r/s/ x"), "/r/s/comments/q/");
}

#[test]
fn what_is_no_post_is_refused() {
    for json in [
        r#"{"kind":"t2","data":{"id":"x","name":"ann"}}"#,
        r#"{"kind":"more","data":{"id":"x","name":"t1_x","children":[]}}"#,
        r#"{"name":"t5_2qh1i","title":"AskReddit"}"#,
        r#"{"name":"t3é","id":"é"}"#,
        r#"{"id":"x"}"#,
        r#"{"title":"without an id"}"#,
        "[]",
        "3",
        "{\"id\":",
        "",
    ] {
        assert!(post(json.as_bytes()).is_err(), "{json}");
    }
}

#[test]
fn a_page_keeps_what_it_can() {
    let page = page(
        br#"{"kind":"Listing","data":{"after":"t3_b","children":[
            {"kind":"t3","data":{"name":"t3_a","title":"x"}},
            {"kind":"t3","data":null}, 7, {"kind":"t3","data":{"title":{}}},
            {"kind":"t1","data":{"name":"t1_c","body":"y"}}]}}"#,
    )
    .unwrap();
    assert_eq!((page.posts.len(), page.skipped, page.after.as_deref()), (2, 3, Some("t3_b")));
}

#[test]
fn about_and_rules() {
    let json = br#"{"kind":"t5","data":{"display_name":"Rust","title":"R &amp; D","subscribers":3.0,
        "public_description":"","description":"side","accounts_active":null,"active_user_count":9}}"#;
    let about = about(json, "rust").unwrap().unwrap();
    assert_eq!((about.name.as_str(), about.title.as_str()), ("Rust", "R & D"));
    assert_eq!((about.description.as_str(), about.subscribers), ("side", Some(3)));
    assert_eq!(about.active_users, Some(9));
    let listing = br#"{"kind":"Listing","data":{"children":[]}}"#;
    assert_eq!(super::about(listing, "rust").unwrap(), None);
    let json = br#"{"rules":[{"short_name":"No ads","description":null},{"violation_reason":"V",
        "description":"d"},{}],"site_rules":[]}"#;
    let rules = rules(json).unwrap();
    assert_eq!(rules.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["No ads", "V"]);
}

#[test]
fn a_post_without_an_id_is_not_lost() {
    let id = |json: &str| post(json.as_bytes()).map(|post| post.id);
    let page =
        r#"{"kind":"t1","data":{"id":null,"body":"x","permalink":"/r/a/comments/q1/t/k9/"}}"#;
    assert_eq!(id(page).unwrap(), "t1_k9");
    let words = r#"{"kind":"t3","data":{"id":"a b","title":"x"}}"#;
    let derived = id(words).unwrap();
    assert!(derived.starts_with("t3_~"), "{derived}");
    assert_eq!(id(words).unwrap(), derived, "the same post has the same id");
    assert_eq!(id(r#"{"kind":"t3","data":{"id":77,"title":"x"}}"#).unwrap(), "t3_77");
    assert_eq!(id(r#"{"kind":"t3","data":{"id":"q","name":"t5_x"}}"#).unwrap(), "t3_q");
    assert!(id(r#"{"kind":"t3","data":{"score":1}}"#).is_err());
}
