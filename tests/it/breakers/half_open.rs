use leadctl::guard::breaker::{Breaker, Cause, Config, Kind, WhenTooLong};

use super::fixture::*;

/// A breaker whose wait is over.
async fn tried(world: &World, config: Config) -> Breaker {
    let breaker = world.process(config);
    feed(&breaker, "fffff").await;
    world.advance(10 * SEC);
    breaker
}

pub async fn case_24_exactly_so_many_trials(world: World) {
    let breaker = tried(&world, config()).await;
    let first = breaker.acquire().await.expect("a trial");
    let second = breaker.acquire().await.expect("a trial");
    assert_eq!(rejection(breaker.acquire().await).state, Kind::HalfOpen);
    end(first, '.').await;
    // It was one of two: the place is not given anew.
    feed(&breaker, "-").await;
    end(second, '.').await;
    feed(&breaker, "...").await;
}

pub async fn case_25_not_more_in_sum_however_many_ask(world: World) {
    let first = tried(&world, config()).await;
    let mut processes: Vec<Breaker> = (0..4).map(|_| world.process(config())).collect();
    processes.push(first);
    let asking: Vec<_> = processes
        .iter()
        .flat_map(|breaker| (0..6).map(|_| breaker.clone()))
        .map(|breaker| tokio::spawn(async move { breaker.acquire().await }))
        .collect();
    let mut trials = Vec::new();
    for answer in asking {
        trials.extend(answer.await.expect("no panic"));
    }
    assert_eq!(trials.len(), 2);
    for trial in trials {
        end(trial, '.').await;
    }
    for breaker in &processes {
        assert_eq!(state(breaker).await, Kind::Closed);
    }
}

pub async fn case_26_good_trials_close_it(world: World) {
    let breaker = tried(&world, Config { trials: 3, ..config() }).await;
    feed(&breaker, ".f.").await;
    let status = breaker.status().await;
    assert_eq!((status.state, counts(&status), status.openings), (Kind::Closed, (0, 0, 0), 0));
    assert_eq!(breaker.made().last().expect("a change").cause, Cause::TrialsPassed);
    feed(&breaker, "ffff").await;
    assert_eq!(state(&breaker).await, Kind::Closed);
}

pub async fn case_27_failed_trials_open_it_again(world: World) {
    let breaker = tried(&world, config()).await;
    feed(&breaker, ".f").await;
    let status = breaker.status().await;
    assert_eq!((status.state, status.openings), (Kind::Open, 2));
    assert_eq!(status.until, Some(world.now().plus(20 * SEC)));
    assert_eq!(breaker.made().last().expect("a change").cause, Cause::TrialsFailed);
    feed(&breaker, "-").await;
}

pub async fn case_28_slow_trials_open_it_again(world: World) {
    let breaker = tried(&world, config()).await;
    feed(&breaker, ".s").await;
    assert_eq!(state(&breaker).await, Kind::Open);
    assert_eq!(breaker.made().last().expect("a change").cause, Cause::TrialsSlow);
}

pub async fn case_29_a_trial_given_back_frees_its_place(world: World) {
    let breaker = tried(&world, config()).await;
    let held = breaker.acquire().await.expect("a trial");
    feed(&breaker, "xixi").await;
    assert_eq!(state(&breaker).await, Kind::HalfOpen);
    end(held, '.').await;
    feed(&breaker, "x.").await;
    assert_eq!(state(&breaker).await, Kind::Closed);
}

pub async fn case_30_trials_that_take_too_long(world: World) {
    let limited = Config { max_half_open: Some(25 * SEC), ..config() };
    let breaker = tried(&world, limited.clone()).await;
    let held = breaker.acquire().await.expect("a trial");
    feed(&breaker, ".").await;
    world.advance(25 * SEC - SEC / 1000);
    feed(&breaker, "-").await;
    assert_eq!(state(&breaker).await, Kind::HalfOpen);
    world.advance(SEC / 1000);
    feed(&breaker, "-").await;
    let last = breaker.made().last().cloned().expect("a change");
    assert_eq!((last.to, last.cause), (Kind::Open, Cause::TrialsTooLong));
    drop(held);
    // Or it closes, where that was asked for.
    let lenient = world.process(Config { when_too_long: WhenTooLong::Close, ..limited });
    world.advance(20 * SEC);
    let held = lenient.acquire().await.expect("a trial");
    world.advance(25 * SEC);
    lenient.tick().await;
    assert_eq!(lenient.state(), Kind::Closed);
    drop(held);
}

pub async fn case_31_a_dead_process_holds_no_trial_for_ever(world: World) {
    let one = Config { trials: 1, ..config() };
    let breaker = tried(&world, one.clone()).await;
    // A process that dies tells nobody.
    std::mem::forget(breaker.acquire().await.expect("a trial"));
    let other = world.process(one);
    world.advance(30 * SEC - SEC / 1000);
    feed(&other, "-").await;
    world.advance(SEC / 1000);
    feed(&other, ".").await;
    assert_eq!(state(&other).await, Kind::Closed);
}
