//! Which sandbox is meant, and how numbers about it are read.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::sandbox::{ControlError, Handoff, SandboxControl};

/// Which running sandbox.
#[derive(Debug, Args)]
pub(super) struct Which {
    /// Where it answers [default: the one that was started on this data directory]
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

impl Which {
    /// The way to it.
    ///
    /// # Errors
    /// None was ever started on the data directory, or the last one has been stopped.
    pub(super) fn control(&self, ctx: &Context) -> anyhow::Result<SandboxControl> {
        let url = match &self.url {
            Some(url) => url.clone(),
            None => {
                let found = handoff(ctx)?;
                if let Some(at) = found.stopped_at {
                    return Err(CliError::new(
                        Exit::Unreachable,
                        format!("the sandbox of this data directory stopped at {at}"),
                    )
                    .hint("start one with `leadctl up --sandbox`, or name another with --url")
                    .target(found.url)
                    .into());
                }
                found.url
            }
        };
        SandboxControl::new(&url).map_err(|error| failure(&error).into())
    }
}

/// What went wrong on the way to a sandbox, as the command ends with it.
pub(in crate::cli) fn failure(error: &ControlError) -> CliError {
    let message = error.to_string();
    match error {
        ControlError::Address(_) => CliError::usage(message).hint("as in http://127.0.0.1:9900"),
        ControlError::Unreachable { url, .. } => CliError::new(Exit::Unreachable, message)
            .hint("start one with `leadctl up --sandbox`, or name another with --url")
            .target(url),
        ControlError::Refused { url, .. } => CliError::new(Exit::Failed, message)
            .hint("start it again with this leadctl, on this machine")
            .target(url),
    }
}

/// The sandbox that was last started on the data directory.
pub(super) fn handoff(ctx: &Context) -> anyhow::Result<Handoff> {
    let dir = &ctx.settings().data_dir;
    Handoff::read(dir)?.ok_or_else(|| {
        CliError::not_found(format!("no sandbox was started on {}", dir.display()))
            .hint("start one with `leadctl up --sandbox` or `leadctl sandbox serve`")
            .target(dir.display().to_string())
            .into()
    })
}

/// A share, 0 to 1.
pub(super) fn share(text: &str) -> Result<f64, String> {
    number(text, 1.0)
}

/// A number from 0 to `most`.
pub(super) fn number(text: &str, most: f64) -> Result<f64, String> {
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
        assert_eq!(number("30", 60_000.0), Ok(30.0));
        for bad in ["-1", "NaN", "x"] {
            assert!(number(bad, 60_000.0).is_err(), "{bad}");
        }
        assert!(share("1.1").is_err());
    }
}
