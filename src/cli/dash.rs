//! `leadctl dash` and `leadctl top`: what goes on, as it goes on.

use std::io::IsTerminal;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use ratatui::layout::Size;
use tokio::sync::mpsc;

use super::context::Context;
use super::exit::{CliError, Exit};
use super::output::{plain, write_out};
use super::time::{parse_span, span};
use crate::clock::SystemClock;
use crate::dash::data::Message;
use crate::dash::place::View;
use crate::dash::screen::{End, Screen, frame, gather, tell};
use crate::dash::source::{Sources, Wanted};
use crate::dash::state::{Options, State};
use crate::dash::term::lines;
use crate::dash::theme::{Surroundings, Theme};
use crate::queue::bullmq::BullMqQueue;
use crate::services::Services;
use crate::shared_state::redis::RedisState;

/// Shortest interval.
const SHORTEST: Duration = Duration::from_millis(250);
/// Longest wait for what a single frame shows.
const PATIENCE: Duration = Duration::from_secs(4);
/// The size of a frame where there is no terminal.
const FRAME: Size = Size { width: 100, height: 30 };

/// Watch queues, workers, breakers, cache and leads on one screen, and act on them
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl dash
  leadctl dash --read-only --interval 5s
  leadctl dash --view dead-letters
  leadctl dash --redis-url rediss://queue.example.com:6380     any BullMQ deployment
  leadctl dash --api http://10.0.0.5:8080                      what an API tells of itself
  leadctl dash --snapshot 120x40 > ticket.txt

The second line says what is wrong, and which key leads there. ? lists the keys of the place where one
is, : all commands. What changes things has an uppercase key and asks before; it is in
`leadctl audit` then, or, with --redis-url, in audit.ndjson in the data directory.")]
pub struct DashArgs {
    #[command(flatten)]
    shared: Shared,
    /// The view to begin with: overview, queues, jobs, dead-letters, workers, breakers, cache, leads, schedules, events, processes, logs
    #[arg(long, value_name = "VIEW", default_value = "overview", hide_default_value = true)]
    view: View,
    /// Listen to the mouse; the terminal's own way to mark text is gone then
    #[arg(long)]
    mouse: bool,
}

/// Watch queues and workers in one pane, without tabs
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl top
  leadctl top --interval 5s
  leadctl top | mail -s leads ops@example.com

Without a terminal one frame is printed.")]
pub struct TopArgs {
    #[command(flatten)]
    shared: Shared,
}

/// What both take.
#[derive(Debug, Clone, Args)]
struct Shared {
    /// Time between two looks; + and - change it
    #[arg(long, value_name = "SPAN", default_value = "1s", value_parser = parse_span)]
    interval: Duration,
    /// Show what the API at this address tells of itself, and nothing else
    #[arg(long, value_name = "URL", conflicts_with = "redis_url")]
    api: Option<String>,
    /// Show the queues on this Redis, whoever works on them; `LEADCTL_REDIS_URL` keeps a password out of sight
    #[arg(long, value_name = "URL")]
    redis_url: Option<String>,
    /// Change nothing: the keys that would are not there
    #[arg(long)]
    read_only: bool,
    /// Print one frame of this size as text and end
    #[arg(long, value_name = "WxH", value_parser = size)]
    snapshot: Option<Size>,
    /// For a light background [default: what COLORFGBG says]
    #[arg(long)]
    light: bool,
    /// Write nothing but ASCII [default: where the locale is not UTF-8]
    #[arg(long)]
    ascii: bool,
}

fn size(text: &str) -> Result<Size, String> {
    let wrong = || format!("{text:?} is not a size; write it as in 120x40");
    let (width, height) = text.split_once(['x', 'X']).ok_or_else(wrong)?;
    let read = |text: &str| text.trim().parse().ok().filter(|n| (10..=500).contains(n));
    match (read(width), read(height)) {
        (Some(width), Some(height)) => Ok(Size { width, height }),
        _ => Err(format!("{}, from 10x10 to 500x500", wrong())),
    }
}

impl DashArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        if self.shared.snapshot.is_none() && !std::io::stdout().is_terminal() {
            return Err(CliError::usage("the dash needs a terminal")
                .hint("--snapshot 120x40 prints one frame as text")
                .into());
        }
        self.shared.show(ctx, self.view, false, self.mouse).await
    }
}

impl TopArgs {
    pub(super) async fn run(mut self, ctx: &Context) -> anyhow::Result<Exit> {
        if !std::io::stdout().is_terminal() {
            self.shared.snapshot.get_or_insert(FRAME);
        }
        self.shared.show(ctx, View::Overview, true, false).await
    }
}

impl Shared {
    async fn show(
        &self,
        ctx: &Context,
        view: View,
        single: bool,
        mouse: bool,
    ) -> anyhow::Result<Exit> {
        if self.interval < SHORTEST {
            let message = format!("--interval is at least {}", span(SHORTEST));
            return Err(CliError::usage(message).into());
        }
        let clock = SystemClock::shared();
        let services = self.services(ctx).await?;
        let options = Options {
            // There is nothing that an API could be told to do.
            read_only: self.read_only || services.is_none(),
            has_store: self.redis_url.is_none() && services.is_some(),
            has_queue: services.is_some(),
            single,
            has_logs: self.redis_url.is_none() && services.is_some(),
        };
        let mut state = State::new(options.clone(), clock.now(), self.interval);
        state.begin(view);
        let mut wanted = Wanted { whole: self.snapshot.is_some(), ..Wanted::default() };
        tell(&state, &mut wanted);
        let (to, told) = mpsc::unbounded_channel();
        let sources = match (&services, &self.api) {
            (Some(services), _) => {
                Sources::local(Arc::clone(services), options.has_store, wanted, to)
            }
            (None, url) => {
                let url = url.clone().unwrap_or_default();
                Sources::remote(url, clock.clone(), wanted, to)
            }
        };
        let done = match self.snapshot {
            Some(size) => {
                let done = self.print(state, &clock, told, size).await;
                drop(sources);
                done
            }
            None => self.watch(ctx, state, clock, sources, told, mouse).await,
        };
        if let Some(services) = services {
            services.close().await;
        }
        done
    }

    /// What is read, and the way to it.
    async fn services(&self, ctx: &Context) -> anyhow::Result<Option<Arc<Services>>> {
        if let Some(url) = &self.api {
            if !(url.starts_with("http://") || url.starts_with("https://")) {
                let message = format!("--api: {} is not an address", plain(url));
                return Err(CliError::usage(message).hint("as in http://127.0.0.1:8080").into());
            }
            return Ok(None);
        }
        let mut settings = ctx.settings().clone();
        if let Some(url) = &self.redis_url {
            settings.redis.url = Some(url.clone().into());
        }
        let mut services = Services::open(settings).await?;
        if self.redis_url.is_some()
            && let Some(link) = &services.redis
        {
            // Nothing of that Redis may end in the database of this machine.
            let prefix = &services.settings.redis.prefix;
            let queue = BullMqQueue::new(link.clone(), prefix, services.clock.clone())?;
            services.state = Arc::new(RedisState::new(link.clone(), prefix));
            services.queue = Arc::new(queue);
        }
        Ok(Some(Arc::new(services)))
    }

    fn theme(&self, around: &Surroundings) -> Theme {
        let mut theme = Theme::of(around);
        theme.light |= self.light;
        theme.ascii |= self.ascii;
        theme
    }

    /// One frame as text.
    async fn print(
        &self,
        mut state: State,
        clock: &crate::clock::SharedClock,
        mut told: mpsc::UnboundedReceiver<Message>,
        size: Size,
    ) -> anyhow::Result<Exit> {
        gather(&mut state, clock, &mut told, complete, PATIENCE).await;
        let theme = Theme { ascii: self.ascii, ..Theme::text() };
        let mut text = lines(&frame(&state, &theme, size)).join("\n");
        text.push('\n');
        write_out(&text)?;
        Ok(Exit::Done)
    }

    async fn watch(
        &self,
        ctx: &Context,
        state: State,
        clock: crate::clock::SharedClock,
        sources: Sources,
        told: mpsc::UnboundedReceiver<Message>,
        mouse: bool,
    ) -> anyhow::Result<Exit> {
        let around = Surroundings::read(ctx.globals.no_color);
        let theme = self.theme(&around);
        let (far, links) = (around.far, around.knows_links());
        let screen = Screen { state, theme, clock, mouse, far, links };
        Ok(match screen.run(sources, told).await? {
            End::Quit => Exit::Done,
            End::Told => Exit::Terminated,
        })
    }
}

/// Whether all that a frame shows was told, or is known not to come.
fn complete(state: &State) -> bool {
    fn told<T>(part: &crate::dash::data::Fresh<T>) -> bool {
        part.value.is_some() || part.error.is_some()
    }
    let live = &state.live;
    let system = told(&live.queues) && told(&live.system);
    if !state.options.has_queue {
        return system && told(&live.traffic);
    }
    let place = match state.place().view() {
        View::Jobs => told(&state.page),
        View::Leads => told(&state.leads),
        View::Logs => told(&state.logs),
        _ => true,
    };
    system
        && place
        && told(&live.processes)
        && told(&live.schedules)
        && told(&live.breakers)
        && told(&live.cache)
        && told(&live.traffic)
        && told(&state.letters)
}
