//! Whether what an author asks for is what a campaign is about.

use super::Matched;
use super::text::{Stems, phrase};

/// Words for anything that could be sold, stemmed: who asks for "a tool" next to the topic asks for
/// one of it.
const PRODUCTS: &[&str] = &[
    "tool", "app", "softwar", "program", "solut", "system", "servic", "platform", "someth",
    "anyth", "altern", "replac", "way", "setup", "templat", "tracker", "generat", "method",
    "product", "option", "plugin", "websit", "site", "autom", "combo", "suit", "one",
];
/// Ends of phrases behind which it stands what is asked for.
const TAKES_OBJECT: &[&str] = &[" a", " an", " some", " for", " me"];
/// Words in which it is looked for there.
const OBJECT_WORDS: usize = 6;

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// The topic, or a product near it, by its own words.
    Topic,
    /// Something of which its own words say that it is another.
    Other,
    /// What is talked of around it, which is the topic.
    Near,
    /// What is talked of around it, which is not the topic.
    Far,
}

/// The campaign's words in a post, in the form of [`Stems`].
pub(super) struct Topic {
    keywords: Vec<String>,
    /// The names of competitors.
    pub(super) competitors: Vec<String>,
}

impl Topic {
    pub(super) fn of(matched: &Matched) -> Self {
        let phrases = |words: &[String]| words.iter().map(|word| phrase(word)).collect();
        Self { keywords: phrases(&matched.keywords), competitors: phrases(&matched.competitors) }
    }

    /// Whether a keyword is among these stems, with spaces around each.
    pub(super) fn has_keyword(&self, stems: &str) -> bool {
        self.keywords.iter().any(|word| stems.contains(word.as_str()))
    }

    fn is_in(&self, stems: &str) -> bool {
        let named = self.competitors.iter().any(|name| stems.contains(name.as_str()));
        named || self.has_keyword(stems)
    }

    /// Whether the next of these words are about the topic, or any product.
    pub(super) fn is_in_words(&self, words: &[&str]) -> bool {
        let words = &words[..words.len().min(OBJECT_WORDS)];
        self.is_in(&format!(" {} ", words.join(" "))) || words.iter().any(|w| PRODUCTS.contains(w))
    }

    /// What the question is about whose phrase begins at byte `at`.
    pub(super) fn aim(&self, stems: &Stems, at: usize, asked: &str) -> Aim {
        let length = asked.split_whitespace().count();
        let rest = stems.as_str()[at..].split_ascii_whitespace();
        let own: Vec<&str> = rest
            .take(length + OBJECT_WORDS)
            .take_while(|word| !matches!(*word, "." | "?" | "!"))
            .collect();
        if self.is_in(&format!(" {} ", own.join(" "))) {
            return Aim::Topic;
        }
        let takes_object = TAKES_OBJECT.iter().any(|end| asked.ends_with(end));
        if takes_object && own.len() > length && !own.iter().any(|word| PRODUCTS.contains(word)) {
            return Aim::Other;
        }
        let near = self.is_in(stems.sentence(at))
            || self.is_in(stems.title())
            || self.is_in_neighbour(stems, at);
        if near { Aim::Near } else { Aim::Far }
    }

    /// Whether the sentence before or behind that around byte `at` is about the topic.
    fn is_in_neighbour(&self, stems: &Stems, at: usize) -> bool {
        let mut begin = 0;
        let mut before = "";
        let mut sentences = stems.sentences();
        while let Some(sentence) = sentences.next() {
            if at < begin + sentence.len() {
                let padded = |text: &str| self.is_in(&format!(" {} ", text.trim()));
                return padded(before) || sentences.next().is_some_and(padded);
            }
            begin += sentence.len();
            before = sentence;
        }
        false
    }
}
