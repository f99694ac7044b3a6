use std::sync::atomic::{AtomicBool, Ordering};

use leadctl::guard::breaker::{Cause, Config, Kind, Verdict};

use super::fixture::*;

pub async fn case_17_it_rejects_without_calling(world: World) {
    let breaker = world.process(touchy());
    feed(&breaker, "f").await;
    let called = AtomicBool::new(false);
    let op = async { called.store(true, Ordering::SeqCst) };
    let rejection = breaker.call(op, |()| (Verdict::Success, None)).await.expect_err("rejected");
    assert_eq!((rejection.state, rejection.until), (Kind::Open, Some(world.now().plus(10 * SEC))));
    assert_eq!(rejection.wait, Some(10 * SEC));
    assert!(rejection.to_string().starts_with("open until 20"), "{rejection}");
    assert!(!called.load(Ordering::SeqCst));
}

pub async fn case_18_each_rejection_is_counted(world: World) {
    let breaker = world.process(touchy());
    feed(&breaker, "f---").await;
    assert_eq!(breaker.status().await.counters.not_permitted, 3);
    let other = world.process(touchy());
    feed(&other, "--").await;
    assert_eq!(breaker.status().await.counters.not_permitted, 5);
}

pub async fn case_19_it_stays_open_to_the_last_tick(world: World) {
    let breaker = world.process(touchy());
    feed(&breaker, "f").await;
    world.advance(10 * SEC - SEC / 1000);
    feed(&breaker, "-").await;
    world.advance(SEC / 1000);
    feed(&breaker, ".").await;
}

pub async fn case_20_after_the_wait_it_is_half_open(world: World) {
    let breaker = world.process(config());
    feed(&breaker, "fffff").await;
    world.advance(10 * SEC);
    assert_eq!(state(&breaker).await, Kind::Open);
    feed(&breaker, ".").await;
    assert_eq!(state(&breaker).await, Kind::HalfOpen);
    assert_eq!(breaker.made()[1].cause, Cause::WaitOver);
    feed(&breaker, "f").await;
    // Without a call it moves only where that was asked for.
    world.advance(20 * SEC);
    breaker.tick().await;
    assert_eq!(state(&breaker).await, Kind::Open);
    let automatic = world.process(Config { automatic: true, ..config() });
    automatic.tick().await;
    assert_eq!(automatic.state(), Kind::HalfOpen);
    assert_eq!(state(&breaker).await, Kind::HalfOpen);
}

pub async fn case_21_the_wait_grows_up_to_its_bound(world: World) {
    let breaker = world.process(touchy());
    for secs in [10, 20, 40, 60, 60] {
        feed(&breaker, "f").await;
        assert_eq!(breaker.status().await.until, Some(world.now().plus(secs * SEC)), "{secs}");
        world.advance(secs * SEC - SEC / 1000);
        feed(&breaker, "-").await;
        world.advance(SEC / 1000);
    }
    feed(&breaker, ".f").await;
    assert_eq!(breaker.status().await.until, Some(world.now().plus(10 * SEC)));
    let doubtful = world.process(Config { jitter: 0.5, ..touchy() });
    world.advance(10 * SEC);
    feed(&doubtful, ".f").await;
    let wait = doubtful.status().await.until.expect("a wait").since(world.now());
    assert!(wait >= 10 * SEC && wait <= 15 * SEC, "{wait:?}");
}

pub async fn case_22_the_other_side_sets_the_wait(world: World) {
    let breaker = world.process(touchy());
    for retry_after in [45 * SEC, 3 * SEC] {
        let verdict = Verdict::Failure { retry_after: Some(retry_after) };
        breaker.acquire().await.expect("leave").finish(verdict, Some("429".into())).await;
        assert_eq!(breaker.status().await.until, Some(world.now().plus(retry_after)));
        feed(&breaker, "-").await;
        world.advance(retry_after);
    }
    feed(&breaker, ".").await;
}

pub async fn case_23_late_outcomes_do_not_disturb_it(world: World) {
    let breaker = world.process(config());
    let mut late = Vec::new();
    for _ in 0..6 {
        late.push(breaker.acquire().await.expect("closed"));
    }
    feed(&breaker, "fffff").await;
    let before = breaker.status().await;
    world.advance(5 * SEC);
    for (admission, how) in late.into_iter().zip(".f.fs.".chars()) {
        end(admission, how).await;
    }
    breaker.flush().await;
    let after = breaker.status().await;
    assert_eq!((after.state, after.until, after.since), (before.state, before.until, before.since));
    assert_eq!(after.figures, before.figures);
    assert_eq!(breaker.made().len(), 1);
    feed(&breaker, "-").await;
}
