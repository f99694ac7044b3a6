use std::collections::BTreeMap;

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::model::{Campaign, CampaignStatus, LeadStatus};
use crate::services::Services;

/// Which campaigns.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl campaigns ls
  leadctl campaigns ls --status active -o json
  leadctl campaigns ls --columns id,description --no-headers")]
pub struct LsArgs {
    /// Only these: active or paused
    #[arg(long, value_name = "STATUS")]
    status: Option<CampaignStatus>,
}

/// A campaign and how many leads it has.
#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    campaign: Campaign,
    leads: u64,
    new_leads: u64,
}

const COLUMNS: &[Column<Row>] = &[
    Column::new("id", |r| Cell::text(&r.campaign.id)),
    Column::new("name", |r| Cell::text(&r.campaign.name)),
    Column::new("status", |r| {
        Cell::text(r.campaign.status.as_str()).tone(match r.campaign.status {
            CampaignStatus::Active => Tone::Good,
            CampaignStatus::Paused => Tone::Warn,
        })
    }),
    Column::new("leads", |r| Cell::number(r.leads)),
    Column::new("new", |r| Cell::number(r.new_leads)),
    Column::new("keywords", |r| Cell::number(r.campaign.keywords.len())),
    Column::new("subreddits", |r| Cell::number(r.campaign.subreddits.len())),
    Column::new("competitors", |r| Cell::number(r.campaign.competitors.len())),
    Column::new("version", |r| Cell::number(r.campaign.version)),
    Column::wide("owner", |r| Cell::maybe(r.campaign.owner.as_deref())),
    Column::wide("description", |r| Cell::text(&r.campaign.description)),
    Column::wide("created_at", |r| Cell::text(r.campaign.created_at.to_string())),
    Column::wide("updated_at", |r| Cell::text(r.campaign.updated_at.to_string())),
];

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        COLUMNS
    }
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let mut all: BTreeMap<String, u64> = BTreeMap::new();
        let mut new: BTreeMap<String, u64> = BTreeMap::new();
        for count in services.store.lead_counts().await? {
            if count.status == LeadStatus::New {
                *new.entry(count.campaign_id.clone()).or_default() += count.count;
            }
            *all.entry(count.campaign_id).or_default() += count.count;
        }
        let rows: Vec<Row> = services
            .store
            .campaigns()
            .await?
            .into_iter()
            .filter(|c| self.status.is_none_or(|status| c.status == status))
            .map(|campaign| Row {
                leads: all.get(&campaign.id).copied().unwrap_or(0),
                new_leads: new.get(&campaign.id).copied().unwrap_or(0),
                campaign,
            })
            .collect();
        let empty_hint = match self.status {
            None => "there is no campaign yet; add one with `leadctl campaigns add`".to_owned(),
            Some(status) => format!("no campaign is {status}"),
        };
        ctx.out.list(&rows, ListMeta { empty_hint: Some(empty_hint), ..ListMeta::default() })?;
        Ok(Exit::Done)
    }
}
