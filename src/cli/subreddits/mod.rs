//! `leadctl subreddits`: what is known of subreddits.
//!
//! - [`ls`], [`show`]: tell of it
//! - [`chart`]: activity as bars of text

mod chart;
mod ls;
mod show;

use std::time::Duration;

use clap::Subcommand;
use serde::Serialize;

use super::context::Context;
use super::exit::Exit;
use super::output::{Cell, Tone};
use crate::model::{PromotionTolerance, SubredditProfile, SubredditState, Timestamp};
use crate::services::Services;

/// What is known of subreddits: rules, size, when people post, how promotion is taken
#[derive(Debug, Subcommand)]
pub enum SubredditsCommand {
    /// List the subreddits that have been analysed, by name
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Show all that is known of a subreddit
    #[command(visible_alias = "get")]
    Show(show::ShowArgs),
}

impl SubredditsCommand {
    /// Does it.
    ///
    /// # Errors
    /// Nothing is known of the subreddit, or the database cannot be had.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let done = match self {
            Self::Ls(args) => args.run(ctx, &services).await,
            Self::Show(args) => args.run(ctx, &services).await,
        };
        services.close().await;
        done
    }
}

/// A profile, and for how long it stays fresh.
#[derive(Debug, Serialize)]
struct Known {
    #[serde(flatten)]
    profile: SubredditProfile,
    fresh: bool,
    fresh_until: Timestamp,
}

impl Known {
    fn new(profile: SubredditProfile, fresh_days: u32, now: Timestamp) -> Self {
        let fresh_until =
            profile.analysed_at.plus(Duration::from_secs(u64::from(fresh_days) * 86_400));
        Self { profile, fresh: now < fresh_until, fresh_until }
    }
}

fn state_cell(state: SubredditState) -> Cell {
    Cell::text(state.as_str()).tone(match state {
        SubredditState::Open => Tone::Good,
        SubredditState::Private | SubredditState::Banned | SubredditState::Missing => Tone::Bad,
    })
}

fn promotion_cell(promotion: PromotionTolerance) -> Cell {
    Cell::text(promotion.as_str()).tone(match promotion {
        PromotionTolerance::Open => Tone::Good,
        PromotionTolerance::Restricted => Tone::Warn,
        PromotionTolerance::Forbidden => Tone::Bad,
        PromotionTolerance::Unknown => Tone::Dim,
    })
}

/// Hours of the day as `14h, 9h`.
fn hours(hours: &[u8]) -> String {
    hours.iter().map(|hour| format!("{hour}h")).collect::<Vec<_>>().join(", ")
}
