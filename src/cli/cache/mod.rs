//! `leadctl cache`: answers that are kept, and what that is good for.
//!
//! - [`stats`]: how often, how much, and the money saved
//! - [`ls`], [`get`]: looking at entries
//! - [`rm`], [`flush`]: removing them

mod flush;
mod get;
mod ls;
mod rm;
mod stats;

use clap::Subcommand;

use super::context::Context;
use super::exit::Exit;

/// See what is kept of the answers of Reddit and the AI provider, and remove it
#[derive(Debug, Subcommand)]
#[command(after_help = "\
Answers are kept in the memory of each process and, for all of them, in Redis where there is one,
else in the database. Kinds: ai (judgements of posts), reddit-about (what Reddit says of a
subreddit).

Examples:
  leadctl cache stats
  leadctl cache ls --kind ai --limit 20
  leadctl cache flush --kind ai --dry-run")]
pub enum CacheCommand {
    /// Tell how often answers were found, how much is kept, and what was saved
    Stats(stats::StatsArgs),
    /// List entries, those that end soonest first
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Show one entry with its answer
    #[command(visible_alias = "show")]
    Get(get::GetArgs),
    /// Remove entries
    #[command(visible_aliases = ["remove", "delete"])]
    Rm(rm::RmArgs),
    /// Remove all entries, or all of some kinds; nothing else
    Flush(flush::FlushArgs),
}

impl CacheCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such entry, it was refused, or what is shared cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Stats(args) => args.run(ctx).await,
            Self::Ls(args) => args.run(ctx).await,
            Self::Get(args) => args.run(ctx).await,
            Self::Rm(args) => args.run(ctx).await,
            Self::Flush(args) => args.run(ctx).await,
        }
    }
}

pub(crate) use stats::dollars;
pub(super) use stats::percent;

/// `1 entry`, `2 entries`.
fn entries(n: u64) -> String {
    if n == 1 { "1 entry".to_owned() } else { format!("{n} entries") }
}
