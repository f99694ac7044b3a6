use std::time::Duration;

use clap::Args;

use super::known::named;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActReport, plain};
use crate::cli::values::span;
use crate::guard::breaker::{By, ChangeError, Kind, Manual};
use crate::model::Timestamp;
use crate::operator::who;
use crate::services::Services;

/// What to reject, and for how long.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl breaker trip reddit --for 10m --reason 'their maintenance'
  leadctl breaker trip ai:openai --reason 'the budget is spent'

Every process obeys before its next call. Without --for it holds until `leadctl breaker reset`.")]
pub struct TripArgs {
    /// The breakers
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    /// For this long [default: until it is reset]
    #[arg(long = "for", value_name = "SPAN", value_parser = span())]
    span: Option<Duration>,
    #[command(flatten)]
    how: HowArgs,
}

/// Which to close.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl breaker reset reddit
  leadctl breaker reset reddit ai:openai --reason 'they are back'")]
pub struct ResetArgs {
    /// The breakers
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    #[command(flatten)]
    how: HowArgs,
}

/// Which to disable, and for how long.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl breaker disable ai:openai --for 1h --reason 'it opens too early'
  leadctl breaker disable reddit --metrics-only

Without --for it holds until `leadctl breaker reset`.")]
pub struct DisableArgs {
    /// The breakers
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    /// For this long [default: until it is reset]
    #[arg(long = "for", value_name = "SPAN", value_parser = span())]
    span: Option<Duration>,
    /// Keep counting, so that `leadctl breaker status` tells how calls go
    #[arg(long)]
    metrics_only: bool,
    #[command(flatten)]
    how: HowArgs,
}

/// Which to try now.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl breaker probe reddit

A closed breaker has nothing to try: that is refused.")]
pub struct ProbeArgs {
    /// The breakers
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    #[command(flatten)]
    how: HowArgs,
}

/// What all changes take.
#[derive(Debug, Args)]
struct HowArgs {
    /// Why, for those who look at it later
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    reason: String,
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
}

impl TripArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let to = |now: Timestamp| Manual::ForceOpen { until: self.span.map(|span| now.plus(span)) };
        change(ctx, &self.names, &self.how, to).await
    }
}

impl ResetArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        change(ctx, &self.names, &self.how, |_| Manual::Reset).await
    }
}

impl DisableArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let to = |now: Timestamp| {
            let until = self.span.map(|span| now.plus(span));
            match self.metrics_only {
                true => Manual::MetricsOnly { until },
                false => Manual::Disable { until },
            }
        };
        change(ctx, &self.names, &self.how, to).await
    }
}

impl ProbeArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        change(ctx, &self.names, &self.how, |_| Manual::HalfOpen).await
    }
}

async fn change(
    ctx: &Context,
    names: &[String],
    how: &HowArgs,
    to: impl Fn(Timestamp) -> Manual,
) -> anyhow::Result<Exit> {
    let services = Services::open(ctx.settings().clone()).await?;
    let changed = change_all(&services, names, how, to).await;
    ctx.close(services).await;
    let (report, lines) = changed?;
    ctx.out.act(&report, &lines.join("\n"))?;
    Ok(Exit::Done)
}

async fn change_all(
    services: &Services,
    names: &[String],
    how: &HowArgs,
    to: impl Fn(Timestamp) -> Manual,
) -> anyhow::Result<(ActReport, Vec<String>)> {
    let (mut report, mut lines) = (ActReport::new(how.dry_run), Vec::new());
    for name in named(services, names).await? {
        let breaker = services.guards.breaker(&name);
        // Spans are counted by the clock that all processes go by.
        let now = breaker.now().await;
        let (to, shown) = (to(now), plain(&name));
        if how.dry_run {
            report.acted(&name);
            lines.push(format!("breaker {shown} would be {}", word(to)));
            continue;
        }
        let by = By { who: who(), at: now, why: how.reason.trim().to_owned() };
        let changed = breaker.change(to, by).await.map_err(|error| match error {
            ChangeError::Refused(refused) => {
                anyhow::Error::from(CliError::refused(format!("{shown}: {refused}")))
            }
            ChangeError::Shared(error) => error.into(),
        })?;
        let end = until(to).map_or_else(String::new, |at| format!(" until {at}"));
        if changed {
            report.acted(&name);
            lines.push(format!("breaker {shown} is {}{end}", word(to)));
        } else {
            report.skipped(&name);
            lines.push(format!("breaker {shown} was {} already; it holds{end}", word(to)));
        }
    }
    Ok((report, lines))
}

fn word(to: Manual) -> &'static str {
    match to {
        Manual::Reset => Kind::Closed,
        Manual::HalfOpen => Kind::HalfOpen,
        Manual::ForceOpen { .. } => Kind::ForcedOpen,
        Manual::Disable { .. } => Kind::Disabled,
        Manual::MetricsOnly { .. } => Kind::MetricsOnly,
    }
    .as_str()
}

fn until(to: Manual) -> Option<Timestamp> {
    match to {
        Manual::Reset | Manual::HalfOpen => None,
        Manual::ForceOpen { until } | Manual::Disable { until } | Manual::MetricsOnly { until } => {
            until
        }
    }
}
