//! `leadctl campaigns`: what is sold, to whom, and where to look for them.
//!
//! - [`fields`], [`mod@file`]: what a campaign says, from flags and from files
//! - [`add`], [`edit`], [`status`], [`rm`]: change campaigns
//! - [`ls`], [`show`]: tell of them

mod add;
mod edit;
mod fields;
mod file;
mod ls;
mod rm;
mod show;
mod status;

use clap::Subcommand;

use super::context::Context;
use super::exit::{CliError, Exit};
use crate::model::Campaign;
use crate::nearest::nearest;
use crate::services::Services;

/// What is sold, to whom, and where to look: add, change and list campaigns
#[derive(Debug, Subcommand)]
pub enum CampaignsCommand {
    /// Add a campaign, with a schedule that looks for leads
    Add(add::AddArgs),
    /// List campaigns, by name
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Show one campaign, its leads by status, and when it is worked on next
    #[command(visible_alias = "get")]
    Show(show::ShowArgs),
    /// Change what a campaign says
    Edit(Box<edit::EditArgs>),
    /// Remove campaigns with all of their leads
    #[command(visible_aliases = ["remove", "delete"])]
    Rm(rm::RmArgs),
    /// Stop looking for leads for a campaign; what was found stays
    Pause(status::PauseArgs),
    /// Look for leads again
    Resume(status::ResumeArgs),
}

impl CampaignsCommand {
    /// Does it.
    ///
    /// # Errors
    /// A field is not acceptable, there is no such campaign, or the database cannot be had.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let done = match self {
            Self::Add(args) => args.run(ctx, &services).await,
            Self::Ls(args) => args.run(ctx, &services).await,
            Self::Show(args) => args.run(ctx, &services).await,
            Self::Edit(args) => args.run(ctx, &services).await,
            Self::Rm(args) => args.run(ctx, &services).await,
            Self::Pause(args) => args.run(ctx, &services).await,
            Self::Resume(args) => args.run(ctx, &services).await,
        };
        ctx.close(services).await;
        done
    }
}

/// The campaign with this id or name.
///
/// # Errors
/// There is none (not found), or the database cannot be had.
pub(super) async fn find(services: &Services, id_or_name: &str) -> anyhow::Result<Campaign> {
    if let Some(campaign) = services.store.campaign(id_or_name).await? {
        return Ok(campaign);
    }
    let known = services.store.campaigns().await?;
    let meant = nearest(id_or_name, known.iter().map(|c| c.id.as_str()));
    let hint = match meant {
        Some(id) => format!("did you mean {id}? `leadctl campaigns ls` lists them"),
        None if known.is_empty() => "add one with `leadctl campaigns add`".to_owned(),
        None => "`leadctl campaigns ls` lists them".to_owned(),
    };
    Err(CliError::not_found(format!("there is no campaign {id_or_name:?}"))
        .hint(hint)
        .target(id_or_name)
        .into())
}

/// All campaigns named, each once.
async fn find_all(services: &Services, names: &[String]) -> anyhow::Result<Vec<Campaign>> {
    let mut found: Vec<Campaign> = Vec::new();
    for name in names {
        let campaign = find(services, name).await?;
        if found.iter().all(|c| c.id != campaign.id) {
            found.push(campaign);
        }
    }
    Ok(found)
}
