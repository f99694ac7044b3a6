use clap::Args;

use super::{Known, hours, promotion_cell, state_cell};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::model::{PromotionTolerance, SubredditState};
use crate::services::Services;

/// Which subreddits.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl subreddits ls
  leadctl subreddits ls --promotion open
  leadctl subreddits ls --stale --columns name --no-headers

Those that a campaign cannot read are told as well: private, banned or missing.

Those of the active campaigns are analysed daily at 02:00 UTC while a worker runs, and at any time
with `leadctl jobs enqueue subreddit NAME`.")]
pub struct LsArgs {
    /// Only those whose rules take promotion so: open, restricted, forbidden or unknown
    #[arg(long, value_name = "TOLERANCE")]
    promotion: Option<PromotionTolerance>,
    /// Only those in this state: open, private, banned or missing
    #[arg(long, value_name = "STATE")]
    state: Option<SubredditState>,
    /// Only those whose analysis is no longer fresh
    #[arg(long)]
    stale: bool,
}

const COLUMNS: &[Column<Known>] = &[
    Column::new("name", |k| Cell::text(&k.profile.name)),
    Column::new("state", |k| state_cell(k.profile.state)),
    Column::new("subscribers", |k| match k.profile.subscribers {
        Some(n) => Cell::number(n),
        None => Cell::absent(),
    }),
    Column::new("posts_per_day", |k| {
        Cell::number(format!("{:.1}", k.profile.activity.posts_per_day))
    }),
    Column::new("best_hours", |k| Cell::text(hours(&k.profile.activity.best_hours))),
    Column::new("promotion", |k| promotion_cell(k.profile.promotion)),
    Column::new("rules", |k| Cell::number(k.profile.rules.len())),
    Column::new("analysed_at", |k| Cell::text(k.profile.analysed_at.to_string())),
    Column::new("fresh", |k| {
        if k.fresh { Cell::text("yes") } else { Cell::text("no").tone(Tone::Warn) }
    }),
    Column::new("not_read_for", |k| {
        let campaigns: Vec<&str> = k.closed_for.iter().map(|c| c.campaign.as_str()).collect();
        Cell::maybe((!campaigns.is_empty()).then(|| campaigns.join(", "))).tone(Tone::Warn)
    }),
    Column::wide("title", |k| Cell::text(&k.profile.title)),
    Column::wide("promotion_reason", |k| Cell::text(&k.profile.promotion_reason)),
    Column::wide("active_users", |k| match k.profile.active_users {
        Some(n) => Cell::number(n),
        None => Cell::absent(),
    }),
    Column::wide("over_18", |k| Cell::text(if k.profile.over_18 { "yes" } else { "no" })),
];

impl Record for Known {
    fn columns() -> &'static [Column<Self>] {
        COLUMNS
    }
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let all = Known::all(services).await?;
        let none_known = all.is_empty();
        let rows: Vec<Known> = all
            .into_iter()
            .filter(|k| self.promotion.is_none_or(|wanted| k.profile.promotion == wanted))
            .filter(|k| self.state.is_none_or(|wanted| k.profile.state == wanted))
            .filter(|k| !(self.stale && k.fresh))
            .collect();
        let empty_hint = if none_known {
            "no subreddit has been analysed yet; `leadctl jobs enqueue subreddit NAME` does one"
        } else {
            "no subreddit is so"
        };
        let empty_hint = Some(empty_hint.to_owned());
        ctx.out.list(&rows, ListMeta { empty_hint, ..ListMeta::default() })?;
        Ok(Exit::Done)
    }
}
