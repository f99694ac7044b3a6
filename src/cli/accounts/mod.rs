//! `leadctl accounts`: in whose names Reddit is asked.
//!
//! - [`add`], [`rm`]: change accounts; [`loopback`] is where Reddit sends a user back to
//! - [`ls`], [`show`]: tell of them
//! - [`check`]: asks Reddit whether it takes them
//! - [`row`]: an account as it is told of

mod add;
mod check;
mod loopback;
mod ls;
mod rm;
mod row;
mod show;

use clap::Subcommand;

use super::context::Context;
use super::exit::{CliError, Exit};
use crate::nearest::nearest;
use crate::reddit::RedditError;
use crate::services::{AccountError, Services};
use crate::store::SealedAccount;
use crate::vault::VaultError;

/// Reddit accounts, in whose names Reddit is asked
#[derive(Debug, Subcommand)]
pub enum AccountsCommand {
    /// Add an account, by its user's consent in a browser, a refresh token or a password
    Add(add::AddArgs),
    /// List accounts
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Show an account
    #[command(visible_alias = "get")]
    Show(show::ShowArgs),
    /// Remove accounts
    #[command(visible_aliases = ["remove", "delete"])]
    Rm(rm::RmArgs),
    /// Ask Reddit whether it still takes accounts, and what is left of their budgets
    Check(check::CheckArgs),
}

impl AccountsCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such account, Reddit or the key refuses, or the database cannot be had.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Add(args) => args.run(ctx).await,
            Self::Ls(args) => args.run(ctx).await,
            Self::Show(args) => args.run(ctx).await,
            Self::Rm(args) => args.run(ctx).await,
            Self::Check(args) => args.run(ctx).await,
        }
    }
}

/// The account with this id.
async fn find(services: &Services, id: &str) -> anyhow::Result<SealedAccount> {
    if let Some(found) = services.store.account(id).await? {
        return Ok(found);
    }
    let all = services.store.accounts().await?;
    let hint = match nearest(id, all.iter().map(|other| other.account.id.as_str())) {
        Some(meant) => format!("did you mean {meant}?"),
        None => "`leadctl accounts ls` lists them".to_owned(),
    };
    let message = format!("there is no account {id:?}");
    Err(CliError::not_found(message).hint(hint).target(id).into())
}

/// How a command ends that met this error.
fn told(error: AccountError, target: &str) -> anyhow::Error {
    let error = match error {
        AccountError::Store(error) => return error.into(),
        AccountError::Vault(error) => of_vault(&error),
        AccountError::Reddit(error) => of_reddit(&error),
    };
    error.target(target).into()
}

fn of_vault(error: &VaultError) -> CliError {
    let exit = match error {
        VaultError::NoKey | VaultError::NotAKey { .. } => Exit::Usage,
        VaultError::OtherKey { .. } => Exit::Refused,
        _ => Exit::Failed,
    };
    CliError::new(exit, error.to_string())
}

fn of_reddit(error: &RedditError) -> CliError {
    match error {
        RedditError::Unauthorized => CliError::new(
            Exit::Failed,
            "Reddit does not take what was given for this account: the app, or the token, code or \
             password",
        )
        .hint(
            "the user may have taken the permission back (https://www.reddit.com/prefs/apps); \
             `leadctl accounts add --replace` asks for it again",
        ),
        RedditError::Refused { status: 403, .. } => {
            CliError::new(Exit::Failed, "Reddit does not tell in whose name the token is")
                .hint("it must be allowed the scopes identity and read")
        }
        RedditError::Address { .. } | RedditError::Client(_) => {
            CliError::usage(error.to_string()).hint("`leadctl config show reddit`")
        }
        _ if error.is_retryable() => CliError::new(Exit::Unreachable, error.to_string()),
        _ => CliError::new(Exit::Failed, error.to_string()),
    }
}
