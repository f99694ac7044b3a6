//! The tasks of a process that works on jobs or moves them: they feel the primary's pulse, keep an
//! eye on whether copies must be thought of, and take the relay's turn.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use tokio::sync::SetOnce;
use tokio::time::{Instant, timeout};
use tokio_util::sync::{CancellationToken, DropGuard};

use super::book::ledger::LEASE;
use super::clerk::Clerk;
use super::inner::Inner;
use super::relay::Relay;

/// Wait between two looks of the relay.
const RELAY_EVERY: Duration = Duration::from_millis(250);

/// Works as long as anybody holds it.
#[derive(Debug)]
pub(super) struct Crew {
    pub(super) clerk: Clerk,
    /// Set when it was first seen whether copies must be thought of.
    looked: Arc<SetOnce<()>>,
    _stop: DropGuard,
}

impl Crew {
    /// The crew of this process, which is started where there is none.
    pub(super) fn of(inner: &Arc<Inner>) -> Arc<Self> {
        let mut kept = inner.crew.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(crew) = kept.upgrade() {
            return crew;
        }
        let stop = CancellationToken::new();
        let clerk = Clerk::start(inner.book.clone());
        let looked = Arc::new(SetOnce::new());
        let tasks = {
            let (inner, clerk, looked) = (Arc::clone(inner), clerk.clone(), Arc::clone(&looked));
            async move {
                let relay = Relay::new(Arc::clone(&inner));
                let guarding = guard(&inner, &clerk, &looked);
                tokio::join!(pulses(&inner), guarding, relay.run(RELAY_EVERY));
            }
        };
        let stopped = stop.clone();
        let inner = Arc::clone(inner);
        tokio::spawn(async move {
            stopped.run_until_cancelled(tasks).await;
            // Another process may go on at once.
            if let Err(error) = inner.book.give_relay(&inner.me).await {
                tracing::debug!(%error, "the relay's turn could not be given back");
            }
        });
        let crew = Arc::new(Self { clerk, looked, _stop: stop.drop_guard() });
        *kept = Arc::downgrade(&crew);
        crew
    }

    /// Waits until it is known whether copies must be thought of: until then each run has to ask,
    /// and what is written down for those that asked is asked about by all that come after.
    pub(super) async fn has_looked(&self) {
        self.looked.wait().await;
    }
}

async fn pulses(inner: &Inner) {
    loop {
        // An error is an outage, of which has been told.
        let _ = inner.feel().await;
        let pause = match inner.health.away() {
            Some(_) => inner.options.trial_every / 4,
            None => inner.options.pulse_every,
        };
        tokio::time::sleep(pause).await;
    }
}

/// Tells the ledger what this process runs as soon as copies must be thought of, and keeps that
/// alive.
async fn guard(inner: &Inner, clerk: &Clerk, looked: &SetOnce<()>) {
    let mut registered = false;
    let mut renewed = Instant::now();
    loop {
        let guarded = match inner.health.away() {
            Some(_) => true,
            // What cannot be known is taken to be so.
            None => inner.book.is_guarded().await.unwrap_or(true),
        };
        inner.set_guarded(guarded);
        if guarded && !registered {
            clerk.begun(inner.flying());
            for (run, result) in inner.recently() {
                clerk.done(run, result);
            }
            renewed = Instant::now();
        }
        registered = guarded;
        // All later times it is set already.
        let _ = looked.set(());
        if guarded && renewed.elapsed() >= LEASE / 3 {
            if let Err(error) = inner.book.renew(&inner.flying()).await {
                tracing::warn!(%error, "claims on jobs cannot be renewed");
            }
            renewed = Instant::now();
        }
        // An alarm only makes the next look come sooner.
        let alarmed = timeout(inner.options.guard_every, inner.alarm.notified()).await.is_ok();
        if alarmed {
            registered = false;
        }
    }
}
