//! `leadctl trace`: the whole way of a job.
//!
//! - [`find`]: which jobs an id means
//! - [`way`]: the way of one job, from what the queue and the workers know
//! - [`human`]: the same for people

mod find;
mod human;
mod way;

use clap::Args;
use serde::Serialize;

use super::context::Context;
use super::exit::Exit;
use super::values::QueueName;
use crate::services::Services;
use way::Way;

/// See the whole way of a job: who wanted it, how it waited, what each attempt did
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl trace lead-discovery/12
  leadctl trace 12 --queue lead-discovery -o json
  leadctl trace 0198c1de-7a52-7c3e-9d57-8f1b6f1f0a11   all jobs of a request, by its x-request-id

Each attempt with the calls it made of Reddit, the AI provider and webhooks, what the breakers and the
cache did, time, tokens, money and leads. Kept for 30 days, also of jobs that are gone. Of queues that
others work on, what the queue itself knows.")]
pub struct TraceArgs {
    /// A job, as QUEUE/ID or ID, or the id of a request to the API
    #[arg(value_name = "ID")]
    id: String,
    /// The queue of a job whose id names none
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
}

/// The ways of the jobs that were meant.
#[derive(Debug, Serialize)]
struct Traced {
    /// What was asked for.
    id: String,
    jobs: Vec<Way>,
}

impl TraceArgs {
    /// Shows it.
    ///
    /// # Errors
    /// There is no such job, several are meant, or the queue or the database cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let ways = find::ways(&services, &self.id, self.queue.as_deref()).await;
        let now = services.clock.now();
        services.close().await;
        let traced = Traced { id: self.id, jobs: ways? };
        ctx.out.show(&traced, || {
            let ways = traced.jobs.iter().map(|way| human::text(way, now));
            ways.collect::<Vec<_>>().join("\n")
        })?;
        Ok(Exit::Done)
    }
}
