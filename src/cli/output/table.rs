use std::io::IsTerminal;

use comfy_table::presets::NOTHING;
use comfy_table::{Attribute, CellAlignment, Color, ContentArrangement, Table};
use serde::Serialize;

use super::plain;

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
    /// The cell of one record.
    pub cell: fn(&T) -> Cell,
}

impl<T> Column<T> {
    /// A usual column.
    pub const fn new(name: &'static str, cell: fn(&T) -> Cell) -> Self {
        Self { name, wide: false, cell }
    }

    /// A column shown only where asked for.
    pub const fn wide(name: &'static str, cell: fn(&T) -> Cell) -> Self {
        Self { name, wide: true, cell }
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
    let mut table = Table::new();
    table.load_style(NOTHING);
    if std::io::stdout().is_terminal() {
        table.set_content_arrangement(ContentArrangement::Dynamic);
        if let Ok((width, _)) = crossterm::terminal::size() {
            table.set_width(width.max(40));
        }
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
    for item in items {
        table.add_row(columns.iter().map(|c| table_cell(&(c.cell)(item), color)));
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    let mut text = String::new();
    for line in table.to_string().lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
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

/// A cell for CSV: text that a spreadsheet would take for a formula gets a `'` in front (OWASP, CSV
/// injection), control characters are made visible.
pub(super) fn csv_cell(cell: &Cell) -> String {
    let text = plain(&cell.text);
    let formula =
        text.trim_start().starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠']);
    if formula && !cell.number { format!("'{text}") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_numbers_are_not() {
        assert_eq!(csv_cell(&Cell::text("=HYPERLINK(\"x\")")), "'=HYPERLINK(\"x\")");
        assert_eq!(csv_cell(&Cell::text("  @SUM(A1)")), "'  @SUM(A1)");
        assert_eq!(csv_cell(&Cell::text("\t=1+1")), "' =1+1");
        assert_eq!(csv_cell(&Cell::number(-5)), "-5");
        assert_eq!(csv_cell(&Cell::text("plain")), "plain");
    }
}
