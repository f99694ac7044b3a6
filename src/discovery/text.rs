//! Texts as stemmed words, so that `invoices` and `invoicing` are found by the keyword `invoice`,
//! and `concert` is not found by `con`.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

use crate::model::Post;

/// Words this short are left as they are: there is nothing to take off.
const SHORTEST_STEMMED: usize = 4;
/// Most characters of one post that are looked at; Reddit allows 40,000.
const MAX_CHARS: usize = 20_000;

/// A text as lower-case stems with one space before and after each; sentences end in ` . `, ` ? `
/// or ` ! `. A phrase in the same form is found by plain substring search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stems {
    text: String,
    /// Length of the part that came from the title.
    title: usize,
}

impl Stems {
    /// Of a post: its title as a sentence, then its text.
    pub fn of(post: &Post) -> Self {
        let stemmer = Stemmer::create(Algorithm::English);
        let mut text = String::with_capacity(post.title.len() + post.body.len() + 16);
        text.push(' ');
        push(&stemmer, &post.title, &mut text);
        if !text.ends_with(" . ") && !text.ends_with(" ? ") && text.len() > 1 {
            text.push_str(". ");
        }
        let title = text.len();
        push(&stemmer, &post.body, &mut text);
        Self { text, title }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The part that came from the title, with the mark that ends it.
    pub fn title(&self) -> &str {
        &self.text[..self.title]
    }

    /// Whether what begins at byte `at` is in the title.
    pub fn in_title(&self, at: usize) -> bool {
        at < self.title
    }

    /// The words between the start of the sentence and byte `at`, the nearest first.
    pub fn before(&self, at: usize) -> impl Iterator<Item = &str> {
        self.text[..at].split_ascii_whitespace().rev().take_while(|word| !ends_sentence(word))
    }

    /// The sentence around byte `at`, with the mark that ends it.
    pub fn sentence(&self, at: usize) -> &str {
        let marks = [" . ", " ? ", " ! "];
        let begin =
            marks.iter().filter_map(|m| self.text[..at].rfind(m)).max().map_or(0, |i| i + 2);
        let end = marks.iter().filter_map(|m| self.text[at..].find(m)).min();
        let end = end.map_or(self.text.len(), |i| at + i + 3);
        &self.text[begin..end]
    }

    /// The sentences, each with the mark that ends it.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        let mut rest = self.text.as_str();
        std::iter::from_fn(move || {
            if rest.trim().is_empty() {
                return None;
            }
            let end = [" . ", " ? ", " ! "].iter().filter_map(|mark| rest.find(mark)).min();
            let (sentence, after) = rest.split_at(end.map_or(rest.len(), |at| at + 2));
            rest = after;
            Some(sentence)
        })
    }

    /// The words, without the marks.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split_ascii_whitespace().filter(|word| !ends_sentence(word))
    }
}

fn ends_sentence(word: &str) -> bool {
    matches!(word, "." | "?" | "!")
}

/// A phrase in the form of [`Stems`]: ` time track ` for "time tracking". Empty where it holds no
/// word.
pub fn phrase(text: &str) -> String {
    let stemmer = Stemmer::create(Algorithm::English);
    let mut stems = String::from(" ");
    push(&stemmer, text, &mut stems);
    // Marks inside a phrase, as in "Bill.com", are no ends of sentences.
    let words: Vec<&str> =
        stems.split_ascii_whitespace().filter(|word| !ends_sentence(word)).collect();
    if words.is_empty() { String::new() } else { format!(" {} ", words.join(" ")) }
}

/// Appends the stems of `text`, each followed by a space.
fn push(stemmer: &Stemmer, text: &str, stems: &mut String) {
    let mut word = String::new();
    let mut chars = text.chars().take(MAX_CHARS).peekable();
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
            continue;
        }
        let inside = !word.is_empty() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        match c {
            // "don't" and "don’t" are one word, "dont".
            '\'' | '\u{2019}' if inside => continue,
            // "C++" and "C#" are words.
            '+' | '#' if !word.is_empty() => {
                word.push(c);
                continue;
            }
            _ => flush(stemmer, &mut word, stems),
        }
        match c {
            // A dot inside a word, as in "Bill.com", separates words and ends nothing.
            '.' if !inside => mark(stems, ". "),
            '?' => mark(stems, "? "),
            '!' => mark(stems, "! "),
            '\n' if chars.peek() == Some(&'\n') => mark(stems, ". "),
            _ => {}
        }
    }
    flush(stemmer, &mut word, stems);
}

fn flush(stemmer: &Stemmer, word: &mut String, stems: &mut String) {
    if word.is_empty() {
        return;
    }
    stems.push_str(&stem(stemmer, word));
    stems.push(' ');
    word.clear();
}

fn mark(stems: &mut String, mark: &str) {
    let again = [". ", "? ", "! "].iter().any(|m| stems.ends_with(&format!(" {m}")));
    if !again && stems.len() > 1 {
        stems.push_str(mark);
    }
}

fn stem<'a>(stemmer: &Stemmer, word: &'a str) -> Cow<'a, str> {
    if word.len() < SHORTEST_STEMMED || !word.is_ascii() {
        Cow::Borrowed(word)
    } else {
        stemmer.stem(word)
    }
}

/// What every form of the first word of `keyword` begins with, in lower case: for a quick look
/// whether a text can hold it at all. Empty where nothing can be said.
pub fn common_start(keyword: &str) -> String {
    let phrase = phrase(keyword);
    let Some(stem) = phrase.split_ascii_whitespace().next() else { return String::new() };
    let first: String = keyword
        .to_lowercase()
        .chars()
        .skip_while(|c| !c.is_alphanumeric())
        .take_while(|c| c.is_alphanumeric())
        .collect();
    // Stemming may put an "i" for a final "y".
    let common = stem.chars().zip(first.chars()).take_while(|(a, b)| a == b).count();
    let start: String = stem.chars().take(common).collect();
    start.strip_suffix(['y', 'i', 'e']).map_or(start.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discovery::patterns::tests::post;

    #[test]
    fn word_forms_share_a_stem() {
        for form in ["invoice", "Invoices", "invoicing", "INVOICED"] {
            assert_eq!(phrase(form), " invoic ", "{form}");
        }
        assert_eq!(phrase("time-tracking"), " time track ");
        assert_eq!(phrase("Bill.com"), " bill com ");
        assert_eq!(phrase("C++"), " c++ ");
        assert_eq!(phrase("—"), "");
    }

    #[test]
    fn sentences_end_and_titles_are_told_apart() {
        let stems = Stems::of(&post("Need help", "I don't know. Which app? Thanks"));
        assert_eq!(stems.as_str(), " need help . i dont know . which app ? thank ");
        assert!(stems.in_title(1));
        let at = stems.as_str().find("app").expect("there");
        assert!(!stems.in_title(at));
        assert_eq!(stems.sentence(at), " which app ? ");
        assert_eq!(stems.before(at).collect::<Vec<_>>(), ["which"]);
    }

    #[test]
    fn every_form_begins_with_the_common_start() {
        for (keyword, forms) in [
            ("invoice", ["invoices", "invoicing", "invoiced"]),
            ("agency", ["agency", "agencies", "agencys"]),
            ("time tracking", ["time", "times", "timed"]),
        ] {
            let start = common_start(keyword);
            assert!(start.len() >= 3, "{keyword}: {start}");
            assert!(forms.iter().all(|f| f.starts_with(&start)), "{keyword}: {start}");
        }
    }
}
