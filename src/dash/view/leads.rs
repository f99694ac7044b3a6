//! The newest leads, and one of them with its address.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::text::{Text, draw as draw_text};
use super::words::ago;
use super::{stale, table};
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, number, text};
use crate::dash::state::State;
use crate::dash::theme::Theme;
use crate::model::Lead;

const COLUMNS: &[Col] = &[
    number("SCORE", 0),
    text("INTENT", 20, 3),
    text("SUBREDDIT", 22, 2),
    number("FOUND", 1),
    text("STATUS", 10, 4),
    text("CAMPAIGN", 24, 6),
    text("TITLE", 160, 0),
    text("JUDGED BY", 24, 7),
];
/// From this score on a lead stands out.
const GOOD: u8 = 70;
/// Fewest lines of what is shown of one lead.
const ONE: u16 = 9;

/// The leads.
pub fn listing(state: &State) -> Listing {
    let rows = state.leads.get().into_iter().flatten().map(|lead| {
        let total = lead.score.total;
        Row {
            item: Item::Lead(lead.id.clone()),
            cells: vec![
                Cell::count(total.into()).tone_if(Tone::Good, total >= GOOD),
                Cell::text(lead.judgement.intent.as_str()),
                Cell::text(&lead.post.subreddit),
                ago(Some(lead.found_at), state.now),
                Cell::text(lead.status.as_str()),
                Cell::text(&lead.campaign_id),
                Cell::text(title(lead)),
                Cell::text(lead.judgement.judged_by.to_string()).tone(Tone::Dim),
            ],
            wrong: false,
        }
    });
    let empty = match (&state.leads.value, &state.leads.error) {
        (Some(_), _) => {
            "no leads yet; `leadctl jobs enqueue lead --campaign C` looks for some".to_owned()
        }
        (None, Some(error)) => Cell::text(error).text,
        (None, None) => "reading the leads …".to_owned(),
    };
    Listing { title: "Leads, newest first".into(), columns: COLUMNS, rows: rows.collect(), empty }
}

/// What a post is about in a line.
fn title(lead: &Lead) -> &str {
    let post = &lead.post;
    if post.title.trim().is_empty() { post.body.trim() } else { post.title.trim() }
}

/// Where the list is.
pub fn list_area(state: &State, area: Rect) -> Rect {
    Rect { height: area.height - below(state, area), ..area }
}

fn below(state: &State, area: Rect) -> u16 {
    if state.look().expanded > 0 {
        return 0;
    }
    if area.height >= ONE + 8 { (area.height / 3).max(ONE) } else { 0 }
}

/// Draws the list, with the lead that the cursor is on.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame, area: Rect) {
    let list = list_area(state, area);
    table::pane(state, theme, frame, list, &super::listing(state), stale(state));
    let under = Rect { y: list.bottom(), height: below(state, area), ..area };
    if let Some(Item::Lead(id)) = super::current(state).filter(|_| under.height > 0) {
        one(state, theme, frame, under, &id, 0);
    }
}

/// Draws one lead.
pub fn draw_one(state: &State, theme: &Theme, frame: &mut Frame, area: Rect, id: &str) {
    one(state, theme, frame, area, id, state.look().scroll);
}

fn one(state: &State, theme: &Theme, frame: &mut Frame, area: Rect, id: &str, scroll: u16) {
    let mut text = Text::default();
    let leads = state.leads.get();
    match leads.and_then(|all| all.iter().find(|lead| lead.id == id)) {
        Some(lead) => about(&mut text, lead),
        None => text.plain("this lead is not among the newest any more"),
    }
    draw_text(theme, frame, area, &format!("Lead {}", Cell::text(id).text), &text, scroll, None);
}

fn about(text: &mut Text, lead: &Lead) {
    text.line("title", title(lead), Tone::Accent);
    text.line("open", &lead.post.web_url(), Tone::Accent);
    text.line("reason", &lead.judgement.reason, Tone::Normal);
    let parts: Vec<String> =
        lead.score.parts.iter().map(|part| format!("{} {:.0}", part.name, part.points)).collect();
    text.line("score", &format!("{}: {}", lead.score.total, parts.join(", ")), Tone::Normal);
    let by = lead.post.author.as_deref().unwrap_or("somebody");
    text.line(
        "by",
        &format!("{by} in r/{}, {}", lead.post.subreddit, lead.post.created_at),
        Tone::Normal,
    );
    text.line("matched", &lead.matched.join(", "), Tone::Normal);
    if !lead.post.body.trim().is_empty() {
        text.head("Text");
        text.plain(&lead.post.body);
    }
}
