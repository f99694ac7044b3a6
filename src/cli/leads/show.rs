use std::fmt::Write;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{Format, ListMeta, plain, plain_block};
use crate::cli::time;
use crate::model::{Lead, Score, Timestamp};
use crate::services::Services;

use super::row::LeadRow;

/// Show leads with all that is known: text, judgement, and how the score came about
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl leads show 4k2m9qx7d0vbe
  leadctl leads show 4k2m9qx7d0vbe -o json

One id gives one object in JSON, several give a list.")]
pub struct ShowArgs {
    /// Ids of leads
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
}

impl ShowArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let (mut leads, mut missing) = (Vec::new(), Vec::new());
        for id in &self.ids {
            match services.store.lead(id.trim()).await? {
                Some(lead) => leads.push(lead),
                None => missing.push(id.as_str()),
            }
        }
        let now = services.clock.now();
        services.close().await;
        let none = leads.is_empty();
        print(ctx, leads, self.ids.len() == 1, now)?;
        if missing.is_empty() {
            return Ok(Exit::Done);
        }
        let exit = if none { Exit::NotFound } else { Exit::Partly };
        Err(CliError::new(exit, format!("there is no lead {}", missing.join(", ")))
            .hint("`leadctl leads ls` lists the ids there are")
            .target(missing.join(","))
            .into())
    }
}

fn print(ctx: &Context, leads: Vec<Lead>, single: bool, now: Timestamp) -> anyhow::Result<()> {
    let as_text = matches!(ctx.out.format, Format::Table);
    if single || as_text {
        for (n, lead) in leads.iter().enumerate() {
            let gap = if n > 0 && as_text { "\n\n" } else { "" };
            ctx.out.show(lead, || format!("{gap}{}", text(lead, now)))?;
        }
        return Ok(());
    }
    if leads.is_empty() {
        return Ok(());
    }
    let rows: Vec<LeadRow> = leads.into_iter().map(|lead| LeadRow::new(lead, now)).collect();
    ctx.out.list(&rows, ListMeta::default())
}

/// A lead for people.
fn text(lead: &Lead, now: Timestamp) -> String {
    let post = &lead.post;
    let judgement = &lead.judgement;
    let mut text = String::new();
    if !post.title.trim().is_empty() {
        let _ = writeln!(text, "{}", plain(post.title.trim()));
    }
    let author = post.author.as_deref().map_or("a gone account".into(), |a| format!("u/{a}"));
    let posted = format!("{}, {}", time::ago(post.created_at, now), post.created_at);
    for line in
        [format!("{} in r/{} by {author}, {posted}", post.kind, post.subreddit), post.web_url()]
    {
        let _ = writeln!(text, "{}", plain(&line));
    }
    if let Some(link) = &post.url {
        let _ = writeln!(text, "links to {}", plain(link));
    }
    if !post.body.trim().is_empty() {
        let _ = writeln!(text, "\n{}", indented(&plain_block(post.body.trim())));
    }
    text.push('\n');
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "{name:<12}{}", plain(value));
    };
    line("id", &lead.id);
    line("campaign", &lead.campaign_id);
    line("status", lead.status.as_str());
    line("found", &format!("{}, {}", time::ago(lead.found_at, now), lead.found_at));
    if lead.updated_at != lead.found_at {
        line("updated", &format!("{}, {}", time::ago(lead.updated_at, now), lead.updated_at));
    }
    line("matched", &lead.matched.join(", "));
    line("intent", judgement.intent.as_str());
    line("sentiment", judgement.sentiment.as_str());
    line("reason", &judgement.reason);
    line("confidence", &format!("{:.2}", judgement.confidence));
    line("judged by", &judgement.judged_by.to_string());
    text.push_str(&parts(&lead.score));
    text
}

/// The score with the parts it is the sum of.
fn parts(score: &Score) -> String {
    let mut text = format!("score       {}\n\n", score.total);
    let _ = writeln!(text, "  PART         POINTS  WEIGHT  VALUE  WHY");
    for part in &score.parts {
        let _ = writeln!(
            text,
            "  {:<12} {:>6.1}  {:>6.0}  {:>5.2}  {}",
            plain(&part.name),
            part.points,
            part.weight,
            part.value,
            plain(&part.why)
        );
    }
    text
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| if line.is_empty() { String::new() } else { format!("  {line}") })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::leads::row::tests::lead;

    #[test]
    fn everything_is_told_and_nothing_acts_on_the_terminal() {
        let mut hostile = lead();
        hostile.post.title = "Which tool\u{1b}[2J for invoices?".to_owned();
        hostile.post.body = "First line\n\nsecond \u{202e}line".to_owned();
        hostile.judgement.reason = "asks for\na tool".to_owned();
        let now = hostile.found_at.plus(std::time::Duration::from_secs(7_300));
        insta::assert_snapshot!(text(&hostile, now));
    }

    #[test]
    fn a_comment_without_title_by_a_gone_account_begins_with_where_it_is() {
        let mut comment = lead();
        comment.post.title = String::new();
        comment.post.author = None;
        comment.post.kind = crate::model::PostKind::Comment;
        let shown = text(&comment, comment.found_at);
        assert!(shown.starts_with("comment in r/freelance by a gone account"), "{shown}");
    }
}
