use std::collections::BTreeMap;
use std::time::Duration;

use leadctl::guard::cache::layer::{KindSize, Put, SharedLayer};
use leadctl::guard::cache::{Key, Kind};

use super::support::{all, key, of_kind};

/// More than any test keeps.
const PLENTY: u64 = 1_000_000;
const LONG: Duration = Duration::from_secs(600);
/// So short that Redis can be waited for.
const SHORT: Duration = Duration::from_millis(200);

fn put(key: &Key, bytes: &[u8], keep: Duration) -> Put {
    Put { key: key.clone(), bytes: bytes.to_vec(), keep }
}

async fn got(layer: &dyn SharedLayer, key: &Key) -> Option<Vec<u8>> {
    layer.get(std::slice::from_ref(key)).await.expect("read").remove(0)
}

async fn size(layer: &dyn SharedLayer, kind: Kind) -> (u64, u64) {
    let sizes = layer.size().await.expect("sizes");
    let of: &KindSize = sizes.iter().find(|size| size.kind == kind).expect("every kind");
    (of.entries, of.bytes)
}

#[tokio::test]
async fn entries_are_kept_as_they_are_until_they_end() {
    for world in all(PLENTY).await {
        let layer = world.layer.as_ref();
        let (a, b, c) = (key("a"), key("b"), of_kind(Kind::RedditAbout, "a"));
        let bytes: Vec<u8> = (0..=255).collect();
        let entries = [put(&a, &bytes, LONG), put(&b, b"b", SHORT), put(&c, b"", LONG)];
        layer.put(&entries, "t").await.expect("put");
        let found = layer.get(&[b.clone(), key("x"), a.clone()]).await.expect("read");
        assert_eq!(found, [Some(b"b".to_vec()), None, Some(bytes.clone())], "{}", layer.name());
        assert_eq!(layer.get(&[]).await.expect("read"), Vec::<Option<Vec<u8>>>::new());
        assert_eq!(size(layer, Kind::Ai).await, (2, 257), "{}", layer.name());
        world.advance(SHORT + Duration::from_millis(50)).await;
        assert_eq!(got(layer, &b).await, None);
        layer.sweep().await.expect("swept");
        assert_eq!(size(layer, Kind::Ai).await, (1, 256), "{}", layer.name());
        // Put again, it is kept as it is now, and counted once.
        for text in [&b"longer"[..], b"x", b"x"] {
            layer.put(&[put(&a, text, LONG)], "t").await.expect("put");
            assert_eq!(got(layer, &a).await.as_deref(), Some(text), "{}", layer.name());
        }
        assert_eq!(size(layer, Kind::Ai).await, (1, 1), "{}", layer.name());
        assert_eq!(layer.remove(&[b, a.clone(), a]).await.expect("gone"), [false, true, false]);
        assert_eq!(size(layer, Kind::Ai).await, (0, 0), "{}", layer.name());
    }
}

#[tokio::test]
async fn a_lease_is_had_by_one_until_it_is_given_back_or_runs_out() {
    for world in all(PLENTY).await {
        let (layer, name) = (world.layer.as_ref(), world.layer.name());
        let keys = [key("a"), key("b")];
        let lease = async |token: &str, hold: Duration| {
            let leased = layer.lease(&keys, token, hold).await.expect("an answer");
            leased.into_iter().map(|l| l.mine).collect::<Vec<_>>()
        };
        assert_eq!(lease("one", LONG).await, [true, true], "{name}");
        assert_eq!(lease("two", LONG).await, [false, false], "{name}");
        layer.release(&keys[..1], "two").await.expect("nothing to do");
        assert_eq!(lease("two", LONG).await, [false, false], "{name}");
        layer.release(&keys[..1], "one").await.expect("given back");
        assert_eq!(lease("two", LONG).await, [true, false], "{name}");
        // With the entry the lease is given back: only its holder's, and the entry is seen.
        layer.put(&[put(&keys[1], b"x", LONG)], "one").await.expect("put");
        layer.put(&[put(&keys[0], b"y", LONG)], "one").await.expect("put");
        let leased = layer.lease(&keys, "three", SHORT).await.expect("an answer");
        assert_eq!((leased[0].mine, leased[1].mine), (false, true), "{name}");
        assert_eq!(leased[1].entry.as_deref(), Some(&b"x"[..]), "{name}");
        // Held for longer, it does not run out; else it does.
        layer.renew(&keys, "three", SHORT * 4).await.expect("renewed");
        layer.renew(&keys, "nobody", Duration::from_millis(1)).await.expect("nothing to do");
        world.advance(SHORT * 2).await;
        assert_eq!(lease("four", LONG).await, [false, false], "{name}");
        world.advance(SHORT * 3).await;
        assert_eq!(lease("four", LONG).await, [false, true], "{name}");
        assert_eq!(layer.lease(&[], "x", LONG).await.expect("nothing to do").len(), 0);
    }
}

#[tokio::test]
async fn many_who_ask_for_one_lease_at_once_are_told_apart() {
    for world in all(PLENTY).await {
        let keys: Vec<Key> = (0..8).map(|n| key(&n.to_string())).collect();
        let asked = (0..16).map(|n| {
            let (layer, mut keys) = (world.layer.clone(), keys.clone());
            if n % 2 == 0 {
                keys.reverse();
            }
            tokio::spawn(async move {
                let leased = layer.lease(&keys, &format!("token {n}"), LONG).await;
                leased.expect("an answer").into_iter().filter(|leased| leased.mine).count()
            })
        });
        let had = futures::future::join_all(asked).await;
        let had: usize = had.into_iter().map(|n| n.expect("no panic")).sum();
        assert_eq!(had, 8, "{}", world.layer.name());
    }
}

#[tokio::test]
async fn what_ends_soonest_makes_room() {
    for world in all(10_000).await {
        let (layer, name) = (world.layer.as_ref(), world.layer.name());
        for n in 0..50_u64 {
            let keep = Duration::from_secs(600 + n);
            let entry = put(&key(&n.to_string()), &[0; 1_000], keep);
            layer.put(&[entry], "t").await.expect("put");
        }
        let (entries, bytes) = size(layer, Kind::Ai).await;
        assert!((5..=10).contains(&entries) && bytes == entries * 1_000, "{name}: {entries}");
        assert_eq!(got(layer, &key("0")).await, None, "{name}");
        assert!(got(layer, &key("49")).await.is_some(), "{name}");
    }
}

#[tokio::test]
async fn pages_hold_every_entry_of_a_kind_once_those_that_end_first_in_front() {
    for world in all(PLENTY).await {
        let (layer, name) = (world.layer.as_ref(), world.layer.name());
        // Many that end at the same moment as well.
        let mut entries: Vec<Put> =
            (0..30).map(|n| put(&key(&n.to_string()), b"x", LONG)).collect();
        entries.push(put(&key("last"), b"last", LONG * 2));
        entries.push(put(&key("first"), b"first", LONG / 2));
        entries.push(put(&of_kind(Kind::RedditAbout, "other"), b"other", LONG));
        layer.put(&entries, "t").await.expect("put");
        let (mut seen, mut cursor) = (Vec::new(), None);
        loop {
            let page = layer.list(Kind::Ai, cursor.as_deref(), 7).await.expect("a page");
            assert!(page.entries.len() <= 7, "{name}");
            seen.extend(page.entries);
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 32, "{name}");
        assert_eq!((seen[0].1.as_slice(), seen[31].1.as_slice()), (&b"first"[..], &b"last"[..]));
        let mut keys: Vec<String> = seen.iter().map(|(key, _)| key.to_string()).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), 32, "{name}");
        let odd = layer.list(Kind::Ai, Some("no cursor"), 1).await.expect("a page");
        assert_eq!(odd.entries.len(), 1, "{name}");
    }
}

#[tokio::test]
async fn a_flush_goes_in_steps_and_takes_one_kind() {
    for world in all(PLENTY).await {
        let (layer, name) = (world.layer.as_ref(), world.layer.name());
        let entries: Vec<Put> = (0..10).map(|n| put(&key(&n.to_string()), b"x", LONG)).collect();
        layer.put(&entries, "t").await.expect("put");
        let other = of_kind(Kind::RedditAbout, "a");
        layer.put(&[put(&other, b"x", LONG)], "t").await.expect("put");
        let mut steps = Vec::new();
        for _ in 0..4 {
            steps.push(layer.flush(Kind::Ai, 4).await.expect("a step"));
        }
        assert_eq!(steps, [4, 4, 2, 0], "{name}");
        assert_eq!(size(layer, Kind::Ai).await, (0, 0), "{name}");
        assert_eq!(size(layer, Kind::RedditAbout).await, (1, 1), "{name}");
        assert!(got(layer, &other).await.is_some(), "{name}");
    }
}

#[tokio::test]
async fn figures_are_added_up_since_the_first() {
    for world in all(PLENTY).await {
        let (layer, name) = (world.layer.as_ref(), world.layer.name());
        assert_eq!(layer.figures().await.expect("figures"), (None, BTreeMap::new()), "{name}");
        let tally = |n| BTreeMap::from([("ai.memory".to_owned(), n), ("ai.misses".to_owned(), 1)]);
        layer.count(&tally(2)).await.expect("counted");
        let (since, _) = layer.figures().await.expect("figures");
        assert!(since.is_some(), "{name}");
        world.advance(Duration::from_millis(5)).await;
        layer.count(&tally(40)).await.expect("counted");
        let sum = BTreeMap::from([("ai.memory".to_owned(), 42), ("ai.misses".to_owned(), 2)]);
        assert_eq!(layer.figures().await.expect("figures"), (since, sum), "{name}");
    }
}
