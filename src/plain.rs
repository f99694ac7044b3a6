//! Makes hostile text safe for a terminal, a log or a table cell.

use std::borrow::Cow;

/// `text` with everything that could act on a terminal made visible: control characters (escape
/// sequences begin with one), bidirectional overrides, zero-width and other invisible formatting
/// characters become `\u{..}`; line breaks and tabs become one space.
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| acts(c) || matches!(c, '\n' | '\r' | '\t')) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        push(c, false, &mut safe);
    }
    Cow::Owned(safe)
}

/// Like [`plain`], but keeps line breaks, for texts shown as a block.
pub fn plain_block(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        push(c, true, &mut safe);
    }
    safe
}

fn push(c: char, keep_lines: bool, safe: &mut String) {
    match c {
        '\n' if keep_lines => safe.push('\n'),
        '\r' if keep_lines => {}
        '\n' | '\r' | '\t' => safe.push(' '),
        c if acts(c) => safe.extend(c.escape_unicode()),
        c => safe.push(c),
    }
}

/// Whether a character does something else than stand where it is printed.
fn acts(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c,
            '\u{00ad}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// Text for a cell of CSV: made visible as [`plain`] does, and what a spreadsheet would take for a
/// formula gets a `'` in front (OWASP, CSV injection).
pub fn csv_text(text: &str) -> Cow<'_, str> {
    let text = plain(text);
    let formula =
        text.trim_start().starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠']);
    if formula { format!("'{text}").into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_overrides_become_visible() {
        assert_eq!(plain("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(plain("x\u{202e}y\u{200b}z"), "x\\u{202e}y\\u{200b}z");
        assert_eq!(plain("\u{9b}2J"), "\\u{9b}2J");
        assert_eq!(plain("two\r\nlines\tand tab"), "two  lines and tab");
    }

    #[test]
    fn blocks_keep_their_lines_and_nothing_else() {
        assert_eq!(plain_block("a\r\nb\u{7}\n"), "a\nb\\u{7}\n");
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        assert!(matches!(plain("Grüße, 日本 🎉"), Cow::Borrowed(_)));
    }
}
