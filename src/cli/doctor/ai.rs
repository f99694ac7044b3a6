use super::facts::{Facts, PATIENCE};
use super::line::Line;
use crate::ai::{AiError, Judge, Provider};
use crate::guard::Guarded;

pub(super) async fn check(facts: &Facts) -> Vec<Line> {
    let settings = match facts.settings() {
        Ok(settings) => settings,
        Err(lines) => return lines,
    };
    let judge = match Judge::from_settings(&settings.ai, Guarded::alone) {
        Ok(judge) => judge,
        Err(error) => return vec![failed("the provider", &error)],
    };
    if !judge.is_remote() {
        return vec![Line::ok("local rules judge posts; no provider is configured".to_owned())];
    }
    let mut lines = Vec::new();
    for provider in judge.providers() {
        lines.push(line(provider, facts.offline).await);
    }
    lines
}

async fn line(provider: &Provider, offline: bool) -> Line {
    let who = provider.describe();
    if offline {
        return Line::ok(format!("{who}; not asked, as you wished"));
    }
    match tokio::time::timeout(PATIENCE, provider.reach()).await {
        Ok(Ok(())) => Line::ok(format!("{who} answers")),
        Ok(Err(error)) => failed(&who, &error),
        Err(_) => Line::fail(
            format!("{who} did not answer within {} s", PATIENCE.as_secs()),
            "check the way to the network, and its base_url; the other providers, or the local \
             rules, judge posts meanwhile",
        ),
    }
}

fn failed(who: &str, error: &AiError) -> Line {
    let hint = match error {
        AiError::Unauthorized { .. } | AiError::Forbidden(_) => {
            "take a key that is valid, and set LEADCTL_AI_API_KEY or the provider's api_key"
        }
        AiError::NoCredit { .. } => "pay, or take another provider",
        AiError::RateLimited { .. } => "wait, or raise your limits at the provider",
        _ => "check its base_url: it ends with /v1 for most providers",
    };
    Line::fail(
        format!("{who}: {error}; the other providers, or the local rules, judge posts meanwhile"),
        hint,
    )
}
