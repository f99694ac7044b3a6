use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record};
use crate::cli::time::ago;
use crate::model::{Timestamp, Webhook};
use crate::services::Services;

/// All webhooks.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl webhooks ls
  leadctl webhooks ls -o json")]
pub struct LsArgs {}

/// A webhook as a row.
#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    webhook: Webhook,
    #[serde(skip)]
    now: Timestamp,
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let found = services.store.webhooks().await;
        let now = services.clock.now();
        ctx.close(services).await;
        let rows: Vec<Row> = found?.into_iter().map(|webhook| Row { webhook, now }).collect();
        let hint = "nobody is told of new leads; `leadctl webhooks add` changes that";
        ctx.out
            .list(&rows, ListMeta { empty_hint: Some(hint.to_owned()), ..ListMeta::default() })?;
        Ok(Exit::Done)
    }
}

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("id", |r: &Row| Cell::text(&r.webhook.id)),
                Column::new("kind", |r| Cell::text(r.webhook.kind.as_str())),
                Column::new("owner", |r| Cell::maybe(r.webhook.owner.as_deref())),
                Column::new("min_score", |r| Cell::number(r.webhook.min_score)),
                Column::new("url", |r: &Row| Cell::text(&r.webhook.url)).cut(),
                Column::new("added", |r| Cell::text(ago(r.webhook.created_at, r.now))),
                Column::wide("created_at", |r| Cell::text(r.webhook.created_at.to_string())),
            ]
        }
    }
}
