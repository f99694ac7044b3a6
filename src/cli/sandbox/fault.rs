use std::time::Duration;

use clap::Args;

use super::find::{Which, failure};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ActReport;
use crate::cli::time;
use crate::cli::values::{number, one_of, span};
use crate::sandbox::fault::SLOW_MS;
use crate::sandbox::{FaultMode, FaultOrder, FaultTarget};

/// What is to go wrong.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl sandbox fault ai --mode 503 --for 30s
  leadctl sandbox fault reddit --mode 429 --for 1m
  leadctl sandbox fault all --mode reset --rate 0.3 --for 5m
  leadctl sandbox fault ai --mode slow --delay 8s
  leadctl sandbox fault --clear

Modes: 429 (with Retry-After and x-ratelimit headers), 500, 503, busy (503 with Retry-After), timeout
(the connection is held),
reset (TCP RST), garbage (random bytes that claim to be JSON), truncate (half of the real answer),
slow (the real answer trickles for --delay), trickle (its end never comes), html (a web page), empty,
huge (64 MiB), expired (tokens from before do not hold any more), 401. Of Reddit's subreddits alone:
private, banned, 404, redirect (to the search); of Reddit alone: sparse (the real answer, in which fields
are missing, null, or of another type). Of the chat API alone: obedient (its model follows
every order that gets through to it). Several may hold at once; the one
ordered last is tried first. `leadctl sandbox stats` counts what they struck.")]
pub struct FaultArgs {
    /// Whose answers: reddit, ai or all
    #[arg(value_name = "TARGET", required_unless_present = "clear",
          value_parser = one_of::<FaultTarget>(FaultTarget::ALL.iter().map(|t| t.as_str())))]
    target: Option<FaultTarget>,
    /// What goes wrong
    #[arg(long, value_name = "MODE", required_unless_present = "clear",
          value_parser = one_of::<FaultMode>(FaultMode::ALL.iter().map(|m| m.as_str())))]
    mode: Option<FaultMode>,
    /// For how long
    #[arg(long = "for", value_name = "SPAN", default_value = "30s", value_parser = span())]
    lasting: Duration,
    /// Share of the requests that it strikes, above 0 and up to 1
    #[arg(long, value_name = "SHARE", default_value_t = 1.0, value_parser = rate)]
    rate: f64,
    /// With --mode slow: how long one answer takes [default: 5s]
    #[arg(long, value_name = "SPAN", value_parser = span())]
    delay: Option<Duration>,
    /// End all faults
    #[arg(long, conflicts_with_all = ["target", "mode", "rate", "delay", "lasting"])]
    clear: bool,
    #[command(flatten)]
    which: Which,
}

impl FaultArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let control = self.which.control(ctx)?;
        let mut report = ActReport::new(false);
        let (Some(target), Some(mode)) = (self.target, self.mode) else {
            let cleared = control.clear().await.map_err(|e| failure(&e))?;
            report.matched = cleared;
            report.acted = cleared;
            let faults = if cleared == 1 { "fault" } else { "faults" };
            ctx.out.act(&report, &format!("{cleared} {faults} ended on {}", control.url()))?;
            return Ok(Exit::Done);
        };
        let delay = self.delay.map(|delay| u64::try_from(delay.as_millis()).unwrap_or(u64::MAX));
        let order = FaultOrder {
            rate: self.rate,
            delay_ms: delay.unwrap_or(SLOW_MS),
            ..FaultOrder::new(target, mode, self.lasting)
        };
        control.order(&order).await.map_err(|e| failure(&e))?;
        report.acted(&format!("{target}/{mode}"));
        let share = if self.rate < 1.0 {
            format!("{} % of the answers", (self.rate * 1000.0).round() / 10.0)
        } else {
            "all answers".to_owned()
        };
        let span = time::span(self.lasting);
        let human = format!("{target} on {}: {mode} for {span}, {share}", control.url());
        ctx.out.act(&report, &human)?;
        Ok(Exit::Done)
    }
}

fn rate(text: &str) -> Result<f64, String> {
    number(text, 1.0).and_then(|rate| {
        if rate > 0.0 { Ok(rate) } else { Err("0 strikes nothing; see --clear".to_owned()) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_strikes_something() {
        assert_eq!(rate("0.3"), Ok(0.3));
        assert!(rate("0").is_err() && rate("1.5").is_err());
    }
}
