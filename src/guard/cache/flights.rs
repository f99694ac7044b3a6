use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::entry::Entry;
use super::key::{Hash, Key};

/// What becomes of a call: an answer, or nothing when it ends.
type Outcome = Option<Arc<Entry>>;

/// The calls that are under way in this process, so that nobody makes one twice.
#[derive(Debug, Default)]
pub(super) struct Flights(Mutex<HashMap<Hash, watch::Receiver<Outcome>>>);

/// Who is to make a call.
#[derive(Debug)]
pub(super) enum Joined {
    /// Whoever asked.
    Lead(Flight),
    /// Another, whose outcome can be waited for.
    Follow(watch::Receiver<Outcome>),
}

/// A call under way; when it is dropped those who wait are told.
#[derive(Debug)]
pub(super) struct Flight {
    flights: Arc<Flights>,
    hash: Hash,
    outcome: watch::Sender<Outcome>,
}

impl Flights {
    pub(super) fn join(self: &Arc<Self>, key: &Key) -> Joined {
        let hash = *key.hash();
        let mut under_way = self.under_way();
        if let Some(outcome) = under_way.get(&hash) {
            return Joined::Follow(outcome.clone());
        }
        let (outcome, waiting) = watch::channel(None);
        under_way.insert(hash, waiting);
        Joined::Lead(Flight { flights: Arc::clone(self), hash, outcome })
    }

    fn under_way(&self) -> MutexGuard<'_, HashMap<Hash, watch::Receiver<Outcome>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Flight {
    /// Ends the call with an answer.
    pub(super) fn land(self, entry: &Arc<Entry>) {
        self.outcome.send_replace(Some(Arc::clone(entry)));
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.flights.under_way().remove(&self.hash);
    }
}
