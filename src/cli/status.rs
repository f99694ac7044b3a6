//! `leadctl status`: one screen of what goes on, and of what is wrong.

use std::fmt::Write;
use std::io::IsTerminal;
use std::time::Duration;

use clap::Args;
use comfy_table::presets::NOTHING;

use super::cache::{dollars, percent};
use super::context::Context;
use super::exit::Exit;
use super::output::{Format, plain, write_out};
use super::overview::{self, Overview, QueueStatus, RedditMode, Severity};
use super::time::{ago, span};
use crate::guard::breaker::Status;
use crate::services::Services;
use crate::supervisor::signals;

/// Schedules shown.
const NEXT: usize = 5;
/// Clears the screen and goes to its upper left corner.
const CLEAR: &str = "\u{1b}[H\u{1b}[2J";

/// See on one screen what runs, what is queued, and what is wrong
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl status
  leadctl status --watch
  leadctl status -o json | jq -r '.verdict.findings[].message'

The first line is the verdict: what is wrong, worst first, with the command to run. For a monitoring
system see `leadctl check`; for one queue or job, `leadctl why`.")]
pub struct StatusArgs {
    /// Draw it again every so many seconds, until Ctrl-C
    #[arg(short, long, value_name = "SECS", num_args = 0..=1, default_missing_value = "2",
          value_parser = clap::value_parser!(u64).range(1..=3600))]
    watch: Option<u64>,
}

impl StatusArgs {
    /// Shows it.
    ///
    /// # Errors
    /// The database or the queue cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let shown = match self.watch {
            None => once(ctx, &services).await,
            Some(secs) => watch(ctx, &services, Duration::from_secs(secs)).await,
        };
        services.close().await;
        shown.map(|()| Exit::Done)
    }
}

async fn once(ctx: &Context, services: &Services) -> anyhow::Result<()> {
    let overview = overview::read(services).await?;
    ctx.out.show(&overview, || screen(&overview, ctx.out.color))
}

async fn watch(ctx: &Context, services: &Services, every: Duration) -> anyhow::Result<()> {
    let stop = signals::stop_token()?;
    let mut ticks = tokio::time::interval(every);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.cancelled() => return Ok(()),
            _ = ticks.tick() => {}
        }
        let overview = overview::read(services).await?;
        match ctx.out.format {
            // A stream of documents is read a line at a time.
            Format::Json | Format::Ndjson => {
                write_out(&format!("{}\n", serde_json::to_string(&overview)?))?;
            }
            _ => {
                let clear = if std::io::stdout().is_terminal() { CLEAR } else { "" };
                ctx.out
                    .show(&overview, || format!("{clear}{}", screen(&overview, ctx.out.color)))?;
            }
        }
    }
}

/// The screen for people.
fn screen(o: &Overview, color: bool) -> String {
    let mut text = String::new();
    verdict(o, color, &mut text);
    let reddit = match o.reddit {
        RedditMode::Live => "live",
        RedditMode::Sandbox => "played by the sandbox",
        RedditMode::Missing => "no credentials",
        RedditMode::Feeds => {
            "public feeds, which tell less: no credentials and no account\n           \
             → leadctl accounts add --help"
        }
    };
    let _ = writeln!(text, "\nmode       {} · {}", o.mode.name, plain(&o.mode.store));
    if o.mode.queue != o.mode.store {
        let _ = writeln!(text, "queue      {}", plain(&o.mode.queue));
    }
    let _ = writeln!(text, "reddit     {reddit}");
    if !o.breakers.is_empty() {
        let told: Vec<String> = o.breakers.iter().map(|b| breaker(b, o)).collect();
        let _ = writeln!(text, "breakers   {}", told.join(" · "));
    }
    let _ =
        writeln!(text, "campaigns  {} active, {} paused", o.campaigns.active, o.campaigns.paused);
    let _ = writeln!(
        text,
        "leads      {} in all, {} not looked at, {} found today",
        o.leads.total, o.leads.new, o.leads.found_today
    );
    if let Some(cache) = &o.cache {
        let _ = writeln!(
            text,
            "cache      {} of {} lookups answered, {} saved",
            percent(cache.hit_rate),
            cache.lookups,
            dollars(cache.saved_usd)
        );
    }
    if let Some(ai) = &o.ai {
        let bound = ai.budget_usd.map(|usd| format!(" of {}", dollars(usd))).unwrap_or_default();
        let (today, month) = (dollars(ai.today_usd), dollars(ai.month_usd));
        let _ = writeln!(text, "ai spend   {today} today, {month}{bound} this month");
    }
    processes(o, &mut text);
    queues(o, &mut text);
    schedules(o, &mut text);
    text
}

/// A breaker in a few words.
fn breaker(breaker: &Status, o: &Overview) -> String {
    let name = plain(&breaker.name);
    match breaker.until {
        Some(until) => format!("{name} {}, until {}", breaker.state, ago(until, o.at)),
        None => format!("{name} {}", breaker.state),
    }
}

fn verdict(o: &Overview, color: bool, text: &mut String) {
    let paint = |code: &str, word: &str| {
        if color { format!("\u{1b}[{code}m{word}\u{1b}[0m") } else { word.to_owned() }
    };
    if o.verdict.ok {
        let _ = writeln!(text, "{} {}", paint("32", "✓"), o.verdict.summary);
        if o.campaigns.active + o.campaigns.paused == 0 {
            text.push_str("  there is no campaign yet: leadctl campaigns add --help\n");
        }
        return;
    }
    for finding in &o.verdict.findings {
        let mark = match finding.severity {
            Severity::Bad => paint("31", "✗"),
            Severity::Warn => paint("33", "!"),
        };
        let _ = writeln!(text, "{mark} {}", plain(&finding.message));
        let _ = writeln!(text, "    → {}", plain(&finding.command));
    }
}

fn processes(o: &Overview, text: &mut String) {
    if o.processes.is_empty() {
        text.push_str("processes  none\n");
        return;
    }
    let mut rows = table(&["PROCESS", "HOST", "PID", "UP", "ACTIVE", "SEEN", "ADDRESS"]);
    for p in &o.processes {
        let active = match p.all_slots() {
            0 => "-".to_owned(),
            slots => format!("{}/{slots}", p.active_jobs.len()),
        };
        let kind = if p.draining { format!("{} (draining)", p.kind) } else { p.kind.to_string() };
        let address = p.http.as_deref().unwrap_or("-");
        rows.add_row([
            kind,
            plain(&p.host).into_owned(),
            p.pid.to_string(),
            span(o.at.since(p.started_at)),
            active,
            ago(p.seen_at, o.at),
            plain(address).into_owned(),
        ]);
    }
    push(rows, text);
}

fn queues(o: &Overview, text: &mut String) {
    let mut rows = table(&[
        "QUEUE", "WAITING", "ACTIVE", "DELAYED", "FAILED", "DONE", "OLDEST", "WORKERS", "STATE",
    ]);
    for queue in &o.queues {
        rows.add_row(queue_row(queue));
    }
    push(rows, text);
}

fn queue_row(queue: &QueueStatus) -> [String; 9] {
    let counts = &queue.counts;
    [
        plain(&queue.name).into_owned(),
        counts.ready().to_string(),
        counts.active.to_string(),
        counts.delayed.to_string(),
        counts.failed.to_string(),
        counts.completed.to_string(),
        queue.oldest_waiting().map_or_else(|| "-".to_owned(), span),
        queue.workers.to_string(),
        if counts.is_paused { "paused" } else { "open" }.to_owned(),
    ]
}

fn schedules(o: &Overview, text: &mut String) {
    if o.schedules.is_empty() {
        text.push_str("schedules  none\n");
        return;
    }
    let mut rows = table(&["SCHEDULE", "QUEUE", "HOW", "NEXT", "LAST"]);
    for run in o.schedules.iter().take(NEXT) {
        rows.add_row([
            plain(&run.id).into_owned(),
            plain(&run.queue).into_owned(),
            plain(&run.recurrence.to_string()).into_owned(),
            run.next_at.map_or_else(|| "never".to_owned(), |at| ago(at, o.at)),
            run.last_at.map_or_else(|| "-".to_owned(), |at| ago(at, o.at)),
        ]);
    }
    push(rows, text);
    if o.schedules.len() > NEXT {
        let rest = o.schedules.len() - NEXT;
        let _ = writeln!(text, "and {rest} more: leadctl schedule ls");
    }
}

pub(super) fn table(headers: &[&str]) -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table.load_style(NOTHING).set_header(headers.iter().copied());
    table
}

/// Adds a table below an empty line.
pub(super) fn push(mut table: comfy_table::Table, text: &mut String) {
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    text.push('\n');
    for line in table.to_string().lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
}
