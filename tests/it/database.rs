//! Postgres as the database: what it must do as SQLite does, and what only a server can do.

use std::any::Any;
use std::time::Duration;

use leadctl::clock::{Clock, ManualClock};
use leadctl::config::DatabaseSettings;
use leadctl::db::{Db, DbError, Dialect, Lock};
use leadctl::model::{
    AccountGrant, CampaignDraft, ClosedSubreddit, Lead, LeadStatus, RedditAccount, SubredditState,
};
use leadctl::shared_state::SharedState;
use leadctl::shared_state::sql::SqlState;
use leadctl::store::{
    LeadFilter, LeadPageRequest, ListingMark, SealedAccount, Store, StoreError, Tell,
};
use tokio::task::JoinSet;

use crate::support::data::{NOW, draft, judged, keep, lead};
use crate::support::postgres::{Database, settings, shared};
use crate::support::process::PATIENCE;

/// A fresh database of each kind, with what keeps it alive.
async fn both() -> Vec<(Db, Box<dyn Any>)> {
    let dir = tempfile::tempdir().expect("a directory");
    let sqlite = Db::open(dir.path()).await.expect("a database");
    let database = shared().database().await;
    let postgres = database.open().await;
    vec![(sqlite, Box::new(dir)), (postgres, Box::new(database))]
}

async fn postgres() -> (Db, Database) {
    let database = shared().database().await;
    (database.open().await, database)
}

#[tokio::test]
async fn both_have_the_same_migrations() {
    let mut lists = Vec::new();
    for (db, _keep) in both().await {
        assert_eq!(db.migrate().await.expect("nothing to do"), 0);
        let rows = db.migrations().await.expect("migrations");
        assert!(rows.iter().all(|row| row.applied), "{rows:?}");
        lists.push(rows.into_iter().map(|row| (row.version, row.name)).collect::<Vec<_>>());
    }
    assert_eq!(lists[0], lists[1]);
}

#[tokio::test]
async fn many_may_start_at_once_on_an_empty_database() {
    let database = shared().database().await;
    let mut starting = JoinSet::new();
    for _ in 0..8 {
        let settings = database.settings();
        starting.spawn(async move {
            let nowhere = std::path::Path::new("/nonexistent");
            let db = Db::from_settings(nowhere, &settings).await.expect("it starts");
            Store::new(db.clone()).current_seq().await.expect("it works");
            db.close().await;
        });
    }
    while let Some(started) = starting.join_next().await {
        started.expect("no task fails");
    }
}

#[tokio::test]
async fn whoever_gives_up_on_a_transaction_leaves_none_open() {
    let database = shared().database().await;
    // The server is not to end forgotten transactions by itself while we look.
    let patient = DatabaseSettings { statement_timeout_secs: 3600, ..database.settings() };
    let nowhere = std::path::Path::new("/nonexistent");
    let db = Db::from_settings(nowhere, &patient).await.expect("a database");
    let count = async |what: &'static str| -> i64 {
        let options: sqlx::postgres::PgConnectOptions = database.url().parse().expect("an address");
        let mut own = sqlx::ConnectOptions::connect(&options).await.expect("a connection");
        let counted = sqlx::query_scalar(what).fetch_one(&mut own).await.expect("counted");
        sqlx::Connection::close(own).await.expect("closed");
        counted
    };
    let until_there_are = async |expected: i64, what: &'static str| {
        let deadline = std::time::Instant::now() + PATIENCE;
        while count(what).await != expected {
            assert!(std::time::Instant::now() < deadline, "never {expected}: {what}");
        }
    };
    const WAITING: &str = "SELECT count(*) FROM pg_locks WHERE NOT granted \
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    const OPEN: &str = "SELECT count(*) FROM pg_stat_activity \
        WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
    let held = db.begin(Lock::Queue(1)).await.expect("begun");
    let impatient = tokio::spawn({
        let db = db.clone();
        async move { db.begin(Lock::Queue(1)).await.map(drop) }
    });
    until_there_are(1, WAITING).await;
    impatient.abort();
    assert!(impatient.await.is_err_and(|error| error.is_cancelled()));
    held.commit().await.expect("committed");
    until_there_are(0, WAITING).await;
    until_there_are(0, OPEN).await;
}

#[tokio::test]
async fn campaigns_are_kept_alike() {
    for (db, _keep) in both().await {
        let store = Store::new(db);
        let made = store.create_campaign(draft("First"), NOW).await.expect("made");
        assert_eq!((made.id.as_str(), made.version, made.created_at), ("first", 1, NOW));
        assert_eq!(made.description, draft("First").description);
        let taken = store.create_campaign(draft("FIRST"), NOW).await;
        assert!(matches!(taken, Err(StoreError::NameTaken { ref id, .. }) if id == "first"));
        let second = store.create_campaign(draft("First!"), NOW).await.expect("made");
        assert_eq!(second.id, "first-2");
        let edit = CampaignDraft { keywords: vec!["three".into()], ..draft("First") };
        let edited = store.update_campaign("first", edit, NOW).await.expect("kept").expect("there");
        assert_eq!(edited.version, 2);
        assert_eq!(store.campaign("fIRST").await.expect("read"), Some(edited));
        let names: Vec<String> =
            store.campaigns().await.expect("read").into_iter().map(|c| c.name).collect();
        assert_eq!(names, ["First", "First!"]);
        assert!(store.delete_campaign("first-2").await.expect("removed"));
        assert!(!store.delete_campaign("first-2").await.expect("asked"));
    }
}

#[tokio::test]
async fn leads_are_kept_and_paged_alike() {
    for (db, _keep) in both().await {
        let store = Store::new(db);
        store.create_campaign(draft("c"), NOW).await.expect("made");
        let leads: Vec<Lead> = (0..300).map(|n| lead("c", n)).collect();
        assert_eq!(keep(&store, &leads).await.expect("kept"), 300);
        assert_eq!(keep(&store, &leads).await.expect("kept again"), 0);
        let found = store.lead(&leads[7].id).await.expect("read").expect("there");
        assert_eq!(
            (found.score.clone(), &found.post.title),
            (leads[7].score.clone(), &leads[7].post.title)
        );
        assert_eq!(found.judgement, leads[7].judgement);
        let filter = LeadFilter { min_score: Some(50), ..LeadFilter::default() };
        for filter in [LeadFilter::default(), filter] {
            let (mut cursor, mut seen) = (None, Vec::new());
            loop {
                let page = LeadPageRequest { cursor, limit: 7 };
                let page = store.leads(&filter, page).await.expect("a page");
                seen.extend(page.leads);
                cursor = page.next;
                if cursor.is_none() {
                    break;
                }
            }
            let lowest = filter.min_score.unwrap_or(0);
            let wanted = leads.iter().rev().filter(|l| l.score.total >= lowest);
            assert!(seen.iter().map(|l| &l.id).eq(wanted.map(|l| &l.id)), "{filter:?}");
            let counted = store.count_leads(&filter).await.expect("a count");
            assert_eq!(counted, seen.len() as u64);
        }
        assert!(!store.explain_leads(&LeadFilter::default(), 10).await.expect("a plan").is_empty());
        let unjudged = store.unjudged("c", 1, &["t3_1", "t3_new"]).await.expect("read");
        assert_eq!(unjudged.into_iter().collect::<Vec<_>>(), ["t3_new"]);
        let prints = store.fingerprints("c", NOW).await.expect("read");
        assert!(prints.len() == 300 && prints.iter().all(|(_, text)| *text == u64::MAX));
        let change = |status| store.set_lead_status(&leads[0].id, status, NOW);
        assert_eq!(change(LeadStatus::Saved).await.expect("changed"), Some(true));
        assert_eq!(change(LeadStatus::Saved).await.expect("asked"), Some(false));
        let missing = store.set_lead_status("none", LeadStatus::Saved, NOW).await.expect("asked");
        assert_eq!(missing, None);
        let gone = keep(&store, &[lead("gone", 1)]).await;
        assert!(matches!(gone, Err(StoreError::NoCampaign(_))));
    }
}

#[tokio::test]
async fn a_post_judged_twice_in_one_batch_has_its_last_outcome() {
    for (db, _keep) in both().await {
        let store = Store::new(db);
        store.create_campaign(draft("c"), NOW).await.expect("made");
        let one = judged(&[lead("c", 1)]);
        let twice = [one.clone(), one].concat();
        store.record_finds("c", 1, &twice, &[], &[], Tell::Nobody).await.expect("kept");
        assert!(store.unjudged("c", 1, &["t3_1"]).await.expect("read").is_empty());
    }
}

/// A reader that follows the numbers of leads must miss none, however commits interleave.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_follows_misses_no_lead_while_others_add() {
    const WRITERS: u32 = 6;
    const BATCHES: u32 = 25;
    let (db, _keep) = postgres().await;
    let store = Store::new(db);
    store.create_campaign(draft("c"), NOW).await.expect("made");
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let store = store.clone();
        writers.spawn(async move {
            for batch in 0..BATCHES {
                let first = (writer * BATCHES + batch) * 3;
                let leads: Vec<Lead> = (first..first + 3).map(|n| lead("c", n)).collect();
                keep(&store, &leads).await.expect("kept");
            }
        });
    }
    let (mut seq, mut ids) = (0, Vec::new());
    let mut writing = true;
    while writing || store.current_seq().await.expect("a number") > seq {
        let (leads, next) = store.leads_found_after(seq, 10).await.expect("leads");
        assert!(next >= seq);
        seq = next;
        ids.extend(leads.into_iter().map(|lead| lead.id));
        while let Some(ended) = writers.try_join_next() {
            ended.expect("no writer fails");
        }
        writing = !writers.is_empty();
    }
    let all: usize = usize::try_from(WRITERS * BATCHES * 3).expect("a small number");
    assert_eq!(ids.len(), all);
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "a lead was told twice");
}

/// The counts are kept by the database itself, on Postgres as the sum of many changes.
#[tokio::test]
async fn leads_are_counted_whatever_becomes_of_them() {
    for (db, _keep) in both().await {
        let store = Store::new(db.clone());
        for name in ["one", "two"] {
            store.create_campaign(draft(name), NOW).await.expect("made");
        }
        let counts = async || -> Vec<(String, &str, u64)> {
            let counts = store.lead_counts().await.expect("counts");
            counts.into_iter().map(|c| (c.campaign_id, c.status.as_str(), c.count)).collect()
        };
        assert_eq!(counts().await, []);
        let leads: Vec<Lead> = (0..40).map(|n| lead("one", n)).collect();
        keep(&store, &leads).await.expect("kept");
        // Known ones are not counted twice.
        keep(&store, &leads).await.expect("kept");
        keep(&store, &[lead("two", 1)]).await.expect("kept");
        let count = |campaign: &str, status, n| (campaign.to_owned(), status, n);
        assert_eq!(counts().await, [count("one", "new", 40), count("two", "new", 1)]);
        // So many changes that what they are the sum of is put together.
        for _ in 0..10 {
            for lead in &leads {
                for status in [LeadStatus::Saved, LeadStatus::Dismissed] {
                    store.set_lead_status(&lead.id, status, NOW).await.expect("set");
                }
            }
        }
        let all = [count("one", "dismissed", 40), count("two", "new", 1)];
        assert_eq!(counts().await, all);
        assert_eq!(counts().await, all);
        let parts: i64 = match db.reader() {
            Dialect::Sqlite(c) => {
                sqlx::query_scalar("SELECT COUNT(*) FROM lead_counts").fetch_one(c).await
            }
            Dialect::Postgres(c, _) => {
                sqlx::query_scalar("SELECT COUNT(*) FROM lead_counts").fetch_one(c).await
            }
        }
        .expect("a count");
        assert!(parts < 10, "{parts}");
        store.delete_campaign("one").await.expect("removed");
        assert_eq!(counts().await, [count("two", "new", 1)]);
    }
}

#[tokio::test]
async fn shared_state_is_kept_alike() {
    for (db, _keep) in both().await {
        let clock = ManualClock::at(NOW);
        let state = SqlState::new(db, clock.clone());
        let ttl = Duration::from_secs(5);
        for key in ["a/1", "a/ü", "b/1", "A/1"] {
            state.set(key, key, ttl).await.expect("kept");
        }
        state.set("a/1", "new", 2 * ttl).await.expect("kept");
        assert_eq!(state.get("a/1").await.expect("read").as_deref(), Some("new"));
        let keys = |entries: Vec<(String, String)>| -> Vec<String> {
            entries.into_iter().map(|(key, _)| key).collect()
        };
        assert_eq!(keys(state.list("a/").await.expect("read")), ["a/1", "a/ü"]);
        assert!(state.remove("b/1").await.expect("removed"));
        clock.advance(ttl);
        assert_eq!(clock.now(), NOW.plus(ttl));
        assert_eq!(keys(state.list("").await.expect("read")), ["a/1"]);
    }
}

#[tokio::test]
async fn accounts_are_kept_alike() {
    for (db, _keep) in both().await {
        let store = Store::new(db);
        let ann = store.ensure_user("ann", NOW).await.expect("a user").id;
        let account = |id: &str, owner: Option<&str>, at| SealedAccount {
            account: RedditAccount {
                id: id.to_owned(),
                owner: owner.map(str::to_owned),
                username: "u\u{1b}[31m".to_owned(),
                client_id: "app".to_owned(),
                grant: AccountGrant::Refresh,
                scope: Some("*".to_owned()),
                created_at: at,
                updated_at: at,
            },
            key_id: "k".to_owned(),
            client_secret: None,
            token: "x1.sealed".to_owned(),
        };
        let (hers, ours) = (account("hers", Some(&ann), NOW), account("ours", None, NOW));
        for new in [&hers, &ours] {
            let made = store.add_account(new, false).await.expect("made");
            assert_eq!(made, new.account);
        }
        // One for each owner, and one for each id.
        for taken in [account("other", Some(&ann), NOW), account("hers", None, NOW)] {
            for replace in [false, true] {
                let refused = store.add_account(&taken, replace).await;
                assert!(matches!(refused, Err(StoreError::AccountTaken { .. })), "{refused:?}");
            }
        }
        let later = NOW.plus(Duration::from_secs(9));
        let anew = SealedAccount { token: "x1.new".to_owned(), ..account("ours", None, later) };
        let kept = store.add_account(&anew, true).await.expect("replaced");
        assert_eq!((kept.created_at, kept.updated_at), (NOW, later));
        let found = store.account_of(None).await.expect("read").expect("there");
        assert_eq!((found.token.as_str(), found.key_id.as_str()), ("x1.new", "k"));
        let of_ann = store.of_user(&ann);
        let ids = |all: Vec<SealedAccount>| -> Vec<String> {
            all.into_iter().map(|sealed| sealed.account.id).collect()
        };
        assert_eq!(ids(store.accounts().await.expect("read")), ["hers", "ours"]);
        assert_eq!(ids(of_ann.accounts().await.expect("read")), ["hers"]);
        assert!(of_ann.account("ours").await.expect("read").is_none());
        assert!(!of_ann.delete_account("ours").await.expect("asked"));
        assert!(of_ann.delete_account("hers").await.expect("removed"));
        assert!(store.account_of(Some(&ann)).await.expect("read").is_none());
    }
}

#[tokio::test]
async fn how_far_was_read_and_what_is_closed_is_kept_alike() {
    for (db, _keep) in both().await {
        let store = Store::new(db);
        let ann = store.ensure_user("ann", NOW).await.expect("a user").id;
        let of_ann = store.of_user(&ann);
        let campaign = of_ann.create_campaign(draft("c"), NOW).await.expect("made").id;
        let ours = store.create_campaign(draft("ours"), NOW).await.expect("made").id;
        let mark = ListingMark {
            names: vec!["t3_b".to_owned(), "t3_a".to_owned()],
            etag: Some("\"x\"".to_owned()),
            per_hour: 0.1,
            until: NOW,
            ..ListingMark::default()
        };
        store.keep_listing_mark(&campaign, "one", "1", &mark).await.expect("kept");
        let mark = ListingMark { page: 7, ..mark };
        for (listing, shape) in [("one", "1"), ("two", "2")] {
            store.keep_listing_mark(&campaign, listing, shape, &mark).await.expect("kept");
        }
        let marks = store.listing_marks(&campaign, "1").await.expect("read");
        assert_eq!(marks.into_iter().collect::<Vec<_>>(), [("one".to_owned(), mark.clone())]);
        // Those of another shape are gone.
        assert!(store.listing_marks(&campaign, "2").await.expect("read").is_empty());
        let gone = store.keep_listing_mark("nosuch", "one", "1", &mark).await;
        assert!(gone.is_err(), "{gone:?}");

        let closed = |campaign: &str, name: &str, tries| ClosedSubreddit {
            campaign: campaign.to_owned(),
            name: name.to_owned(),
            state: SubredditState::Private,
            reason: "quarantined".to_owned(),
            since: NOW,
            asked_at: NOW,
            tries,
            next_at: NOW.plus(Duration::from_secs(60)),
        };
        for new in [closed(&campaign, "B", 1), closed(&campaign, "b", 2), closed(&ours, "a", 1)] {
            store.keep_closed_subreddit(&new).await.expect("kept");
        }
        let all = store.closed_subreddits().await.expect("read");
        assert_eq!(all, [closed(&ours, "a", 1), closed(&campaign, "b", 2)]);
        let hers = of_ann.closed_subreddits().await.expect("read");
        assert_eq!(hers, store.closed_subreddits_of(&campaign).await.expect("read"));
        assert_eq!(hers, [closed(&campaign, "b", 2)]);
        store.forget_closed_subreddit(&campaign, "B").await.expect("forgotten");
        assert!(of_ann.closed_subreddits().await.expect("read").is_empty());
        // What goes with a campaign goes with it.
        assert!(store.delete_campaign(&ours).await.expect("removed"));
        assert!(store.closed_subreddits().await.expect("read").is_empty());
    }
}

#[tokio::test]
async fn no_error_tells_a_password() {
    let nowhere = std::path::Path::new("/nonexistent");
    for address in [
        "mysql://user:hunter2@host/name",
        "hunter2",
        "postgres://user:hunter2@[bad/name",
        "postgres://user:hunter2@host:99999/name",
        "postgres://user:hunter2@localhost/name?sslmode=hunter2",
        "postgres://user:hunter2@localhost/name?port=hunter2",
        "postgres://user:hunter2@127.0.0.1:1/name?password=hunter2&what=hunter2",
    ] {
        let settings = settings(address);
        let error = Db::from_settings(nowhere, &settings).await.expect_err("it is refused");
        let told = format!("{error} {error:?} {settings:?}");
        assert!(!told.contains("hunter2"), "{told}");
        let unreachable = address.contains("127.0.0.1");
        assert_eq!(matches!(error, DbError::Connect { .. }), unreachable, "{told}");
        assert_eq!(matches!(error, DbError::Address(_)), !unreachable, "{told}");
    }
}

#[tokio::test]
async fn a_statement_does_not_wait_for_ever() {
    let database = shared().database().await;
    let mut settings = database.settings();
    settings.statement_timeout_secs = 1;
    let nowhere = std::path::Path::new("/nonexistent");
    let db = Db::from_settings(nowhere, &settings).await.expect("a database");
    let store = Store::new(db);
    let another = database.open().await;
    let alone = another.begin(leadctl::db::Lock::Campaigns).await.expect("a lock");
    let error = store.create_campaign(draft("c"), NOW).await.expect_err("it gives up");
    assert!(matches!(error, StoreError::Sql(_)), "{error}");
    drop(alone);
    store.create_campaign(draft("c"), NOW).await.expect("the pool is well");
}
