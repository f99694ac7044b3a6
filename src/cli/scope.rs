//! Which queues a command is about: named ones, all, or those of this system.

use clap::Args;

use super::overview::known_queues;
use super::queue::known::must_exist;
use super::values::QueueName;
use crate::jobs::QUEUES;
use crate::services::Services;

/// Which queues.
#[derive(Debug, Clone, Default, Args)]
pub struct ScopeArgs {
    /// Of this queue; may be repeated [default: all queues of this system]
    #[arg(long, value_name = "QUEUE", value_delimiter = ',', value_parser = QueueName, hide_possible_values = true)]
    pub queue: Vec<String>,
    /// Of all queues, also those of others
    #[arg(long, conflicts_with = "queue")]
    pub all_queues: bool,
}

impl ScopeArgs {
    /// Nothing was said about queues.
    pub fn is_default(&self) -> bool {
        self.queue.is_empty() && !self.all_queues
    }

    /// The queues by name, each once.
    ///
    /// # Errors
    /// A queue that was named does not exist, or the queue cannot be reached.
    pub async fn names(&self, services: &Services) -> anyhow::Result<Vec<String>> {
        if self.all_queues {
            return Ok(known_queues(services).await?);
        }
        for queue in &self.queue {
            must_exist(services, queue).await?;
        }
        let mut names = self.queue.clone();
        if names.is_empty() {
            names.extend(QUEUES.iter().map(|queue| (*queue).to_owned()));
        }
        names.sort();
        names.dedup();
        Ok(names)
    }
}
