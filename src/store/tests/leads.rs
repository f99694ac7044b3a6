use super::*;

fn some<T: Copy>(values: &[T]) -> Vec<Option<T>> {
    std::iter::once(None).chain(values.iter().copied().map(Some)).collect()
}

/// Every combination of a few values for each filter.
fn filters() -> Vec<LeadFilter> {
    let mut all = Vec::new();
    for campaign in some(&["acme", "other"]) {
        for subreddit in some(&["sub1"]) {
            for min_score in some(&[0, 60, 81, 100]) {
                for intent in some(&[Intent::Comparison]) {
                    for status in some(&[LeadStatus::Saved]) {
                        for since in some(&[NOW.plus(Duration::from_secs(20))]) {
                            all.push(LeadFilter {
                                campaign: campaign.map(str::to_owned),
                                subreddit: subreddit.map(str::to_owned),
                                min_score,
                                intent,
                                status,
                                since,
                            });
                        }
                    }
                }
            }
        }
    }
    all
}

fn passes(filter: &LeadFilter, lead: &Lead) -> bool {
    filter.campaign.as_ref().is_none_or(|id| *id == lead.campaign_id)
        && filter.subreddit.as_ref().is_none_or(|s| s.eq_ignore_ascii_case(&lead.post.subreddit))
        && filter.min_score.is_none_or(|score| lead.score.total >= score)
        && filter.intent.is_none_or(|intent| intent == lead.judgement.intent)
        && filter.status.is_none_or(|status| status == lead.status)
        && filter.since.is_none_or(|since| lead.found_at >= since)
}

#[tokio::test]
async fn every_combination_of_filters_lists_what_it_says_newest_first() {
    let home = Home::new().await;
    // Kept in an order of their own: the order of finding decides between equal times.
    let mut leads: Vec<Lead> = (0..300).map(lead).collect();
    home.keep(&leads).await;
    let in_order = home.leads_found_after(0, 1_000).await.unwrap().0;
    let place = |lead: &Lead| in_order.iter().position(|other| other.id == lead.id);
    leads.sort_by_key(|lead| std::cmp::Reverse((lead.found_at, place(lead))));
    let mut matched = 0;
    for filter in filters() {
        let expected: Vec<&str> =
            leads.iter().filter(|l| passes(&filter, l)).map(|l| l.id.as_str()).collect();
        matched += expected.len();
        assert_eq!(home.ids(&filter, 7).await, expected, "{filter:?}");
        let count = home.count_leads(&filter).await.unwrap();
        assert_eq!(count, expected.len() as u64, "{filter:?}");
        for step in home.explain_leads(&filter, 7).await.unwrap() {
            assert!(
                !step.starts_with("SCAN leads") || step.contains("INDEX"),
                "{filter:?}: {step}"
            );
        }
    }
    assert!(matched > 1_000, "the filters must let something pass");
}

#[tokio::test]
async fn leads_that_come_while_pages_are_read_neither_shift_nor_repeat_any() {
    let home = Home::new().await;
    home.keep(&(0..50).map(lead).collect::<Vec<_>>()).await;
    let all = LeadFilter::default();
    let before = home.ids(&all, 100).await;
    let first = LeadPageRequest { cursor: None, limit: 10 };
    let page = home.leads(&all, first).await.unwrap();
    // One is found later, one at the very time of the last lead of the page, one got new figures.
    let last = page.leads.last().unwrap().found_at;
    let same_time = Lead { found_at: last, ..lead(1_000) };
    home.keep(&[lead(2_000), same_time, lead(3)]).await;
    let mut ids: Vec<String> = page.leads.iter().map(|lead| lead.id.clone()).collect();
    let mut cursor = page.next;
    while cursor.is_some() {
        let page = home.leads(&all, LeadPageRequest { cursor, limit: 10 }).await.unwrap();
        ids.extend(page.leads.into_iter().map(|lead| lead.id));
        cursor = page.next;
    }
    assert_eq!(ids, before);
}

#[tokio::test]
async fn garbage_is_no_cursor_and_a_place_out_of_range_is_an_empty_page() {
    let home = Home::new().await;
    home.keep(&[lead(0)]).await;
    let list = async |cursor: &str| {
        let request = LeadPageRequest { cursor: Some(cursor.to_owned()), limit: 10 };
        home.leads(&LeadFilter::default(), request).await
    };
    for garbage in ["", "-", "x", "1-", "-1", "1-2-3", "§-1", "1 - 1", "zzzzzzzzzzzzzzzzzzzz-1"] {
        let error = list(garbage).await.unwrap_err();
        assert!(
            matches!(error, StoreError::BadCursor(ref c) if c == garbage),
            "{garbage}: {error}"
        );
    }
    assert!(list("0-0").await.unwrap().leads.is_empty());
    assert_eq!(list("zzzzzzzz-1").await.unwrap().leads.len(), 1);
}

#[tokio::test]
async fn a_limit_of_none_is_one() {
    let home = Home::new().await;
    home.keep(&[lead(0), lead(1)]).await;
    let page = LeadPageRequest { cursor: None, limit: 0 };
    let page = home.leads(&LeadFilter::default(), page).await.unwrap();
    assert_eq!(page.leads.len(), 1);
    assert!(page.next.is_some());
}

#[tokio::test]
async fn a_status_is_set_once_and_outlives_another_find() {
    let home = Home::new().await;
    let found = lead(0);
    home.keep(std::slice::from_ref(&found)).await;
    let later = NOW.plus(Duration::from_secs(60));
    let set =
        async |id: &str| home.set_lead_status(id, LeadStatus::Contacted, later).await.unwrap();
    assert_eq!(set("nonesuch").await, None);
    assert_eq!(set(&found.id).await, Some(true));
    assert_eq!(set(&found.id).await, Some(false));
    let again = Lead { found_at: later, matched: vec!["more".to_owned()], ..found.clone() };
    assert_eq!(home.keep(&[again]).await.counts(), (0, 1));
    let kept = home.lead(&found.id).await.unwrap().unwrap();
    assert_eq!((kept.status, kept.found_at), (LeadStatus::Contacted, found.found_at));
    assert_eq!(kept.matched, ["more"]);
}

#[tokio::test]
async fn leads_can_be_followed_in_the_order_of_finding() {
    let home = Home::new().await;
    assert_eq!(home.current_seq().await.unwrap(), 0);
    home.keep(&[lead(0), lead(1)]).await;
    let (first, next) = home.leads_found_after(0, 1).await.unwrap();
    assert_eq!(first, [lead(0)]);
    let (second, next) = home.leads_found_after(next, 10).await.unwrap();
    assert_eq!(second, [lead(1)]);
    assert_eq!(next, home.current_seq().await.unwrap());
    assert_eq!(home.leads_found_after(next, 10).await.unwrap(), (Vec::new(), next));
}
