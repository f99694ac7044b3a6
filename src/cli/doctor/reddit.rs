use std::os::unix::fs::PermissionsExt;

use super::facts::{Facts, PATIENCE};
use super::line::Line;
use super::sandbox::answers;
use crate::config::Settings;
use crate::guard::Guarded;
use crate::reddit::{RedditClient, RedditError};
use crate::sandbox::Handoff;
use crate::vault::key;

pub(super) async fn check(facts: &Facts) -> Vec<Line> {
    let settings = match facts.settings() {
        Ok(settings) => settings,
        Err(lines) => return lines,
    };
    let client = match RedditClient::from_settings(&settings.reddit, Guarded::alone("doctor")) {
        Ok(client) => client,
        Err(error @ RedditError::NoCredentials) => {
            let mut lines = accounts(facts).await;
            if lines.is_empty() {
                lines.push(missing(settings, &error).await);
            }
            return lines;
        }
        Err(error) => return vec![failed(&error)],
    };
    let mut lines = accounts(facts).await;
    if facts.offline {
        lines.insert(0, Line::ok("credentials are configured; not asked, as you wished"));
        return lines;
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
    lines.insert(0, line);
    lines
}

/// Whether the accounts can be used with the key at hand; nothing where there are none. Reddit is not
/// asked: `leadctl accounts check` does that.
async fn accounts(facts: &Facts) -> Vec<Line> {
    let Ok(services) = facts.services() else { return Vec::new() };
    let Ok(accounts) = services.store.accounts().await else { return Vec::new() };
    let vault = match services.vault() {
        _ if accounts.is_empty() => return Vec::new(),
        Ok(vault) => vault,
        Err(error) => {
            return vec![Line::fail(
                error.to_string(),
                "see docs/reddit.md on the key of accounts",
            )];
        }
    };
    let key_id = vault.as_ref().map(|vault| vault.id());
    let closed: Vec<&str> = accounts
        .iter()
        .filter(|sealed| Some(sealed.key_id.as_str()) != key_id)
        .map(|sealed| sealed.account.id.as_str())
        .collect();
    if closed.is_empty() {
        let n = accounts.len();
        let noun = if n == 1 { "account" } else { "accounts" };
        let mut lines = vec![Line::ok(format!("{n} {noun}, encrypted with the key at hand"))];
        lines.extend(open_to_others(&services.settings));
        return lines;
    }
    let message = format!("the key of these accounts is not at hand: {}", closed.join(", "));
    let hint =
        "give it in LEADCTL_SECRET_KEY or accounts.key_file, or remove them and add them again";
    vec![Line::fail(message, hint)]
}

/// That others can read the file with the key of accounts, where they can.
fn open_to_others(settings: &Settings) -> Option<Line> {
    let file = key::file(settings)?;
    let mode = file.metadata().ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then(|| {
        let file = file.display();
        let message = format!("others can read the key of accounts: {file} has mode {mode:04o}");
        Line::warn(message, format!("chmod 600 {file}"))
    })
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
    let what = if settings.reddit.feeds {
        format!("{what} and no account: the public feeds are read, which tell less")
    } else {
        format!("{what}; only dumps can be read")
    };
    Line::warn(what, format!("{hint}; or `leadctl accounts add`"))
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
