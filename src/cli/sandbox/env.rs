use std::collections::BTreeMap;
use std::fmt::Write;

use clap::Args;

use super::find::handoff;
use crate::cli::context::Context;
use crate::cli::exit::Exit;

/// Which variables.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  eval \"$(leadctl sandbox env)\"
  eval \"$(leadctl sandbox env --ai)\"")]
pub struct EnvArgs {
    /// Also those of the chat API, which then judges instead of the local rules
    #[arg(long)]
    ai: bool,
}

impl EnvArgs {
    pub(super) fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
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

pub(super) fn export_lines(variables: &[(String, String)]) -> String {
    variables.iter().fold(String::new(), |mut lines, (name, value)| {
        let _ = writeln!(lines, "export {name}='{}'", value.replace('\'', r"'\''"));
        lines
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn export_lines_are_quoted_for_a_shell() {
        let lines = export_lines(&[("A".to_owned(), "it's".to_owned())]);
        assert_eq!(lines, "export A='it'\\''s'\n");
    }
}
