use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use serde::Serialize;

use crate::cli::output::{ActError, ActReport, plain};
use crate::cli::time;
use crate::jobs::import::Imported;

/// What an import came to, as all commands that change things tell it, with its own figures.
#[derive(Debug, Serialize)]
pub(super) struct ImportReport {
    #[serde(flatten)]
    act: ActReport,
    file: String,
    campaign: String,
    /// Lines that hold something.
    lines: u64,
    /// Posts read.
    read: u64,
    /// Lines that are no post.
    rejected: u64,
    /// Posts that cannot be leads, by reason.
    dropped: BTreeMap<String, u64>,
    /// Posts judged in an earlier import or by a job.
    known: u64,
    judged: u64,
    not_leads: u64,
    below_score: u64,
    new_leads: u64,
    updated_leads: u64,
    ai_calls: u64,
    ai_input_tokens: u64,
    ai_output_tokens: u64,
    resumed_after_line: Option<u64>,
    stopped: bool,
    duration_ms: u64,
}

impl ImportReport {
    /// What was changed.
    pub(super) fn act(&self) -> &ActReport {
        &self.act
    }

    pub(super) fn new(imported: &Imported, file: String, campaign: &str, took: Duration) -> Self {
        let summary = &imported.summary;
        let tally = &summary.tally;
        let leads = tally.new_leads + tally.updated_leads;
        let errors = summary.rejects.iter().map(|reject| ActError {
            target: format!("line {}", reject.line),
            message: reject.reason.clone(),
        });
        let act = ActReport {
            matched: summary.lines,
            acted: leads,
            skipped: tally.read.saturating_sub(leads),
            errors: errors.collect(),
            ..ActReport::new(false)
        };
        Self {
            act,
            file,
            campaign: campaign.to_owned(),
            lines: summary.lines,
            read: tally.read,
            rejected: summary.rejected,
            dropped: tally.dropped.clone(),
            known: tally.known,
            judged: tally.judged,
            not_leads: tally.not_leads,
            below_score: tally.below_score,
            new_leads: tally.new_leads,
            updated_leads: tally.updated_leads,
            ai_calls: tally.ai_calls,
            ai_input_tokens: tally.ai_input_tokens,
            ai_output_tokens: tally.ai_output_tokens,
            resumed_after_line: Some(imported.resumed_after).filter(|line| *line > 0),
            stopped: imported.stopped,
            duration_ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        }
    }
}

/// The same for people.
pub(super) fn human(report: &ImportReport) -> String {
    let mut text = String::new();
    let mut line = |name: &str, count: u64, more: &str| {
        let gap = if more.is_empty() { "" } else { "   " };
        let _ = writeln!(text, "{name:<14}{count:>10}{gap}{more}");
    };
    let took = time::span(Duration::from_millis(report.duration_ms));
    line("posts read", report.read, &format!("{}, in {took}", plain(&report.file)));
    line("rejected", report.rejected, "");
    let mut reasons: Vec<(&String, &u64)> = report.dropped.iter().collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let reasons: Vec<String> =
        reasons.iter().map(|(reason, count)| format!("{reason} {count}")).collect();
    line("dropped", report.dropped.values().sum(), &reasons.join(", "));
    line("known", report.known, "");
    line("judged", report.judged, "");
    line("  not leads", report.not_leads, "");
    line("  low score", report.below_score, "");
    line("  new leads", report.new_leads, "");
    line("  updated", report.updated_leads, "");
    text
}
