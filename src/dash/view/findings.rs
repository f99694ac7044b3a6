//! All that is wrong, worst first, with what to run.

use crate::cli::overview::Severity;
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, text};
use crate::dash::state::State;
use crate::dash::theme::Theme;

const COLUMNS: &[Col] =
    &[text("HOW", 8, 0), text("KEY", 3, 0), text("WHAT IS WRONG", 120, 0), text("RUN", 80, 0)];

/// What is wrong.
pub fn listing(state: &State) -> Listing {
    let findings = state.verdict().map(|verdict| verdict.findings).unwrap_or_default();
    let rows = findings.iter().enumerate().map(|(n, finding)| {
        let tone = if finding.severity == Severity::Bad { Tone::Bad } else { Tone::Warn };
        let (key, _) = state.leads_to(finding);
        Row {
            item: Item::Finding(n),
            cells: vec![
                Cell::text(format!("{} {}", Theme::shape(tone), finding.severity)).tone(tone),
                Cell::text(if key == '!' { String::new() } else { key.to_string() })
                    .tone(Tone::Accent),
                Cell::text(&finding.message),
                Cell::text(&finding.command).tone(Tone::Dim),
            ],
            wrong: true,
        }
    });
    Listing {
        title: "What is wrong".into(),
        columns: COLUMNS,
        rows: rows.collect(),
        empty: "nothing is wrong".into(),
    }
}
