use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::labels::{Labelled, Labels, Reject, contradictions};
use crate::cli::campaigns;
use crate::cli::context::Context;
use crate::cli::dollars;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActError, Block, Format, ListMeta, plain};
use crate::cli::quality::{Told, check_f1, tell, with_judge};
use crate::cli::values::share;
use crate::discovery::quality::{Quality, Sample, quality};
use crate::jobs::trial::{Trial, trial};
use crate::model::{Campaign, Post, usd};
use crate::services::Services;

/// Longest text of a mistake that is told, in characters.
const MAX_TITLE: usize = 200;
/// Largest file that is read, in bytes.
const MAX_FILE: u64 = 512 * 1024 * 1024;
/// Most bad lines that are told one by one.
const MAX_TOLD: usize = 20;

/// Judge posts with known labels, and tell how well that was done
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl leads eval --labels labels.ndjson --campaign acme
  leadctl leads eval --labels labels.csv --judge openai --fail-under 0.8
  leadctl leads export -C acme | leadctl leads eval --labels - -C acme

A line of labels is a JSON object, or a row below a header line in CSV, with these fields:
  label      lead or not_lead; or is_lead: true or false; or the status of a lead (a new one is
             passed over)
  intent     solution_seeking, pain_point, comparison, competitor_complaint (not required)
  title, body, subreddit, id; or a post as dumps have it, or as \"post\" of an exported lead
  group      what else it is to be counted by (not required)

Posts take the way that live ones take: those without the campaign's words are dropped, the rest is
judged. Nothing is kept but what a provider cost. Lines that cannot be used are told with their numbers
and make the exit code 8; with --fail-under, a lower F1 makes it 9. CSV and NDJSON have the mistakes
alone; docs/judging.md has what the figures mean.")]
pub struct EvalArgs {
    /// Posts with their labels, NDJSON or CSV; - is standard input
    #[arg(long, value_name = "FILE")]
    labels: PathBuf,
    /// For this campaign: its id or name [default: the only one]
    #[arg(long, short = 'C', value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// Who judges: rules, a provider by its name, or configured (as the settings have it)
    #[arg(long, value_name = "NAME", default_value = "rules")]
    judge: String,
    /// Tell so many of the mistakes, those made with most confidence first
    #[arg(long, value_name = "N", default_value_t = 10)]
    worst: usize,
    /// End with 9 where F1 is below this, 0 to 1
    #[arg(long, value_name = "F1", value_parser = share)]
    fail_under: Option<f64>,
}

/// What came of it.
#[derive(Debug, Serialize)]
struct EvalReport {
    file: String,
    campaign: String,
    judge: String,
    /// Lines that hold something.
    lines: u64,
    /// Lines that cannot be used.
    rejected: u64,
    /// Leads about which nobody has decided yet; passed over.
    undecided: u64,
    /// Posts that were dropped before anybody judged them.
    dropped: u64,
    ai_calls: u64,
    ai_cost_usd: f64,
    #[serde(flatten)]
    quality: Quality,
    /// The first of the lines that cannot be used.
    errors: Vec<ActError>,
    /// What else there is to say.
    notes: Vec<String>,
}

impl EvalArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let settings = with_judge(ctx.settings(), &self.judge)?;
        let labels = self.read().await?;
        for reject in labels.rejects.iter().take(MAX_TOLD) {
            eprintln!("error: line {}: {}", reject.line, plain(&reject.reason));
        }
        let untold = labels.rejects.len().saturating_sub(MAX_TOLD);
        if untold > 0 {
            eprintln!("error: {untold} more lines cannot be used");
        }
        if labels.labelled.is_empty() {
            return Err(self.empty().into());
        }
        let services = Services::open(settings).await?;
        let report = self.tried(&services, labels).await;
        ctx.close(services).await;
        let report = report?;
        tell_report(ctx, &report)?;
        check_f1(&report.quality, self.fail_under)?;
        Ok(if report.rejected > 0 { Exit::Partly } else { Exit::Done })
    }

    async fn tried(&self, services: &Services, labels: Labels) -> anyhow::Result<EvalReport> {
        let campaign = match &self.campaign {
            Some(campaign) => campaigns::find(services, campaign).await?,
            None => only_campaign(services).await?,
        };
        let posts: Vec<Post> = labels.labelled.iter().map(|l| l.post.clone()).collect();
        let Trial { verdicts, dropped, ai_calls, ai_nano_usd, mut notes } =
            trial(services, &campaign, &posts).await?;
        let twice = contradictions(&labels.labelled);
        if !twice.is_empty() {
            notes.push(format!("labelled both ways: {}", twice.join(", ")));
        }
        let samples: Vec<Sample> = labels
            .labelled
            .into_iter()
            .zip(verdicts)
            .map(|(Labelled { post, label, group }, verdict)| {
                let title = if post.title.trim().is_empty() { &post.body } else { &post.title };
                let title = title.chars().take(MAX_TITLE).collect();
                Sample { id: post.id, title, group, label, verdict }
            })
            .collect();
        Ok(EvalReport {
            file: self.name(),
            campaign: campaign.id,
            judge: services.judge()?.describe(),
            lines: (samples.len() + labels.rejects.len()) as u64 + labels.undecided,
            rejected: labels.rejects.len() as u64,
            undecided: labels.undecided,
            errors: errors(&labels.rejects),
            dropped,
            ai_calls,
            ai_cost_usd: usd(ai_nano_usd),
            quality: quality(&samples, self.worst),
            notes,
        })
    }

    fn name(&self) -> String {
        if self.labels.as_os_str() == "-" {
            "standard input".to_owned()
        } else {
            self.labels.display().to_string()
        }
    }

    async fn read(&self) -> Result<Labels, CliError> {
        let path = (self.labels.as_os_str() != "-").then(|| self.labels.clone());
        let read = tokio::task::spawn_blocking(move || {
            use std::io::Read;
            let mut bytes = Vec::new();
            let input: Box<dyn Read> = match path {
                Some(path) => Box::new(std::fs::File::open(path)?),
                None => Box::new(std::io::stdin()),
            };
            input.take(MAX_FILE + 1).read_to_end(&mut bytes)?;
            Ok::<_, std::io::Error>(bytes)
        });
        let bytes = read.await.unwrap_or_else(|error| Err(std::io::Error::other(error)));
        let name = self.name();
        match bytes {
            Ok(bytes) if bytes.len() as u64 > MAX_FILE => {
                Err(CliError::usage(format!("{name} is longer than 512 MiB"))
                    .hint("give it in parts")
                    .target(name))
            }
            Ok(bytes) => Ok(Labels::read(&bytes)),
            Err(error) => {
                let exit = match error.kind() {
                    std::io::ErrorKind::NotFound => Exit::NotFound,
                    _ => Exit::Failed,
                };
                Err(CliError::new(exit, format!("cannot read {name}: {error}")).target(name))
            }
        }
    }

    fn empty(&self) -> CliError {
        let name = self.name();
        CliError::usage(format!("{name} holds no post with a label"))
            .hint("`leadctl leads eval --help` says what a line is")
            .target(name)
    }
}

fn errors(rejects: &[Reject]) -> Vec<ActError> {
    let error = |reject: &Reject| ActError {
        target: format!("line {}", reject.line),
        message: reject.reason.clone(),
    };
    rejects.iter().take(MAX_TOLD).map(error).collect()
}

async fn only_campaign(services: &Services) -> anyhow::Result<Campaign> {
    let mut campaigns = services.store.campaigns().await?;
    match (campaigns.pop(), campaigns.len()) {
        (Some(campaign), 0) => Ok(campaign),
        (None, _) => Err(CliError::not_found("there is no campaign to judge for")
            .hint("add one with `leadctl campaigns add`")
            .into()),
        (Some(_), more) => Err(CliError::usage(format!("which of the {} campaigns?", more + 1))
            .hint("name it with --campaign; `leadctl campaigns ls` lists them")
            .into()),
    }
}

fn tell_report(ctx: &Context, report: &EvalReport) -> anyhow::Result<()> {
    match ctx.out.format {
        Format::Json | Format::Yaml => return ctx.out.show(report, String::new),
        Format::Csv | Format::Ndjson => {
            let worst: Vec<Told> = report.quality.worst.iter().cloned().map(Told).collect();
            return ctx.out.list(&worst, ListMeta::default());
        }
        Format::Table => {}
    }
    for note in &report.notes {
        ctx.out.note(&plain(note));
    }
    let mut block = Block::new().line("judge", &report.judge).line("campaign", &report.campaign);
    if report.rejected > 0 {
        block = block.line("lines not used", report.rejected.to_string());
    }
    if report.undecided > 0 {
        block = block.line("not decided", report.undecided.to_string());
    }
    if report.ai_calls > 0 {
        let cost = format!("{} requests, {}", report.ai_calls, dollars(report.ai_cost_usd));
        block = block.line("asked for", cost);
    }
    let block = block.line("dropped before", report.dropped.to_string());
    tell(&ctx.out, &report.quality, block, "group")
}
