//! The words of the invented posts: templates with slots, by what their author is after.
//!
//! - [`fill`]: puts words into the slots of a template
//! - [`slots`]: the words for each slot
//! - [`leads`], [`others`], [`chatter`], [`comments`]: the templates of those who speak plainly
//! - [`indirect`], [`sarcastic`], [`negated`], [`astray`]: those of others
//! - [`misspelt`]: any text as it is typed in a hurry

pub mod astray;
pub mod chatter;
pub mod comments;
mod fill;
pub mod indirect;
pub mod leads;
pub mod misspelt;
pub mod negated;
pub mod others;
pub mod sarcastic;
pub mod slots;

pub use fill::Filler;

use crate::model::text_enum;

text_enum! {
    /// How a post says what it says.
    pub enum Manner {
        /// In the usual words.
        Plain = "plain",
        /// In the usual words, typed in a hurry.
        Misspelt = "misspelt",
        /// Without the words of needing anything; or with them, and needing nothing.
        Indirect = "indirect",
        /// By its opposite, or as a joke.
        Sarcastic = "sarcastic",
        /// By what is not wanted.
        Negated = "negated",
        /// With words of the topic, or of need, about something else.
        Astray = "astray",
    }
}

/// Templates of leads: people who seek, who suffer, who compare, and who complain of a competitor.
pub type Leads = [&'static [Template]; 4];

/// A title and a text with slots in braces, as in `{trade}`. A slot keeps its word throughout one
/// post; `{rival2}` is another word of the same kind as `{rival}`.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// The title; empty for comments, which stand below somebody else's.
    pub title: &'static str,
    /// The text.
    pub body: &'static str,
}

/// Shortens the lists of templates.
pub(super) const fn t(title: &'static str, body: &'static str) -> Template {
    Template { title, body }
}
