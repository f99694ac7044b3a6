use leadctl::guard::breaker::{Cause, Config, Kind, Scope, Verdict};

use super::fixture::*;

pub async fn case_01_a_new_breaker_is_closed_and_permits(world: World) {
    let breaker = world.process(config());
    assert_eq!(state(&breaker).await, Kind::Closed);
    feed(&breaker, ".").await;
}

pub async fn case_02_below_the_minimum_nothing_opens_it(world: World) {
    let breaker = world.process(config());
    feed(&breaker, "ffff").await;
    let status = breaker.status().await;
    assert_eq!((status.state, status.figures.failure_percent), (Kind::Closed, 100.0));
}

pub async fn case_03_below_the_threshold_it_stays_closed(world: World) {
    let breaker = world.process(config());
    feed(&breaker, "...ff").await;
    let status = breaker.status().await;
    assert_eq!((status.state, status.figures.failure_percent), (Kind::Closed, 40.0));
}

pub async fn case_04_at_the_threshold_it_opens_on_that_very_call(world: World) {
    let breaker = world.process(Config { minimum_calls: 4, ..config() });
    feed(&breaker, "..f").await;
    assert_eq!(state(&breaker).await, Kind::Closed);
    feed(&breaker, "f").await;
    assert_eq!(state(&breaker).await, Kind::Open);
    assert_eq!(breaker.made()[0].cause, Cause::FailureRate);
}

pub async fn case_05_slow_calls_alone_open_it(world: World) {
    let breaker = world.process(config());
    feed(&breaker, "..ss").await;
    assert_eq!(state(&breaker).await, Kind::Closed);
    feed(&breaker, "s-").await;
    assert_eq!(breaker.made()[0].cause, Cause::SlowRate);
    assert_eq!(breaker.made()[0].figures.failed, 0);
}

pub async fn case_06_slow_and_failed_are_counted_apart(world: World) {
    let breaker = world.process(config());
    feed(&breaker, "....sfb").await;
    let status = breaker.status().await;
    assert_eq!((status.state, counts(&status)), (Kind::Closed, (7, 2, 2)));
    // Either threshold opens it: here the failures' is far away.
    let slow = Config { failure_percent: 100.0, slow_percent: 30.0, ..config() };
    let breaker = world.process(slow);
    feed(&breaker, "s-").await;
    assert_eq!(breaker.made()[0].cause, Cause::SlowRate);
}

pub async fn case_07_a_count_window_forgets_the_oldest(world: World) {
    let narrow = Config { scope: Scope::Calls(5), failure_percent: 70.0, ..config() };
    let breaker = world.process(narrow);
    feed(&breaker, "fff..").await;
    assert_eq!(counts(&breaker.status().await), (5, 3, 0));
    feed(&breaker, "..").await;
    assert_eq!(counts(&breaker.status().await), (5, 1, 0));
    feed(&breaker, "fff").await;
    let status = breaker.status().await;
    assert_eq!((status.state, counts(&status)), (Kind::Closed, (5, 3, 0)));
    feed(&breaker, "f-").await;
}

pub async fn case_08_a_time_window_forgets_as_time_passes(world: World) {
    let breaker = world.process(Config { scope: Scope::Span(60 * SEC), ..config() });
    feed(&breaker, "ff").await;
    world.advance(30 * SEC);
    feed(&breaker, "..").await;
    world.advance(35 * SEC);
    // A minute later the failures are gone: the next one is the first of three.
    feed(&breaker, "f").await;
    let status = breaker.status().await;
    assert_eq!((status.state, counts(&status)), (Kind::Closed, (3, 1, 0)));
}

pub async fn case_09_a_time_window_left_behind_is_empty(world: World) {
    let breaker = world.process(Config { scope: Scope::Span(60 * SEC), ..config() });
    feed(&breaker, "ff.s").await;
    world.advance(600 * SEC);
    assert_eq!(counts(&breaker.status().await), (0, 0, 0));
}

pub async fn case_10_ignored_errors_count_neither_way(world: World) {
    let breaker = world.process(config());
    feed(&breaker, "ffffiiii").await;
    let status = breaker.status().await;
    assert_eq!((status.state, counts(&status)), (Kind::Closed, (4, 4, 0)));
    assert_eq!((status.counters.ignored, status.counters.slow), (4, 0));
    feed(&breaker, "f").await;
    world.advance(10 * SEC);
    // Each trial that is ignored gives its place back.
    feed(&breaker, "iiii..").await;
    assert_eq!(state(&breaker).await, Kind::Closed);
}

pub async fn case_11_errors_that_do_not_count_are_successes(world: World) {
    let breaker = world.process(config());
    let judge = |_: &Result<(), &str>| (Verdict::Success, None);
    for _ in 0..6 {
        breaker.call(async { Err("404") }, judge).await.expect("closed").expect_err("the error");
    }
    let status = breaker.status().await;
    assert_eq!((status.state, status.counters.succeeded), (Kind::Closed, 6));
    assert_eq!(counts(&status), (6, 0, 0));
}

pub async fn case_12_a_result_can_be_a_failure(world: World) {
    let breaker = world.process(config());
    let judge = |status: &u16| match status {
        200 => (Verdict::Success, None),
        status => (Verdict::Failure { retry_after: None }, Some(format!("HTTP {status}"))),
    };
    for _ in 0..5 {
        assert_eq!(breaker.call(async { 503 }, judge).await, Ok(503));
    }
    let status = breaker.status().await;
    assert_eq!((status.state, status.errors[0].error.as_str()), (Kind::Open, "HTTP 503"));
}

pub async fn case_13_a_cancelled_call_changes_no_figure(world: World) {
    let breaker = world.process(config());
    feed(&breaker, ".f").await;
    let before = breaker.status().await;
    feed(&breaker, "xxx").await;
    let judge = |(): &()| (Verdict::Failure { retry_after: None }, None);
    let call = breaker.call(std::future::pending::<()>(), judge);
    assert!(tokio::time::timeout(SEC / 20, call).await.is_err());
    assert_eq!(breaker.status().await, before);
}

pub async fn case_14_counters_are_exact(world: World) {
    let breaker = world.process(config());
    feed(&breaker, "..f.si.x.b.fi.x").await;
    feed(&breaker, "fff---").await;
    world.advance(10 * SEC);
    feed(&breaker, ".x.").await;
    let counters = breaker.status().await.counters;
    assert_eq!((counters.succeeded, counters.failed), (10, 6));
    assert_eq!((counters.slow, counters.ignored, counters.not_permitted), (2, 2, 3));
}

pub async fn case_15_failures_in_a_row(world: World) {
    let breaker = world.process(Config { scope: Scope::InARow(3), ..config() });
    feed(&breaker, "ff.ff.ff").await;
    assert_eq!(state(&breaker).await, Kind::Closed);
    feed(&breaker, "f-").await;
    assert_eq!(breaker.made()[0].cause, Cause::FailuresInARow);
}

pub async fn case_16_sampling_needs_enough_calls_a_second(world: World) {
    let scope = Scope::Sampled { span: 10 * SEC, per_second: 1.0 };
    let breaker = world.process(Config { scope, minimum_calls: 1, ..config() });
    feed(&breaker, "fffffffff").await;
    world.advance(11 * SEC);
    feed(&breaker, "fffffffff").await;
    assert_eq!(state(&breaker).await, Kind::Closed);
    feed(&breaker, "f-").await;
}
