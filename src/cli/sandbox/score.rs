use std::collections::HashMap;

use clap::Args;

use super::find::handoff;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{Block, Format, ListMeta, Output, write_out};
use crate::cli::quality::{Told, check_f1, percent, tell, with_judge};
use crate::cli::values::share;
use crate::clock::{Clock, SystemClock};
use crate::discovery::quality::{Quality, Verdict};
use crate::jobs::trial::trial;
use crate::model::{Campaign, Post};
use crate::sandbox::posts::invent;
use crate::sandbox::score::{Scope, ScoreReport, score};
use crate::sandbox::{self, PostTruth, SandboxOptions};
use crate::services::Services;
use crate::store::{LeadFilter, LeadPageRequest};

/// Leads read at a time.
const PAGE: u32 = 500;

/// What counts as too bad.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl sandbox score
  leadctl sandbox score --judge rules
  leadctl sandbox score --fail-under-precision 0.8 --fail-under-recall 0.7

docs/judging.md has what the figures mean.")]
pub struct ScoreArgs {
    /// Fail where fewer than this share of the leads found are true, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share)]
    fail_under_precision: Option<f64>,
    /// Fail where fewer than this share of the true leads were found, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share)]
    fail_under_recall: Option<f64>,
    /// End with 9 where F1 is below this, 0 to 1
    #[arg(long, value_name = "F1", value_parser = share)]
    fail_under: Option<f64>,
    /// Have all posts judged now, instead of looking at the leads found: by rules, a provider by its
    /// name, or configured (as the settings have it)
    #[arg(long, value_name = "NAME")]
    judge: Option<String>,
}

impl ScoreArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let handoff = handoff(ctx)?;
        let until = handoff.stopped_at.unwrap_or_else(|| SystemClock.now());
        let truths = sandbox::truths(&handoff.options, until);
        let settings = match &self.judge {
            Some(judge) => with_judge(ctx.settings(), judge)?,
            None => ctx.settings().clone(),
        };
        let services = Services::open(settings).await?;
        let said = match self.judge {
            Some(_) => tried(&services, &handoff.options, &truths).await,
            None => found(&services).await,
        };
        ctx.close(services).await;
        let report = score(&truths, &said?);
        match ctx.out.format {
            Format::Table => human(&ctx.out, &report, self.judge.as_deref())?,
            Format::Csv => {
                let worst: Vec<Told> = report.quality.worst.iter().cloned().map(Told).collect();
                ctx.out.list(&worst, ListMeta::default())?;
            }
            _ => ctx.out.show(&report, String::new)?,
        }
        self.check(&report.quality)?;
        check_f1(&report.quality, self.fail_under)?;
        Ok(Exit::Done)
    }

    fn check(&self, report: &Quality) -> Result<(), CliError> {
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

/// The sample campaign.
async fn sample(services: &Services) -> anyhow::Result<Campaign> {
    let name = sandbox::sample_campaign().name;
    services.store.campaign(&name).await?.ok_or_else(|| {
        CliError::not_found(format!("there is no campaign {name:?} to score"))
            .hint("`leadctl up --sandbox` adds it")
            .target(name.clone())
            .into()
    })
}

/// The posts of all leads of the sample campaign, and what was said of them.
async fn found(services: &Services) -> anyhow::Result<HashMap<String, Verdict>> {
    let campaign = sample(services).await?;
    let filter = LeadFilter { campaign: Some(campaign.id), ..LeadFilter::default() };
    let mut said = HashMap::new();
    let mut cursor = None;
    loop {
        let page = services.store.leads(&filter, LeadPageRequest { cursor, limit: PAGE }).await?;
        let leads = page.leads.into_iter();
        said.extend(leads.map(|lead| (lead.post.id, Verdict::of(lead.judgement))));
        cursor = page.next;
        if cursor.is_none() {
            return Ok(said);
        }
    }
}

/// What the judge says of all posts that count.
async fn tried(
    services: &Services,
    options: &SandboxOptions,
    truths: &[PostTruth],
) -> anyhow::Result<HashMap<String, Verdict>> {
    let campaign = sample(services).await?;
    let counted = truths.iter().filter(|truth| truth.scope == Scope::Counted);
    let posts: Vec<Post> = counted
        .filter_map(|truth| Some(invent(options, options.number(&truth.id)?).post))
        .collect();
    let tried = trial(services, &campaign, &posts).await?;
    let ids = posts.into_iter().map(|post| post.id);
    Ok(ids.zip(tried.verdicts).collect())
}

/// The report for people.
fn human(out: &Output, report: &ScoreReport, judge: Option<&str>) -> anyhow::Result<()> {
    let mut block = Block::new();
    if let Some(judge) = judge {
        block = block.line("judge", judge);
    }
    tell(out, &report.quality, block, "manner")?;
    let mut rest = Block::new();
    if let Some(comments) = &report.comments {
        let (precision, recall) = (comments.quality.precision, comments.quality.recall);
        rest = rest.line("comments: precision", percent(precision));
        rest = rest.line("comments: recall", percent(recall));
    }
    for (name, count) in
        [("in other subreddits", report.elsewhere), ("not from this sandbox", report.unknown)]
    {
        if count > 0 {
            rest = rest.line(name, count.to_string());
        }
    }
    let rest = rest.text();
    if rest.is_empty() { Ok(()) } else { write_out(&format!("\n{rest}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_low_score_fails_and_names_both_figures() {
        let args = ScoreArgs {
            fail_under_precision: Some(0.8),
            fail_under_recall: Some(0.5),
            fail_under: None,
            judge: None,
        };
        let low = Quality { precision: Some(0.7), recall: None, ..Quality::default() };
        let error = args.check(&low).unwrap_err();
        assert_eq!(error.message, "precision 70.0 % is below 0.8; recall - is below 0.5");
        let good = Quality { precision: Some(0.8), recall: Some(0.5), ..Quality::default() };
        assert!(args.check(&good).is_ok());
    }
}
