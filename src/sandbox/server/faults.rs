//! Faults that hold, and the answers that they make.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::Shared;
use super::access::credentials;
use super::strikes::strike;
use crate::model::Timestamp;
use crate::sandbox::fault::{
    ActiveFault, EndpointStats, FaultMode, FaultOrder, FaultTarget, SandboxStats,
};
use crate::sandbox::latency::Latency;

/// Length of an answer of random bytes.
const GARBAGE: usize = 512;

/// The faults that hold, and what was asked.
#[derive(Debug)]
pub(super) struct Faults {
    inner: Mutex<Inner>,
    since: Timestamp,
}

#[derive(Debug)]
struct Inner {
    active: Vec<ActiveFault>,
    chance: ChaCha8Rng,
    counts: BTreeMap<Kind, (u64, Timestamp)>,
}

/// A kind of requests: whose, which, answered with what, struck by what.
type Kind = (FaultTarget, String, Option<u16>, Option<FaultMode>);

impl Faults {
    /// None yet; whom they strike is drawn from `seed`.
    pub(super) fn new(seed: u64, since: Timestamp) -> Self {
        let chance = ChaCha8Rng::seed_from_u64(seed);
        let inner = Inner { active: Vec::new(), chance, counts: BTreeMap::new() };
        Self { inner: Mutex::new(inner), since }
    }

    fn inner(&self, now: Timestamp) -> MutexGuard<'_, Inner> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.active.retain(|fault| fault.until > now);
        inner
    }

    /// Makes a fault hold; it takes the place of one that was ordered in the same words.
    pub(super) fn order(&self, order: &FaultOrder, now: Timestamp) {
        let mut inner = self.inner(now);
        inner.active.retain(|f| (f.target, f.mode) != (order.target, order.mode));
        inner.active.push(ActiveFault {
            target: order.target,
            mode: order.mode,
            rate: order.rate,
            delay_ms: order.delay_ms,
            since: now,
            until: now.plus(Duration::from_millis(order.for_ms)),
        });
    }

    /// Ends all; says how many there were.
    pub(super) fn clear(&self, now: Timestamp) -> usize {
        std::mem::take(&mut self.inner(now).active).len()
    }

    /// What was asked so far.
    pub(super) fn stats(&self, now: Timestamp) -> SandboxStats {
        let inner = self.inner(now);
        let endpoints: Vec<EndpointStats> = inner
            .counts
            .iter()
            .map(|((target, endpoint, status, fault), (count, last_at))| EndpointStats {
                target: *target,
                endpoint: endpoint.clone(),
                status: *status,
                fault: *fault,
                count: *count,
                last_at: *last_at,
            })
            .collect();
        let struck = endpoints.iter().filter(|e| e.fault.is_some());
        SandboxStats {
            since: self.since,
            requests: endpoints.iter().map(|e| e.count).sum(),
            faulted: struck.map(|e| e.count).sum(),
            faults: inner.active.clone(),
            endpoints,
        }
    }

    /// The fault that strikes this request, if any; the one ordered last comes first.
    fn draw(&self, target: FaultTarget, now: Timestamp) -> Option<ActiveFault> {
        let mut inner = self.inner(now);
        let Inner { active, chance, .. } = &mut *inner;
        let mut concerned =
            active.iter().rev().filter(|f| f.target == target || f.target == FaultTarget::All);
        concerned.find(|fault| chance.random_range(0.0..1.0) < fault.rate).cloned()
    }

    /// How long this answer takes.
    fn drawn(&self, latency: &Latency, now: Timestamp) -> Duration {
        let mut inner = self.inner(now);
        let (one, other) =
            (inner.chance.random_range(0.0..1.0), inner.chance.random_range(0.0..1.0));
        latency.of_chance(one, other)
    }

    fn count(&self, kind: Kind, now: Timestamp) {
        let mut inner = self.inner(now);
        let (count, last_at) = inner.counts.entry(kind).or_insert((0, now));
        *count += 1;
        *last_at = now;
    }

    /// What chance is to be drawn from for one answer.
    pub(super) fn luck(&self, now: Timestamp) -> ChaCha8Rng {
        ChaCha8Rng::seed_from_u64(self.inner(now).chance.random())
    }

    pub(super) fn garbage(&self, now: Timestamp) -> Vec<u8> {
        let mut bytes = vec![0; GARBAGE];
        self.inner(now).chance.fill_bytes(&mut bytes);
        // Not by chance the beginning of a web page, or of anything in JSON.
        bytes[0] = 0xff;
        bytes
    }
}

/// Counts a request, and answers it as it would be, or as the fault that strikes it has it.
pub(super) async fn around(
    axum::extract::State((shared, target)): axum::extract::State<(Arc<Shared>, FaultTarget)>,
    request: Request,
    next: Next,
) -> Response {
    let route = request.extensions().get::<MatchedPath>();
    let endpoint = route.map_or("unmatched", MatchedPath::as_str).to_owned();
    around_as(&shared, target, endpoint, request, next).await
}

/// The same for a request of which `target` and `endpoint` are known.
pub(super) async fn around_as(
    shared: &Shared,
    target: FaultTarget,
    endpoint: String,
    request: Request,
    next: Next,
) -> Response {
    let now = shared.now();
    if let Some(latency) = &shared.latency {
        tokio::time::sleep(shared.faults.drawn(latency, now)).await;
    }
    let fault =
        shared.faults.draw(target, now).filter(|fault| concerns(shared, fault, target, &request));
    let Some(fault) = fault else {
        let response = next.run(request).await;
        let status = Some(response.status().as_u16());
        shared.faults.count((target, endpoint, status, None), now);
        return response;
    };
    shared.faults.count((target, endpoint, fault.mode.status(), Some(fault.mode)), now);
    strike(shared, &fault, request, next).await
}

/// Whether a fault that is about some requests alone is about this one.
fn concerns(shared: &Shared, fault: &ActiveFault, target: FaultTarget, request: &Request) -> bool {
    let path = request.uri().path();
    let token = path.trim_end_matches('/').ends_with("/access_token");
    match fault.mode {
        mode if mode.is_of_subreddits() => !token && path.split('/').any(|part| part == "r"),
        FaultMode::Obedient => target == FaultTarget::Ai,
        FaultMode::Sparse => target == FaultTarget::Reddit && !token,
        FaultMode::Expired => {
            let bearer = credentials(request.headers(), "bearer");
            !token && bearer.is_some_and(|name| shared.tokens.given_before(name, fault.since))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(target: FaultTarget, mode: FaultMode, rate: f64) -> FaultOrder {
        FaultOrder { rate, ..FaultOrder::new(target, mode, Duration::from_secs(30)) }
    }

    #[test]
    fn a_fault_strikes_its_target_for_its_time_at_its_rate() {
        let start = Timestamp::from_secs(1_780_000_000);
        let struck = |seed| {
            let faults = Faults::new(seed, start);
            faults.order(&order(FaultTarget::Reddit, FaultMode::Failed, 0.3), start);
            assert!(faults.draw(FaultTarget::Ai, start).is_none());
            let at = start.plus(Duration::from_millis(29_999));
            let drawn: Vec<bool> =
                (0..1_000).map(|_| faults.draw(FaultTarget::Reddit, at).is_some()).collect();
            assert!(
                faults.draw(FaultTarget::Reddit, start.plus(Duration::from_secs(30))).is_none()
            );
            drawn
        };
        let drawn = struck(7);
        let share = drawn.iter().filter(|struck| **struck).count();
        assert!((250..350).contains(&share), "{share}");
        assert_eq!(drawn, struck(7), "the same seed strikes the same");
        assert_ne!(drawn, struck(8));
    }

    #[test]
    fn the_same_order_again_counts_once_and_the_last_one_comes_first() {
        let now = Timestamp::from_secs(1_780_000_000);
        let faults = Faults::new(1, now);
        for mode in [FaultMode::Html, FaultMode::Slow, FaultMode::Html] {
            faults.order(&order(FaultTarget::All, mode, 1.0), now);
        }
        let stats = faults.stats(now);
        assert_eq!(stats.faults.len(), 2);
        assert_eq!(faults.draw(FaultTarget::Ai, now).unwrap().mode, FaultMode::Html);
        assert_eq!((faults.clear(now), faults.clear(now)), (2, 0));
    }
}
