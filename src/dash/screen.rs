//! The loop around the state: what is told and typed goes in, frames and wishes come out.

use std::io;
use std::path::Path;
use std::time::Duration;

use crossterm::event::{Event, KeyEventKind};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout_at};

use super::data::Message;
use super::input::Effect;
use super::keys::Key;
use super::links;
use super::place::Place;
use super::source::{Sources, Wanted};
use super::state::State;
use super::term::{Term, leave_frame};
use super::theme::Theme;
use super::view;
use crate::clock::SharedClock;

/// Shortest time between two frames.
const FRAME: Duration = Duration::from_millis(100);
/// The same where the terminal is far away.
const FAR: Duration = Duration::from_millis(250);
/// Messages taken before a frame is drawn.
const BATCH: usize = 100;

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Somebody wanted to.
    Quit,
    /// The terminal went away, or the process was told to stop.
    Told,
}

/// A dash on a terminal.
pub struct Screen {
    /// What is shown.
    pub state: State,
    /// How it looks.
    pub theme: Theme,
    /// The time.
    pub clock: SharedClock,
    /// The mouse is listened to.
    pub mouse: bool,
    /// The terminal is at the other end of SSH.
    pub far: bool,
    /// The terminal knows links (OSC 8).
    pub links: bool,
}

impl Screen {
    /// Shows what the sources tell until somebody wants to quit.
    ///
    /// # Errors
    /// The terminal cannot be used.
    pub async fn run(
        mut self,
        mut sources: Sources,
        mut told: mpsc::UnboundedReceiver<Message>,
    ) -> io::Result<End> {
        let mut hangup = signal(SignalKind::hangup())?;
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut stop = signal(SignalKind::from_raw(nix::libc::SIGTSTP))?;
        let mut resumed = signal(SignalKind::from_raw(nix::libc::SIGCONT))?;
        let mut term = Term::take(self.mouse)?;
        let mut typed = listen();
        let mut tick = interval(Duration::from_secs(1));
        tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let mut last = self.draw(&mut term)?;
        loop {
            let mut effects = Vec::new();
            tokio::select! {
                Some(message) = told.recv() => {
                    self.state.apply(message);
                    for _ in 0..BATCH {
                        let Ok(message) = told.try_recv() else { break };
                        self.state.apply(message);
                    }
                }
                event = typed.recv() => match event {
                    Some(event) => effects = self.event(event, term.terminal().size()?),
                    None => return Ok(End::Told),
                },
                _ = tick.tick() => {
                    if let Some(fallen) = sources.fallen() {
                        self.state.tell(fallen, false);
                    }
                }
                _ = hangup.recv() => return Ok(End::Told),
                _ = terminate.recv() => return Ok(End::Told),
                _ = interrupt.recv() => return Ok(End::Told),
                _ = stop.recv() => effects = vec![Effect::Suspend],
                _ = resumed.recv() => effects = vec![Effect::Redraw],
            }
            self.state.tick(self.clock.now());
            let urgent = !effects.is_empty();
            for effect in effects {
                if let Some(end) = self.carry_out(effect, &mut term, &mut sources)? {
                    return Ok(end);
                }
            }
            // What is told may come fast; what is typed is answered at once.
            let due = last + if self.far { FAR } else { FRAME };
            if !urgent && Instant::now() < due {
                self.gather(&mut told, due).await;
            }
            last = self.draw(&mut term)?;
        }
    }

    /// Takes what is told until then.
    async fn gather(&mut self, told: &mut mpsc::UnboundedReceiver<Message>, due: Instant) {
        while let Ok(Some(message)) = timeout_at(due, told.recv()).await {
            self.state.apply(message);
        }
    }

    fn draw(&mut self, term: &mut Term) -> io::Result<Instant> {
        let size = term.terminal().size()?;
        self.state.rows = rows(size);
        let (state, theme) = (&self.state, &self.theme);
        let linked = self.links
            && (term.has_links() || matches!(state.place(), Place::Leads | Place::Lead(_)));
        let drawn = term.terminal().draw(|frame| view::draw(state, theme, frame))?;
        if linked {
            let screen = drawn.buffer.clone();
            let links = links::of(state, &screen);
            term.link(&screen, links)?;
        }
        Ok(Instant::now())
    }

    fn event(&mut self, event: Event, size: Size) -> Vec<Effect> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.state.key(Key::from(key)),
            Event::Mouse(mouse) => {
                self.state.mouse(mouse, Rect::new(0, 0, size.width, size.height))
            }
            // Drawing finds out about the size by itself.
            _ => Vec::new(),
        }
    }

    fn carry_out(
        &mut self,
        effect: Effect,
        term: &mut Term,
        sources: &mut Sources,
    ) -> io::Result<Option<End>> {
        match effect {
            Effect::Look | Effect::Pace => sources.want(|wanted| tell(&self.state, wanted)),
            Effect::Do(deed) => sources.act(deed),
            Effect::Copy(text) => term.copy(&text)?,
            Effect::Save => {
                let name = file_name(&self.state);
                match save(&self.state, Path::new(&name)) {
                    Ok(()) => self.state.tell(format!("written to {name}"), true),
                    Err(error) => self.state.tell(format!("{name}: {error}"), false),
                }
            }
            Effect::Redraw => term.clear()?,
            Effect::Suspend => term.suspend()?,
            Effect::Quit { keep } => {
                if keep {
                    let size = term.terminal().size()?;
                    let frame = frame(&self.state, &self.theme, size);
                    // The other screen is given back first, so that this stays.
                    term.give_back();
                    leave_frame(&frame)?;
                }
                return Ok(Some(End::Quit));
            }
        }
        Ok(None)
    }
}

/// What the place where one is needs.
pub fn tell(state: &State, wanted: &mut Wanted) {
    wanted.interval = state.interval;
    wanted.paused = state.paused;
    wanted.view = Some(state.place().view());
    wanted.page = state.asked();
    wanted.job = match state.place() {
        Place::Job(job) => Some(job.clone()),
        _ => None,
    };
}

/// Rows of a list on a screen.
fn rows(size: Size) -> u16 {
    size.height.saturating_sub(7).max(1)
}

/// One frame, without a terminal.
pub fn frame(state: &State, theme: &Theme, size: Size) -> Buffer {
    let backend = TestBackend::new(size.width, size.height);
    let Ok(mut terminal) = Terminal::new(backend);
    let Ok(_) = terminal.draw(|frame| view::draw(state, theme, frame));
    terminal.backend().buffer().clone()
}

/// What is typed, from a thread of its own; it ends with the terminal.
fn listen() -> mpsc::Receiver<Event> {
    let (to, from) = mpsc::channel(64);
    std::thread::spawn(move || {
        while let Ok(event) = crossterm::event::read() {
            if to.blocking_send(event).is_err() {
                return;
            }
        }
    });
    from
}

fn file_name(state: &State) -> String {
    let at = state.at().to_datetime().format("%Y%m%dT%H%M%SZ");
    format!("leadctl-{}-{at}.json", state.place().view().name())
}

/// A file that was not there before, as what is shown may be nobody else's business.
fn save(state: &State, path: &Path) -> io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let text = serde_json::to_string_pretty(&view::json::of(state)).map_err(io::Error::other)?;
    let mut file =
        std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    writeln!(file, "{text}")
}

/// Takes what is told until all that a frame needs is there, or the time is up.
pub async fn gather(
    state: &mut State,
    clock: &SharedClock,
    told: &mut mpsc::UnboundedReceiver<Message>,
    enough: impl Fn(&State) -> bool,
    patience: Duration,
) {
    let due = Instant::now() + patience;
    while !enough(state) {
        let Ok(Some(message)) = timeout_at(due, told.recv()).await else { break };
        state.apply(message);
        state.tick(clock.now());
    }
    state.tick(clock.now());
}
