//! One thing as lines of names and values.

use std::fmt::Write;

use super::plain;

/// One thing, as lines of a name and a value, the values in one column.
#[derive(Debug, Default)]
pub struct Block {
    lines: Vec<(String, String)>,
}

impl Block {
    /// Without lines yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a line; the value may come from anywhere. Empty values are shown as `-`.
    #[must_use]
    pub fn line(mut self, name: &str, value: impl AsRef<str>) -> Self {
        let value = value.as_ref().trim();
        let value = if value.is_empty() { "-".into() } else { plain(value) };
        self.lines.push((name.to_owned(), value.into_owned()));
        self
    }

    /// The text, one line for each.
    pub fn text(&self) -> String {
        let width = self.lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        self.lines.iter().fold(String::new(), |mut text, (name, value)| {
            let _ = writeln!(text, "{name:<width$}  {value}");
            text
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_one_column_and_are_safe() {
        let block = Block::new().line("name", "a\u{1b}[31m").line("long name", " ");
        assert_eq!(block.text(), "name       a\\u{1b}[31m\nlong name  -\n");
    }
}
