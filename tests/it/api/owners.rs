//! Nobody sees what is another user's; the operator and admins see all.

use std::any::Any;

use leadctl::db::Db;
use leadctl::model::{CampaignStatus, Lead, LeadStatus, Scope};
use leadctl::store::{LeadFilter, LeadPageRequest, Store, StoreError, Tell};

use crate::support::api::{Api, key};
use crate::support::data::{NOW, draft, lead};
use crate::support::postgres::shared;
use crate::support::process::{json, run};

/// A fresh database of each kind, with what keeps it alive.
async fn both() -> Vec<(Db, Box<dyn Any>)> {
    let dir = tempfile::tempdir().expect("a directory");
    let sqlite = Db::open(dir.path()).await.expect("a database");
    let database = shared().database().await;
    let postgres = database.open().await;
    vec![(sqlite, Box::new(dir)), (postgres, Box::new(database))]
}

/// The names of the campaigns of which a list has leads.
async fn listed(store: &Store, filter: &LeadFilter) -> Vec<String> {
    let (mut found, mut cursor) = (Vec::new(), None);
    loop {
        let page = store.leads(filter, LeadPageRequest { cursor, limit: 7 }).await.expect("a page");
        found.extend(page.leads.into_iter().map(|lead| lead.campaign_id));
        cursor = page.next;
        if cursor.is_none() {
            return found;
        }
    }
}

/// Twenty leads.
async fn find(store: &Store, campaign: &str) {
    let leads: Vec<Lead> = (0..20).map(|n| lead(campaign, n)).collect();
    store.record_finds(campaign, 1, &[], &leads, &[], Tell::Nobody).await.expect("kept");
}

#[tokio::test]
async fn a_users_store_holds_what_is_the_users_alone() {
    for (db, _keep) in both().await {
        let all = Store::new(db);
        let (alice, bob) = (user(&all, "Alice").await, user(&all, "Bob").await);
        let free = all.create_campaign(draft("Some Tools"), NOW).await.expect("a campaign");
        let hers = alice.create_campaign(draft("Some Tools"), NOW).await.expect("the same name");
        let his = bob.create_campaign(draft("some tools"), NOW).await.expect("the same name");
        assert_eq!((free.id.as_str(), free.owner.as_deref()), ("some-tools", None));
        assert!(hers.id.starts_with("some-tools-") && hers.id != his.id, "{} {}", hers.id, his.id);
        let taken = alice.create_campaign(draft("SOME TOOLS"), NOW).await;
        assert!(matches!(taken, Err(StoreError::NameTaken { id, .. }) if id == hers.id));
        for id in [&free.id, &hers.id, &his.id] {
            find(&all, id).await;
        }

        let named = |found: Option<leadctl::model::Campaign>| found.map(|c| c.id);
        let by = async |store: &Store, name: &str| named(store.campaign(name).await.expect("read"));
        assert_eq!(by(&alice, "Some Tools").await.as_ref(), Some(&hers.id));
        assert_eq!(
            by(&all, "Some Tools").await.as_ref(),
            Some(&free.id),
            "the operator's own first"
        );
        assert_eq!(by(&alice, &his.id).await, None);
        assert_eq!(by(&alice, &free.id).await, None);
        assert_eq!(by(&all, &his.id).await.as_ref(), Some(&his.id));
        assert_eq!(all.campaigns().await.expect("read").len(), 3);
        assert_eq!(alice.campaigns().await.expect("read").len(), 1);

        for filter in filters() {
            let every = listed(&all, &filter).await;
            let of_hers: Vec<&String> = every.iter().filter(|id| **id == hers.id).collect();
            assert!(!of_hers.is_empty(), "{filter:?} finds nothing");
            assert_eq!(listed(&alice, &filter).await.iter().collect::<Vec<_>>(), of_hers);
            let count = alice.count_leads(&filter).await.expect("counted");
            assert_eq!(count, of_hers.len() as u64, "{filter:?}");
            let other = LeadFilter { campaign: Some(his.id.clone()), ..filter };
            assert_eq!(listed(&alice, &other).await, Vec::<String>::new());
            assert_eq!(alice.count_leads(&other).await.expect("counted"), 0);
        }
        let (mine, theirs) = (lead(&hers.id, 3).id, lead(&his.id, 3).id);
        assert!(alice.lead(&mine).await.expect("read").is_some());
        assert_eq!(alice.lead(&theirs).await.expect("read"), None);
        let saved = LeadStatus::Saved;
        assert_eq!(alice.set_lead_status(&mine, saved, NOW).await.expect("set"), Some(true));
        assert_eq!(alice.set_lead_status(&theirs, saved, NOW).await.expect("not set"), None);
        assert_eq!(all.lead(&theirs).await.expect("read").expect("a lead").status, LeadStatus::New);
        let (followed, _) = alice.leads_found_after(0, 100).await.expect("read");
        assert_eq!(followed.len(), 20);
        let counts = alice.lead_counts().await.expect("counted");
        assert!(counts.iter().all(|c| c.campaign_id == hers.id) && counts.len() == 2, "{counts:?}");

        assert!(alice.update_campaign(&his.id, draft("Mine"), NOW).await.expect("no").is_none());
        let paused = CampaignStatus::Paused;
        assert!(!alice.set_campaign_status(&his.id, paused, NOW).await.expect("no"));
        assert!(!alice.delete_campaign(&his.id).await.expect("no"));
        assert!(bob.delete_campaign(&his.id).await.expect("his own"));
        assert_eq!(all.campaigns().await.expect("read").len(), 2);
    }
}

#[tokio::test]
async fn a_user_with_very_many_campaigns_still_sees_their_own_leads_alone() {
    for (db, _keep) in both().await {
        let all = Store::new(db);
        let (alice, bob) = (user(&all, "Alice").await, user(&all, "Bob").await);
        for n in 0..12 {
            let hers = alice.create_campaign(draft(&format!("n{n}")), NOW).await.expect("one");
            let his = bob.create_campaign(draft(&format!("n{n}")), NOW).await.expect("one");
            find(&all, &hers.id).await;
            find(&all, &his.id).await;
        }
        // Twelve campaigns, and a walk for each score from 60 on: too many for one statement.
        let filter = LeadFilter { min_score: Some(0), ..LeadFilter::default() };
        let found = listed(&alice, &filter).await;
        let own: Vec<String> =
            alice.campaigns().await.expect("read").into_iter().map(|c| c.id).collect();
        assert_eq!(found.len(), 240);
        assert!(found.iter().all(|id| own.contains(id)));
    }
}

async fn user(all: &Store, name: &str) -> Store {
    let user = all.ensure_user(name, NOW).await.expect("a user");
    all.create_key(&user.id, Scope::Read, None, NOW).await.expect("a key");
    all.of_user(&user.id)
}

/// One for each way in which a list is read.
fn filters() -> Vec<LeadFilter> {
    let all = LeadFilter::default();
    vec![
        all.clone(),
        LeadFilter { subreddit: Some("sub1".into()), ..all.clone() },
        LeadFilter { min_score: Some(5), ..all.clone() },
        LeadFilter { status: Some(LeadStatus::New), ..all.clone() },
        LeadFilter { intent: Some(leadctl::model::Intent::PainPoint), ..all.clone() },
        LeadFilter { since: Some(NOW), ..all },
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_line_gives_campaigns_to_users_and_sees_all() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let add = ["campaigns", "add", "--name", "Acme", "--keyword", "invoicing"];
    let nobody = run(home, &[&add[..], &["--owner", "alice"]].concat());
    assert_eq!(nobody.status.code(), Some(3));
    let (hers, admin) = (key(home, "alice", "read"), key(home, "root", "admin"));
    let other = key(home, "bob", "write");
    assert!(run(home, &[&add[..], &["--owner", "Alice"]].concat()).status.success());
    assert!(run(home, &add).status.success());
    let listed = json(home, &["campaigns", "ls", "-o", "json"]);
    let owners: Vec<_> = listed["items"].as_array().expect("a list").iter().collect();
    assert_eq!(owners.len(), 2);
    assert!(owners.iter().any(|c| c["owner"] == "alice"), "{listed}");

    let api = Api::start(home);
    let ids = api.get("/v1/campaigns", &hers).await.ids();
    assert_eq!(ids.len(), 1);
    assert_eq!(api.get("/v1/campaigns", &other).await.ids(), Vec::<String>::new());
    assert_eq!(api.get("/v1/campaigns", &admin).await.ids().len(), 2);
    let path = format!("/v1/campaigns/{}", ids[0]);
    assert_eq!(api.get(&path, &hers).await.status, 200);
    assert_eq!(api.get(&path, &other).await.status, 404);
    assert_eq!(api.get(&path, &admin).await.status, 200);
    let filtered = format!("/v1/leads?campaign={}", ids[0]);
    assert_eq!(api.get(&filtered, &other).await.status, 404);
    assert_eq!(api.get(&filtered, &hers).await.status, 200);
}
