use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Block, bytes_text};
use crate::cli::status::{push, table};
use crate::cli::time::ago;
use crate::guard::cache::{KindStats, Stats};
use crate::model::Timestamp;
use crate::services::Services;

/// What the cache was good for.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl cache stats
  leadctl cache stats -o json | jq '.total | {hit_rate, saved_usd}'

The figures are those of all processes; the last few seconds of each may be missing. A stale answer
is one whose time had passed, served while Reddit or the AI provider was down. Money is counted by
ai.price_input_per_million and ai.price_output_per_million.")]
pub struct StatsArgs {}

impl StatsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let stats = services.cache.stats(services.state.as_ref()).await;
        let now = services.clock.now();
        services.close().await;
        let stats = stats?;
        ctx.out.show(&stats, || screen(&stats, now))?;
        Ok(Exit::Done)
    }
}

fn screen(stats: &Stats, now: Timestamp) -> String {
    let total = &stats.total;
    let size = |entries, bytes| format!("{}, {}", super::entries(entries), bytes_text(bytes));
    let since = stats.since.map_or_else(
        || "nothing was counted yet".to_owned(),
        |since| format!("{}, {since}", ago(since, now)),
    );
    let mut text = Block::new()
        .line("since", since)
        .line("hit rate", percent(total.hit_rate))
        .line("saved", format!("{}, {} tokens", dollars(total.saved_usd), total.saved_tokens))
        .line("spent", dollars(total.spent_usd))
        .line("shared", format!("{}: {}", stats.layer, size(total.entries, total.bytes)))
        .line("in memory", size(stats.memory_entries, stats.memory_bytes))
        .text();
    let mut rows = table(&[
        "KIND", "LOOKUPS", "HIT RATE", "MEMORY", "SHARED", "STALE", "MISSES", "ENTRIES", "SIZE",
        "SAVED",
    ]);
    for kind in &stats.kinds {
        rows.add_row(row(kind));
    }
    push(rows, &mut text);
    if total.damaged > 0 {
        text.push_str(&format!("\n{} were damaged and removed\n", super::entries(total.damaged)));
    }
    text
}

fn row(kind: &KindStats) -> [String; 10] {
    [
        kind.kind.map_or("all", |kind| kind.as_str()).to_owned(),
        kind.lookups.to_string(),
        percent(kind.hit_rate),
        kind.memory_hits.to_string(),
        kind.shared_hits.to_string(),
        kind.stale_hits.to_string(),
        kind.misses.to_string(),
        kind.entries.to_string(),
        bytes_text(kind.bytes),
        dollars(kind.saved_usd),
    ]
}

/// A share for people.
pub(in crate::cli) fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{:.1} %", 100.0 * share))
}

/// Money for people: cents, or more digits where it is less than a few.
pub(crate) fn dollars(usd: f64) -> String {
    if usd == 0.0 || usd >= 0.1 { format!("${usd:.2}") } else { format!("${usd:.5}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_money_are_told_in_few_digits() {
        assert_eq!((percent(None), percent(Some(0.9166))), ("-".to_owned(), "91.7 %".to_owned()));
        for (usd, text) in [(0.0, "$0.00"), (0.000_069, "$0.00007"), (12.345, "$12.35")] {
            assert_eq!(dollars(usd), text);
        }
    }
}
