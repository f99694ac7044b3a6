//! `leadctl subreddits`: what is known of subreddits.
//!
//! - [`ls`], [`show`]: tell of it
//! - [`chart`]: activity as bars of text

mod chart;
mod ls;
mod show;

use std::collections::BTreeMap;
use std::time::Duration;

use clap::Subcommand;
use serde::Serialize;

use super::context::Context;
use super::exit::Exit;
use super::output::{Cell, Tone};
use super::time::ago;
use crate::model::{
    ClosedSubreddit, PromotionTolerance, SubredditProfile, SubredditState, Timestamp,
};
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
    /// Whether it was ever analysed: what is here otherwise, jobs that look for leads have met.
    analysed: bool,
    /// The campaigns for which it cannot be read.
    closed_for: Vec<ClosedSubreddit>,
}

impl Known {
    fn new(profile: SubredditProfile, fresh_days: u32, now: Timestamp) -> Self {
        let fresh_until =
            profile.analysed_at.plus(Duration::from_secs(u64::from(fresh_days) * 86_400));
        let (fresh, closed_for) = (now < fresh_until, Vec::new());
        Self { profile, fresh, fresh_until, analysed: true, closed_for }
    }

    /// All that is known, by name: what was analysed, and what campaigns cannot read.
    async fn all(services: &Services) -> anyhow::Result<Vec<Self>> {
        let days = services.settings.discovery.subreddit_fresh_days;
        let now = services.clock.now();
        let profiles = services.store.subreddits().await?;
        let mut all: BTreeMap<String, Self> = profiles
            .into_iter()
            .map(|profile| (profile.name.to_lowercase(), Self::new(profile, days, now)))
            .collect();
        for closed in services.store.closed_subreddits().await? {
            let known = all.entry(closed.name.to_lowercase()).or_insert_with(|| {
                let profile =
                    SubredditProfile::unreadable(&closed.name, closed.state, closed.asked_at);
                Self { fresh: false, analysed: false, ..Self::new(profile, 0, now) }
            });
            known.closed_for.push(closed);
        }
        Ok(all.into_values().collect())
    }
}

/// Why a campaign's subreddit is not read, and when it is asked for again.
pub(super) fn closed_words(closed: &ClosedSubreddit, now: Timestamp) -> String {
    let times = if closed.tries == 1 { "time" } else { "times" };
    format!(
        "{} since {}, asked for {} {times}, again {}",
        closed.why(),
        closed.since,
        closed.tries,
        ago(closed.next_at, now)
    )
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
