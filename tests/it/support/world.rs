//! The system in this process, with a sandbox beside it, under one clock that the test moves.

use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use leadctl::clock::{Clock, ManualClock};
use leadctl::config::{Overrides, Settings, load_apart};
use leadctl::db::Db;
use leadctl::jobs::{self, JobKind, LeadDiscovery};
use leadctl::model::{Campaign, CampaignDraft, Strategy, Timestamp};
use leadctl::queue::{JobFailure, JobOptions, JobReport, QueueError};
use leadctl::sandbox::{self, SandboxControl, SandboxOptions};
use leadctl::services::{Services, sealed};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

pub const EPOCH: Timestamp = Timestamp::from_secs(1_780_000_000);

/// The services, the clock, and the sandbox's own word on what it was asked.
pub struct World {
    pub services: Services,
    pub clock: Arc<ManualClock>,
    pub sandbox: SandboxControl,
    _dir: tempfile::TempDir,
}

/// What a job has said.
#[derive(Debug, Default)]
pub struct Said(Mutex<Vec<String>>);

impl Said {
    pub fn lines(&self) -> String {
        self.0.lock().unwrap().join("\n")
    }
}

#[async_trait]
impl JobReport for Said {
    async fn log(&self, line: &str) -> Result<(), QueueError> {
        self.0.lock().unwrap().push(line.to_owned());
        Ok(())
    }

    async fn progress(&self, _: Value) -> Result<(), QueueError> {
        Ok(())
    }
}

impl World {
    /// With a sandbox that has new posts every minute; `change` has the last word on the settings.
    pub async fn new(change: impl FnOnce(&mut Settings)) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let clock = ManualClock::at(EPOCH);
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let options =
            SandboxOptions { seed: 7, rate_per_minute: 1.0, backlog: 1_500, epoch: EPOCH };
        let (stop, theirs) = (CancellationToken::new(), clock.clone());
        tokio::spawn(async move {
            sandbox::serve(options, theirs, listener, stop, Duration::ZERO).await.expect("serves");
        });
        let values = vec![("data_dir", dir.path().to_string_lossy().into_owned())];
        let overrides = Overrides { values, ..Overrides::default() };
        let mut settings = load_apart(&overrides).expect("settings").settings;
        let reddit = format!("{url}/reddit");
        settings.reddit.base_url.clone_from(&reddit);
        settings.reddit.auth_url.clone_from(&reddit);
        settings.reddit.feed_url = reddit;
        settings.reddit.client_id = Some("sandbox".to_owned());
        settings.reddit.client_secret = Some("sandbox".to_owned().into());
        change(&mut settings);
        let db = Db::open(&settings.data_dir).await.expect("a database");
        let services = Services::on(db, settings, clock.clone()).expect("services");
        let sandbox = SandboxControl::new(&url).expect("a sandbox");
        Self { services, clock, sandbox, _dir: dir }
    }

    /// Adds a campaign, of a user where one is named.
    pub async fn campaign(&self, draft: CampaignDraft, owner: Option<&str>) -> Campaign {
        let now = self.clock.now();
        let store = match owner {
            Some(owner) => {
                let user = self.services.store.ensure_user(owner, now).await.expect("a user");
                self.services.store.of_user(&user.id)
            }
            None => self.services.store.clone(),
        };
        store.create_campaign(draft, now).await.expect("a campaign")
    }

    /// Adds a user's account with this refresh token.
    pub async fn account(&self, owner: &str, token: &str) {
        let now = self.clock.now();
        self.services.store.ensure_user(owner, now).await.expect("a user");
        let vault = self.services.vault_for_new().await.expect("a key");
        let account = super::data::account(owner, now);
        let sealed = sealed(&vault, account, &"".into(), &token.into()).expect("sealed");
        self.services.store.add_account(&sealed, true).await.expect("kept");
    }

    /// Runs a job, and gives what came of it and what it said.
    pub async fn run(&self, kind: JobKind) -> (Result<Value, JobFailure>, String) {
        let said = Arc::new(Said::default());
        let job = kind.into_job(None, JobOptions::default());
        let never = CancellationToken::new();
        let result = jobs::run(&self.services, &job.name, &job.data, said.clone(), &never).await;
        (result, said.lines())
    }

    /// Looks for leads of a campaign.
    pub async fn discover(
        &self,
        campaign: &Campaign,
        strategy: Strategy,
    ) -> (Result<Value, JobFailure>, String) {
        let campaign = campaign.id.clone();
        self.run(JobKind::Lead(LeadDiscovery { campaign, strategy })).await
    }

    /// What the sandbox was asked of Reddit until now, tokens and what is about them left out: requests
    /// of each kind.
    pub async fn asked(&self) -> Vec<(String, u64)> {
        let stats = self.sandbox.stats().await.expect("stats");
        let asked = stats.endpoints.into_iter().filter(|e| !e.endpoint.ends_with("access_token"));
        let asked = asked.filter(|e| e.status != Some(401));
        asked.map(|e| (e.endpoint, e.count)).collect()
    }
}
