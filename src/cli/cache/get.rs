use clap::Args;
use serde::Serialize;
use serde_json::Value;

use super::ls::EntryRow;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{Block, plain_block};
use crate::guard::cache::{Cost, Entry, Key};
use crate::model::{Timestamp, usd};
use crate::services::Services;

/// Which entry.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl cache get ai:-:0f3a5c7e9b1d2f4a6c8e0a1b3c5d7e9f0a2b4c6d
  leadctl cache get ai:-:0f3a5c7e9b1d2f4a6c8e0a1b3c5d7e9f0a2b4c6d -o json | jq .value.reason

What is shown is shared by all processes; `leadctl cache ls` tells the keys.")]
pub struct GetArgs {
    /// The entry's key
    #[arg(value_name = "KEY")]
    key: Key,
}

/// An entry with its answer.
#[derive(Debug, Serialize)]
struct EntryView {
    #[serde(flatten)]
    row: EntryRow,
    /// What making it cost, and each use of it saves.
    input_tokens: u64,
    output_tokens: u64,
    usd: f64,
    /// The answer: JSON, or text where it is none.
    value: Value,
}

impl GetArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let found = services.cache.inspect(&self.key).await;
        let now = services.clock.now();
        services.close().await;
        let Some(entry) = found? else {
            let message = format!("there is no entry {}", self.key);
            return Err(CliError::not_found(message)
                .hint("`leadctl cache ls` tells those that are there")
                .target(self.key.to_string())
                .into());
        };
        let view = EntryView::new(&self.key, &entry, now);
        ctx.out.show(&view, || view.screen(&entry))?;
        Ok(Exit::Done)
    }
}

impl EntryView {
    fn new(key: &Key, entry: &Entry, now: Timestamp) -> Self {
        let Cost { input_tokens, output_tokens, nano_usd } = entry.cost;
        let text = || Value::String(String::from_utf8_lossy(&entry.value).into_owned());
        Self {
            row: EntryRow::new(key, entry.encode(key).len(), Some(entry), now),
            input_tokens,
            output_tokens,
            usd: usd(nano_usd),
            value: serde_json::from_slice(&entry.value).unwrap_or_else(|_| text()),
        }
    }

    fn screen(&self, entry: &Entry) -> String {
        let head = Block::new()
            .line("key", &self.row.key)
            .line("about", &entry.about)
            .line("state", self.row.state.as_str())
            .line("made", entry.stored_at.to_string())
            .line("holds until", entry.fresh_until.to_string())
            .line("stale until", entry.stale_until.to_string())
            .line("cost", format!("{} + {} tokens", self.input_tokens, self.output_tokens))
            .text();
        let value = match &self.value {
            Value::String(text) => text.clone(),
            value => serde_json::to_string_pretty(value).unwrap_or_default(),
        };
        format!("{head}\n{}\n", plain_block(&value))
    }
}
