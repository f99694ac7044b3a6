//! A list as a table: as many columns as there is room for, the cursor always in sight.

use std::time::Duration;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, BorderType, Widget};
use unicode_width::UnicodeWidthStr;

use crate::cli::time::span;
use crate::dash::listing::{Col, Listing, Tone};
use crate::dash::state::{Looking, State};
use crate::dash::theme::Theme;

/// Room between columns.
const GAP: u16 = 2;
/// Narrower or lower than this, there is no room for frames.
const NARROW: u16 = 70;
const LOW: u16 = 5;

/// Whether there is room for a frame.
pub fn framed(area: Rect) -> bool {
    area.width >= NARROW && area.height >= LOW
}

/// Writes a text where that is on the screen at all; says where the next one would begin.
pub fn put(
    buffer: &mut Buffer,
    x: u16,
    y: u16,
    text: impl AsRef<str>,
    room: usize,
    style: Style,
) -> u16 {
    if !buffer.area.contains(Position { x, y }) {
        return x;
    }
    buffer.set_stringn(x, y, text, room, style).0
}

/// A pane with a title, and what is inside.
pub fn frame_of(theme: &Theme, title: &str, area: Rect, buffer: &mut Buffer, stale: bool) -> Rect {
    let tone = if stale { theme.style(Tone::Dim) } else { theme.head() };
    if area.height < 3 || area.width < 8 {
        return area;
    }
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.style(Tone::Dim))
        .title(ratatui::text::Line::styled(format!(" {title} "), tone));
    let inside = block.inner(area);
    block.render(area, buffer);
    inside
}

/// The title of a list: what, how many, how it is looked at.
fn title(listing: &Listing, look: &Looking, stale: Option<Duration>) -> String {
    let mut title = format!("{} ({})", listing.title, listing.rows.len());
    if !look.filter.is_empty() {
        title.push_str(&format!(" /{}", crate::plain::plain(&look.filter)));
    }
    if look.only_wrong {
        title.push_str(" only what is wrong");
    }
    if !look.marked.is_empty() {
        title.push_str(&format!(" {} marked", look.marked.len()));
    }
    if let Some((column, down)) = look.sort
        && let Some(col) = listing.columns.get(column)
    {
        title.push_str(&format!(" {}{}", if down { "↓" } else { "↑" }, col.name.to_lowercase()));
    }
    if let Some(age) = stale {
        title.push_str(&format!(" - no answer for {}", span(age)));
    }
    title
}

/// The list of a place in a pane.
pub fn pane(
    state: &State,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
    listing: &Listing,
    stale: Option<Duration>,
) {
    let look = state.look();
    let title = title(listing, &look, stale);
    let buffer = frame.buffer_mut();
    let inside = if framed(area) {
        frame_of(theme, &title, area, buffer, stale.is_some())
    } else {
        let style = if stale.is_some() { theme.style(Tone::Dim) } else { theme.head() };
        put(buffer, area.x, area.y, &title, area.width.into(), style);
        Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
    };
    let row = super::row(listing, &look);
    draw(theme, buffer, inside, listing, Some((row, &look)), stale.is_some());
}

/// A list in a pane of its own beside the one of the place: without a cursor.
pub fn aside(theme: &Theme, frame: &mut Frame, area: Rect, listing: &Listing) {
    let title = format!("{} ({})", listing.title, listing.rows.len());
    let inside = frame_of(theme, &title, area, frame.buffer_mut(), false);
    draw(theme, frame.buffer_mut(), inside, listing, None, false);
}

/// The rows that are in sight: the first, and how many.
fn window(rows: usize, row: usize, height: usize) -> usize {
    row.saturating_sub(height / 2).min(rows.saturating_sub(height))
}

/// The row at a line of the screen.
pub fn row_at(listing: &Listing, row: usize, area: Rect, y: u16) -> Option<usize> {
    // The title or the frame, and the heads.
    let below = if framed(area) { 1 } else { 0 };
    let first = area.y + 2;
    let height = area.height.saturating_sub(2 + below);
    let line = usize::from(y.checked_sub(first).filter(|line| *line < height)?);
    let at = window(listing.rows.len(), row, height.into()) + line;
    (at < listing.rows.len()).then_some(at)
}

fn draw(
    theme: &Theme,
    buffer: &mut Buffer,
    area: Rect,
    listing: &Listing,
    cursor: Option<(usize, &Looking)>,
    stale: bool,
) {
    if area.height == 0 || area.width == 0 {
        return;
    }
    if listing.rows.is_empty() {
        let style = theme.style(Tone::Dim);
        for (line, y) in
            wrap(&listing.empty, area.width.into()).iter().zip(area.top()..area.bottom())
        {
            put(buffer, area.x, y, line, area.width.into(), style);
        }
        return;
    }
    let row = cursor.map_or(0, |(row, _)| row);
    let height = usize::from(area.height.saturating_sub(1));
    let first = window(listing.rows.len(), row, height);
    let last = (first + height).min(listing.rows.len());
    let widths = widths(listing, first, last, area.width);
    let heads: Vec<(&str, Style)> =
        listing.columns.iter().map(|col| (col.name, theme.head())).collect();
    line(buffer, area, area.y, listing.columns, &widths, &heads);
    for (n, entry) in listing.rows[first..last].iter().enumerate() {
        let y = area.y + 1 + n as u16;
        let cells: Vec<(&str, Style)> = entry
            .cells
            .iter()
            .map(|cell| {
                let tone = if stale { Tone::Dim } else { cell.tone };
                (cell.text.as_str(), theme.style(tone))
            })
            .collect();
        line(buffer, area, y, listing.columns, &widths, &cells);
        let whole = Rect { y, height: 1, ..area };
        let Some((row, look)) = cursor else { continue };
        if look.marked.contains(&entry.item) {
            buffer.set_style(whole, Style::default().add_modifier(Modifier::UNDERLINED));
            put(buffer, area.x, y, "›", 1, theme.style(Tone::Accent));
        }
        if first + n == row {
            buffer.set_style(whole, theme.selected());
        }
    }
}

/// The widths of the columns; 0 for those left out.
fn widths(listing: &Listing, first: usize, last: usize, room: u16) -> Vec<u16> {
    let columns = listing.columns;
    let mut widths: Vec<u16> = columns
        .iter()
        .enumerate()
        .map(|(n, col)| {
            let cells = listing.rows[first..last].iter().filter_map(|row| row.cells.get(n));
            let widest = cells.map(|cell| cell.text.width()).max().unwrap_or(0);
            let width = widest.max(col.name.width());
            u16::try_from(width).unwrap_or(u16::MAX).min(col.most)
        })
        .collect();
    let total = |widths: &[u16]| -> u16 {
        let shown = widths.iter().filter(|width| **width > 0);
        // One cell at the left is for the mark.
        shown.fold(1_u16, |sum, width| sum.saturating_add(width + GAP)).saturating_sub(GAP)
    };
    while total(&widths) > room {
        let over = total(&widths) - room;
        // The widest gives way as far as it can be read; then the least important goes.
        let widest = (0..widths.len()).filter(|n| !columns[*n].right).max_by_key(|n| widths[*n]);
        if let Some(widest) = widest
            && widths[widest].saturating_sub(over) >= 16
        {
            widths[widest] -= over;
            break;
        }
        let least = (0..widths.len())
            .filter(|n| widths[*n] > 0 && columns[*n].rank > 0)
            .max_by_key(|n| columns[*n].rank);
        match least {
            Some(least) => widths[least] = 0,
            None => {
                if let Some(widest) = widest {
                    widths[widest] = widths[widest].saturating_sub(over).max(4);
                }
                break;
            }
        }
    }
    widths
}

fn line(
    buffer: &mut Buffer,
    area: Rect,
    y: u16,
    columns: &[Col],
    widths: &[u16],
    cells: &[(&str, Style)],
) {
    let mut x = area.x + 1;
    for ((col, width), (text, style)) in columns.iter().zip(widths).zip(cells) {
        if *width == 0 {
            continue;
        }
        let room = area.right().saturating_sub(x).min(*width);
        if room == 0 {
            break;
        }
        let shown = cut(text, room.into());
        let lead = if col.right { room - (shown.width() as u16).min(room) } else { 0 };
        put(buffer, x + lead, y, shown, (room - lead).into(), *style);
        x = x.saturating_add(width + GAP);
    }
}

/// As much as there is room for, with `…` where there is more.
pub fn cut(text: &str, room: usize) -> std::borrow::Cow<'_, str> {
    if text.width() <= room {
        return text.into();
    }
    let mut shown = String::new();
    let mut width = 0;
    for c in text.chars() {
        width += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if width + 1 > room {
            break;
        }
        shown.push(c);
    }
    shown.push('…');
    shown.into()
}

/// A text in lines no wider than `room`, broken at spaces where there are any.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            let mut word = word;
            if !line.is_empty() && line.width() + 1 + word.width() > room {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            while word.width() > room && room > 0 {
                let mut width = 0;
                let end = word
                    .char_indices()
                    .find(|(_, c)| {
                        width += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
                        width > room
                    })
                    .map_or(word.len(), |(at, _)| at);
                if end == 0 {
                    break;
                }
                lines.push(word[..end].to_owned());
                word = &word[end..];
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_and_wrapped_by_their_width() {
        assert_eq!(cut("abcdef", 4), "abc…");
        assert_eq!(cut("日本語", 5), "日本…");
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(wrap("a bb ccc", 4), ["a bb", "ccc"]);
        assert_eq!(wrap("abcdefgh i", 4), ["abcd", "efgh", "i"]);
        assert_eq!(wrap("a\n\nb", 4), ["a", "", "b"]);
    }

    #[test]
    fn the_cursor_stays_in_sight() {
        for (rows, row, height, first) in
            [(5, 4, 10, 0), (100, 0, 10, 0), (100, 50, 10, 45), (100, 99, 10, 90)]
        {
            assert_eq!(window(rows, row, height), first);
        }
    }
}
