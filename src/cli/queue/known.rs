use crate::cli::exit::CliError;
use crate::cli::overview::known_queues;
use crate::jobs::QUEUES;
use crate::services::Services;

/// Says that a queue is not there, and which are.
///
/// # Errors
/// There is no such queue, or the queue cannot be reached.
pub(in crate::cli) async fn must_exist(services: &Services, queue: &str) -> anyhow::Result<()> {
    // Not by a search, which takes long where there are many keys.
    if QUEUES.contains(&queue) || services.queue.exists(queue).await? {
        return Ok(());
    }
    let known = known_queues(services).await?;
    Err(CliError::not_found(format!("there is no queue {queue}"))
        .hint(format!("there are {}", known.join(", ")))
        .target(queue)
        .into())
}
