//! `leadctl usage budget`: what may be spent on AI providers in a month.
//!
//! - [`ls`]: who may spend what, and has
//! - [`set`], [`rm`]: change it for one user

mod ls;
mod rm;
mod set;

use clap::Subcommand;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::keys::find_user;
use crate::services::Services;

/// How the operator, whose campaigns have no owner, is called among users.
pub(in crate::cli) const OPERATOR: &str = "operator";

/// See and set what may be spent in a month
#[derive(Debug, Subcommand)]
pub enum BudgetCommand {
    /// List what everybody may spend this month, and has spent
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Set what a user may spend in a month, instead of ai.user_budget_usd_per_month
    Set(set::SetArgs),
    /// Let ai.user_budget_usd_per_month hold for users again
    #[command(visible_aliases = ["remove", "delete"])]
    Rm(rm::RmArgs),
}

impl BudgetCommand {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Ls(args) => args.run(ctx).await,
            Self::Set(args) => args.run(ctx).await,
            Self::Rm(args) => args.run(ctx).await,
        }
    }
}

/// The id of the user that a name means; none for the operator.
async fn owner(services: &Services, user: &str) -> anyhow::Result<Option<String>> {
    if user == OPERATOR && services.store.user(user).await?.is_none() {
        return Ok(None);
    }
    Ok(Some(find_user(services, user).await?.id))
}
