use std::time::Duration;

use super::facts::Facts;
use super::line::Line;
use crate::sandbox::Handoff;

/// Longest wait for a sandbox, which is on this machine.
const WAIT: Duration = Duration::from_secs(1);

pub(super) async fn check(facts: &Facts) -> Vec<Line> {
    let dir = match facts.settings() {
        Ok(settings) => &settings.data_dir,
        Err(lines) => return lines,
    };
    let line = match Handoff::read(dir) {
        Err(error) => {
            Line::warn(error.to_string(), "delete the file; `leadctl up --sandbox` writes another")
        }
        Ok(None) => Line::ok("never used here"),
        Ok(Some(Handoff { stopped_at: Some(at), .. })) => Line::ok(format!("stopped at {at}")),
        Ok(Some(Handoff { url, .. })) => {
            if answers(&url).await {
                Line::ok(format!("answers on {url}"))
            } else {
                Line::warn(
                    format!("it was not stopped in order, and does not answer on {url}"),
                    "`leadctl up --sandbox` starts it again with the same posts",
                )
            }
        }
    };
    vec![line]
}

/// Whether a sandbox answers; also asked before Reddit is called missing.
pub(super) async fn answers(url: &str) -> bool {
    let client = reqwest::Client::builder().no_proxy().timeout(WAIT).build();
    let Ok(client) = client else { return false };
    let answer = client.get(format!("{url}/livez")).send().await;
    answer.is_ok_and(|answer| answer.status().is_success())
}
