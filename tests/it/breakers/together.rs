use std::time::Duration;

use leadctl::guard::breaker::{Cause, Config, Kind, Manual, Scope};
use leadctl::shared_state::SharedState;

use super::fixture::*;

pub async fn case_38_one_event_for_each_change(world: World) {
    let breaker = world.process(config());
    feed(&breaker, "....").await;
    assert!(breaker.made().is_empty());
    feed(&breaker, "ffff--").await;
    world.advance(10 * SEC);
    feed(&breaker, "..").await;
    let told: Vec<_> = breaker.made().iter().map(|c| (c.from, c.to, c.cause)).collect();
    let expected = [
        (Kind::Closed, Kind::Open, Cause::FailureRate),
        (Kind::Open, Kind::HalfOpen, Cause::WaitOver),
        (Kind::HalfOpen, Kind::Closed, Cause::TrialsPassed),
    ];
    assert_eq!(told, expected);
    let opened = &breaker.made()[0];
    assert_eq!((opened.figures.calls, opened.figures.failed), (8, 4));
    assert_eq!(opened.error.as_deref(), Some("HTTP 503"));
    assert_eq!(world.history().await, breaker.made());
}

pub async fn case_39_events_are_in_order(world: World) {
    let processes = [world.process(touchy()), world.process(touchy())];
    for round in 0..10 {
        let breaker = &processes[round % 2];
        feed(breaker, "f").await;
        world.advance(10 * SEC);
        feed(breaker, ".").await;
    }
    let history = world.history().await;
    let seqs: Vec<u64> = history.iter().map(|change| change.seq).collect();
    assert_eq!(seqs, (1..=30).collect::<Vec<_>>());
    assert!(history.windows(2).all(|pair| pair[0].at <= pair[1].at && pair[0].to == pair[1].from));
}

pub async fn case_40_saved_and_restored(world: World) {
    feed(&world.process(config()), "..ff").await;
    // Each process begins where the last one ended.
    let restored = world.process(config());
    assert_eq!(counts(&restored.status().await), (4, 2, 0));
    feed(&restored, "f-").await;
    world.advance(4 * SEC);
    let restored = world.process(config());
    assert_eq!(rejection(restored.acquire().await).wait, Some(6 * SEC));
    world.advance(6 * SEC);
    feed(&restored, ".").await;
    let restored = world.process(config());
    assert_eq!(state(&restored).await, Kind::HalfOpen);
    feed(&restored, ".").await;
    assert_eq!(state(&restored).await, Kind::Closed);
}

pub async fn case_41_a_damaged_form_is_closed_and_empty(world: World) {
    let key = format!("breaker/{NAME}");
    feed(&world.process(touchy()), "f-").await;
    let whole = world.state.get(&key).await.expect("reached").expect("kept");
    let other_version = whole.replacen("\"v\":1", "\"v\":0", 1);
    assert_ne!(whole, other_version);
    for damaged in ["", "{}", "null", "[1]", &whole[..whole.len() / 2], &other_version] {
        let version = world.state.read(&key).await.expect("reached").version;
        world.state.swap(&key, version, damaged, 600 * SEC).await.expect("reached").expect("set");
        let breaker = world.process(touchy());
        let status = breaker.status().await;
        assert_eq!((status.state, counts(&status)), (Kind::Closed, (0, 0, 0)), "{damaged}");
        feed(&breaker, ".f-").await;
        feed(&world.process(touchy()), "-").await;
    }
    // A window of another configuration is begun anew, and the rest is kept.
    let breaker = world.process(Config { scope: Scope::Span(60 * SEC), ..touchy() });
    assert_eq!(state(&breaker).await, Kind::Open);
}

pub async fn case_42_two_processes_with_one_state(world: World) {
    let (one, two) = (world.process(config()), world.process(config()));
    feed(&two, ".").await;
    feed(&one, "ff").await;
    feed(&two, "ff").await;
    feed(&one, "---").await;
    feed(&two, "-").await;
    assert_eq!(one.made().len() + two.made().len(), 1);
    world.advance(10 * SEC);
    feed(&one, "..").await;
    assert_eq!(state(&two).await, Kind::Closed);
    feed(&two, ".").await;
    // Many calls at once in both: none is lost.
    let calls: Vec<_> = (0..40)
        .map(|n| if n % 2 == 0 { one.clone() } else { two.clone() })
        .map(|breaker| tokio::spawn(async move { feed(&breaker, ".").await }))
        .collect();
    for call in calls {
        call.await.expect("no panic");
    }
    assert_eq!(one.status().await.counters.succeeded, 44);
}

pub async fn case_43_alone_and_back_again(world: World) {
    let (one, two) = (world.process(touchy()), world.process(touchy()));
    feed(&one, ".").await;
    feed(&two, ".").await;
    world.state.set_away(true);
    feed(&one, "f-").await;
    assert!(!one.status().await.shared);
    feed(&two, "..").await;
    // Back again: the stricter state is everybody's.
    world.state.set_away(false);
    feed(&one, "-").await;
    feed(&two, "-").await;
    let status = two.status().await;
    assert_eq!((status.state, status.shared), (Kind::Open, true));
    assert_eq!((status.counters.succeeded, status.counters.failed), (4, 1));
    world.advance(10 * SEC);
    feed(&two, ".").await;
    feed(&one, ".").await;
    // What was opened meanwhile is seen by one that was alone and noticed nothing.
    world.state.set_away(true);
    feed(&two, ".").await;
    world.state.set_away(false);
    feed(&one, "f").await;
    feed(&two, "-").await;
    let causes: Vec<Cause> = world.history().await.iter().map(|change| change.cause).collect();
    assert!(causes.contains(&Cause::Rejoined), "{causes:?}");
}

pub async fn case_44_a_clock_that_is_set_changes_no_wait(world: World) {
    for hour in [3600, -3600] {
        let (one, two) = (world.process(touchy()), world.process(touchy()));
        feed(&two, ".").await;
        feed(&one, "f-").await;
        world.advance(4 * SEC);
        world.set_clock(hour);
        feed(&one, "-").await;
        feed(&two, "-").await;
        world.advance(6 * SEC - SEC / 1000);
        feed(&two, "-").await;
        feed(&world.process(touchy()), "-").await;
        world.advance(SEC / 1000);
        feed(&two, ".").await;
        assert_eq!(state(&one).await, Kind::Closed);
        // By hand as well, an hour is an hour.
        let until = Some(one.status().await.since.plus(60 * SEC));
        one.change(Manual::ForceOpen { until }, world.by("")).await.expect("changed");
        world.set_clock(hour);
        feed(&two, "-").await;
        world.advance(60 * SEC);
        feed(&one, ".").await;
    }
}

pub async fn case_45_what_is_out_of_range_is_refused_by_name(world: World) {
    drop(world);
    let zero = Duration::ZERO;
    let wrong = [
        ("failure_percent", Config { failure_percent: 0.0, ..config() }),
        ("failure_percent", Config { failure_percent: 100.1, ..config() }),
        ("failure_percent", Config { failure_percent: f64::NAN, ..config() }),
        ("slow_percent", Config { slow_percent: -1.0, ..config() }),
        ("scope", Config { scope: Scope::Calls(0), ..config() }),
        ("scope", Config { scope: Scope::InARow(0), ..config() }),
        ("scope", Config { scope: Scope::Span(zero), ..config() }),
        ("scope", Config { scope: Scope::Sampled { span: SEC, per_second: 0.0 }, ..config() }),
        ("minimum_calls", Config { minimum_calls: 0, ..config() }),
        ("minimum_calls", Config { minimum_calls: 11, ..config() }),
        ("trials", Config { trials: 0, ..config() }),
        ("wait", Config { wait: zero, ..config() }),
        ("max_wait", Config { max_wait: SEC, ..config() }),
        ("wait_factor", Config { wait_factor: 0.5, ..config() }),
        ("jitter", Config { jitter: 1.5, ..config() }),
        ("max_half_open", Config { max_half_open: Some(zero), ..config() }),
        ("lease", Config { lease: zero, ..config() }),
    ];
    for (field, config) in wrong {
        let error = config.validate().expect_err(field);
        assert_eq!(error.field, field, "{error}");
        assert!(error.to_string().starts_with(field), "{error}");
    }
    assert_eq!(config().validate(), Ok(()));
    assert_eq!(Config::default().validate(), Ok(()));
}
