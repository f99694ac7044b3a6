use std::collections::HashSet;
use std::fmt::Write;

use clap::Args;

use super::find::{handoff, share};
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::clock::{Clock, SystemClock};
use crate::sandbox;
use crate::sandbox::score::{ScoreReport, score};
use crate::services::Services;
use crate::store::{LeadFilter, LeadPageRequest};

/// Leads read at a time.
const PAGE: u32 = 500;

/// What counts as too bad.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl sandbox score
  leadctl sandbox score --fail-under-precision 0.8 --fail-under-recall 0.7")]
pub struct ScoreArgs {
    /// Fail where fewer than this share of the leads found are true, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share)]
    fail_under_precision: Option<f64>,
    /// Fail where fewer than this share of the true leads were found, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share)]
    fail_under_recall: Option<f64>,
}

impl ScoreArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let handoff = handoff(ctx)?;
        let services = Services::open(ctx.settings().clone()).await?;
        let found = found(&services).await;
        services.close().await;
        let until = handoff.stopped_at.unwrap_or_else(|| SystemClock.now());
        let report = score(&sandbox::truths(&handoff.options, until), &found?);
        ctx.out.show(&report, || table(&report))?;
        self.check(&report)?;
        Ok(Exit::Done)
    }

    fn check(&self, report: &ScoreReport) -> Result<(), CliError> {
        let low = |name: &str, value: Option<f64>, least: Option<f64>| {
            let least = least?;
            (value.unwrap_or(0.0) < least)
                .then(|| format!("{name} {} is below {least}", percent(value)))
        };
        let problems: Vec<String> = [
            low("precision", report.precision, self.fail_under_precision),
            low("recall", report.recall, self.fail_under_recall),
        ]
        .into_iter()
        .flatten()
        .collect();
        if problems.is_empty() {
            return Ok(());
        }
        Err(CliError::new(Exit::Failed, problems.join("; ")).hint(
            "look at some with `leadctl lead show`; \"missed\" and \"wrong\" in -o json name them",
        ))
    }
}

/// The posts of all leads of the sample campaign.
async fn found(services: &Services) -> anyhow::Result<HashSet<String>> {
    let name = sandbox::sample_campaign().name;
    let campaign = services.store.campaign(&name).await?.ok_or_else(|| {
        CliError::not_found(format!("there is no campaign {name:?} to score"))
            .hint("`leadctl up --sandbox` adds it")
            .target(name.clone())
    })?;
    let filter = LeadFilter { campaign: Some(campaign.id), ..LeadFilter::default() };
    let mut ids = HashSet::new();
    let mut cursor = None;
    loop {
        let page = services.store.leads(&filter, LeadPageRequest { cursor, limit: PAGE }).await?;
        ids.extend(page.leads.into_iter().map(|lead| lead.post.id));
        cursor = page.next;
        if cursor.is_none() {
            return Ok(ids);
        }
    }
}

/// The report for people.
fn table(report: &ScoreReport) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: String| {
        let _ = writeln!(text, "{name:<22}{value:>8}");
    };
    line("posts", report.posts.to_string());
    line("true leads", report.leads_true.to_string());
    line("found", report.found.to_string());
    line("  rightly", report.true_positives.to_string());
    line("  wrongly", report.false_positives.to_string());
    line("missed", report.false_negatives.to_string());
    line("precision", percent(report.precision));
    line("recall", percent(report.recall));
    line("F1", percent(report.f1));
    for part in &report.by_intent {
        line(&format!("  {}", part.intent), format!("{}/{}", part.found, part.leads_true));
    }
    if let Some(comments) = &report.comments {
        line("comments: precision", percent(comments.precision));
        line("comments: recall", percent(comments.recall));
    }
    if report.elsewhere > 0 {
        line("in other subreddits", report.elsewhere.to_string());
    }
    if report.unknown > 0 {
        line("not from this sandbox", report.unknown.to_string());
    }
    for (name, ids) in [("missed", &report.missed), ("wrong", &report.wrong)] {
        if !ids.is_empty() {
            let _ = writeln!(text, "{name}: {}", ids.join(" "));
        }
    }
    text
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{:.1} %", share * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_low_score_fails_and_names_both_figures() {
        let args = ScoreArgs { fail_under_precision: Some(0.8), fail_under_recall: Some(0.5) };
        let report = ScoreReport { precision: Some(0.7), recall: None, ..ScoreReport::default() };
        let error = args.check(&report).unwrap_err();
        assert_eq!(error.message, "precision 70.0 % is below 0.8; recall - is below 0.5");
        let good =
            ScoreReport { precision: Some(0.8), recall: Some(0.5), ..ScoreReport::default() };
        assert!(args.check(&good).is_ok());
        assert!(table(&good).contains("80.0 %"));
    }
}
