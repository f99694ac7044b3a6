//! Work that many wait for at once, done for all of them together, as databases commit in groups.
//!
//! Whoever comes while nobody works has the work done at once. Whoever comes meanwhile waits for the
//! next turn, with all others who came: so nobody is given the outcome of work that began before
//! they asked, and everybody sees what was written before they asked.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;
use tracing::Instrument;

type Waiting<A, B> = Vec<(A, oneshot::Sender<B>)>;

/// Turns of work, of which there is one at a time for each key.
#[derive(Debug)]
pub struct Together<K: Eq + Hash, A, B> {
    /// The keys that are worked for now, and who waits for their next turn.
    turns: Arc<Mutex<HashMap<K, Waiting<A, B>>>>,
}

impl<K: Eq + Hash, A, B> Default for Together<K, A, B> {
    fn default() -> Self {
        Self { turns: Arc::default() }
    }
}

/// A key that is worked for. Where the work panics it is given up as well, so that others can go on.
struct Turn<K: Eq + Hash, A, B> {
    turns: Arc<Mutex<HashMap<K, Waiting<A, B>>>>,
    key: K,
    given_up: bool,
}

impl<K, A, B> Together<K, A, B>
where
    K: Eq + Hash + Clone + Send + 'static,
    A: Send + 'static,
    B: Send + 'static,
{
    /// Has `work` done with what all who wait for this key ask, in the order of their coming; it
    /// gives an answer for each. `None` where it panicked or gave none.
    ///
    /// The work of one key must not differ between those who ask: that of the first is done for all.
    /// It goes on where those who asked are gone.
    pub async fn ask<F, R>(&self, key: K, asked: A, mut work: F) -> Option<B>
    where
        F: FnMut(Vec<A>) -> R + Send + 'static,
        R: Future<Output = Vec<B>> + Send,
    {
        let (answer, answered) = oneshot::channel();
        let me = (asked, answer);
        let turn = {
            let mut turns = lock(&self.turns);
            match turns.get_mut(&key) {
                Some(waiting) => {
                    waiting.push(me);
                    None
                }
                None => {
                    turns.insert(key.clone(), Vec::new());
                    let turns = Arc::clone(&self.turns);
                    Some((Turn { turns, key, given_up: false }, me))
                }
            }
        };
        if let Some((mut turn, me)) = turn {
            let all = async move {
                let mut waiting = vec![me];
                while !waiting.is_empty() {
                    let (asked, answers): (Vec<_>, Vec<_>) = waiting.into_iter().unzip();
                    for (answer, given) in answers.into_iter().zip(work(asked).await) {
                        // Nobody waits any more where this fails.
                        let _ = answer.send(given);
                    }
                    waiting = turn.next();
                }
            };
            tokio::spawn(all.in_current_span());
        }
        answered.await.ok()
    }
}

impl<K, B> Together<K, (), B>
where
    K: Eq + Hash + Clone + Send + 'static,
    B: Clone + Send + 'static,
{
    /// Where all who wait for a key ask the same: does `work` once and gives all its answer. `None`
    /// where it panicked.
    pub async fn share<F, R>(&self, key: K, mut work: F) -> Option<B>
    where
        F: FnMut() -> R + Send + 'static,
        R: Future<Output = B> + Send,
    {
        let shared = move |asked: Vec<()>| {
            let working = work();
            async move { vec![working.await; asked.len()] }
        };
        self.ask(key, (), shared).await
    }
}

impl<K: Eq + Hash, A, B> Turn<K, A, B> {
    /// Who waits now; where that is nobody the key is given up.
    fn next(&mut self) -> Waiting<A, B> {
        let mut turns = lock(&self.turns);
        match turns.get_mut(&self.key) {
            Some(waiting) if !waiting.is_empty() => std::mem::take(waiting),
            _ => {
                turns.remove(&self.key);
                self.given_up = true;
                Vec::new()
            }
        }
    }
}

impl<K: Eq + Hash, A, B> Drop for Turn<K, A, B> {
    fn drop(&mut self) {
        if !self.given_up {
            lock(&self.turns).remove(&self.key);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use tokio::sync::Semaphore;

    use super::*;

    /// Work that ends only when it is let, and gives the number of its turn.
    #[derive(Default)]
    struct Gate {
        turns: Mutex<Vec<Vec<u32>>>,
    }

    fn gated(
        gate: &Arc<Gate>,
        open: &Arc<Semaphore>,
    ) -> impl FnMut(Vec<u32>) -> futures::future::BoxFuture<'static, Vec<(usize, u32)>> + use<>
    {
        let (gate, open) = (Arc::clone(gate), Arc::clone(open));
        move |asked| {
            let (gate, open) = (Arc::clone(&gate), Arc::clone(&open));
            Box::pin(async move {
                let turn = {
                    let mut turns = lock(&gate.turns);
                    turns.push(asked.clone());
                    turns.len()
                };
                if let Ok(permit) = open.acquire().await {
                    permit.forget();
                }
                asked.into_iter().map(|n| (turn, n)).collect()
            })
        }
    }

    #[tokio::test]
    async fn who_comes_during_a_turn_waits_for_the_next_with_all_others() {
        let together = Together::<&str, u32, (usize, u32)>::default();
        let (gate, open) = (Arc::new(Gate::default()), Arc::new(Semaphore::new(0)));
        let ask = |key, n| together.ask(key, n, gated(&gate, &open));
        let all = futures::future::join_all((1..=4).map(|n| ask("key", n)));
        let other = ask("another key", 9);
        let letting = async {
            while lock(&gate.turns).len() < 2 {
                tokio::task::yield_now().await;
            }
            open.add_permits(3);
        };
        let (all, other, ()) = tokio::join!(all, other, letting);
        // The first had a turn to itself, the others one together.
        let turns = lock(&gate.turns).clone();
        assert_eq!(turns.len(), 3);
        assert!(turns.contains(&vec![1]) && turns.contains(&vec![9]), "{turns:?}");
        assert_eq!(turns[2], [2, 3, 4]);
        let answers: Vec<u32> = all.iter().flatten().map(|(_, n)| *n).collect();
        assert_eq!((answers, other.map(|(_, n)| n)), (vec![1, 2, 3, 4], Some(9)));
        assert!(lock(&together.turns).is_empty());
    }

    #[tokio::test]
    async fn who_goes_away_leaves_the_others_their_answer() {
        let together = Together::<(), u32, (usize, u32)>::default();
        let (gate, open) = (Arc::new(Gate::default()), Arc::new(Semaphore::new(0)));
        let mut leaving = Box::pin(together.ask((), 1, gated(&gate, &open)));
        assert!(futures::poll!(leaving.as_mut()).is_pending());
        let mut staying = Box::pin(together.ask((), 2, gated(&gate, &open)));
        assert!(futures::poll!(staying.as_mut()).is_pending());
        drop(leaving);
        open.add_permits(2);
        assert_eq!(staying.await, Some((2, 2)));
    }

    #[tokio::test]
    async fn work_that_panics_is_told_and_does_not_stand_in_the_way() {
        let together = Together::<(), u32, u32>::default();
        #[allow(clippy::panic)]
        let broken = together.ask((), 1, |_| async { panic!("on purpose") }).await;
        assert_eq!(broken, None);
        let good = together.ask((), 2, |asked| async { asked }).await;
        assert_eq!(good, Some(2));
    }
}
