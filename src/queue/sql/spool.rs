use std::collections::HashSet;

use super::SqlQueue;
use super::rows::{DELAYED, READY};
use crate::db::{Lock, Statement, bind, execute, fetch};
use crate::queue::QueueError;

/// Ids in one statement.
const ROWS: usize = 250;

impl SqlQueue {
    /// Which of these ids have a job here, in whatever state.
    pub(in crate::queue) async fn held(
        &self,
        queue: &str,
        ids: &[&str],
    ) -> Result<HashSet<String>, QueueError> {
        let mut held = HashSet::new();
        for chunk in ids.chunks(ROWS) {
            let mut query = Statement::new(
                "SELECT id FROM jobs WHERE queue_id = (SELECT id FROM queues WHERE name = ",
            );
            query.push_bind(queue).push(")");
            ids_in(&mut query, chunk);
            // A command that has just written something has a connection to write with, and to open
            // another one takes longer than all the rest.
            let found: Vec<String> = fetch!(self.db.writer(), c =>
                bind!(sqlx::query_scalar(query.sql()), query).persistent(false).fetch_all(c))?;
            held.extend(found);
        }
        Ok(held)
    }

    /// Takes jobs out that have gone to another queue, unless they have begun here; nothing is told
    /// of it in the events, as they go on elsewhere.
    pub(in crate::queue) async fn moved(
        &self,
        queue: &str,
        ids: &[&str],
    ) -> Result<(), QueueError> {
        let Some(queue_id) = self.known(queue).await? else { return Ok(()) };
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        for chunk in ids.chunks(ROWS) {
            let mut query = Statement::new("DELETE FROM jobs WHERE queue_id = ");
            query.push_bind(queue_id).push(" AND lane IN (").push_bind(READY);
            query.push(", ").push_bind(DELAYED).push(")");
            ids_in(&mut query, chunk);
            execute!(tx.on(), c =>
                bind!(sqlx::query(query.sql()), query).persistent(false).execute(c))?;
        }
        Ok(tx.commit().await?)
    }
}

fn ids_in(query: &mut Statement, ids: &[&str]) {
    query.push(" AND id IN (");
    for (n, id) in ids.iter().enumerate() {
        query.push(if n == 0 { "" } else { ", " }).push_bind(*id);
    }
    query.push(")");
}
