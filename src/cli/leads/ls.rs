use clap::Args;

use super::filter::FilterArgs;
use super::row::LeadRow;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ListMeta;
use crate::services::Services;
use crate::store::LeadPageRequest;

/// List leads, newest found first
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl leads ls --min-score 70 --since 24h
  leadctl leads ls --campaign acme --intent comparison --status new
  leadctl leads ls --columns score,title,url
  leadctl leads ls -o json --limit 200 --cursor CURSOR      the page after the last one

Other columns: status, campaign, author, url, kind, sentiment, fit, confidence, matched, reason,
judged_by, votes, comments, posted_at, found_at, updated_at, post_id, body. AGE is that of the post.")]
pub struct LsArgs {
    #[command(flatten)]
    filter: FilterArgs,
    /// At most this many
    #[arg(long, short = 'n', value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Go on behind the page before: its `next`
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let filter = self.filter.resolve(&services).await?;
        let request = LeadPageRequest { cursor: self.cursor, limit: self.limit };
        let page = services.store.leads(&filter, request).await?;
        let now = services.clock.now();
        services.close().await;
        let rows: Vec<LeadRow> =
            page.leads.into_iter().map(|lead| LeadRow::new(lead, now)).collect();
        let hint = "no leads here; `leadctl jobs enqueue lead --campaign C` looks for some";
        let meta =
            ListMeta { next: page.next, empty_hint: Some(hint.to_owned()), ..ListMeta::default() };
        ctx.out.list(&rows, meta)?;
        Ok(Exit::Done)
    }
}
