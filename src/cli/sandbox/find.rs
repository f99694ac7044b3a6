//! Which sandbox is meant.

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
