//! The mixture of what people post: what is true of a post, how it says so, and the templates that
//! its words come from.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::posts::Truth;
use super::text::{
    Leads, Manner, Template, astray, chatter, comments, indirect, leads, negated, others, sarcastic,
};
use crate::model::Intent;

/// Where the words of a post come from.
pub(super) struct Source {
    /// What is true of it.
    pub(super) truth: Truth,
    /// How it says so.
    pub(super) manner: Manner,
    /// One of these is filled in.
    pub(super) templates: &'static [Template],
}

impl Source {
    /// Draws one for a submission.
    pub(super) fn of_submission(chance: &mut ChaCha8Rng) -> Self {
        match chance.random_range(0..100) {
            0..16 => {
                let (manner, leads) = match chance.random_range(0..100) {
                    0..45 => (Manner::Plain, leads::LEADS),
                    45..60 => (Manner::Misspelt, leads::LEADS),
                    60..75 => (Manner::Indirect, indirect::LEADS),
                    75..87 => (Manner::Sarcastic, sarcastic::LEADS),
                    _ => (Manner::Negated, negated::LEADS),
                };
                lead(manner, leads, chance)
            }
            16..45 => {
                let (manner, templates) = match chance.random_range(0..100) {
                    0..50 => (Manner::Plain, others::OTHERS),
                    50..62 => (Manner::Misspelt, others::OTHERS),
                    62..74 => (Manner::Indirect, indirect::OTHERS),
                    74..85 => (Manner::Sarcastic, sarcastic::OTHERS),
                    _ => (Manner::Negated, negated::OTHERS),
                };
                Source { truth: talk(), manner, templates }
            }
            _ => {
                let (manner, templates) = match chance.random_range(0..100) {
                    0..75 => (Manner::Plain, chatter::CHATTER),
                    75..85 => (Manner::Misspelt, chatter::CHATTER),
                    _ => (Manner::Astray, astray::ASTRAY),
                };
                Source { truth: off_topic(), manner, templates }
            }
        }
    }

    /// Draws one for a comment.
    pub(super) fn of_comment(chance: &mut ChaCha8Rng) -> Self {
        match chance.random_range(0..100) {
            0..12 => {
                let (manner, leads) = match chance.random_range(0..100) {
                    0..50 => (Manner::Plain, comments::LEADS),
                    50..65 => (Manner::Misspelt, comments::LEADS),
                    65..78 => (Manner::Indirect, indirect::COMMENT_LEADS),
                    78..89 => (Manner::Sarcastic, sarcastic::COMMENT_LEADS),
                    _ => (Manner::Negated, negated::COMMENT_LEADS),
                };
                lead(manner, leads, chance)
            }
            12..40 => {
                let (manner, templates) = match chance.random_range(0..100) {
                    0..55 => (Manner::Plain, comments::OTHERS),
                    55..68 => (Manner::Misspelt, comments::OTHERS),
                    68..78 => (Manner::Indirect, indirect::COMMENT_OTHERS),
                    78..88 => (Manner::Sarcastic, sarcastic::COMMENT_OTHERS),
                    _ => (Manner::Negated, negated::COMMENT_OTHERS),
                };
                Source { truth: talk(), manner, templates }
            }
            _ => {
                let (manner, templates) = match chance.random_range(0..100) {
                    0..78 => (Manner::Plain, comments::CHATTER),
                    78..90 => (Manner::Misspelt, comments::CHATTER),
                    _ => (Manner::Astray, astray::COMMENTS),
                };
                Source { truth: off_topic(), manner, templates }
            }
        }
    }
}

fn lead(manner: Manner, by_intent: Leads, chance: &mut ChaCha8Rng) -> Source {
    let (intent, templates) = match chance.random_range(0..100) {
        0..35 => (Intent::SolutionSeeking, by_intent[0]),
        35..60 => (Intent::PainPoint, by_intent[1]),
        60..80 => (Intent::Comparison, by_intent[2]),
        _ => (Intent::CompetitorComplaint, by_intent[3]),
    };
    Source { truth: Truth { is_lead: true, intent: Some(intent) }, manner, templates }
}

fn talk() -> Truth {
    Truth { is_lead: false, intent: Some(Intent::Discussion) }
}

fn off_topic() -> Truth {
    Truth { is_lead: false, intent: None }
}
