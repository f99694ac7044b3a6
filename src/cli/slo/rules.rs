use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::write_out;
use crate::telemetry::{dashboard, slo};

/// What to print.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl slo rules > leadctl.rules.yaml
  leadctl slo rules --test > leadctl.rules.test.yaml
  promtool check rules leadctl.rules.yaml && promtool test rules leadctl.rules.test.yaml

The objectives are those of the settings slo.*.")]
pub(super) struct RulesArgs {
    /// Print unit tests of the rules in leadctl.rules.yaml beside them
    #[arg(long)]
    test: bool,
}

impl RulesArgs {
    pub(super) fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let settings = &ctx.settings().slo;
        let yaml =
            if self.test { slo::rules::tests(settings) } else { slo::rules::rules(settings) };
        write_out(&yaml)?;
        Ok(Exit::Done)
    }
}

/// Nothing to choose.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl slo dashboard > dashboard.json")]
pub(super) struct DashboardArgs {}

impl DashboardArgs {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        write_out(&dashboard::json())?;
        Ok(Exit::Done)
    }
}
