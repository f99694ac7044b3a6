//! The jobs of a queue by state, and all that is known of one.

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use serde_json::Value;

use super::text::{Text, draw as draw_text};
use super::words::ago;
use super::{stale, table};
use crate::cli::jobs::{brief, what};
use crate::cli::time::span;
use crate::dash::data::{JobRef, JobSeen};
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, number, text};
use crate::dash::place::Place;
use crate::dash::state::State;
use crate::dash::theme::Theme;
use crate::model::Timestamp;
use crate::queue::{Job, JobState};

const COLUMNS: &[Col] = &[
    text("ID", 38, 0),
    text("STATE", 19, 1),
    text("WHAT", 60, 0),
    number("TRIES", 4),
    number("AGE", 2),
    number("RAN", 5),
    text("LAST WORD", 80, 3),
];

/// The jobs of the page.
pub fn listing(state: &State) -> Listing {
    let asked = state.asked().unwrap_or_default();
    let page = state
        .page
        .get()
        .filter(|page| page.asked.queue == asked.queue && page.asked.state == asked.state);
    let queue = Cell::text(&asked.queue).text;
    let mut title = format!("Jobs of {queue}");
    if !state.pages.is_empty() {
        title.push_str(&format!(", page {}", state.pages.len() + 1));
    }
    if let Some(page) = page {
        if page.scanned > page.jobs.len() as u64 {
            title.push_str(&format!(", {} looked at", page.scanned));
        }
        if page.next.is_some() {
            title.push_str(", n for more");
        }
    }
    let empty = match (page, &state.page.error) {
        (Some(_), _) => "no job here".to_owned(),
        (None, Some(error)) => Cell::text(error).text,
        (None, None) => "reading the jobs …".to_owned(),
    };
    let jobs = page.into_iter().flat_map(|page| &page.jobs);
    Listing { title, columns: COLUMNS, rows: jobs.map(|job| row(job, state.now)).collect(), empty }
}

/// How a state is meant.
pub fn tone(state: JobState) -> Tone {
    match state {
        JobState::Failed => Tone::Bad,
        JobState::Active => Tone::Accent,
        JobState::Completed => Tone::Good,
        JobState::Paused => Tone::Warn,
        _ => Tone::Normal,
    }
}

/// A job as a row.
pub fn row(job: &Job, now: Timestamp) -> Row {
    let word = match job.state {
        JobState::Failed => job.failed_reason.clone().unwrap_or_default(),
        JobState::Completed => job.result.as_ref().map(brief).unwrap_or_default(),
        JobState::Delayed => {
            job.run_at.map(|at| format!("runs in {}", span(at.since(now)))).unwrap_or_default()
        }
        _ => brief(&job.progress),
    };
    let tone = tone(job.state);
    Row {
        item: Item::Job(JobRef { queue: job.queue.clone(), id: job.id.clone() }),
        cells: vec![
            Cell::text(&job.id),
            Cell::text(format!("{} {}", Theme::shape(tone), job.state)).tone(tone),
            Cell::text(what(&job.name, &job.data)),
            Cell::figure(
                format!("{}/{}", job.attempts_made, job.options.attempts),
                f64::from(job.attempts_made),
            ),
            ago(Some(job.created_at), now),
            ran(job, now)
                .map_or_else(Cell::absent, |ran| Cell::figure(span(ran), ran.as_secs_f64())),
            Cell::text(word).tone(Tone::Dim),
        ],
        wrong: job.state == JobState::Failed || job.stalled_count > 0,
    }
}

fn ran(job: &Job, now: Timestamp) -> Option<Duration> {
    let begun = job.processed_at?;
    match job.state {
        JobState::Active => Some(now.since(begun)),
        _ => job.finished_at.map(|end| end.since(begun)),
    }
}

/// Where the list is: under the tabs of states.
pub fn list_area(area: Rect) -> Rect {
    let tabs = 1.min(area.height);
    Rect { y: area.y + tabs, height: area.height - tabs, ..area }
}

/// Draws the list.
pub fn draw_list(state: &State, theme: &Theme, frame: &mut Frame, area: Rect) {
    tabs(state, theme, frame, area);
    let list = list_area(area);
    table::pane(state, theme, frame, list, &super::listing(state), stale(state));
}

fn tabs(state: &State, theme: &Theme, frame: &mut Frame, area: Rect) {
    let Place::Jobs { queue, state: chosen } = state.place() else { return };
    let counts = state.parts().queue(queue).map(|queue| &queue.status.counts);
    let all = std::iter::once(None).chain(JobState::ALL.iter().copied().map(Some));
    let mut x = area.x;
    for tab in all {
        let name = tab.map_or("all", JobState::as_str);
        let count = match (tab, counts) {
            (Some(tab), Some(counts)) => counts.of(tab),
            _ => 0,
        };
        // States that hold nothing give way on narrow screens.
        if area.width < 100 && tab.is_some() && tab != *chosen && count == 0 {
            continue;
        }
        let text = if count > 0 { format!(" {name} {count} ") } else { format!(" {name} ") };
        let mut style = theme.style(if count > 0 { Tone::Normal } else { Tone::Dim });
        if tab == *chosen {
            style = theme.style(Tone::Accent).add_modifier(Modifier::REVERSED);
        }
        let room = area.right().saturating_sub(x);
        table::put(frame.buffer_mut(), x, area.y, &text, room.into(), style);
        x = x.saturating_add(u16::try_from(text.len()).unwrap_or(0)).min(area.right());
    }
}

/// Draws one job.
pub fn draw_job(state: &State, theme: &Theme, frame: &mut Frame, area: Rect, job: &JobRef) {
    let seen = state.job.get().filter(|seen| seen.asked == *job);
    let mut text = Text::default();
    match seen {
        None => match &state.job.error {
            Some(error) => text.plain(error),
            None => text.plain("reading the job …"),
        },
        Some(JobSeen { job: None, .. }) => text.plain("this job is not there (any more)"),
        Some(JobSeen { job: Some(found), logs, logs_total, .. }) => {
            about(&mut text, found, state.now);
            timeline(&mut text, found, state.now);
            contents(&mut text, found);
            if *logs_total > 0 {
                text.head(&format!("Log, {} of {logs_total} lines", logs.len()));
            }
            for line in logs {
                let at = line.at.map_or_else(String::new, |at| format!("{at}  "));
                text.plain(&format!("{at}{}", line.text));
            }
        }
    }
    let title = format!("Job {}", Cell::text(job.to_string()).text);
    draw_text(theme, frame, area, &title, &text, state.look().scroll, stale(state));
}

fn about(text: &mut Text, job: &Job, now: Timestamp) {
    let tone = tone(job.state);
    text.line("state", &format!("{} {}", Theme::shape(tone), job.state), tone);
    text.line("what", &what(&job.name, &job.data), Tone::Normal);
    let tries = format!("{} of {} made", job.attempts_made, job.options.attempts);
    text.line("tries", &tries, Tone::Normal);
    if job.stalled_count > 0 {
        text.line("stalled", &format!("{} times", job.stalled_count), Tone::Warn);
    }
    for (name, value) in [("worker", &job.worker), ("schedule", &job.schedule_id)] {
        if let Some(value) = value {
            text.line(name, value, Tone::Normal);
        }
    }
    let progress = brief(&job.progress);
    if !progress.is_empty() {
        text.line("progress", &progress, Tone::Normal);
    }
    if let Some(ran) = ran(job, now) {
        text.line("ran", &span(ran), Tone::Normal);
    }
}

fn timeline(text: &mut Text, job: &Job, now: Timestamp) {
    text.head("Timeline");
    let steps = [
        ("added", Some(job.created_at)),
        ("due", job.run_at),
        ("begun", job.processed_at),
        (if job.state == JobState::Failed { "failed" } else { "ended" }, job.finished_at),
    ];
    let mut before = None;
    for (name, at) in steps {
        let Some(at) = at else { continue };
        let since = before.map_or_else(String::new, |b| format!(", {} later", span(at.since(b))));
        text.line(
            name,
            &format!("{at}  ({}{since})", crate::cli::time::ago(at, now)),
            Tone::Normal,
        );
        before = Some(at);
    }
}

fn contents(text: &mut Text, job: &Job) {
    if let Some(reason) = &job.failed_reason {
        text.head(if job.state == JobState::Failed { "Error" } else { "Last error" });
        text.toned(reason, Tone::Bad);
    }
    if job.stacktrace.len() > 1 || job.stacktrace.iter().any(|entry| entry.contains('\n')) {
        text.head("Failures, oldest first");
        for entry in &job.stacktrace {
            text.plain(entry);
        }
    }
    text.head("Payload");
    text.plain(&pretty(&job.data));
    if let Some(result) = &job.result {
        text.head("Result");
        text.plain(&pretty(result));
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_else(|_| value.to_string())
}
