use clap::Args;
use serde::Serialize;

use super::find;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Block, plain};
use crate::cli::subreddits::closed_words;
use crate::cli::time::{ago, span};
use crate::jobs::{LEAD_QUEUE, schedules};
use crate::model::{Campaign, CampaignStatus, ClosedSubreddit, LeadStatus, Timestamp};
use crate::queue::{Recurrence, Schedule};
use crate::services::Services;

/// Which campaign.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl campaigns show acme-invoices
  leadctl campaigns show acme-invoices -o yaml > acme.yaml")]
pub struct ShowArgs {
    /// Its id or name
    #[arg(value_name = "CAMPAIGN")]
    campaign: String,
}

/// A campaign with its leads and its schedule.
#[derive(Debug, Serialize)]
struct Shown {
    #[serde(flatten)]
    campaign: Campaign,
    leads: Leads,
    schedule: Option<Next>,
    /// Those of its subreddits that cannot be read.
    closed_subreddits: Vec<ClosedSubreddit>,
}

#[derive(Debug, Serialize)]
struct Leads {
    total: u64,
    by_status: serde_json::Map<String, serde_json::Value>,
}

#[derive(Debug, Serialize)]
struct Next {
    id: String,
    recurrence: Recurrence,
    next_at: Option<Timestamp>,
    last_at: Option<Timestamp>,
}

impl From<Schedule> for Next {
    fn from(s: Schedule) -> Self {
        Self { id: s.id, recurrence: s.recurrence, next_at: s.next_at, last_at: s.last_at }
    }
}

impl ShowArgs {
    pub(super) async fn run(self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let campaign = find(services, &self.campaign).await?;
        let counts = services.store.lead_counts().await?;
        let of = |status| -> u64 {
            counts
                .iter()
                .filter(|c| c.campaign_id == campaign.id && c.status == status)
                .map(|c| c.count)
                .sum()
        };
        let leads = Leads {
            total: LeadStatus::ALL.iter().map(|&s| of(s)).sum(),
            by_status: LeadStatus::ALL
                .iter()
                .map(|&status| (status.as_str().to_owned(), of(status).into()))
                .collect(),
        };
        let id = schedules::campaign_schedule(&campaign.id);
        let known = services.queue.schedules(Some(LEAD_QUEUE)).await?;
        let schedule = known.into_iter().find(|s| s.id == id).map(Next::from);
        let mut closed_subreddits = services.store.closed_subreddits_of(&campaign.id).await?;
        closed_subreddits.retain(|closed| campaign.names(&closed.name));
        let shown = Shown { campaign, leads, schedule, closed_subreddits };
        ctx.out.show(&shown, || shown.text(services.clock.now()))?;
        Ok(Exit::Done)
    }
}

impl Shown {
    fn text(&self, now: Timestamp) -> String {
        let c = &self.campaign;
        Block::new()
            .line("id", &c.id)
            .line("name", &c.name)
            .line("status", c.status.as_str())
            .line("owner", c.owner.as_deref().unwrap_or("nobody: the operator's own"))
            .line("description", &c.description)
            .line("keywords", c.keywords.join(", "))
            .line("negative keywords", c.negative_keywords.join(", "))
            .line("subreddits", c.subreddits.join(", "))
            .line("competitors", c.competitors.join(", "))
            .line("blocked subreddits", c.blocked_subreddits.join(", "))
            .line("leads", self.leads.text())
            .line("schedule", self.schedule_text(now))
            .line("version", c.version.to_string())
            .line("added", moment(c.created_at, now))
            .line("changed", moment(c.updated_at, now))
            .text()
            + &self.closed_text(now)
    }

    /// What cannot be read, one line for each.
    fn closed_text(&self, now: Timestamp) -> String {
        if self.closed_subreddits.is_empty() {
            return String::new();
        }
        let closed = self.closed_subreddits.iter();
        let block = closed.fold(Block::new(), |block, closed| {
            block.line(&format!("r/{}", plain(&closed.name)), closed_words(closed, now))
        });
        format!("\nnot read\n{}", block.text())
    }

    fn schedule_text(&self, now: Timestamp) -> String {
        match &self.schedule {
            Some(schedule) => schedule.text(now),
            None if self.campaign.status == CampaignStatus::Paused => {
                "none while it is paused".to_owned()
            }
            None => "none; `leadctl campaigns resume` makes one".to_owned(),
        }
    }
}

impl Leads {
    fn text(&self) -> String {
        let parts: Vec<String> = self
            .by_status
            .iter()
            .filter(|(_, count)| count.as_u64() != Some(0))
            .map(|(status, count)| format!("{status} {count}"))
            .collect();
        if parts.is_empty() {
            "0".to_owned()
        } else {
            format!("{} ({})", self.total, parts.join(", "))
        }
    }
}

impl Next {
    fn text(&self, now: Timestamp) -> String {
        let when = match &self.recurrence {
            Recurrence::Every { every_ms } => {
                format!("every {}", span(std::time::Duration::from_millis(*every_ms)))
            }
            Recurrence::Cron { pattern, tz } => {
                format!("cron \"{pattern}\" {}", tz.as_deref().unwrap_or("UTC"))
            }
        };
        let next = self.next_at.map_or_else(|| "never".to_owned(), |at| moment(at, now));
        format!("{} {when}, next {next}", self.id)
    }
}

fn moment(at: Timestamp, now: Timestamp) -> String {
    format!("{}, {at}", ago(at, now))
}
