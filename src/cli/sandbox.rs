//! `leadctl sandbox`: a stand-in for Reddit and an AI provider, and how well it was searched.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::net::SocketAddr;

use clap::{Args, Subcommand};

use super::context::Context;
use super::exit::{CliError, Exit};
use super::service::{self, Service};
use super::time::parse_instant;
use crate::clock::{Clock, SystemClock};
use crate::model::Timestamp;
use crate::sandbox::score::{ScoreReport, score};
use crate::sandbox::{self, Handoff, SandboxOptions};
use crate::services::Services;
use crate::store::{LeadFilter, LeadPageRequest};

/// Leads read at a time.
const PAGE: u32 = 500;

/// Try the system without accounts: invented posts, and the truth about them
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  leadctl sandbox                  serve, as `leadctl sandbox serve` does
  leadctl sandbox score            how well the leads found fit the truth"
)]
pub struct SandboxArgs {
    #[command(subcommand)]
    command: Option<SandboxCommand>,
    #[command(flatten)]
    serve: ServeArgs,
}

/// What can be done with it.
#[derive(Debug, Subcommand)]
enum SandboxCommand {
    /// Play Reddit and an OpenAI-compatible provider in the foreground (also without this word)
    Serve(ServeArgs),
    /// Compare the leads found with the truth about the invented posts
    Score(ScoreArgs),
    /// Print the variables that lead the other commands to the sandbox
    Env(EnvArgs),
}

/// What the sandbox is made from.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl sandbox serve
  leadctl sandbox serve --listen 127.0.0.1:9900 --seed 42 --rate 120

The same seed, rate, backlog and epoch give the same posts.")]
struct ServeArgs {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// What the invented posts are made from
    #[arg(long, value_name = "N", default_value_t = 7)]
    seed: u64,
    /// New posts a minute
    #[arg(long, value_name = "N", default_value_t = 30.0, value_parser = rate)]
    rate: f64,
    /// Posts in the 14 days before the epoch
    #[arg(long, value_name = "N", default_value_t = 1500)]
    backlog: u32,
    /// When new posts begin, as RFC 3339 [default: now]
    #[arg(long, value_name = "TIME", value_parser = parse_instant)]
    epoch: Option<Timestamp>,
}

/// What counts as too bad.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl sandbox score
  leadctl sandbox score --fail-under-precision 0.8 --fail-under-recall 0.7")]
struct ScoreArgs {
    /// Fail where fewer than this share of the leads found are true, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share)]
    fail_under_precision: Option<f64>,
    /// Fail where fewer than this share of the true leads were found, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share)]
    fail_under_recall: Option<f64>,
}

/// Which variables.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  eval \"$(leadctl sandbox env)\"
  eval \"$(leadctl sandbox env --ai)\"")]
struct EnvArgs {
    /// Also those of the chat API, which then judges instead of the local rules
    #[arg(long)]
    ai: bool,
}

impl SandboxArgs {
    /// Whether it runs until told to stop.
    pub fn is_service(&self) -> bool {
        matches!(self.command, None | Some(SandboxCommand::Serve(_)))
    }

    /// Does it.
    ///
    /// # Errors
    /// No sandbox was ever started on the data directory, the address or the database cannot be
    /// had, or the score is too low.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self.command {
            None => self.serve.run(ctx).await,
            Some(SandboxCommand::Serve(args)) => args.run(ctx).await,
            Some(SandboxCommand::Score(args)) => args.run(ctx).await,
            Some(SandboxCommand::Env(args)) => args.run(ctx),
        }
    }
}

impl ServeArgs {
    async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let service = Service::begin(ctx.settings())?;
        let listener = service::listener(self.listen, "a port that is free")?;
        let url = format!("http://{}", listener.local_addr()?);
        let options = SandboxOptions {
            seed: self.seed,
            rate_per_minute: self.rate,
            backlog: self.backlog,
            epoch: self.epoch.unwrap_or_else(|| SystemClock.now()),
        };
        let handoff = Handoff { url, options: options.clone(), stopped_at: None };
        let dir = &ctx.settings().data_dir;
        handoff.write(dir)?;
        ctx.out.note(&format!("the sandbox answers on {}; to use it:", handoff.url));
        ctx.out.note(export_lines(&handoff.environment(true)).trim_end());
        let clock = SystemClock::shared();
        sandbox::serve(options, clock, listener, service.stop, service.drain).await?;
        // Another sandbox may have taken the data directory over in the meantime.
        if Handoff::read(dir)?.is_some_and(|current| current == handoff) {
            Handoff { stopped_at: Some(SystemClock.now()), ..handoff }.write(dir)?;
        }
        Ok(Exit::Done)
    }
}

impl ScoreArgs {
    async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
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

impl EnvArgs {
    fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let handoff = handoff(ctx)?;
        if let Some(at) = handoff.stopped_at {
            ctx.out
                .note(&format!("this sandbox stopped at {at}; `leadctl sandbox serve` starts one"));
        }
        let variables = handoff.environment(self.ai);
        let by_name: BTreeMap<&str, &str> =
            variables.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        ctx.out.show(&by_name, || export_lines(&variables))?;
        Ok(Exit::Done)
    }
}

fn handoff(ctx: &Context) -> anyhow::Result<Handoff> {
    let dir = &ctx.settings().data_dir;
    Handoff::read(dir)?.ok_or_else(|| {
        CliError::not_found(format!("no sandbox was started on {}", dir.display()))
            .hint("start one with `leadctl up --sandbox` or `leadctl sandbox serve`")
            .target(dir.display().to_string())
            .into()
    })
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

fn export_lines(variables: &[(String, String)]) -> String {
    variables.iter().fold(String::new(), |mut lines, (name, value)| {
        let _ = writeln!(lines, "export {name}='{}'", value.replace('\'', r"'\''"));
        lines
    })
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

fn rate(text: &str) -> Result<f64, String> {
    number(text, 60_000.0)
}

fn share(text: &str) -> Result<f64, String> {
    number(text, 1.0)
}

fn number(text: &str, most: f64) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..=most).contains(&number) {
        Ok(number)
    } else {
        Err(format!("not between 0 and {most}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_outside_their_range_are_refused() {
        assert_eq!(rate("30"), Ok(30.0));
        assert!(rate("-1").is_err() && rate("NaN").is_err() && rate("x").is_err());
        assert!(share("1.1").is_err());
    }

    #[test]
    fn export_lines_are_quoted_for_a_shell() {
        let lines = export_lines(&[("A".to_owned(), "it's".to_owned())]);
        assert_eq!(lines, "export A='it'\\''s'\n");
    }

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
