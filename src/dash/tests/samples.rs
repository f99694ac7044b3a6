//! States as they may be found: all well, degraded, empty, and with hostile names and texts.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use crate::cli::overview::{CampaignTotals, LeadTotals, Mode, QueueStatus, RedditMode};
use crate::dash::data::{
    Answer, BreakerSeen, Event, Group, JobRef, JobSeen, Letters, Message, Objective, Page, Queue,
    Rates, Spend, System, Traffic,
};
use crate::dash::state::{Options, State};
use crate::guard::breaker::{By, Cause, Change, Counters, Figures, Kind, SeenError, Status};
use crate::guard::cache::{KindStats, Stats};
use crate::model::{
    Intent, JudgedBy, Judgement, Lead, LeadStatus, Post, PostKind, ProcessInfo, Score, Sentiment,
    Timestamp,
};
use crate::queue::{
    Degraded, EventKind, Job, JobOptions, JobState, LogLine, QueueCounts, Recurrence, Schedule,
};
use crate::supervisor::LogLine as Said;

/// The moment of all samples.
pub const NOW: Timestamp = Timestamp::from_secs(1_769_860_800);
const EVERY: Duration = Duration::from_secs(1);

pub fn ago(seconds: u64) -> Timestamp {
    NOW.minus(Duration::from_secs(seconds))
}

fn at<T>(at: Timestamp, value: T) -> Answer<T> {
    Answer { at, every: EVERY, result: Ok(Arc::new(value)) }
}

fn now<T>(value: T) -> Answer<T> {
    at(NOW, value)
}

pub fn queue(name: &str, waiting: u64, active: u64, failed: u64, done: f64) -> Queue {
    Queue {
        status: QueueStatus {
            name: name.into(),
            counts: QueueCounts {
                waiting,
                active,
                failed,
                delayed: 3,
                completed: 4_200,
                oldest_waiting_at: (waiting > 0).then(|| ago(42)),
                ..QueueCounts::default()
            },
            oldest_waiting_ms: (waiting > 0).then_some(42_000),
            workers: 2,
            concurrency: 8,
            failed_last_hour: 0,
            failed_truncated: false,
            last_failure: None,
        },
        per_second: Rates {
            added: Some(done),
            done: Some(done),
            failed: Some(0.0),
            at_least: false,
        },
    }
}

fn process(kind: &str, host: &str, pid: u32, active: &[&str]) -> ProcessInfo {
    let queues: &[&str] =
        if kind == "worker" { &["lead-discovery", "subreddit-analysis"] } else { &[] };
    let told = json!({
        "id": format!("{kind}-{host}-{pid}"), "kind": kind, "host": host, "pid": pid,
        "version": "0.1.0", "started_at": ago(7_300), "seen_at": ago(1),
        "http": format!("http://127.0.0.1:{}", 9_000 + pid % 1_000), "queues": queues,
        "concurrency": if kind == "worker" { 4 } else { 0 }, "active_jobs": active,
        "draining": false,
    });
    serde_json::from_value(told).expect("a process")
}

fn breaker(name: &str, state: Kind) -> BreakerSeen {
    let open = state != Kind::Closed;
    let error = "status 503: overloaded".to_owned();
    let figures = Figures {
        calls: 20,
        failed: if open { 14 } else { 0 },
        slow: 1,
        failure_percent: if open { 70.0 } else { 0.0 },
        slow_percent: 5.0,
    };
    let change = Change {
        seq: 1,
        at: ago(41),
        from: Kind::Closed,
        to: state,
        cause: Cause::FailureRate,
        figures,
        until: None,
        by: Some(By { who: "ann@desk".into(), at: ago(41), why: "they are down".into() }),
        error: Some(error.clone()),
    };
    BreakerSeen {
        status: Status {
            name: name.into(),
            state,
            since: ago(41),
            until: open.then(|| NOW.plus(Duration::from_secs(19))),
            figures,
            openings: u32::from(open),
            trials_running: 0,
            counters: Counters {
                succeeded: 900,
                failed: 14,
                not_permitted: 31,
                ..Counters::default()
            },
            errors: if open { vec![SeenError { at: ago(42), error }] } else { Vec::new() },
            by: None,
            changes: u64::from(open),
            shared: true,
        },
        history: if open { vec![change] } else { Vec::new() },
    }
}

fn cache() -> Stats {
    let of = |kind| KindStats {
        kind: Some(kind),
        lookups: 1_000,
        memory_hits: 600,
        shared_hits: 210,
        misses: 190,
        hit_rate: Some(0.81),
        entries: 3_200,
        bytes: 4_500_000,
        saved_usd: 1.25,
        spent_usd: 0.31,
        ..KindStats::default()
    };
    let kinds: Vec<KindStats> = crate::guard::cache::Kind::ALL.iter().map(|k| of(*k)).collect();
    let total = KindStats { kind: None, ..of(crate::guard::cache::Kind::ALL[0]) };
    Stats {
        layer: "redis".into(),
        since: Some(ago(90_000)),
        kinds,
        total,
        memory_entries: 500,
        memory_bytes: 700_000,
    }
}

fn system() -> System {
    System {
        mode: Mode {
            name: "distributed".into(),
            data_dir: "/var/lib/leadctl".into(),
            store: "PostgreSQL at db/leadctl".into(),
            queue: "BullMQ on Redis at queue:6379".into(),
        },
        reddit: RedditMode::Live,
        degraded: None,
        campaigns: CampaignTotals { active: 2, paused: 1 },
        objectives: vec![
            Objective { slo: "availability", state: "ok", good: true, budget_left: 0.98 },
            Objective { slo: "jobs", state: "slow_burn", good: false, budget_left: 0.31 },
        ],
        leads: LeadTotals { total: 1_234, new: 80, found_today: 17 },
        spend: Some(Spend::of(0.42, 43.1, 50.0)),
    }
}

fn traffic() -> Traffic {
    Traffic {
        requests: Some(12.5),
        errors: Some(0.002),
        p50_ms: Some(3.2),
        p95_ms: Some(21.0),
        p99_ms: Some(140.0),
        reddit_budget: Some(61),
        answered: 3,
        silent: Vec::new(),
    }
}

pub fn job(queue: &str, id: &str, state: JobState) -> Job {
    let ended = matches!(state, JobState::Failed | JobState::Completed);
    Job {
        queue: queue.into(),
        id: id.into(),
        name: "lead".into(),
        state,
        data: json!({"campaign": "invoices"}),
        options: JobOptions { attempts: 3, ..JobOptions::default() },
        attempts_made: if ended { 3 } else { 0 },
        attempts_started: if ended { 3 } else { 1 },
        stalled_count: 0,
        progress: json!({"read": 120}),
        result: (state == JobState::Completed).then(|| json!({"read": 240, "leads": 7})),
        failed_reason: (state == JobState::Failed).then(|| "status 503: overloaded".into()),
        stacktrace: Vec::new(),
        worker: Some("worker-h-7".into()),
        schedule_id: None,
        created_at: ago(100),
        run_at: (state == JobState::Delayed).then(|| NOW.plus(Duration::from_secs(90))),
        processed_at: (state != JobState::Waiting).then(|| ago(60)),
        finished_at: ended.then(|| ago(30)),
    }
}

fn lead(title: &str, body: &str) -> Lead {
    Lead {
        id: "q1sgkae1n5fvr".into(),
        campaign_id: "invoices".into(),
        post: Post {
            id: "t3_abc".into(),
            kind: PostKind::Submission,
            subreddit: "freelance".into(),
            author: Some("someone".into()),
            title: title.into(),
            body: body.into(),
            permalink: "/r/freelance/comments/abc/which_tool/".into(),
            url: None,
            score: 12,
            num_comments: 3,
            over_18: false,
            removed: false,
            stickied: false,
            created_at: ago(4_000),
        },
        score: Score { total: 78, parts: Vec::new() },
        judgement: Judgement {
            is_lead: true,
            intent: Intent::SolutionSeeking,
            sentiment: Sentiment::Neutral,
            fit: 0.7,
            confidence: 0.8,
            reason: "asks for a tool".into(),
            judged_by: JudgedBy { judge: "rules".into(), model: "1".into() },
        },
        matched: vec!["invoicing".into()],
        status: LeadStatus::New,
        found_at: ago(120),
        updated_at: ago(120),
    }
}

fn schedule(id: &str) -> Schedule {
    Schedule {
        queue: "lead-discovery".into(),
        id: id.into(),
        recurrence: Recurrence::Cron { pattern: "0 */2 * * *".into(), tz: None },
        name: "lead".into(),
        data: Value::Null,
        options: JobOptions::default(),
        next_at: Some(NOW.plus(Duration::from_secs(3_600))),
        last_at: Some(ago(3_600)),
        iterations: 12,
    }
}

fn letters(error: &str) -> Letters {
    let jobs = |queue: &str, n: u64| {
        (0..n).map(|id| JobRef { queue: queue.into(), id: id.to_string() }).collect()
    };
    let group = |name: &str, n| Group {
        group: name.into(),
        queue: "lead-discovery".into(),
        count: n,
        first_at: Some(ago(900)),
        last_at: Some(ago(30)),
        error: error.into(),
        example: format!("{error}\ncaused by: connection reset"),
        jobs: jobs("lead-discovery", n),
    };
    Letters {
        groups: vec![group("3fa9c1d2e4", 12), group("3fa9aaaaaa", 2)],
        scanned: 14,
        truncated: false,
        last_hour: vec![("lead-discovery".into(), 14, Some(error.into()))],
    }
}

fn event(kind: EventKind, id: &str, text: &str) -> Event {
    Event {
        at: ago(5),
        queue: "lead-discovery".into(),
        kind,
        job_id: Some(id.into()),
        text: text.into(),
    }
}

pub fn options() -> Options {
    Options { read_only: false, has_store: true, has_queue: true, single: false, has_logs: true }
}

/// Nothing has been told yet.
pub fn silent() -> State {
    State::new(options(), NOW, EVERY)
}

/// Nothing is there.
pub fn empty() -> State {
    let mut state = silent();
    let none =
        System { campaigns: CampaignTotals::default(), leads: LeadTotals::default(), ..system() };
    for message in [
        Message::Queues(now(Vec::new())),
        Message::Processes(now(Vec::new())),
        Message::System(now(none)),
        Message::Schedules(now(Vec::new())),
        Message::Breakers(now(Vec::new())),
        Message::Letters(now(Letters::default())),
        Message::Leads(now(Vec::new())),
    ] {
        state.apply(message);
    }
    state.tick(NOW);
    state
}

/// All is well, for a quarter of an hour now.
pub fn healthy() -> State {
    let mut state = silent();
    for message in [
        Message::Processes(now(vec![
            process("supervisor", "alpha", 100, &[]),
            process("api", "alpha", 101, &[]),
            process("worker", "alpha", 102, &["lead-discovery/12", "lead-discovery/13"]),
            process("worker", "beta", 200, &["lead-discovery/14"]),
        ])),
        Message::System(now(system())),
        Message::Schedules(now(vec![schedule("leads-invoices"), schedule("leads-crm")])),
        Message::Breakers(now(vec![
            breaker("ai:gemini", Kind::Closed),
            breaker("reddit", Kind::Closed),
        ])),
        Message::Cache(now(cache())),
        Message::Traffic(now(traffic())),
        Message::Letters(now(Letters::default())),
        Message::Leads(now(vec![lead("Which tool for invoices?", "I need one.")])),
        Message::Logs(now(vec![
            said(60, "up", "worker 1 was started: process 102"),
            said(59, "worker 1", "2026-01-31T11:59:01.000000Z  INFO the worker is up slots=4"),
        ])),
        Message::Events(vec![
            event(EventKind::Active, "12", ""),
            event(EventKind::Completed, "11", "{\"read\":240}"),
        ]),
    ] {
        state.apply(message);
    }
    for second in (0..=900).rev() {
        let wave = (f64::from(second as u32) / 60.0).sin();
        let done = 6.0 + 4.0 * wave;
        let waiting = if second < 300 { 40 + second / 3 } else { 5 };
        state.apply(Message::Queues(at(
            ago(second),
            vec![
                queue("lead-discovery", waiting, 3, 0, done),
                queue("subreddit-analysis", 0, 0, 0, 0.0),
            ],
        )));
        state.tick(ago(second));
    }
    state.apply(Message::Page(now(page("lead-discovery"))));
    state.apply(Message::Job(now(seen("lead-discovery", "12"))));
    state
}

fn said(seconds: u64, from: &str, text: &str) -> Said {
    Said { at: ago(seconds), from: from.into(), text: text.into() }
}

fn page(queue: &str) -> Page {
    let states = [JobState::Active, JobState::Waiting, JobState::Delayed, JobState::Failed];
    let jobs = states.iter().enumerate().map(|(n, s)| job(queue, &(12 + n).to_string(), *s));
    let asked = crate::dash::data::PageAsked { queue: queue.into(), ..Default::default() };
    Page { asked, jobs: jobs.collect(), next: Some("more".into()), scanned: 4 }
}

fn seen(queue: &str, id: &str) -> JobSeen {
    let line = |number, text: &str| LogLine { number, at: Some(ago(50)), text: text.into() };
    JobSeen {
        asked: JobRef { queue: queue.into(), id: id.into() },
        job: Some(job(queue, id, JobState::Failed)),
        logs: vec![line(0, "120 posts read"), line(1, "asking gemini")],
        logs_total: 2,
    }
}

/// A provider is down, a queue is paused, jobs fail, a worker is late and Redis was away.
pub fn degraded() -> State {
    let mut state = healthy();
    let mut paused = queue("subreddit-analysis", 12, 0, 0, 0.0);
    paused.status.counts.is_paused = true;
    let mut late = process("worker", "beta", 200, &[]);
    late.seen_at = ago(10);
    late.draining = true;
    let quiet = vec![("worker-beta-200".to_owned(), "no connection: refused".to_owned())];
    for message in [
        Message::Queues(now(vec![queue("lead-discovery", 140, 4, 14, 0.4), paused])),
        Message::Processes(now(vec![process("api", "alpha", 101, &[]), late])),
        Message::System(now(System {
            degraded: Some(Degraded {
                since: ago(180),
                reason: "Redis is away: connection refused".into(),
                spooled: 12,
            }),
            ..system()
        })),
        Message::Breakers(now(vec![
            breaker("ai:gemini", Kind::Open),
            breaker("reddit", Kind::Closed),
        ])),
        Message::Traffic(now(Traffic { errors: Some(0.2), silent: quiet, ..traffic() })),
        Message::Logs(now(vec![
            said(41, "worker 1", "2026-01-31T11:59:19.000000Z  WARN ai:gemini is open failed=14"),
            said(30, "worker 2", "thread 'main' panicked at src/main.rs:1:1:"),
            said(29, "up", "worker 2 was ended by signal 6; it is started again in 0.5 s"),
        ])),
        Message::Letters(now(letters("status <n>: overloaded"))),
        Message::Events(vec![event(EventKind::Failed, "13", "status 503: overloaded")]),
    ] {
        state.apply(message);
    }
    state.tick(NOW);
    state
}

/// What strangers can put into names and texts.
pub const HOSTILE: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{202e}evil\u{200b}\r\n日本語🎉\u{9b}31m";

/// All that comes from strangers is hostile.
pub fn hostile() -> State {
    let mut state = degraded();
    let name = format!("q{HOSTILE}");
    let mut bad = seen(&name, HOSTILE);
    if let Some(job) = &mut bad.job {
        job.failed_reason = Some(HOSTILE.into());
        job.data = json!({ HOSTILE: HOSTILE });
        job.stacktrace = vec![HOSTILE.into(), "two\nlines".into()];
    }
    bad.logs[0].text = HOSTILE.into();
    let mut breakers = vec![breaker(HOSTILE, Kind::Open)];
    breakers[0].status.errors[0].error = HOSTILE.into();
    let mut system = system();
    system.mode.queue = HOSTILE.into();
    let mut stranger = process("worker", HOSTILE, 200, &[HOSTILE]);
    stranger.queues = vec![HOSTILE.into()];
    let mut listed = page(&name);
    listed.jobs.iter_mut().for_each(|job| job.failed_reason = Some(HOSTILE.into()));
    let mut found = letters(HOSTILE);
    found.groups[0].queue = HOSTILE.into();
    found.groups[0].jobs = vec![JobRef { queue: name.clone(), id: HOSTILE.into() }];
    for message in [
        Message::Queues(now(vec![queue(&name, 140, 4, 14, 0.4)])),
        Message::Processes(now(vec![stranger])),
        Message::System(now(system)),
        Message::Schedules(now(vec![schedule(HOSTILE)])),
        Message::Breakers(now(breakers)),
        Message::Letters(now(found)),
        Message::Leads(now(vec![lead(HOSTILE, HOSTILE)])),
        Message::Page(now(listed)),
        Message::Job(now(bad)),
        Message::Events(vec![event(EventKind::Failed, HOSTILE, HOSTILE)]),
        Message::Logs(now(vec![said(1, HOSTILE, HOSTILE)])),
        Message::Done { text: HOSTILE.into(), ok: false },
    ] {
        state.apply(message);
    }
    state.tick(NOW);
    state
}
