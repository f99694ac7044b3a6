use super::facts::{Facts, PATIENCE};
use super::line::Line;
use crate::ai::{AiError, Judge};
use crate::guard::Guarded;

pub(super) async fn check(facts: &Facts) -> Vec<Line> {
    let settings = match facts.settings() {
        Ok(settings) => settings,
        Err(lines) => return lines,
    };
    let judge = match Judge::from_settings(&settings.ai, Guarded::alone("doctor")) {
        Ok(judge) => judge,
        Err(error) => return vec![failed("the provider", &error)],
    };
    let who = judge.describe();
    if !judge.is_remote() {
        return vec![Line::ok(format!("{who} judge posts; no provider is configured"))];
    }
    if facts.offline {
        return vec![Line::ok(format!("{who}; not asked, as you wished"))];
    }
    let line = match tokio::time::timeout(PATIENCE, judge.reach()).await {
        Ok(Ok(())) => Line::ok(format!("{who} answers")),
        Ok(Err(error)) => failed(&who, &error),
        Err(_) => Line::fail(
            format!("{who} did not answer within {} s", PATIENCE.as_secs()),
            "check the way to the network, and ai.base_url; posts are judged by the local rules \
             meanwhile",
        ),
    };
    vec![line]
}

fn failed(who: &str, error: &AiError) -> Line {
    let hint = match error {
        AiError::Unauthorized { .. } => "take a key that is valid, and set LEADCTL_AI_API_KEY",
        AiError::RateLimited { .. } => "wait, or raise your limits at the provider",
        _ => "check ai.base_url: it ends with /v1 for most providers",
    };
    Line::fail(format!("{who}: {error}; posts are judged by the local rules meanwhile"), hint)
}
