use super::facts::Facts;
use super::line::Line;
use crate::cli::overview::{self, Severity};

/// Findings that other checks tell.
const TOLD_ELSEWHERE: &[&str] = &["no_credentials"];

pub(super) async fn check(facts: &Facts) -> Vec<Line> {
    let services = match facts.services() {
        Ok(services) => services,
        Err(lines) => return lines,
    };
    let overview = match overview::read(services).await {
        Ok(overview) => overview,
        Err(error) => {
            let hint = "see what is said of the database";
            return vec![Line::fail(format!("they cannot be read: {error:#}"), hint)];
        }
    };
    let findings = overview.verdict.findings.iter();
    let mut lines: Vec<Line> = findings
        .filter(|finding| !TOLD_ELSEWHERE.contains(&finding.code))
        .map(|finding| match finding.severity {
            Severity::Bad => Line::fail(&finding.message, &finding.command),
            Severity::Warn => Line::warn(&finding.message, &finding.command),
        })
        .collect();
    if lines.is_empty() {
        let waiting: u64 = overview.queues.iter().map(|queue| queue.counts.ready()).sum();
        lines.push(Line::ok(match overview.queues.len() {
            0 => "none yet".to_owned(),
            n => format!("{n} in all, {waiting} jobs wait"),
        }));
    }
    lines
}
