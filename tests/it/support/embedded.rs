//! The embedded installation below a home, from inside; its sandbox and worker.

use std::path::Path;

use leadctl::config::{Overrides, load};
use leadctl::model::{Campaign, CampaignDraft};
use leadctl::sandbox::sample_campaign;
use leadctl::services::Services;

use super::process::{Running, json, leadctl};

/// Does something with the services of the installation that the commands use.
pub fn inside<T>(home: &Path, act: impl AsyncFnOnce(&Services) -> T) -> T {
    let data = home.join("data").to_string_lossy().into_owned();
    let overrides = Overrides { values: vec![("data_dir", data)], ..Overrides::default() };
    let settings = load(&overrides).expect("settings").settings;
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let services = Services::open(settings).await.expect("a database");
        let done = act(&services).await;
        services.close().await;
        done
    })
}

/// Adds a campaign.
pub fn add_campaign(home: &Path, draft: CampaignDraft) -> Campaign {
    inside(home, async |services| {
        let now = services.clock.now();
        services.store.create_campaign(draft, now).await.expect("a campaign")
    })
}

/// A sandbox with the sample campaign, and what leads commands to it.
pub struct Sandbox {
    /// The campaign's id.
    pub campaign: String,
    /// The variables.
    pub env: Vec<(String, String)>,
    _process: Running,
}

impl Sandbox {
    /// Starts it.
    pub fn start(home: &Path) -> Self {
        let campaign = add_campaign(home, sample_campaign()).id;
        let mut process =
            Running::start(leadctl(home).args(["sandbox", "serve", "--backlog", "200"]));
        process.stderr.until("the sandbox answers on");
        let env = json(home, &["sandbox", "env", "-o", "json"]);
        let env = env.as_object().expect("variables").iter();
        let env = env
            .map(|(name, value)| (name.clone(), value.as_str().expect("text").to_owned()))
            .collect();
        Self { campaign, env, _process: process }
    }

    /// Starts a worker that reads from it.
    pub fn worker(&self, home: &Path) -> Running {
        let mut command = leadctl(home);
        command.args(["worker", "--listen", "127.0.0.1:0", "--log", "info"]);
        let mut worker = Running::start(command.envs(self.env.iter().cloned()));
        worker.stderr.until("the worker is up");
        worker
    }
}
