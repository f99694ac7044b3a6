//! `leadctl breaker`: the circuit breakers before Reddit and the AI provider.
//!
//! - [`status`], [`history`]: look
//! - [`change`]: trip, reset, disable, probe
//! - [`known`]: which breakers there are

mod change;
pub(super) mod history;
pub(super) mod known;
mod status;

use clap::Subcommand;

use super::context::Context;
use super::exit::Exit;

/// See and change the circuit breakers before Reddit and the AI provider
#[derive(Debug, Subcommand)]
pub enum BreakerCommand {
    /// Show how the breakers stand: state, since when, next trial, figures, last errors
    #[command(visible_aliases = ["ls", "list", "show"])]
    Status(status::StatusArgs),
    /// Reject all calls, for a while or until reset
    Trip(change::TripArgs),
    /// Close breakers and forget what was, also what was set by hand
    Reset(change::ResetArgs),
    /// Let all calls through, whatever comes of them
    Disable(change::DisableArgs),
    /// End the wait: the next calls are the trials
    Probe(change::ProbeArgs),
    /// List the last changes: when, from what to what, why and by whom
    History(history::HistoryArgs),
}

impl BreakerCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such breaker, the state does not allow it, or it cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Status(args) => args.run(ctx).await,
            Self::Trip(args) => args.run(ctx).await,
            Self::Reset(args) => args.run(ctx).await,
            Self::Disable(args) => args.run(ctx).await,
            Self::Probe(args) => args.run(ctx).await,
            Self::History(args) => args.run(ctx).await,
        }
    }
}
