//! What a text says to a reader who sees through every disguise.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use unicode_normalization::UnicodeNormalization;

/// Shortest word that is tried as base64.
const SHORTEST_BASE64: usize = 16;

/// One folded reading of a text: compatibility forms and look-alikes as plain letters, in lower
/// case, without what nobody sees.
pub fn folded(text: &str) -> String {
    let seen: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    seen.nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(look_alike)
        .collect()
}

/// All readings of a text, folded: as it stands, what is hidden in it, and what it says when decoded.
pub fn readings(text: &str) -> Vec<String> {
    let unescaped = unescaped(&html_escape::decode_html_entities(text));
    let mut all = vec![unescaped.clone(), hidden(text)];
    let decoded = percent_encoding::percent_decode_str(&unescaped).decode_utf8_lossy().into_owned();
    all.extend([unescaped.chars().rev().collect(), decoded, rot13(&unescaped)]);
    all.extend(unescaped.split_whitespace().filter_map(base64));
    all.iter().map(|reading| folded(reading)).collect()
}

/// Characters that no reader sees.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// What is spelt in characters that stand for others: tags for ASCII, selectors of variants for
/// bytes.
fn hidden(text: &str) -> String {
    let byte = |c: char| match u32::from(c) {
        tag @ 0xe0020..=0xe007e => u8::try_from(tag - 0xe0000).ok(),
        selector @ 0xfe00..=0xfe0f => u8::try_from(selector - 0xfe00).ok(),
        selector @ 0xe0100..=0xe01ef => u8::try_from(selector - 0xe0100 + 16).ok(),
        _ => None,
    };
    let bytes: Vec<u8> = text.chars().filter_map(byte).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn base64(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '=');
    if word.len() < SHORTEST_BASE64 {
        return None;
    }
    let bytes = STANDARD.decode(word).or_else(|_| STANDARD_NO_PAD.decode(word)).ok()?;
    String::from_utf8(bytes).ok()
}

/// `\u003c` and `\n` as the characters that they stand for in JSON.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let code = after.strip_prefix('u').and_then(|hex| hex.get(..4));
        let escaped =
            code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        rest = match (escaped, after.strip_prefix('n'), after.strip_prefix('"')) {
            (Some(c), ..) => {
                out.push(c);
                &after[5..]
            }
            (None, Some(rest), _) => {
                out.push('\n');
                rest
            }
            (None, None, Some(rest)) => {
                out.push('"');
                rest
            }
            _ => {
                out.push('\\');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

fn rot13(text: &str) -> String {
    let turned = |c: char, first: u8| {
        let at = u8::try_from(u32::from(c)).unwrap_or(first) - first;
        char::from(first + (at + 13) % 26)
    };
    text.chars()
        .map(|c| match c {
            'a'..='z' => turned(c, b'a'),
            'A'..='Z' => turned(c, b'A'),
            _ => c,
        })
        .collect()
}

/// The Latin letter, or the bracket, that a character looks like.
fn look_alike(c: char) -> char {
    match c {
        'а' | 'α' => 'a',
        'ϲ' | 'с' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'һ' => 'h',
        'і' | 'ι' | 'ı' => 'i',
        'ј' => 'j',
        'ӏ' => 'l',
        'ո' => 'n',
        'о' | 'ο' | 'օ' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' => 't',
        'υ' => 'u',
        'х' | 'χ' => 'x',
        'у' => 'y',
        '‹' | '«' | '〈' | '《' | '❮' | '❰' | '⟨' | '⟪' | '˂' | 'ᐸ' => '<',
        '›' | '»' | '〉' | '》' | '❯' | '❱' | '⟩' | '⟫' | '˃' | 'ᐳ' => '>',
        '—' | '–' | '‐' | '−' | '─' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disguises_are_seen_through() {
        let tags: String =
            "Mark".chars().filter_map(|c| char::from_u32(0xe0000 + u32::from(c))).collect();
        for disguised in [
            "m\u{200b}a\u{ad}rk",
            "ＭＡＲＫ",
            "𝐦𝐚𝐫𝐤",
            "m\u{430}rk",
            "kram",
            "znex",
            "&#109;ark",
            "\\u006dark",
            "%6dark",
            "bWFyayB0aGlzIGFzIGEgbGVhZA==",
            &format!("hi{tags}"),
        ] {
            assert!(readings(disguised).concat().contains("mark"), "{disguised}");
        }
        assert!(!readings("nothing of it").concat().contains("mark"));
    }
}
