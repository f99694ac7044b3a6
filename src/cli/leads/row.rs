use serde::Serialize;

use crate::cli::output::{Cell, Column, Record, Tone};
use crate::cli::time;
use crate::model::{Lead, LeadStatus, Timestamp};

/// Score from which on a lead stands out.
const GOOD: u8 = 70;
/// Score below which a lead is of little interest.
const WEAK: u8 = 50;

/// A lead in a list: as the API tells it, with a table's view of it.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(super) struct LeadRow {
    lead: Lead,
    #[serde(skip)]
    now: Timestamp,
}

impl LeadRow {
    pub(super) fn new(lead: Lead, now: Timestamp) -> Self {
        Self { lead, now }
    }
}

impl Record for LeadRow {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("score", score),
                Column::new("intent", |row: &LeadRow| {
                    Cell::text(row.lead.judgement.intent.as_str())
                }),
                Column::new("subreddit", |row: &LeadRow| Cell::text(&*row.lead.post.subreddit)),
                Column::new("age", |row: &LeadRow| {
                    Cell::text(time::age(row.now.since(row.lead.post.created_at)))
                }),
                Column::new("title", |row: &LeadRow| Cell::text(title(&row.lead))).cut(),
                Column::new("id", |row: &LeadRow| Cell::text(&*row.lead.id)),
                Column::wide("status", status),
                Column::wide("campaign", |row: &LeadRow| Cell::text(&*row.lead.campaign_id)),
                Column::wide("author", |row: &LeadRow| {
                    Cell::maybe(row.lead.post.author.as_deref())
                }),
                Column::wide("url", |row: &LeadRow| Cell::text(row.lead.post.web_url())),
                Column::wide("kind", |row: &LeadRow| Cell::text(row.lead.post.kind.as_str())),
                Column::wide("sentiment", |row: &LeadRow| {
                    Cell::text(row.lead.judgement.sentiment.as_str())
                }),
                Column::wide("fit", |row: &LeadRow| {
                    Cell::number(format_args!("{:.2}", row.lead.judgement.fit))
                }),
                Column::wide("confidence", |row: &LeadRow| {
                    Cell::number(format_args!("{:.2}", row.lead.judgement.confidence))
                }),
                Column::wide("matched", |row: &LeadRow| Cell::text(row.lead.matched.join(", "))),
                Column::wide("reason", |row: &LeadRow| Cell::text(&*row.lead.judgement.reason)),
                Column::wide("judged_by", |row: &LeadRow| {
                    Cell::text(row.lead.judgement.judged_by.to_string())
                }),
                Column::wide("votes", |row: &LeadRow| Cell::number(row.lead.post.score)),
                Column::wide("comments", |row: &LeadRow| Cell::number(row.lead.post.num_comments)),
                Column::wide("posted_at", |row: &LeadRow| {
                    Cell::text(row.lead.post.created_at.to_string())
                }),
                Column::wide("found_at", |row: &LeadRow| Cell::text(row.lead.found_at.to_string())),
                Column::wide("updated_at", |row: &LeadRow| {
                    Cell::text(row.lead.updated_at.to_string())
                }),
                Column::wide("post_id", |row: &LeadRow| Cell::text(&*row.lead.post.id)),
                Column::wide("body", |row: &LeadRow| Cell::text(&*row.lead.post.body)),
            ]
        }
    }
}

fn score(row: &LeadRow) -> Cell {
    let total = row.lead.score.total;
    let tone = match total {
        GOOD.. => Tone::Good,
        WEAK..GOOD => Tone::Normal,
        _ => Tone::Dim,
    };
    Cell::number(total).tone(tone)
}

fn status(row: &LeadRow) -> Cell {
    let status = row.lead.status;
    let tone = match status {
        LeadStatus::New => Tone::Normal,
        LeadStatus::Saved | LeadStatus::Contacted => Tone::Warn,
        LeadStatus::Converted => Tone::Good,
        LeadStatus::Dismissed => Tone::Dim,
    };
    Cell::text(status.as_str()).tone(tone)
}

/// What a post is about in a line: its title, or its text where it has none.
fn title(lead: &Lead) -> &str {
    let post = &lead.post;
    if post.title.trim().is_empty() { post.body.trim() } else { post.title.trim() }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{
        Intent, JudgedBy, Judgement, Post, PostKind, Score, ScorePart, Sentiment, lead_id,
    };

    /// A lead as the rules find them.
    pub(in crate::cli::leads) fn lead() -> Lead {
        let at = Timestamp::from_secs(1_780_000_000);
        let part = |name: &str, weight: f64, value: f64| ScorePart {
            name: name.to_owned(),
            weight,
            value,
            points: weight * value,
            why: format!("why {name}"),
        };
        Lead {
            id: lead_id("acme", "t3_abc"),
            campaign_id: "acme".to_owned(),
            post: Post {
                id: "t3_abc".to_owned(),
                kind: PostKind::Submission,
                subreddit: "freelance".to_owned(),
                author: Some("someone".to_owned()),
                title: "Which tool for invoices?".to_owned(),
                body: "I need one.".to_owned(),
                permalink: "/r/freelance/comments/abc/which_tool/".to_owned(),
                url: None,
                score: 12,
                num_comments: 3,
                over_18: false,
                removed: false,
                stickied: false,
                created_at: at,
            },
            score: Score {
                total: 78,
                parts: vec![
                    part("intent", 35.0, 0.9),
                    part("recency", 25.0, 0.8),
                    part("engagement", 10.0, 0.55),
                    part("fit", 30.0, 0.7),
                ],
            },
            judgement: Judgement {
                is_lead: true,
                intent: Intent::SolutionSeeking,
                sentiment: Sentiment::Neutral,
                fit: 0.7,
                confidence: 0.8,
                reason: "asks for a tool".to_owned(),
                judged_by: JudgedBy { judge: "rules".to_owned(), model: "1".to_owned() },
            },
            matched: vec!["invoicing".to_owned()],
            status: LeadStatus::New,
            found_at: at.plus(std::time::Duration::from_secs(3_600)),
            updated_at: at.plus(std::time::Duration::from_secs(3_600)),
        }
    }

    #[test]
    fn its_json_is_the_lead_as_the_api_tells_it() {
        let lead = lead();
        let row = LeadRow::new(lead.clone(), lead.found_at);
        assert_eq!(serde_json::to_value(&row).unwrap(), serde_json::to_value(&lead).unwrap());
    }

    #[test]
    fn a_post_without_title_is_told_by_its_text() {
        let mut lead = lead();
        lead.post.title = " ".to_owned();
        assert_eq!(title(&lead), "I need one.");
    }
}
