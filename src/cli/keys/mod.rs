//! `leadctl keys`: who may use the HTTP API.
//!
//! - [`create`], [`revoke`]: change keys
//! - [`ls`]: tells of them
//! - [`find_user`]: which user a name means

mod create;
mod ls;
mod revoke;

use clap::Subcommand;

use super::context::Context;
use super::exit::{CliError, Exit};
use crate::model::User;
use crate::nearest::nearest;
use crate::services::Services;

/// Make, list and revoke the keys with which users reach the HTTP API
#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// Make a key for a user, who is added where there is none of that name
    #[command(visible_alias = "add")]
    Create(create::CreateArgs),
    /// List keys, newest first
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Take keys out of use, at once and for good
    #[command(visible_aliases = ["rm", "remove", "delete"])]
    Revoke(revoke::RevokeArgs),
}

impl KeysCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such key or user, it was refused, or the database cannot be had.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Create(args) => args.run(ctx).await,
            Self::Ls(args) => args.run(ctx).await,
            Self::Revoke(args) => args.run(ctx).await,
        }
    }
}

/// The user with this id or name.
///
/// # Errors
/// There is none (not found), or the database cannot be had.
pub(super) async fn find_user(services: &Services, id_or_name: &str) -> anyhow::Result<User> {
    if let Some(user) = services.store.user(id_or_name).await? {
        return Ok(user);
    }
    let known = services.store.users().await?;
    let hint = match nearest(id_or_name, known.iter().map(|user| user.id.as_str())) {
        Some(id) => format!("did you mean {id}?"),
        None => "`leadctl keys create --user NAME --scope write` adds a user".to_owned(),
    };
    Err(CliError::not_found(format!("there is no user {id_or_name:?}"))
        .hint(hint)
        .target(id_or_name)
        .into())
}
