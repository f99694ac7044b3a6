//! `leadctl why`: why a queue or a job does not get on, with the evidence and what to do.
//!
//! - [`facts`]: gathers what is known
//! - [`queue`], [`job`]: the verdict on it; pure functions
//! - [`verdict`]: a verdict, as it is printed

mod facts;
mod job;
mod queue;
#[cfg(test)]
mod tests;
mod verdict;

use clap::Args;

use super::context::Context;
use super::exit::Exit;
use super::jobs::target::Finder;
use super::overview::known_queues;
use super::values::QueueName;
use crate::services::Services;
use facts::{JobFacts, QueueFacts};
use verdict::Why;

/// See why a queue or a job does not get on
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl why lead-discovery
  leadctl why lead-discovery/12
  leadctl why 12 -o json

One verdict, the evidence, and the command to run. Ends with 9 where it will not get on by itself, else
with 0.")]
pub struct WhyArgs {
    /// A queue, or a job as QUEUE/ID or ID
    #[arg(value_name = "QUEUE|JOB")]
    target: String,
    /// The queue of a job whose id names none
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
}

impl WhyArgs {
    /// Says why.
    ///
    /// # Errors
    /// There is no such queue or job, several are meant, or the queue cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let why = self.find(&services).await;
        services.close().await;
        let why = why?;
        ctx.out.show(&why, || why.text(ctx.out.color))?;
        Ok(if why.stuck { Exit::Finding } else { Exit::Done })
    }

    async fn find(&self, services: &Services) -> anyhow::Result<Why> {
        let known = known_queues(services).await?;
        if self.queue.is_none() && known.contains(&self.target) {
            return Ok(queue::why(&QueueFacts::read(services, &self.target).await?));
        }
        let finder = Finder::new(services, self.queue.as_deref());
        let found = finder.job(&self.target).await?;
        Ok(job::why(&JobFacts::read(services, found).await?))
    }
}
