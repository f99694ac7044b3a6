use super::facts::{Facts, PATIENCE};
use super::line::Line;
use super::sandbox::answers;
use crate::config::Settings;
use crate::guard::Guarded;
use crate::reddit::{RedditClient, RedditError};
use crate::sandbox::Handoff;

pub(super) async fn check(facts: &Facts) -> Vec<Line> {
    let settings = match facts.settings() {
        Ok(settings) => settings,
        Err(lines) => return lines,
    };
    let client = match RedditClient::from_settings(&settings.reddit, Guarded::alone("doctor")) {
        Ok(client) => client,
        Err(error @ RedditError::NoCredentials) => return vec![missing(settings, &error).await],
        Err(error) => return vec![failed(&error)],
    };
    if facts.offline {
        return vec![Line::ok("credentials are configured; not asked, as you wished")];
    }
    let line = match tokio::time::timeout(PATIENCE, client.sign_in()).await {
        Ok(Ok(_)) => Line::ok(format!("{} gave a token", place(&settings.reddit.auth_url))),
        Ok(Err(error)) => failed(&error),
        Err(_) => Line::fail(
            format!(
                "{} did not answer within {} s",
                place(&settings.reddit.auth_url),
                PATIENCE.as_secs()
            ),
            "check the way to the network, and reddit.auth_url",
        ),
    };
    vec![line]
}

async fn missing(settings: &Settings, error: &RedditError) -> Line {
    let handoff = Handoff::read(&settings.data_dir).ok().flatten();
    if let Some(handoff) = handoff.filter(|handoff| handoff.stopped_at.is_none())
        && answers(&handoff.url).await
    {
        return Line::ok("no credentials; the sandbox plays Reddit");
    }
    let text = error.to_string();
    let (what, hint) = text.split_once(": ").unwrap_or((&text, "see `leadctl config show reddit`"));
    Line::warn(format!("{what}; only dumps can be read"), hint)
}

fn failed(error: &RedditError) -> Line {
    let hint = match error {
        RedditError::Unauthorized => "copy id and secret from there once more",
        RedditError::RateLimited { .. } => "wait; nothing is wrong with the credentials",
        RedditError::Address { .. } => "`leadctl config show reddit` tells where it comes from",
        _ => "check the way to the network, a proxy in between, and reddit.auth_url",
    };
    Line::fail(error.to_string(), hint)
}

/// An address without what may stand in it to sign in with.
pub(super) fn place(url: &str) -> String {
    match reqwest::Url::parse(url) {
        Ok(url) => {
            let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
            format!("{}{port}", url.host_str().unwrap_or_default())
        }
        Err(_) => "the address".to_owned(),
    }
}
