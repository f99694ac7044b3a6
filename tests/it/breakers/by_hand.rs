use leadctl::guard::breaker::{Breaker, Cause, ChangeError, Kind, Manual};

use super::fixture::*;

async fn change(world: &World, breaker: &Breaker, to: Manual) -> bool {
    breaker.change(to, world.by("because")).await.expect("changed")
}

pub async fn case_32_forced_open_until_released_or_expired(world: World) {
    let breaker = world.process(config());
    change(&world, &breaker, Manual::ForceOpen { until: None }).await;
    for days in [0, 1, 1000] {
        world.advance(days * 86_400 * SEC);
        feed(&breaker, "-").await;
    }
    change(&world, &breaker, Manual::Reset).await;
    feed(&breaker, ".").await;
    let until = Some(world.now().plus(600 * SEC));
    change(&world, &breaker, Manual::ForceOpen { until }).await;
    world.advance(600 * SEC - SEC / 1000);
    feed(&breaker, "-").await;
    world.advance(SEC / 1000);
    feed(&breaker, ".").await;
    assert_eq!(breaker.made().last().expect("a change").cause, Cause::Expired);
}

pub async fn case_33_disabled_and_metrics_only_permit_everything(world: World) {
    let breaker = world.process(config());
    change(&world, &breaker, Manual::Disable { until: None }).await;
    feed(&breaker, "ffffffffffbbbb").await;
    let status = breaker.status().await;
    assert_eq!((status.state, status.counters.failed), (Kind::Disabled, 0));
    change(&world, &breaker, Manual::MetricsOnly { until: None }).await;
    feed(&breaker, "ffffffffff").await;
    let status = breaker.status().await;
    assert_eq!((status.state, counts(&status)), (Kind::MetricsOnly, (10, 10, 0)));
    assert_eq!(status.counters.failed, 10);
}

pub async fn case_34_reset_forgets_all_but_the_counters(world: World) {
    let breaker = world.process(touchy());
    feed(&breaker, "f-").await;
    world.advance(10 * SEC);
    feed(&breaker, "f-").await;
    assert_eq!(breaker.status().await.openings, 2);
    assert!(change(&world, &breaker, Manual::Reset).await);
    let status = breaker.status().await;
    assert_eq!((status.state, status.openings, counts(&status)), (Kind::Closed, 0, (0, 0, 0)));
    assert_eq!((status.counters.failed, status.counters.not_permitted), (2, 2));
    feed(&breaker, "f").await;
    assert_eq!(breaker.status().await.until, Some(world.now().plus(10 * SEC)));
}

pub async fn case_35_every_manual_state_from_every_state(world: World) {
    let (force, disable) = (Manual::ForceOpen { until: None }, Manual::Disable { until: None });
    let targets = [
        (Manual::Reset, Kind::Closed),
        (force, Kind::ForcedOpen),
        (disable, Kind::Disabled),
        (Manual::MetricsOnly { until: None }, Kind::MetricsOnly),
    ];
    let breaker = world.process(touchy());
    for from in Kind::ALL {
        for (to, kind) in targets {
            change(&world, &breaker, Manual::Reset).await;
            match from {
                Kind::Closed => {}
                Kind::Open => feed(&breaker, "f").await,
                Kind::HalfOpen => {
                    feed(&breaker, "f").await;
                    change(&world, &breaker, Manual::HalfOpen).await;
                }
                Kind::ForcedOpen => drop(change(&world, &breaker, force).await),
                Kind::Disabled => drop(change(&world, &breaker, disable).await),
                Kind::MetricsOnly => {
                    change(&world, &breaker, Manual::MetricsOnly { until: None }).await;
                }
            }
            assert_eq!(state(&breaker).await, *from);
            let told = breaker.made().len();
            let changed = change(&world, &breaker, to).await;
            assert_eq!((state(&breaker).await, changed), (kind, kind != *from), "{from} to {kind}");
            let events = breaker.made().len() - told;
            assert_eq!(events, usize::from(kind != *from), "{from} to {kind}");
        }
    }
}

pub async fn case_36_closed_to_half_open_is_refused(world: World) {
    let breaker = world.process(touchy());
    let refused = breaker.change(Manual::HalfOpen, world.by("")).await;
    assert!(matches!(refused, Err(ChangeError::Refused(_))), "{refused:?}");
    assert_eq!(state(&breaker).await, Kind::Closed);
    feed(&breaker, "f-").await;
    assert!(change(&world, &breaker, Manual::HalfOpen).await);
    feed(&breaker, ".").await;
    assert_eq!(state(&breaker).await, Kind::Closed);
}

pub async fn case_37_changes_carry_who_when_why(world: World) {
    let breaker = world.process(config());
    for to in [
        Manual::ForceOpen { until: Some(world.now().plus(60 * SEC)) },
        Manual::Disable { until: Some(world.now().plus(120 * SEC)) },
        Manual::MetricsOnly { until: Some(world.now().plus(180 * SEC)) },
    ] {
        let by = world.by("maintenance");
        breaker.change(to, by.clone()).await.expect("changed");
        let status = breaker.status().await;
        assert_eq!(status.by, Some(by.clone()));
        assert_eq!(status.until, Some(world.now().plus(60 * SEC)));
        assert_eq!(breaker.made().last().expect("a change").by, Some(by));
        world.advance(60 * SEC);
        let status = breaker.status().await;
        assert_eq!((status.state, status.by), (Kind::Closed, None));
        breaker.tick().await;
        let last = breaker.made().last().cloned().expect("a change");
        assert_eq!((last.to, last.cause), (Kind::Closed, Cause::Expired));
    }
}
