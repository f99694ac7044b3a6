//! The words of the invented posts: templates with slots, by what their author is after.
//!
//! - [`fill`]: puts words into the slots of a template
//! - [`slots`]: the words for each slot
//! - [`leads`], [`others`], [`chatter`], [`comments`]: the templates

pub mod chatter;
pub mod comments;
mod fill;
pub mod leads;
pub mod others;
pub mod slots;

pub use fill::Filler;

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
