use std::time::Duration;

use tokio::sync::mpsc::UnboundedReceiver;

use crate::cli::context::Context;
use crate::cli::output::{Format, Output, plain, write_out};
use crate::cli::overview::{self, RedditMode};
use crate::cli::time;
use crate::config::Settings;
use crate::model::{Campaign, Lead, Timestamp};
use crate::services::Services;
use crate::store::LeadFilter;
use crate::supervisor::Event;

/// Leads read at a time while following.
const PAGE: u32 = 100;
/// Characters of a title that fit a line.
const TITLE: usize = 72;

/// Says what goes on. Data (leads) goes to standard output, all else to standard error.
pub(super) struct Screen {
    out: Output,
    /// Where the data is: the data directory, or Postgres.
    place: String,
    /// Postgres or Redis is configured.
    distributed: bool,
    /// How this program is called from where the person is, with the data directory where it is
    /// not the usual one.
    call: String,
}

impl Screen {
    pub(super) fn new(ctx: &Context, services: &Services) -> Self {
        let data_dir = ctx.settings().data_dir.display().to_string();
        let db = &services.db;
        let place = if db.path().is_some() { data_dir.clone() } else { db.describe() };
        let mut call = program();
        let usual = directories::ProjectDirs::from("", "", "leadctl")
            .is_some_and(|d| d.data_dir().display().to_string() == data_dir);
        if !usual && std::env::var_os("LEADCTL_DATA_DIR").is_none() {
            call.push_str(&format!(" --data-dir {data_dir}"));
        }
        let distributed = db.path().is_none() || services.settings.redis.url.is_some();
        Self { out: ctx.out.clone(), place, distributed, call }
    }

    pub(super) fn opening(&self) {
        let mode = if self.distributed { "distributed" } else { "embedded" };
        let version = env!("CARGO_PKG_VERSION");
        self.out.note(&format!("leadctl {version} · {mode} · data in {}", self.place));
    }

    pub(super) fn ready(&self, api: &str, judge: &str) {
        self.out.note(&format!("API      {api}  (/v1/leads, /v1/campaigns, /metrics, /readyz)"));
        self.out.note(&format!("judge    {judge}"));
    }

    pub(super) fn sample(&self, campaign: &Campaign) {
        self.out.note(&format!(
            "sandbox  campaign {} in {} invented subreddits; a lead and a subreddit job are queued\n",
            campaign.id,
            campaign.subreddits.len()
        ));
        self.next_steps(&campaign.id);
    }

    fn next_steps(&self, campaign: &str) {
        self.out.note("In another terminal:");
        for (command, what) in [
            ("status".to_owned(), "what runs, and what is wrong"),
            ("leads ls --min-score 60".to_owned(), "the best leads so far"),
            (format!("jobs enqueue lead --campaign {campaign} --wait"), "look again, now"),
            ("sandbox score".to_owned(), "how much of it was right"),
        ] {
            self.out.note(&format!("  {} {command:<52} {what}", self.call));
        }
        self.out.note("Ctrl-C stops everything.\n");
    }

    pub(super) async fn live(
        &self,
        settings: &Settings,
        services: &Services,
    ) -> anyhow::Result<()> {
        let mode = overview::reddit(services).await;
        if let (RedditMode::Feeds | RedditMode::Missing, Err(error)) = (mode, services.reddit()) {
            let otherwise = match mode {
                RedditMode::Feeds => "the public feeds are read, which tell less",
                _ => "only dumps can be read: `leadctl leads import --help`",
            };
            self.out.note(&format!("reddit   {error};"));
            self.out.note(&format!("         or add an account: {} accounts add", self.call));
            self.out.note(&format!("         until then {otherwise}"));
        } else {
            self.out.note(&format!("reddit   {}", settings.reddit.base_url));
        }
        if services.store.campaigns().await?.is_empty() {
            self.out.note("\nThere is no campaign yet. Add one:");
            self.out.note(&format!(
                "  {} campaigns add --name \"My product\" --keyword invoicing --subreddit freelance",
                self.call
            ));
        }
        self.out.note("\nLeads are printed here as they are found. Ctrl-C stops everything.\n");
        Ok(())
    }

    /// Prints leads as they are found, and what happens to the processes, until dropped.
    pub(super) async fn follow(
        &self,
        services: &Services,
        from: i64,
        mut events: UnboundedReceiver<Event>,
        every: Duration,
    ) -> anyhow::Result<()> {
        let mut seq = from;
        let mut ticks = tokio::time::interval(every);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                Some(event) = events.recv() => self.event(&event),
                _ = ticks.tick() => match services.store.leads_found_after(seq, PAGE).await {
                    Ok((leads, next)) => {
                        seq = next;
                        for lead in &leads {
                            self.lead(lead, services.clock.now())?;
                        }
                    }
                    Err(error) => tracing::warn!(%error, "cannot look for new leads"),
                },
            }
        }
    }

    fn event(&self, event: &Event) {
        match event {
            Event::Started { name, pid } => tracing::info!(name, pid, "started"),
            Event::Replaced { .. } => self.out.note(&event.to_string()),
            Event::Died { .. } | Event::Killed { .. } => self.out.note(&format!("! {event}")),
        }
    }

    fn lead(&self, lead: &Lead, now: Timestamp) -> anyhow::Result<()> {
        if self.out.format != Format::Table {
            return write_out(&format!("{}\n", serde_json::to_string(lead)?));
        }
        let title = if lead.post.title.is_empty() { &lead.post.body } else { &lead.post.title };
        let title = plain(title);
        let shown: String = title.chars().take(TITLE).collect();
        let cut = if title.chars().nth(TITLE).is_some() { "…" } else { "" };
        write_out(&format!(
            "{:>3}  {:<20}  r/{:<20}  {:>4}  {}{cut}\n     {} leads show {}\n",
            lead.score.total,
            lead.judgement.intent,
            plain(&lead.post.subreddit),
            time::age(now.since(lead.post.created_at)),
            shown,
            self.call,
            lead.id,
        ))
    }

    pub(super) fn draining(&self) {
        self.out.note(
            "\nstopping: jobs at hand are finished, nothing new is taken (Ctrl-C again: at once)",
        );
    }

    pub(super) async fn closing(&self, services: &Services) -> anyhow::Result<()> {
        let total = services.store.count_leads(&LeadFilter::default()).await?;
        self.out.note(&format!("stopped; {total} leads are kept in {}", self.place));
        Ok(())
    }
}

/// How this program can be called: by its name where that leads here, else by its path.
fn program() -> String {
    const NAME: &str = "leadctl";
    let Ok(exe) = std::env::current_exe() else { return NAME.to_owned() };
    let on_path = std::env::var_os("PATH").is_some_and(|path| {
        // The first one found is the one that a shell runs.
        std::env::split_paths(&path)
            .map(|dir| dir.join(NAME))
            .find(|file| file.is_file())
            .and_then(|file| file.canonicalize().ok())
            .is_some_and(|file| exe.canonicalize().is_ok_and(|exe| exe == file))
    });
    if on_path {
        return NAME.to_owned();
    }
    let here = std::env::current_dir().ok();
    let near = here.and_then(|dir| exe.strip_prefix(dir).ok().map(|p| p.display().to_string()));
    near.unwrap_or_else(|| exe.display().to_string())
}
