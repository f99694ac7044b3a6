use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use clap::Args;
use serde::Serialize;

use super::which::{GroupsArgs, Letter};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::cli::scan::ScanArgs;
use crate::cli::scope::ScopeArgs;
use crate::cli::time;
use crate::model::Timestamp;
use crate::services::Services;

/// Longest example, in characters.
const EXAMPLE: usize = 500;
/// Most names of jobs told for a group.
const NAMES: usize = 10;

/// Which groups to list.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl dlq ls
  leadctl dlq ls --all-queues --columns group,queue,count,error
  leadctl dlq ls -o json | jq '.items[] | {group, count, example}'

The largest groups come first. The newest failures of each queue are looked at first.")]
pub struct LsArgs {
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    scan: ScanArgs,
}

/// A group as a row.
#[derive(Debug, Clone, Serialize)]
struct Group {
    group: String,
    queue: String,
    count: u64,
    /// When the first and the last of them failed.
    first_seen_at: Option<Timestamp>,
    last_seen_at: Option<Timestamp>,
    /// The names of its jobs.
    names: BTreeSet<String>,
    /// What its errors have in common.
    error: String,
    /// The newest error in full.
    example: String,
    /// The job of the example.
    example_id: String,
    #[serde(skip)]
    now: Timestamp,
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let listed = self.groups(&services).await;
        services.close().await;
        let (groups, meta) = listed?;
        ctx.out.list(&groups, meta)?;
        Ok(Exit::Done)
    }

    async fn groups(self, services: &Services) -> anyhow::Result<(Vec<Group>, ListMeta)> {
        let which = GroupsArgs { groups: Vec::new(), scope: self.scope, scan: self.scan };
        let now = services.clock.now();
        let mut groups: HashMap<String, Group> = HashMap::new();
        let scanned = which.read(services, |letter| {
            match groups.get_mut(&letter.group) {
                Some(group) => group.add(&letter),
                None => {
                    groups.insert(letter.group.clone(), Group::new(letter, now));
                }
            }
            Ok(())
        });
        let scanned = scanned.await?;
        let mut groups: Vec<Group> = groups.into_values().collect();
        groups.sort_by(|a, b| {
            let key = |g: &Group| (Reverse(g.count), Reverse(g.last_seen_at));
            key(a).cmp(&key(b)).then_with(|| a.group.cmp(&b.group))
        });
        let mut meta = scanned.meta(groups.iter().map(|group| group.count).sum());
        meta.insert("groups".into(), groups.len().into());
        let meta = ListMeta {
            warnings: scanned.warning().into_iter().collect(),
            meta,
            empty_hint: Some("no dead letters".to_owned()),
            ..ListMeta::default()
        };
        Ok((groups, meta))
    }
}

impl Group {
    fn new(letter: Letter, now: Timestamp) -> Self {
        let Letter { group, signature, job } = letter;
        let example = job.failed_reason.unwrap_or_default();
        Self {
            group,
            queue: job.queue,
            count: 1,
            first_seen_at: job.finished_at,
            last_seen_at: job.finished_at,
            names: BTreeSet::from([job.name]),
            error: signature,
            example: example.chars().take(EXAMPLE).collect(),
            example_id: job.id,
            now,
        }
    }

    fn add(&mut self, letter: &Letter) {
        self.count += 1;
        let at = letter.job.finished_at;
        self.first_seen_at = [self.first_seen_at, at].into_iter().flatten().min();
        self.last_seen_at = self.last_seen_at.max(at);
        if self.names.len() < NAMES {
            self.names.insert(letter.job.name.clone());
        }
    }

    fn names(&self) -> String {
        self.names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    fn ago(&self, at: Option<Timestamp>) -> Cell {
        Cell::maybe(at.map(|at| time::ago(at, self.now)))
    }
}

impl Record for Group {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("group", |g: &Group| Cell::text(&g.group)),
                Column::new("queue", |g| Cell::text(&g.queue)),
                Column::new("count", |g| Cell::number(g.count).tone(Tone::Bad)),
                Column::new("first", |g| g.ago(g.first_seen_at)),
                Column::new("last", |g| g.ago(g.last_seen_at)),
                Column::new("names", |g: &Group| Cell::text(g.names())).cut(),
                Column::new("example", |g: &Group| Cell::text(&g.example)).cut(),
                Column::wide("error", |g| Cell::text(&g.error)),
                Column::wide("example_id", |g| Cell::text(&g.example_id)),
                Column::wide("first_seen_at", |g| {
                    Cell::maybe(g.first_seen_at.map(|at| at.to_string()))
                }),
                Column::wide("last_seen_at", |g| {
                    Cell::maybe(g.last_seen_at.map(|at| at.to_string()))
                }),
            ]
        }
    }
}
