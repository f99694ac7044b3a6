//! Which dead letters a command is about, and reading them.

use std::ops::ControlFlow;

use clap::Args;

use super::signature::{group_id, queue_part, signature};
use crate::cli::exit::CliError;
use crate::cli::overview::known_queues;
use crate::cli::scan::{ScanArgs, Scanned, scan};
use crate::cli::scope::ScopeArgs;
use crate::queue::{Job, JobState};
use crate::services::Services;

/// Which groups.
#[derive(Debug, Args)]
pub(super) struct GroupsArgs {
    /// The groups, as `dlq ls` names them
    #[arg(value_name = "GROUP")]
    pub(super) groups: Vec<String>,
    #[command(flatten)]
    pub(super) scope: ScopeArgs,
    #[command(flatten)]
    pub(super) scan: ScanArgs,
}

/// The same, where all may be meant.
#[derive(Debug, Args)]
pub(super) struct WhichArgs {
    /// All dead letters
    #[arg(long, conflicts_with = "groups")]
    pub(super) all: bool,
    #[command(flatten)]
    pub(super) groups: GroupsArgs,
}

/// A dead letter.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    /// Its group.
    pub(super) group: String,
    /// What the errors of the group have in common.
    pub(super) signature: String,
    pub(super) job: Job,
}

impl Letter {
    fn new(job: Job) -> Self {
        let signature = signature(job.failed_reason.as_deref().unwrap_or_default());
        Self { group: group_id(&job.queue, &signature), signature, job }
    }
}

impl WhichArgs {
    /// Refuses a command that names no group, before anything is connected to.
    pub(super) fn check(&self) -> Result<(), CliError> {
        if self.all || !self.groups.groups.is_empty() {
            return Ok(());
        }
        Err(CliError::usage("which dead letters?")
            .hint("name groups as `leadctl dlq ls` lists them, or give --all"))
    }
}

impl GroupsArgs {
    /// Gives each dead letter that is meant to `take`; without groups, all of the queues.
    ///
    /// # Errors
    /// A group was not found, or the queue cannot be reached.
    pub(super) async fn read(
        &self,
        services: &Services,
        mut take: impl FnMut(Letter) -> anyhow::Result<()>,
    ) -> anyhow::Result<Scanned> {
        let queues = self.queues(services).await?;
        let mut missing = self.groups.clone();
        let failed = [JobState::Failed];
        let queue = services.queue.as_ref();
        let scanned = scan(queue, &queues, &failed, self.scan.scan, |job| {
            let letter = Letter::new(job);
            missing.retain(|group| *group != letter.group);
            if self.groups.is_empty() || self.groups.contains(&letter.group) {
                take(letter)?;
            }
            Ok(ControlFlow::Continue(()))
        });
        let scanned = scanned.await?;
        match missing.first() {
            Some(group) => Err(not_found(group, scanned).into()),
            None => Ok(scanned),
        }
    }

    /// The queues to look into. The name of a group tells its queue, so that no other is read.
    async fn queues(&self, services: &Services) -> anyhow::Result<Vec<String>> {
        let mut queues = if self.groups.is_empty() || !self.scope.is_default() {
            self.scope.names(services).await?
        } else {
            known_queues(services).await?
        };
        if !self.groups.is_empty() {
            queues.retain(|queue| {
                let part = queue_part(queue);
                self.groups.iter().any(|group| group.starts_with(&part))
            });
        }
        Ok(queues)
    }
}

fn not_found(group: &str, scanned: Scanned) -> CliError {
    let what = format!("there is no group {group} of dead letters");
    let hint = match scanned.warning() {
        Some(warning) => format!("{warning}; `leadctl dlq ls --all-queues` lists the groups"),
        None => "`leadctl dlq ls --all-queues` lists the groups there are".to_owned(),
    };
    CliError::not_found(what).hint(hint).target(group)
}
