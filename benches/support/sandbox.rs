//! A sandbox in this process, under a clock that the bench moves.

use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use leadctl::clock::ManualClock;
use leadctl::config::{Overrides, Settings, load};
use leadctl::model::Timestamp;
use leadctl::sandbox::{self, Handoff, SandboxOptions};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

/// Starts a sandbox under the clock, and gives the settings that lead to it.
pub fn sandbox(dir: &Path, clock: Arc<ManualClock>, epoch: Timestamp) -> Settings {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let options = SandboxOptions { seed: 7, rate_per_minute: 1.0, backlog: 1_500, epoch };
    let handoff = Handoff { url, options: options.clone(), stopped_at: None };
    let stop = CancellationToken::new();
    tokio::spawn(async move {
        sandbox::serve(options, clock, listener, stop, Duration::ZERO).await.expect("it serves");
    });
    let mut settings = load(&Overrides::default()).expect("settings").settings;
    settings.data_dir = dir.join("data");
    for (name, value) in handoff.environment(true) {
        let secret = || Some(SecretString::from(value.clone()));
        match name.as_str() {
            "LEADCTL_REDDIT_BASE_URL" => settings.reddit.base_url = value,
            "LEADCTL_REDDIT_AUTH_URL" => settings.reddit.auth_url = value,
            "LEADCTL_REDDIT_CLIENT_ID" => settings.reddit.client_id = Some(value),
            "LEADCTL_REDDIT_CLIENT_SECRET" => settings.reddit.client_secret = secret(),
            "LEADCTL_AI_BASE_URL" => settings.ai.base_url = Some(value),
            "LEADCTL_AI_API_KEY" => settings.ai.api_key = secret(),
            "LEADCTL_AI_MODEL" => settings.ai.model = value,
            _ => {}
        }
    }
    settings
}
