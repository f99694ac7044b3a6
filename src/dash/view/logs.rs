//! What the processes say, newest first, with all of the line that the cursor is on.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde_json::Value;

use super::text::{Text, draw as draw_text};
use super::words::clock;
use super::{stale, table};
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, text};
use crate::dash::state::State;
use crate::dash::theme::Theme;
use crate::supervisor::LogLine;

const COLUMNS: &[Col] =
    &[text("AT", 8, 0), text("LEVEL", 7, 0), text("FROM", 12, 0), text("LINE", 300, 0)];
/// Fewest lines of what is shown of one.
const ONE: u16 = 7;

/// How bad a line is, as it says itself.
fn tone(level: &str) -> Tone {
    match level {
        "ERROR" => Tone::Bad,
        "WARN" => Tone::Warn,
        "INFO" => Tone::Normal,
        _ => Tone::Dim,
    }
}

/// The level of a line and what it says, without the time; of lines for people and of JSON.
fn parse(line: &str) -> (String, String) {
    if let Ok(Value::Object(mut said)) = serde_json::from_str(line) {
        let level = said.get("level").and_then(Value::as_str).unwrap_or_default().to_owned();
        let Some(Value::Object(mut fields)) = said.remove("fields") else {
            return (level, line.to_owned());
        };
        let mut text = match fields.remove("message") {
            Some(Value::String(message)) => message,
            _ => String::new(),
        };
        for (name, value) in fields {
            text.push_str(&format!(" {name}={value}"));
        }
        return (level, text);
    }
    let mut words = line.splitn(2, ' ');
    let rest = match words.next() {
        Some(first) if chrono::DateTime::parse_from_rfc3339(first).is_ok() => {
            words.next().unwrap_or_default().trim_start()
        }
        _ => line,
    };
    for level in ["ERROR", "WARN", "INFO", "DEBUG", "TRACE"] {
        if let Some(text) = rest.strip_prefix(level)
            && text.starts_with(' ')
        {
            return (level.to_owned(), text.trim_start().to_owned());
        }
    }
    (String::new(), rest.to_owned())
}

fn row(n: usize, line: &LogLine) -> Row {
    let (level, said) = parse(&line.text);
    let tone = tone(&level);
    let shown = match tone {
        Tone::Bad | Tone::Warn => format!("{} {level}", Theme::shape(tone)),
        _ => level,
    };
    Row {
        item: Item::Nth(n as u64),
        cells: vec![
            Cell::text(clock(line.at)).tone(Tone::Dim),
            Cell::text(shown).tone(tone),
            Cell::text(&line.from),
            Cell::text(said).tone(tone),
        ],
        wrong: matches!(tone, Tone::Bad | Tone::Warn),
    }
}

/// The lines up to the moment looked at.
pub fn listing(state: &State) -> Listing {
    let at = state.at();
    let lines = state.logs.get().map(Vec::as_slice).unwrap_or_default().iter().enumerate().rev();
    let lines = lines.filter(|(_, line)| state.cursor.is_none() || line.at <= at);
    let empty = match (&state.logs.value, &state.logs.error) {
        (Some(_), _) => "nothing was said yet".to_owned(),
        (None, Some(why)) => {
            format!("no log here: `leadctl up` keeps one in the data directory ({why})")
        }
        (None, None) => "reading the log …".to_owned(),
    };
    Listing {
        title: "Log of leadctl up, newest first".into(),
        columns: COLUMNS,
        rows: lines.map(|(n, line)| row(n, line)).collect(),
        empty: Cell::text(empty).text,
    }
}

/// Where the list is.
pub fn list_area(state: &State, area: Rect) -> Rect {
    Rect { height: area.height - below(state, area), ..area }
}

fn below(state: &State, area: Rect) -> u16 {
    if state.look().expanded == 0 && area.height >= ONE + 8 { ONE } else { 0 }
}

/// Draws the list, with all of the line that the cursor is on.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame, area: Rect) {
    let list = list_area(state, area);
    table::pane(state, theme, frame, list, &super::listing(state), stale(state));
    let under = Rect { y: list.bottom(), height: below(state, area), ..area };
    let Some(Item::Nth(n)) = super::current(state).filter(|_| under.height > 0) else { return };
    let lines = state.logs.get();
    let line = lines.zip(usize::try_from(n).ok()).and_then(|(lines, n)| lines.get(n));
    if let Some(line) = line {
        let mut text = Text::default();
        text.plain(&line.text);
        let title = format!("{}, {}", Cell::text(&line.from).text, line.at);
        draw_text(theme, frame, under, &title, &text, 0, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_tell_their_level_whatever_their_format() {
        for (line, level, text) in [
            ("2026-12-01T13:43:06.123456Z  WARN job failed id=1", "WARN", "job failed id=1"),
            ("2026-12-01T13:43:06Z INFO up", "INFO", "up"),
            (
                r#"{"timestamp":"2026-12-01T13:43:06Z","level":"ERROR","fields":{"message":"m","id":1}}"#,
                "ERROR",
                "m id=1",
            ),
            (
                "thread 'main' panicked at src/x.rs:1:1:",
                "",
                "thread 'main' panicked at src/x.rs:1:1:",
            ),
            ("INFORMATION", "", "INFORMATION"),
            ("", "", ""),
            (r#"{"level":3}"#, "", r#"{"level":3}"#),
        ] {
            assert_eq!(parse(line), (level.to_owned(), text.to_owned()), "{line}");
        }
    }
}
