//! What errors have in common: their first line without what differs from job to job.

use std::borrow::Cow;

/// Characters of an error that are looked at.
const LOOKED_AT: usize = 1_000;
/// Longest signature, in characters.
const LONGEST: usize = 200;
/// Fewest digits of a bare hexadecimal number.
const HEX: usize = 8;
/// Changes between letters and digits from which on a word is an id.
const MIXED: usize = 3;
/// Characters that belong to a sentence rather than to the address before them.
const PUNCTUATION: &[char] = &['.', ',', ';', ':', '!', '?', ')', ']', '}', '\''];

/// The first line of an error with numbers, hexadecimal numbers, UUIDs, ids, quoted text and URLs
/// replaced by their kind, so that one cause has one signature.
pub(crate) fn signature(reason: &str) -> String {
    let line = reason.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("");
    let line: String = line.chars().take(LOOKED_AT).collect();
    let (mut rest, mut before, mut text) = (line.as_str(), None, String::new());
    while let Some(first) = rest.chars().next() {
        let (len, put) = token(rest, first, before);
        if put != " " || !text.ends_with(' ') {
            text.push_str(&put);
        }
        before = rest[..len].chars().next_back();
        rest = &rest[len..];
    }
    if text.is_empty() {
        return "(no reason)".to_owned();
    }
    text.chars().take(LONGEST).collect()
}

/// A short name of the errors of one signature in one queue: the first four digits tell the queue.
pub(crate) fn group_id(queue: &str, signature: &str) -> String {
    format!("{}{}", queue_part(queue), &blake3::hash(signature.as_bytes()).to_hex()[..6])
}

/// What the names of all groups of a queue begin with.
pub(super) fn queue_part(queue: &str) -> String {
    blake3::hash(queue.as_bytes()).to_hex()[..4].to_owned()
}

/// The token that `rest` begins with: its length in bytes, and what stands for it.
fn token(rest: &str, first: char, before: Option<char>) -> (usize, Cow<'_, str>) {
    let inside = before.is_some_and(char::is_alphanumeric);
    if first.is_whitespace() {
        return (first.len_utf8(), " ".into());
    }
    if let Some(len) = quoted(rest, first, inside) {
        return (len, "<text>".into());
    }
    if !first.is_alphanumeric() {
        return (first.len_utf8(), rest[..first.len_utf8()].into());
    }
    if !inside {
        if let Some(len) = url(rest) {
            return (len, "<url>".into());
        }
        if let Some(len) = uuid(rest) {
            return (len, "<uuid>".into());
        }
    }
    word(rest, first)
}

/// The length of quoted text; an apostrophe within a word is none.
fn quoted(rest: &str, first: char, inside: bool) -> Option<usize> {
    let close = match first {
        '"' | '`' => first,
        '\'' if !inside => '\'',
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        _ => return None,
    };
    let start = first.len_utf8();
    rest[start..].match_indices(close).map(|(at, _)| start + at + close.len_utf8()).find(|&end| {
        close != '\'' || !rest[end..].chars().next().is_some_and(char::is_alphanumeric)
    })
}

fn url(rest: &str) -> Option<usize> {
    let scheme = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c))?;
    if !rest[scheme..].starts_with("://") || !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '"' | '`' | '<' | '>'))
        .unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches(PUNCTUATION).len().max(scheme + 3))
}

fn uuid(rest: &str) -> Option<usize> {
    const LEN: usize = 36;
    let text = rest.get(..LEN)?;
    let fits = text.bytes().enumerate().all(|(at, byte)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    });
    let ends = !rest[LEN..].chars().next().is_some_and(char::is_alphanumeric);
    (fits && ends).then_some(LEN)
}

/// A word, or the number that it begins with.
fn word(rest: &str, first: char) -> (usize, Cow<'_, str>) {
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let word = &rest[..end];
    if !word.contains(|c: char| c.is_ascii_digit()) {
        return (end, word.into());
    }
    let is_hex = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit());
    if let Some(digits) = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X"))
        && is_hex(digits)
    {
        return (end, "<hex>".into());
    }
    let has_letter = word.contains(|c: char| c.is_alphabetic());
    if has_letter && word.len() >= HEX && is_hex(word) {
        return (end, "<hex>".into());
    }
    if changes(word) >= MIXED {
        return (end, "<id>".into());
    }
    if first.is_ascii_digit() {
        return (number(rest), "<n>".into());
    }
    (end, without_digits(word).into())
}

/// How often letters and digits take turns.
fn changes(word: &str) -> usize {
    let kinds: Vec<bool> = word.chars().filter(|c| *c != '_').map(|c| c.is_ascii_digit()).collect();
    kinds.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

/// The length of a number with what may stand between its digits: 1.5, 1,000, 12:30, 10.0.0.1:80.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) || (matches!(bytes.get(end), Some(b'.' | b',' | b':')) && is_digit(end + 1))
    {
        end += 1;
    }
    end
}

fn without_digits(word: &str) -> String {
    let mut text = String::new();
    for c in word.chars() {
        if !c.is_ascii_digit() {
            text.push(c);
        } else if !text.ends_with("<n>") {
            text.push_str("<n>");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_from_job_to_job_is_left_out() {
        for (reason, expected) in [
            ("", "(no reason)"),
            ("\n \n", "(no reason)"),
            ("Error: boom\n    at main (a.js:1:2)", "Error: boom"),
            ("connect ECONNREFUSED 127.0.0.1:6379", "connect ECONNREFUSED <n>"),
            ("timed out after 1.5s", "timed out after <n>s"),
            ("timed out after 30ms (attempt 2/3)", "timed out after <n>ms (attempt <n>/<n>)"),
            ("status 404: GET https://a.b/c?d=1.", "status <n>: GET <url>."),
            ("see (https://a.b/c) now", "see (<url>) now"),
            ("no campaign 0192d3a4-1b2c-7d3e-8f4a-5b6c7d8e9f00", "no campaign <uuid>"),
            ("user \"Ann O'Neil\" is gone", "user <text> is gone"),
            ("can't find Bob's key 'x'", "can't find Bob's key <text>"),
            ("a lone ' stays, and \" too", "a lone ' stays, and \" too"),
            ("“so” and `that`", "<text> and <text>"),
            ("at 0x7fFe and deadbeef01", "at <hex> and <hex>"),
            ("a facade decade", "a facade decade"),
            ("post t3_1k2j3x is gone", "post <id> is gone"),
            ("worker7 of queue_12", "worker<n> of queue_<n>"),
            ("took 1,234,567 of 12:30:05", "took <n> of <n>"),
            ("  spaced\t out  ", "spaced out"),
            ("読み込み 3 件", "読み込み <n> 件"),
            ("at 2026-01-31T12:00:00.000Z", "at <n>-<n>-<n>T<n>:<n>Z"),
        ] {
            assert_eq!(signature(reason), expected, "{reason:?}");
        }
    }

    #[test]
    fn a_signature_is_bounded_and_stays_as_it_is() {
        let long = signature(&"word ".repeat(100_000));
        assert_eq!(long.chars().count(), LONGEST);
        for text in ["'", "\"", "0x", "://", "a://", "1.", "1:", "‘", "-", "\u{1b}[31m", "é9é"]
        {
            assert!(!signature(text).is_empty(), "{text:?}");
        }
        assert_eq!(signature("é9é"), "é<n>é");
    }

    #[test]
    fn groups_have_short_stable_names_that_tell_the_queue() {
        let id = group_id("mail", "boom");
        assert_eq!(id, group_id("mail", &signature("boom\nmore")));
        assert_eq!((id.len(), id.starts_with(&queue_part("mail"))), (10, true));
        let other = group_id("calls", "boom");
        assert!(other != id && other[4..] == id[4..], "{id} {other}");
        assert_ne!(group_id("mail", "bang"), id);
    }
}
