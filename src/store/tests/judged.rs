use super::*;

#[tokio::test]
async fn the_same_finds_twice_are_kept_once() {
    let home = Home::new().await;
    let leads = [lead(0), lead(1)];
    let posts = [judged(&leads), vec![outcome("t3_no", "not_lead")]].concat();
    let prints = [("t3_0".to_owned(), u64::MAX), ("t3_1".to_owned(), 7)];
    let keep =
        async || home.record_finds("acme", 1, &posts, &leads, &prints, Tell::Nobody).await.unwrap();
    assert_eq!(keep().await.counts(), (2, 0));
    assert_eq!(keep().await.counts(), (0, 2));
    assert_eq!(home.count_leads(&LeadFilter::default()).await.unwrap(), 2);
    let mut kept = home.fingerprints("acme", NOW).await.unwrap();
    kept.sort();
    assert_eq!(kept, prints);
    let later = NOW.plus(Duration::from_millis(1));
    assert!(home.fingerprints("acme", later).await.unwrap().is_empty());
    assert!(home.fingerprints("other", NOW).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_post_is_judged_once_for_each_version_of_a_campaign() {
    let home = Home::new().await;
    // More than fit into one statement.
    let ids: Vec<String> = (0..1_234).map(|n| format!("t3_{n}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let posts: Vec<JudgedPost> = ids[..1_200].iter().map(|id| outcome(id, "not_lead")).collect();
    home.record_finds("acme", 2, &posts, &[], &[], Tell::Nobody).await.unwrap();
    let unjudged = async |campaign: &str, version: i64| {
        home.unjudged(campaign, version, &ids).await.unwrap().len()
    };
    assert_eq!(unjudged("acme", 2).await, 34);
    assert_eq!(unjudged("acme", 1).await, 34);
    assert_eq!(unjudged("acme", 3).await, 1_234);
    assert_eq!(unjudged("other", 1).await, 1_234);
    home.record_finds("acme", 3, &posts[..1], &[], &[], Tell::Nobody).await.unwrap();
    assert_eq!(unjudged("acme", 3).await, 1_233);
}

#[tokio::test]
async fn finds_are_kept_whole_or_not_at_all() {
    let home = Home::new().await;
    let stray = Lead { campaign_id: "nowhere".to_owned(), ..lead(1) };
    let leads = [lead(0), stray];
    let prints = [("t3_0".to_owned(), 1)];
    let kept = home.record_finds("acme", 1, &judged(&leads), &leads, &prints, Tell::Nobody).await;
    assert!(kept.is_err());
    assert_eq!(home.count_leads(&LeadFilter::default()).await.unwrap(), 0);
    assert_eq!(home.unjudged("acme", 1, &["t3_0"]).await.unwrap().len(), 1);
    assert!(home.fingerprints("acme", NOW).await.unwrap().is_empty());
}

#[tokio::test]
async fn nothing_is_kept_for_a_campaign_that_is_gone_and_all_goes_with_it() {
    let home = Home::new().await;
    let leads = [lead(0)];
    let prints = [("t3_0".to_owned(), 1)];
    home.record_finds("acme", 1, &judged(&leads), &leads, &prints, Tell::Nobody).await.unwrap();
    assert!(home.delete_campaign("acme").await.unwrap());
    assert!(home.lead(&leads[0].id).await.unwrap().is_none());
    assert_eq!(home.unjudged("acme", 1, &["t3_0"]).await.unwrap().len(), 1);
    assert!(home.fingerprints("acme", NOW).await.unwrap().is_empty());
    let error = home.record_finds("acme", 1, &[], &leads, &[], Tell::Nobody).await.unwrap_err();
    assert!(matches!(error, StoreError::NoCampaign(ref id) if id == "acme"), "{error}");
}

#[tokio::test]
async fn how_far_an_import_has_come_is_kept() {
    let home = Home::new().await;
    assert_eq!(home.import_checkpoint("a").await.unwrap(), None);
    let mut checkpoint = ImportCheckpoint {
        lines: 2_000,
        bytes: 1 << 40,
        finished: false,
        summary: serde_json::json!({"rejected": 3}),
    };
    home.set_import_checkpoint("a", &checkpoint, NOW).await.unwrap();
    assert_eq!(home.import_checkpoint("a").await.unwrap().as_ref(), Some(&checkpoint));
    checkpoint.finished = true;
    home.set_import_checkpoint("a", &checkpoint, NOW).await.unwrap();
    assert_eq!(home.import_checkpoint("a").await.unwrap(), Some(checkpoint));
    assert_eq!(home.import_checkpoint("b").await.unwrap(), None);
}
