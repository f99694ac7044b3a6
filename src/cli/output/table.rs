use std::io::IsTerminal;

use comfy_table::presets::NOTHING;
use comfy_table::{Attribute, CellAlignment, Color, ContentArrangement, Table};
use serde::Serialize;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::plain;
use crate::plain::csv_text;

/// Blanks behind each column.
const GAP: u16 = 2;
/// What is left at least of a cell that is shortened.
const LEAST_CUT: usize = 12;
/// Width from which cells that are not shortened may be broken into lines.
const BROKEN: usize = 40;

/// What a cell's value means to an operator; shown as colour, always beside the word itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Normal,
    /// As it should be.
    Good,
    /// Worth a look.
    Warn,
    /// Needs someone.
    Bad,
    /// Of little interest.
    Dim,
}

/// One cell.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    text: String,
    tone: Tone,
    number: bool,
}

impl Cell {
    /// Text from anywhere; made safe when printed. Empty text is shown as `-`.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A number, aligned right.
    pub fn number(n: impl std::fmt::Display) -> Self {
        Self { text: n.to_string(), number: true, ..Self::default() }
    }

    /// What is absent.
    pub fn absent() -> Self {
        Self::default()
    }

    /// Text where there is some.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or_else(Self::absent, Self::text)
    }

    /// The same with a tone.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

/// A column of tables and CSV.
pub struct Column<T: ?Sized> {
    /// Its name: `--columns` takes it, CSV heads with it, tables show it in capitals.
    pub name: &'static str,
    /// Shown in a table only where asked for.
    pub wide: bool,
    /// Shortened where a line would not fit the terminal; nowhere else.
    pub cut: bool,
    /// The cell of one record.
    pub cell: fn(&T) -> Cell,
}

impl<T> Column<T> {
    /// A usual column.
    pub const fn new(name: &'static str, cell: fn(&T) -> Cell) -> Self {
        Self { name, wide: false, cut: false, cell }
    }

    /// A column shown only where asked for.
    pub const fn wide(name: &'static str, cell: fn(&T) -> Cell) -> Self {
        Self { name, wide: true, cut: false, cell }
    }

    /// The same, shortened where a line would not fit the terminal.
    #[must_use]
    pub const fn cut(self) -> Self {
        Self { cut: true, ..self }
    }
}

/// A value that can stand in a list: its JSON form is its `Serialize`.
pub trait Record: Serialize + Sized + 'static {
    /// All columns, the usual ones in order.
    fn columns() -> &'static [Column<Self>];
}

/// Lays out a table; within the terminal's width on a terminal, without cut-offs in a pipe.
pub(super) fn render<T: Record>(
    items: &[T],
    columns: &[&'static Column<T>],
    headers: bool,
    color: bool,
) -> String {
    let terminal = std::io::stdout()
        .is_terminal()
        .then(|| crossterm::terminal::size().map_or(80, |(width, _)| width.max(40)));
    render_within(items, columns, headers, color, terminal)
}

fn render_within<T: Record>(
    items: &[T],
    columns: &[&'static Column<T>],
    headers: bool,
    color: bool,
    terminal: Option<u16>,
) -> String {
    let mut rows: Vec<Vec<Cell>> =
        items.iter().map(|item| columns.iter().map(|c| (c.cell)(item)).collect()).collect();
    let mut table = Table::new();
    table.load_style(NOTHING);
    if let Some(width) = terminal {
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(width);
        cut_to_fit(&mut rows, columns, usize::from(width));
    } else {
        table.set_content_arrangement(ContentArrangement::Disabled);
        table.force_no_tty();
    }
    if color {
        table.enforce_styling();
    }
    if headers {
        table.set_header(columns.iter().map(|c| {
            let cell = comfy_table::Cell::new(c.name.to_uppercase().replace('_', " "));
            if color { cell.add_attribute(Attribute::Bold) } else { cell }
        }));
    }
    for row in &rows {
        table.add_row(row.iter().map(|cell| table_cell(cell, color)));
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, GAP));
    }
    let mut text = String::new();
    for line in table.to_string().lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Shortens the cells that may be shortened to what the others leave of a line.
fn cut_to_fit<T>(rows: &mut [Vec<Cell>], columns: &[&'static Column<T>], line: usize) {
    let widths: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            let cells = rows.iter().map(|row| plain(&row[index].text).width());
            cells.max().unwrap_or(0).max(column.name.len())
        })
        .collect();
    let gaps = usize::from(GAP) * columns.len();
    // Very long cells of other columns are broken into lines anyway.
    let others = columns.iter().zip(&widths).filter(|(column, _)| !column.cut);
    let taken: usize = others.map(|(_, width)| (*width).min(BROKEN)).sum();
    let wanted = columns.iter().zip(&widths).filter(|(column, _)| column.cut);
    let wanted: Vec<usize> = wanted.map(|(_, width)| *width).collect();
    let widest = fair_share(line.saturating_sub(gaps + taken), wanted).max(LEAST_CUT);
    for row in rows {
        for (cell, _) in row.iter_mut().zip(columns).filter(|(_, column)| column.cut) {
            if let Some(short) = shortened(&plain(&cell.text), widest) {
                cell.text = short;
            }
        }
    }
}

/// The most that each may have of `space`, where those that want less leave the rest to the others.
fn fair_share(space: usize, mut wanted: Vec<usize>) -> usize {
    wanted.sort_unstable();
    let (mut left, mut takers) = (space, wanted.len());
    for want in wanted {
        if want * takers > left {
            return left / takers;
        }
        left -= want;
        takers -= 1;
    }
    usize::MAX
}

/// `text` in `width` columns with `…` at its end, where it is wider than that.
fn shortened(text: &str, width: usize) -> Option<String> {
    if text.width() <= width {
        return None;
    }
    let mut short = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > width {
            break;
        }
        short.push(c);
    }
    short.truncate(short.trim_end().len());
    short.push('…');
    Some(short)
}

fn table_cell(cell: &Cell, color: bool) -> comfy_table::Cell {
    let text = if cell.text.is_empty() { "-".into() } else { plain(&cell.text) };
    let mut shown = comfy_table::Cell::new(text);
    if cell.number {
        shown = shown.set_alignment(CellAlignment::Right);
    }
    match (color, cell.tone) {
        (false, _) | (true, Tone::Normal) => shown,
        (true, Tone::Good) => shown.fg(Color::Green),
        (true, Tone::Warn) => shown.fg(Color::Yellow),
        (true, Tone::Bad) => shown.fg(Color::Red),
        (true, Tone::Dim) => shown.add_attribute(Attribute::Dim),
    }
}

/// A cell for CSV.
pub(super) fn csv_cell(cell: &Cell) -> String {
    let text = if cell.number { plain(&cell.text) } else { csv_text(&cell.text) };
    text.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Thing(&'static str);

    impl Record for Thing {
        fn columns() -> &'static [Column<Self>] {
            const {
                &[
                    Column::new("title", |thing: &Thing| Cell::text(thing.0)).cut(),
                    Column::new("id", |_| Cell::text("0123456789")),
                ]
            }
        }
    }

    #[test]
    fn what_one_column_does_not_need_goes_to_the_others() {
        assert_eq!(fair_share(30, vec![5, 40]), 25);
        assert_eq!(fair_share(30, vec![40, 40]), 15);
        assert_eq!(fair_share(30, vec![10, 20]), usize::MAX);
        assert_eq!(fair_share(0, vec![1]), 0);
    }

    #[test]
    fn titles_are_cut_to_fit_a_terminal_and_nowhere_else() {
        let columns: Vec<&Column<Thing>> = Thing::columns().iter().collect();
        let things = [
            Thing("a title of more than thirty characters"),
            Thing("日本語の題名はどうですか、長いですよ"),
        ];
        let piped = render_within(&things, &columns, true, false, None);
        assert!(piped.contains("a title of more than thirty characters  0123456789"), "{piped}");
        let shown = render_within(&things, &columns, true, false, Some(40));
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines.len(), 3, "{shown}");
        assert!(lines[1].starts_with("a title of more than thir…"), "{shown}");
        assert!(lines[2].contains("…"), "{shown}");
        assert!(lines.iter().all(|line| line.width() <= 40), "{shown}");
    }

    #[test]
    fn formulas_are_defused_and_numbers_are_not() {
        assert_eq!(csv_cell(&Cell::text("=HYPERLINK(\"x\")")), "'=HYPERLINK(\"x\")");
        assert_eq!(csv_cell(&Cell::text("  @SUM(A1)")), "'  @SUM(A1)");
        assert_eq!(csv_cell(&Cell::text("\t=1+1")), "' =1+1");
        assert_eq!(csv_cell(&Cell::number(-5)), "-5");
        assert_eq!(csv_cell(&Cell::text("plain")), "plain");
    }
}
