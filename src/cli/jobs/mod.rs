//! `leadctl jobs`: adds jobs, awaits them, looks at them and changes them.
//!
//! - [`enqueue`], [`bulk`], [`mod@line`]: from the command line, and many from a file
//! - [`outcome`]: awaiting jobs, as `--wait` and `jobs wait` do
//! - [`inline`]: `jobs run`, with no queue and no worker
//! - [`ls`], [`merge`], [`show`], [`logs`]: looking
//! - [`find`], [`path`]: looking for what names, payloads and errors hold
//! - [`change`]: retry, promote, cancel, remove
//! - [`target`]: which job an id means
//! - [`view`], [`words`]: a job as it is printed

mod bulk;
mod change;
mod enqueue;
mod find;
mod inline;
mod line;
mod logs;
mod ls;
mod merge;
pub(super) mod outcome;
mod path;
mod show;
pub(super) mod target;
mod view;
mod words;

pub(super) use target::Target;
pub(super) use view::JobView;
pub(crate) use words::{brief, what};

use clap::Subcommand;

use super::context::Context;
use super::exit::Exit;

/// Add jobs, await them, look at them and change them
#[derive(Debug, Subcommand)]
#[command(after_help = "\
A job is named by QUEUE/ID, as lists print it. ID alone will do where only one queue has it, or with
--queue.

Examples:
  leadctl jobs enqueue lead --campaign my-product --wait
  leadctl jobs ls --state failed
  leadctl jobs show lead-discovery/12")]
pub enum JobsCommand {
    /// Add jobs: one lead or subreddit job, or many from a file
    Enqueue(enqueue::EnqueueArgs),
    /// Run a job here and now, with no queue and no worker
    Run(inline::RunArgs),
    /// List jobs
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Find jobs by name, payload and error
    Find(find::FindArgs),
    /// Show all that is known of one job
    #[command(visible_alias = "get")]
    Show(show::ShowArgs),
    /// Run failed or completed jobs again
    Retry(change::RetryArgs),
    /// Run all failed jobs again
    RetryAll(change::RetryAllArgs),
    /// Let delayed jobs wait no longer
    Promote(change::PromoteArgs),
    /// Stop jobs that run, and remove those that have not begun
    Cancel(change::CancelArgs),
    /// Remove jobs that are not active
    #[command(visible_aliases = ["remove", "delete"])]
    Rm(change::RmArgs),
    /// Print the log of a job
    #[command(visible_alias = "log")]
    Logs(logs::LogsArgs),
    /// Wait until jobs have ended
    Wait(outcome::WaitArgs),
}

impl JobsCommand {
    /// Does it.
    ///
    /// # Errors
    /// What was named does not exist or is in another state, the job failed or took too long, or
    /// the queue cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Enqueue(args) => args.run(ctx).await,
            Self::Run(args) => args.run(ctx).await,
            Self::Ls(args) => args.run(ctx).await,
            Self::Find(args) => args.run(ctx).await,
            Self::Show(args) => args.run(ctx).await,
            Self::Retry(args) => args.run(ctx).await,
            Self::RetryAll(args) => args.run(ctx).await,
            Self::Promote(args) => args.run(ctx).await,
            Self::Cancel(args) => args.run(ctx).await,
            Self::Rm(args) => args.run(ctx).await,
            Self::Logs(args) => args.run(ctx).await,
            Self::Wait(args) => args.run(ctx).await,
        }
    }
}
