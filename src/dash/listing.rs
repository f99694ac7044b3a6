//! A list as every view makes it: columns, rows, and what each row stands for.

use super::data::JobRef;
use crate::guard::cache::Kind;
use crate::plain::plain;

/// Longest text of a cell, in characters: more than any screen is wide.
const LONGEST: usize = 400;

/// How a text is meant; the theme turns it into colour, the words say it as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing about it.
    #[default]
    Normal,
    /// Of little interest.
    Dim,
    /// As it should be.
    Good,
    /// Worth a look.
    Warn,
    /// Needs somebody.
    Bad,
    /// To be found at a glance.
    Accent,
}

/// What a row stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A queue.
    Queue(String),
    /// A job.
    Job(JobRef),
    /// A group of dead letters.
    Group(String),
    /// A process, by its id.
    Process(String),
    /// A breaker.
    Breaker(String),
    /// A kind of cache entries.
    Kind(Kind),
    /// A lead.
    Lead(String),
    /// A schedule: its queue and id.
    Schedule(String, String),
    /// The n-th of a list whose entries have no name.
    Nth(u64),
    /// Something that is wrong, the n-th.
    Finding(usize),
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// The text, safe to print.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// What it is sorted by, where that is a number.
    pub number: Option<f64>,
}

impl Cell {
    /// A text from anywhere.
    pub fn text(text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        let cut = text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end]);
        Self { text: plain(cut).into_owned(), ..Self::default() }
    }

    /// A count.
    pub fn count(n: u64) -> Self {
        #[allow(clippy::cast_precision_loss)]
        let number = Some(n as f64);
        Self { text: n.to_string(), number, ..Self::default() }
    }

    /// A text that stands for a number.
    pub fn figure(text: impl Into<String>, number: f64) -> Self {
        Self { text: text.into(), number: Some(number), ..Self::default() }
    }

    /// Nothing is known.
    pub fn absent() -> Self {
        Self { text: "-".into(), tone: Tone::Dim, number: None }
    }

    /// `cell`, or nothing.
    pub fn maybe(cell: Option<Self>) -> Self {
        cell.unwrap_or_else(Self::absent)
    }

    /// The same, meant so.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The same, meant so where it is more than nothing.
    #[must_use]
    pub fn tone_if(self, tone: Tone, when: bool) -> Self {
        if when { self.tone(tone) } else { self }
    }
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Col {
    /// Its head.
    pub name: &'static str,
    /// Numbers stand to the right.
    pub right: bool,
    /// Most cells wide; the widest takes what is left.
    pub most: u16,
    /// The larger, the sooner it is left out for want of room; 0 stays.
    pub rank: u8,
}

/// A column of text.
pub const fn text(name: &'static str, most: u16, rank: u8) -> Col {
    Col { name, right: false, most, rank }
}

/// A column of numbers.
pub const fn number(name: &'static str, rank: u8) -> Col {
    Col { name, right: true, most: 12, rank }
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it stands for.
    pub item: Item,
    /// One for each column.
    pub cells: Vec<Cell>,
    /// Something about it is wrong.
    pub wrong: bool,
}

/// A list.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// What is listed; safe to print.
    pub title: String,
    /// The columns.
    pub columns: &'static [Col],
    /// The rows.
    pub rows: Vec<Row>,
    /// What to say where there is none.
    pub empty: String,
}

impl Listing {
    /// Leaves the rows that hold `filter`, or, where it begins with `!`, those that do not; and with
    /// `only_wrong` those about which something is.
    pub fn retain(&mut self, filter: &str, only_wrong: bool) {
        let (inverse, wanted) = match filter.strip_prefix('!') {
            Some(rest) => (true, rest.to_lowercase()),
            None => (false, filter.to_lowercase()),
        };
        self.rows.retain(|row| {
            let holds = wanted.is_empty()
                || row.cells.iter().any(|cell| cell.text.to_lowercase().contains(&wanted));
            let wanted_row = if inverse && !wanted.is_empty() { !holds } else { holds };
            wanted_row && (row.wrong || !only_wrong)
        });
    }

    /// Puts the rows in the order of a column.
    pub fn sort(&mut self, column: usize, descending: bool) {
        let key = |row: &Row| row.cells.get(column).cloned().unwrap_or_default();
        self.rows.sort_by(|a, b| {
            let (a, b) = (key(a), key(b));
            let order = match (a.number, b.number) {
                (Some(a), Some(b)) => a.total_cmp(&b),
                (Some(_), None) => std::cmp::Ordering::Greater,
                (None, Some(_)) => std::cmp::Ordering::Less,
                (None, None) => a.text.cmp(&b.text),
            };
            if descending { order.reverse() } else { order }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> Listing {
        let row = |n: u64, name: &str, wrong| Row {
            item: Item::Nth(n),
            cells: vec![Cell::text(name), Cell::count(n)],
            wrong,
        };
        Listing {
            rows: vec![row(10, "Beta", false), row(9, "alpha", true), row(100, "gamma", false)],
            ..Listing::default()
        }
    }

    fn items(listing: &Listing) -> Vec<Item> {
        listing.rows.iter().map(|row| row.item.clone()).collect()
    }

    #[test]
    fn a_filter_takes_any_cell_and_can_be_turned_round() {
        for (filter, only_wrong, left) in [
            ("", false, vec![10, 9, 100]),
            ("bet", false, vec![10]),
            ("A", false, vec![10, 9, 100]),
            ("!ALPHA", false, vec![10, 100]),
            ("!", false, vec![10, 9, 100]),
            ("", true, vec![9]),
            ("beta", true, vec![]),
        ] {
            let mut list = listing();
            list.retain(filter, only_wrong);
            let expected: Vec<Item> = left.into_iter().map(Item::Nth).collect();
            assert_eq!(items(&list), expected, "{filter:?}");
        }
    }

    #[test]
    fn numbers_are_sorted_as_numbers() {
        let mut list = listing();
        list.sort(1, false);
        assert_eq!(items(&list), [9, 10, 100].map(Item::Nth));
        list.sort(0, true);
        assert_eq!(items(&list), [100, 9, 10].map(Item::Nth));
    }

    #[test]
    fn cells_are_safe_and_bounded() {
        let cell = Cell::text(format!("\u{1b}[2J{}", "x".repeat(5_000)));
        assert!(cell.text.starts_with("\\u{1b}[2J") && cell.text.len() < 500);
    }
}
