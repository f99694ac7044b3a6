//! `leadctl slo`: the objectives of the service and their error budgets.

mod rules;
mod show;

use clap::{Args, Subcommand};

use crate::cli::context::Context;
use crate::cli::exit::Exit;

/// See how the service stands with its objectives, and what is left of their error budgets
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl slo
  leadctl slo --columns slo,state,budget_left || page-someone
  leadctl slo -o json | jq -r '.items[] | select(.state != \"ok\") | .slo'
  leadctl slo rules > leadctl.rules.yaml

Ends with 0 where each objective is within its budget, with 1 where one burns too fast or is spent: by
the windows and factors of Google's Site Reliability Workbook (docs/slo.md). The figures are those of
all processes, kept in the database, up to five seconds old.")]
pub struct SloArgs {
    #[command(subcommand)]
    command: Option<SloCommand>,
}

/// What can be done with them.
#[derive(Debug, Subcommand)]
enum SloCommand {
    /// Print recording and alert rules for Prometheus, or unit tests of them
    Rules(rules::RulesArgs),
    /// Print a dashboard for Grafana
    Dashboard(rules::DashboardArgs),
}

impl SloArgs {
    /// Does it.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self.command {
            None => show::run(ctx).await,
            Some(SloCommand::Rules(args)) => args.run(ctx),
            Some(SloCommand::Dashboard(args)) => args.run(),
        }
    }
}
