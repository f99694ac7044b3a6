//! All that the screen shows, as one plain struct. Nothing here waits, reads a clock or draws.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use super::actions::Deed;
use super::data::{Answer, Event, Fresh, JobSeen, Letters, Message, Page, PageAsked};
use super::history::{History, Parts};
use super::listing::Item;
use super::place::{Place, View};
use crate::cli::overview::{Finding, Overview, Verdict, judge};
use crate::model::{Lead, Timestamp};
use crate::supervisor::LogLine;

/// Events kept.
const EVENTS: usize = 2_000;
/// How long a notice stays.
const NOTICE: Duration = Duration::from_secs(8);

/// What is over the view.
#[derive(Debug, Clone, PartialEq)]
pub enum Over {
    /// A filter is being typed.
    Filter,
    /// A command is being typed; the line chosen.
    Palette {
        /// What was typed.
        typed: String,
        /// Which of the lines that match.
        chosen: usize,
    },
    /// A column to sort by is being chosen: 0 for the order as it comes, then the columns.
    Sort {
        /// Which line.
        chosen: usize,
    },
    /// The keys of this place; what was typed to search them.
    Help {
        /// What was typed.
        typed: String,
    },
    /// Something is about to be done.
    Confirm {
        /// What.
        deed: Deed,
        /// What was typed.
        typed: String,
        /// Why that will not do.
        wrong: Option<String>,
    },
}

/// How one looks at a list; each view remembers its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Looking {
    /// The row the cursor is on.
    pub row: usize,
    /// What that row stood for, so that the cursor stays on it when rows move.
    pub on: Option<Item>,
    /// The filter.
    pub filter: String,
    /// Only what is wrong.
    pub only_wrong: bool,
    /// The column it is sorted by, and whether downwards.
    pub sort: Option<(usize, bool)>,
    /// What is marked.
    pub marked: BTreeSet<Item>,
    /// The first line shown of a text.
    pub scroll: u16,
    /// Which of the panes has all the room: 0 none, 1 the list, and so on.
    pub expanded: u8,
}

/// What may be done and what is there; given at the start.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Nothing may be changed.
    pub read_only: bool,
    /// There is a database of campaigns and leads.
    pub has_store: bool,
    /// There is a queue to be asked; else all comes from `/metrics`.
    pub has_queue: bool,
    /// One pane, without tabs.
    pub single: bool,
    /// The processes' log is on this machine, or would be.
    pub has_logs: bool,
}

/// All that the screen shows.
#[derive(Debug, Clone)]
pub struct State {
    /// What may be done.
    pub options: Options,
    /// The time by the clock on the wall.
    pub now: Timestamp,
    /// What is known now.
    pub live: Parts,
    /// What was known before.
    pub history: History,
    /// The moment looked at, where that is not now.
    pub cursor: Option<Timestamp>,
    /// Nothing is read.
    pub paused: bool,
    /// How often to read.
    pub interval: Duration,
    /// The dead letters.
    pub letters: Fresh<Letters>,
    /// The newest leads.
    pub leads: Fresh<Vec<Lead>>,
    /// What the processes said last, oldest first.
    pub logs: Fresh<Vec<LogLine>>,
    /// What happened, oldest first.
    pub events: VecDeque<(u64, Event)>,
    /// How many events there have been.
    pub seen: u64,
    /// The page of jobs last had.
    pub page: Fresh<Page>,
    /// Where the pages before this one began.
    pub pages: Vec<Option<String>>,
    /// The job last had.
    pub job: Fresh<JobSeen>,
    /// Where one is, and was.
    pub places: Vec<Place>,
    /// How one looks at each place.
    pub looking: BTreeMap<String, Looking>,
    /// What is over the view.
    pub over: Option<Over>,
    /// What was done last, until when it is told, and whether it went well.
    pub notice: Option<(String, bool, Timestamp)>,
    /// Rows of a page on this screen.
    pub rows: u16,
}

impl State {
    /// At the start.
    pub fn new(options: Options, now: Timestamp, interval: Duration) -> Self {
        Self {
            options,
            now,
            live: Parts::default(),
            history: History::default(),
            cursor: None,
            paused: false,
            interval,
            letters: Fresh::default(),
            leads: Fresh::default(),
            logs: Fresh::default(),
            events: VecDeque::new(),
            seen: 0,
            page: Fresh::default(),
            pages: Vec::new(),
            job: Fresh::default(),
            places: vec![Place::Overview],
            looking: BTreeMap::new(),
            over: None,
            notice: None,
            rows: 10,
        }
    }

    /// Where one is.
    pub fn place(&self) -> &Place {
        self.places.last().unwrap_or(&Place::Overview)
    }

    /// How one looks at this place.
    pub fn look(&self) -> Looking {
        self.looking.get(&key(self.place())).cloned().unwrap_or_default()
    }

    /// The same, to be changed.
    pub fn look_mut(&mut self) -> &mut Looking {
        let key = key(self.place());
        self.looking.entry(key).or_default()
    }

    /// What is known at the moment looked at.
    pub fn parts(&self) -> &Parts {
        match self.cursor.and_then(|at| self.history.at(at)) {
            Some((_, parts)) => parts,
            None => &self.live,
        }
    }

    /// The moment looked at.
    pub fn at(&self) -> Timestamp {
        match self.cursor {
            Some(at) => self.history.at(at).map_or(at, |(moment, _)| *moment),
            None => self.now,
        }
    }

    /// The views that there is something to show for.
    pub fn views(&self) -> Vec<View> {
        let shown = |view: &View| match view {
            View::Jobs | View::Letters | View::Events => self.options.has_queue,
            View::Schedules => self.options.has_queue || self.live.schedules.value.is_some(),
            View::Leads => self.options.has_store,
            View::Logs => self.options.has_logs,
            View::Workers | View::Processes => {
                self.options.has_queue || self.live.processes.value.is_some()
            }
            View::Breakers => self.live.breakers.get().is_some_and(|seen| !seen.is_empty()),
            View::Cache => self.live.cache.value.is_some(),
            View::Overview | View::Queues => true,
        };
        View::ALL.into_iter().filter(shown).collect()
    }

    /// What is wrong at the moment looked at, worst first.
    pub fn verdict(&self) -> Option<Verdict> {
        let parts = self.parts();
        let system = parts.system.get()?;
        let queues = parts.queues.get()?;
        let mut overview = Overview {
            at: self.at(),
            verdict: Verdict::default(),
            mode: system.mode.clone(),
            degraded: system.degraded.clone(),
            reddit: system.reddit,
            breakers: {
                let seen = parts.breakers.get();
                seen.into_iter().flatten().map(|breaker| breaker.status.clone()).collect()
            },
            processes: parts.processes.get().cloned().unwrap_or_default(),
            queues: queues.iter().map(|queue| queue.status.clone()).collect(),
            campaigns: system.campaigns,
            leads: system.leads,
            cache: None,
            ai: None,
            schedules: parts.schedules.get().map(|all| super::next_runs(all)).unwrap_or_default(),
        };
        self.count_failures(&mut overview);
        judge(&mut overview);
        Some(overview.verdict)
    }

    fn count_failures(&self, overview: &mut Overview) {
        let Some(letters) = self.letters.get() else { return };
        for queue in &mut overview.queues {
            let Some((_, count, last)) = letters.last_hour.iter().find(|(n, ..)| *n == queue.name)
            else {
                continue;
            };
            queue.failed_last_hour = *count;
            queue.failed_truncated = letters.truncated;
            queue.last_failure.clone_from(last);
        }
    }

    /// Sources that have stopped answering: what they tell of, for how long, and why.
    pub fn silent(&self) -> Vec<(&'static str, Duration, Option<String>)> {
        let at = self.at();
        let live = self.parts();
        let found = [
            ("queues", live.queues.stale(at), live.queues.error.clone()),
            ("processes", live.processes.stale(at), live.processes.error.clone()),
            ("system", live.system.stale(at), live.system.error.clone()),
            ("breakers", live.breakers.stale(at), live.breakers.error.clone()),
            ("cache", live.cache.stale(at), live.cache.error.clone()),
            ("metrics", live.traffic.stale(at), live.traffic.error.clone()),
        ];
        found.into_iter().filter_map(|(name, age, why)| Some((name, age?, why))).collect()
    }

    /// The page of jobs that is to be shown.
    pub fn asked(&self) -> Option<PageAsked> {
        let Place::Jobs { queue, state } = self.place() else { return None };
        Some(PageAsked {
            queue: queue.clone(),
            state: *state,
            cursor: self.pages.last().cloned().flatten(),
            filter: self.look().filter,
        })
    }

    /// Takes what a source says.
    pub fn apply(&mut self, message: Message) {
        match message {
            Message::Queues(answer) => self.live.queues.take(answer),
            Message::Processes(answer) => self.live.processes.take(answer),
            Message::System(answer) => self.live.system.take(answer),
            Message::Schedules(answer) => self.live.schedules.take(answer),
            Message::Breakers(answer) => self.live.breakers.take(answer),
            Message::Cache(answer) => self.live.cache.take(answer),
            Message::Traffic(answer) => self.live.traffic.take(answer),
            // While one looks back, lists stay as they were.
            Message::Letters(answer) => self.listed(answer, |state| &mut state.letters),
            Message::Leads(answer) => self.listed(answer, |state| &mut state.leads),
            Message::Page(answer) => self.listed(answer, |state| &mut state.page),
            Message::Job(answer) => self.listed(answer, |state| &mut state.job),
            Message::Logs(answer) => self.listed(answer, |state| &mut state.logs),
            Message::Events(events) => self.happened(events),
            Message::Done { text, ok } => self.tell(text, ok),
        }
    }

    fn listed<T>(&mut self, answer: Answer<T>, of: impl Fn(&mut Self) -> &mut Fresh<T>) {
        if self.cursor.is_none() || of(self).value.is_none() {
            of(self).take(answer);
        }
    }

    fn happened(&mut self, events: Vec<Event>) {
        for event in events {
            self.seen += 1;
            self.events.push_back((self.seen, event));
        }
        let surplus = self.events.len().saturating_sub(EVENTS);
        self.events.drain(..surplus);
    }

    /// Time has passed.
    pub fn tick(&mut self, now: Timestamp) {
        self.now = now;
        if !self.paused {
            self.history.keep(now, &self.live);
        }
        if self.notice.as_ref().is_some_and(|(_, _, until)| *until <= now) {
            self.notice = None;
        }
    }

    /// Tells what was done.
    pub fn tell(&mut self, text: impl Into<String>, ok: bool) {
        self.notice = Some((text.into(), ok, self.now.plus(NOTICE)));
    }

    /// The place where a finding can be looked into, with the key that leads there.
    pub fn leads_to(&self, finding: &Finding) -> (char, Option<View>) {
        let view = match finding.code {
            "no_worker" | "slow" => Some(View::Workers),
            "paused" => Some(View::Queues),
            "failures" => Some(View::Letters),
            "breaker" => Some(View::Breakers),
            _ => None,
        };
        match view.filter(|view| self.views().contains(view)) {
            Some(view) => (view.key(), Some(view)),
            None => ('!', None),
        }
    }
}

/// Places that are looked at alike share how one looks.
fn key(place: &Place) -> String {
    match place {
        Place::Jobs { .. } => "jobs".into(),
        Place::Job(_) => "job".into(),
        Place::Group(group) => format!("group {group}"),
        Place::Findings => "findings".into(),
        Place::Breaker(_) => "breaker".into(),
        Place::Lead(_) => "lead".into(),
        place => place.view().name().into(),
    }
}
