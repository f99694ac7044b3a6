use clap::Args;
use serde::Serialize;

use super::find_user;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::cli::time::ago;
use crate::model::{ApiKey, Scope, Timestamp};
use crate::services::Services;

/// Which keys.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl keys ls
  leadctl keys ls --user alice -o json")]
pub struct LsArgs {
    /// Only those of this user: an id or a name
    #[arg(long, value_name = "USER")]
    user: Option<String>,
}

/// A key as a row.
#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    key: ApiKey,
    /// `active`, `expired` or `revoked`.
    state: &'static str,
    #[serde(skip)]
    now: Timestamp,
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let found = self.read(&services).await;
        let now = services.clock.now();
        services.close().await;
        let rows: Vec<Row> =
            found?.into_iter().map(|key| Row { state: key.state(now), key, now }).collect();
        let hint = "there is no key; `leadctl keys create` makes one";
        ctx.out
            .list(&rows, ListMeta { empty_hint: Some(hint.to_owned()), ..ListMeta::default() })?;
        Ok(Exit::Done)
    }

    async fn read(&self, services: &Services) -> anyhow::Result<Vec<ApiKey>> {
        let user = match &self.user {
            Some(name) => Some(find_user(services, name).await?.id),
            None => None,
        };
        Ok(services.store.keys(user.as_deref()).await?)
    }
}

impl Row {
    fn ago(&self, at: Option<Timestamp>) -> Cell {
        Cell::maybe(at.map(|at| ago(at, self.now)))
    }
}

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("id", |r: &Row| Cell::text(&r.key.id)),
                Column::new("user", |r| Cell::text(&r.key.user)),
                Column::new("scope", |r| {
                    let tone = if r.key.scope == Scope::Admin { Tone::Warn } else { Tone::Normal };
                    Cell::text(r.key.scope.as_str()).tone(tone)
                }),
                Column::new("state", |r| {
                    let tone = if r.state == "active" { Tone::Good } else { Tone::Dim };
                    Cell::text(r.state).tone(tone)
                }),
                Column::new("created", |r| r.ago(Some(r.key.created_at))),
                Column::new("last_used", |r| r.ago(r.key.last_used_at)),
                Column::new("expires", |r| r.ago(r.key.expires_at)),
                Column::wide("created_at", |r| Cell::text(r.key.created_at.to_string())),
                Column::wide("expires_at", |r| {
                    Cell::maybe(r.key.expires_at.map(|t| t.to_string()))
                }),
                Column::wide("last_used_at", |r| {
                    Cell::maybe(r.key.last_used_at.map(|t| t.to_string()))
                }),
                Column::wide("revoked_at", |r| {
                    Cell::maybe(r.key.revoked_at.map(|t| t.to_string()))
                }),
            ]
        }
    }
}
