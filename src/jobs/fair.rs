//! Fair shares of a queue: whoever adds a thousand jobs does not keep the others waiting.
//!
//! Jobs that wait at the same time are ranked by start-time fair queueing (Goyal, Vin and Cheng,
//! "Start-time Fair Queuing", SIGCOMM 1996) with every job of the same weight: the first job of a
//! tenant gets the rank that is being served now, each further one the next rank. So tenants take
//! turns, however many jobs each of them has. A rank is a priority of the queue, and thus holds for
//! every worker, ours or not.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{LEAD_QUEUE, LeadDiscovery};
use crate::queue::{Added, JobQueue, JobState, MAX_PRIORITY, NewJob, PageRequest, QueueError};
use crate::shared_state::SharedState;

/// The first rank; the priorities before it are for jobs that are more urgent than a turn.
const FIRST: u32 = 1_000;
/// How long ranks are remembered that nobody asks about.
const REMEMBERED: Duration = Duration::from_secs(7 * 86_400);
/// Times that a change by others is waited out.
const TRIES: usize = 16;

/// The ranks given out on one queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Board {
    /// The rank that is being served, as far as is known.
    now: u32,
    /// The last rank of each tenant that has jobs behind `now`.
    last: BTreeMap<String, u32>,
}

impl Default for Board {
    fn default() -> Self {
        Self { now: FIRST, last: BTreeMap::new() }
    }
}

impl Board {
    /// Moves on to what the queue shows: the rank of its first job, or that none waits.
    fn move_on(&mut self, waits: &Waits) {
        if waits.nothing {
            // Whoever had many jobs and has none left is not to pay for it.
            *self = Self::default();
        }
        self.now = self.now.max(waits.rank.unwrap_or(FIRST));
        let now = self.now;
        self.last.retain(|_, last| *last >= now);
    }

    /// The rank of the next job of a tenant.
    fn next(&mut self, tenant: &str) -> u32 {
        let rank = match self.last.get(tenant) {
            Some(last) => last.saturating_add(1).min(MAX_PRIORITY),
            None => self.now,
        };
        self.last.insert(tenant.to_owned(), rank);
        rank
    }
}

/// What waits in a queue.
struct Waits {
    /// The rank of the job that is next among those that have one.
    rank: Option<u32>,
    /// Nothing waits.
    nothing: bool,
}

/// Adds jobs, like [`JobQueue::add_bulk`]; those that have a tenant and no priority of their own
/// get a fair share. One that finds nothing waiting needs no rank.
///
/// # Errors
/// As of [`JobQueue::add_bulk`]; where only the ranks given out so far cannot be known, jobs are
/// ranked by what is seen of the queue.
pub async fn add(
    queue: &dyn JobQueue,
    state: &dyn SharedState,
    name: &str,
    mut jobs: Vec<NewJob>,
) -> Result<Vec<Added>, QueueError> {
    let ranked: Vec<(usize, String)> = jobs
        .iter()
        .enumerate()
        .filter(|(_, job)| job.options.priority == 0 && !job.options.lifo)
        .filter_map(|(n, job)| Some((n, tenant(name, job)?)))
        .collect();
    if !ranked.is_empty() {
        let waits = waits(queue, name).await?;
        if !(waits.nothing && jobs.len() == 1) {
            let tenants: Vec<&str> = ranked.iter().map(|(_, tenant)| tenant.as_str()).collect();
            let ranks = ranks(state, name, &waits, &tenants).await;
            for ((n, _), rank) in ranked.iter().zip(ranks) {
                jobs[*n].options.priority = rank;
            }
        }
    }
    queue.add_bulk(name, jobs).await
}

/// Who a job is for: the campaign.
fn tenant(queue: &str, job: &NewJob) -> Option<String> {
    if queue != LEAD_QUEUE {
        return None;
    }
    LeadDiscovery::deserialize(&job.data).ok().map(|lead| lead.campaign)
}

async fn waits(queue: &dyn JobQueue, name: &str) -> Result<Waits, QueueError> {
    let counts = queue.counts(name).await?;
    let mut rank = None;
    if counts.prioritized > 0 {
        let page = PageRequest { cursor: None, limit: 1 };
        let first = queue.list(name, &[JobState::Prioritized], page).await?;
        rank = first.jobs.first().map(|job| job.options.priority).filter(|rank| *rank >= FIRST);
    }
    Ok(Waits { rank, nothing: counts.ready() == 0 })
}

/// A rank for each of `tenants`, in order.
async fn ranks(state: &dyn SharedState, name: &str, waits: &Waits, tenants: &[&str]) -> Vec<u32> {
    let key = format!("fair/{name}");
    let give = |board: &mut Board| -> Vec<u32> {
        board.move_on(waits);
        tenants.iter().map(|tenant| board.next(tenant)).collect()
    };
    for _ in 0..TRIES {
        let Ok(read) = state.read(&key).await else { break };
        let known = read.value.as_deref().and_then(|value| serde_json::from_str(value).ok());
        let mut board: Board = known.unwrap_or_default();
        let ranks = give(&mut board);
        let Ok(text) = serde_json::to_string(&board) else { break };
        match state.swap(&key, read.version, &text, REMEMBERED).await {
            Ok(Some(_)) => return ranks,
            Ok(None) => {}
            Err(_) => break,
        }
    }
    tracing::debug!(queue = name, "ranks are given without knowing of those of others");
    give(&mut Board::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(rank: u32) -> Waits {
        Waits { rank: Some(rank), nothing: false }
    }

    #[test]
    fn tenants_take_turns() {
        let mut board = Board::default();
        board.move_on(&Waits { rank: None, nothing: true });
        let noisy: Vec<u32> = (0..4).map(|_| board.next("noisy")).collect();
        assert_eq!(noisy, [1000, 1001, 1002, 1003]);
        board.move_on(&seen(1001));
        assert_eq!((board.next("quiet"), board.next("quiet")), (1001, 1002));
        assert_eq!(board.next("noisy"), 1004);
    }

    #[test]
    fn who_was_quiet_does_not_save_up_turns_and_who_was_busy_does_not_owe_any() {
        let mut board = Board::default();
        for _ in 0..100 {
            board.next("noisy");
        }
        board.move_on(&seen(1080));
        assert_eq!(board.next("quiet"), 1080, "its turn is now, and not eighty turns ago");
        board.move_on(&Waits { rank: None, nothing: true });
        assert_eq!((board.next("noisy"), board.next("quiet")), (1000, 1000));
    }

    #[test]
    fn the_last_rank_is_the_end() {
        let mut board = Board { now: MAX_PRIORITY - 1, last: BTreeMap::new() };
        let ranks: Vec<u32> = (0..3).map(|_| board.next("a")).collect();
        assert_eq!(ranks, [MAX_PRIORITY - 1, MAX_PRIORITY, MAX_PRIORITY]);
        assert_eq!(board.next("b"), MAX_PRIORITY - 1);
    }

    #[test]
    fn what_is_more_urgent_than_a_turn_moves_nothing() {
        let mut board = Board::default();
        board.next("a");
        board.move_on(&Waits { rank: None, nothing: false });
        assert_eq!((board.next("a"), board.next("b")), (1001, 1000));
    }
}
