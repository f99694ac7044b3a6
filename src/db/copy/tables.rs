use serde_json::Value;

use super::row::{Cell, Row};

/// What kind of value a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Int,
    Bool,
    Time,
    Json,
    /// A number of the source's own: it gives the order and is not copied.
    Order,
}

/// A column, where it is read and where it goes.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) from: &'static str,
    /// The target's column; empty where it only helps to find another.
    pub(super) to: &'static str,
    /// What is written: `{}` is the value, `{0}` that of the first column, and so on.
    pub(super) value: &'static str,
    pub(super) kind: Kind,
}

const fn column(from: &'static str, to: &'static str, kind: Kind) -> Column {
    Column { from, to, value: "{}", kind }
}

/// A column that has the same name on both sides: `t.NAME`.
macro_rules! columns {
    ($($kind:ident $name:ident),+ $(,)?) => {
        [$(column(concat!("t.", stringify!($name)), stringify!($name), Kind::$kind)),+]
    };
}

/// What is copied of a table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    /// Where its rows are read, on either side.
    pub(super) from: &'static str,
    pub(super) columns: &'static [Column],
    /// The columns by whose order the source is read, by number.
    pub(super) order: &'static [usize],
    /// The columns that name a row on both sides, by number.
    pub(super) key: &'static [usize],
    /// What to do about a row that is there.
    pub(super) conflict: &'static str,
}

impl Table {
    /// The place of a row in the order of reading.
    pub(super) fn place_of(&self, row: &Row) -> Vec<Value> {
        self.order.iter().map(|&n| row[n].to_json()).collect()
    }

    /// What names a row on both sides.
    pub(super) fn key_of(&self, row: &Row) -> Vec<String> {
        self.key.iter().map(|&n| row[n].to_text()).collect()
    }

    /// The cells of a row that must be the same on both sides.
    pub(super) fn compared<'r>(&self, row: &'r Row) -> impl Iterator<Item = &'r Cell> {
        let kinds = self.columns.iter().map(|column| column.kind);
        row.iter().zip(kinds).filter(|(_, kind)| *kind != Kind::Order).map(|(cell, _)| cell)
    }
}

const NOTHING: &str = "ON CONFLICT DO NOTHING";

const QUEUE: Column = Column {
    from: "q.name",
    to: "queue_id",
    value: "(SELECT id FROM queues WHERE name = {})",
    kind: Kind::Text,
};

/// What is copied, so that what is referred to comes first. Events are not: they tell of the past of
/// the other queue. Counts come by themselves, and so does the state of processes.
pub(super) const TABLES: &[Table] = &[
    Table {
        name: "users",
        from: "users t",
        columns: &columns![Text id, Text name, Text name_key, Time created_at],
        order: &[0],
        key: &[0],
        conflict: NOTHING,
    },
    Table {
        name: "api_keys",
        from: "api_keys t",
        columns: &columns![
            Text id, Text user_id, Text hash, Text scope, Time created_at, Time expires_at,
            Time last_used_at, Time revoked_at,
        ],
        order: &[0],
        key: &[0],
        conflict: NOTHING,
    },
    Table {
        name: "campaigns",
        from: "campaigns t",
        columns: &columns![
            Text id, Text name, Text name_key, Text description, Json keywords,
            Json negative_keywords, Json subreddits, Json competitors, Json blocked_subreddits,
            Text owner, Text status, Int version, Time created_at, Time updated_at,
        ],
        order: &[0],
        key: &[0],
        conflict: NOTHING,
    },
    Table {
        name: "leads",
        from: "leads t",
        columns: &[
            column("t.seq", "", Kind::Order),
            column("t.id", "id", Kind::Text),
            column("t.campaign_id", "campaign_id", Kind::Text),
            column("t.subreddit_key", "subreddit_key", Kind::Text),
            column("t.intent", "intent", Kind::Text),
            column("t.status", "status", Kind::Text),
            column("t.score", "score", Kind::Int),
            column("t.score_parts", "score_parts", Kind::Json),
            column("t.post", "post", Kind::Json),
            column("t.judgement", "judgement", Kind::Json),
            column("t.matched", "matched", Kind::Json),
            column("t.found_at", "found_at", Kind::Time),
            column("t.updated_at", "updated_at", Kind::Time),
        ],
        order: &[0],
        key: &[1],
        conflict: NOTHING,
    },
    Table {
        name: "judged",
        from: "judged t",
        columns: &columns![Text campaign_id, Text post_id, Int version, Text outcome, Time at],
        order: &[0, 1],
        key: &[0, 1],
        conflict: NOTHING,
    },
    Table {
        name: "fingerprints",
        from: "fingerprints t",
        columns: &columns![Text campaign_id, Text post_id, Int text, Time at],
        order: &[0, 1],
        key: &[0, 1],
        conflict: NOTHING,
    },
    Table {
        name: "subreddits",
        from: "subreddits t",
        columns: &columns![Text name_key, Json profile, Time analysed_at],
        order: &[0],
        key: &[0],
        conflict: NOTHING,
    },
    Table {
        name: "listing_marks",
        from: "listing_marks t",
        columns: &columns![Text campaign_id, Text listing, Text shape, Json mark, Time read_at],
        order: &[0, 1],
        key: &[0, 1],
        conflict: NOTHING,
    },
    Table {
        name: "closed_subreddits",
        from: "closed_subreddits t",
        columns: &columns![
            Text campaign_id, Text name_key, Text name, Text state, Text reason, Time since,
            Time asked_at, Int tries, Time next_at,
        ],
        order: &[0, 1],
        key: &[0, 1],
        conflict: NOTHING,
    },
    Table {
        name: "reddit_accounts",
        from: "reddit_accounts t",
        columns: &columns![
            Text id, Text owner, Text username, Text client_id, Text grant_type, Text scope,
            Text key_id, Text client_secret, Text token, Time created_at, Time updated_at,
        ],
        order: &[0],
        key: &[0],
        conflict: NOTHING,
    },
    Table {
        name: "webhooks",
        from: "webhooks t",
        columns: &columns![
            Text id, Text owner, Text kind, Text url, Text secret, Int min_score, Time created_at,
        ],
        order: &[0],
        key: &[0],
        conflict: NOTHING,
    },
    Table {
        name: "webhook_outbox",
        from: "webhook_outbox t",
        columns: &columns![Text lead_id, Text webhook_id],
        order: &[0, 1],
        key: &[0, 1],
        conflict: NOTHING,
    },
    Table {
        name: "ai_usage",
        from: "ai_usage t",
        columns: &columns![
            Text owner, Text month, Text provider, Text model, Int calls, Int input_tokens,
            Int cached_tokens, Int output_tokens, Int nano_usd,
        ],
        order: &[0, 1, 2, 3],
        key: &[0, 1, 2, 3],
        conflict: NOTHING,
    },
    Table {
        name: "audit",
        from: "audit t",
        columns: &[
            column("t.seq", "", Kind::Order),
            column("t.op_id", "op_id", Kind::Text),
            column("t.at", "at", Kind::Time),
            column("t.actor", "actor", Kind::Text),
            column("t.action", "action", Kind::Text),
            column("t.target", "target", Kind::Text),
            column("t.outcome", "outcome", Kind::Text),
            column("t.detail", "detail", Kind::Json),
        ],
        order: &[0],
        key: &[1],
        conflict: NOTHING,
    },
    Table {
        name: "job_traces",
        from: "job_traces t",
        columns: &[
            column("t.seq", "", Kind::Order),
            column("t.id", "id", Kind::Text),
            column("t.queue", "queue", Kind::Text),
            column("t.job_id", "job_id", Kind::Text),
            column("t.request_id", "request_id", Kind::Text),
            column("t.started_at", "started_at", Kind::Time),
            column("t.ended_at", "ended_at", Kind::Time),
            column("t.outcome", "outcome", Kind::Text),
            column("t.trace", "trace", Kind::Json),
        ],
        order: &[0],
        key: &[1],
        conflict: NOTHING,
    },
    Table {
        name: "ai_days",
        from: "ai_days t",
        columns: &columns![Text owner, Text day, Int nano_usd, Int held_back],
        order: &[0, 1],
        key: &[0, 1],
        conflict: NOTHING,
    },
    Table {
        name: "ai_budgets",
        from: "ai_budgets t",
        columns: &columns![Text owner, Int nano_usd, Time updated_at],
        order: &[0],
        key: &[0],
        conflict: NOTHING,
    },
    Table {
        name: "imports",
        from: "imports t",
        columns: &columns![Text key, Json checkpoint, Time updated_at],
        order: &[0],
        key: &[0],
        conflict: NOTHING,
    },
    Table {
        name: "queues",
        from: "queues t",
        columns: &columns![Text name, Bool paused, Int last_id],
        order: &[0],
        key: &[0],
        // Numbers of jobs that were given must not be given again.
        conflict: "ON CONFLICT (name) DO UPDATE \
                   SET last_id = GREATEST(queues.last_id, excluded.last_id)",
    },
    Table {
        name: "jobs",
        from: "jobs t JOIN queues q ON q.id = t.queue_id",
        columns: &[
            column("t.seq", "", Kind::Order),
            QUEUE,
            column("t.id", "id", Kind::Text),
            column("t.lane", "lane", Kind::Int),
            column("t.rank", "rank", Kind::Int),
            column("t.position", "position", Kind::Int),
            column("t.name", "name", Kind::Text),
            column("t.data", "data", Kind::Json),
            column("t.options", "options", Kind::Json),
            column("t.priority", "priority", Kind::Int),
            column("t.attempts_made", "attempts_made", Kind::Int),
            column("t.attempts_started", "attempts_started", Kind::Int),
            column("t.stalled_count", "stalled_count", Kind::Int),
            column("t.progress", "progress", Kind::Json),
            column("t.result", "result", Kind::Json),
            column("t.failed_reason", "failed_reason", Kind::Text),
            column("t.stacktrace", "stacktrace", Kind::Json),
            column("t.worker", "worker", Kind::Text),
            column("t.lock_token", "lock_token", Kind::Text),
            column("t.schedule_id", "schedule_id", Kind::Text),
            column("t.created_at", "created_at", Kind::Time),
            column("t.run_at", "run_at", Kind::Time),
            column("t.processed_at", "processed_at", Kind::Time),
            column("t.finished_at", "finished_at", Kind::Time),
        ],
        order: &[0],
        key: &[1, 2],
        conflict: NOTHING,
    },
    Table {
        name: "job_logs",
        from: "job_logs t JOIN jobs j ON j.seq = t.job_seq JOIN queues q ON q.id = j.queue_id",
        columns: &[
            column("t.job_seq", "", Kind::Order),
            column("q.name", "", Kind::Text),
            Column {
                from: "j.id",
                to: "job_seq",
                value: "(SELECT j.seq FROM jobs j JOIN queues q ON q.id = j.queue_id \
                        WHERE q.name = {1} AND j.id = {2})",
                kind: Kind::Text,
            },
            column("t.number", "number", Kind::Int),
            column("t.at", "at", Kind::Time),
            column("t.text", "text", Kind::Text),
        ],
        order: &[0, 3],
        key: &[1, 2, 3],
        conflict: NOTHING,
    },
    Table {
        name: "schedules",
        from: "schedules t JOIN queues q ON q.id = t.queue_id",
        columns: &[
            QUEUE,
            column("t.id", "id", Kind::Text),
            column("t.recurrence", "recurrence", Kind::Json),
            column("t.name", "name", Kind::Text),
            column("t.data", "data", Kind::Json),
            column("t.options", "options", Kind::Json),
            column("t.next_at", "next_at", Kind::Time),
            column("t.next_job_id", "next_job_id", Kind::Text),
            column("t.last_at", "last_at", Kind::Time),
            column("t.iterations", "iterations", Kind::Int),
        ],
        order: &[0, 1],
        key: &[0, 1],
        conflict: NOTHING,
    },
    Table {
        name: "failover_journal",
        from: "failover_journal t",
        columns: &columns![
            Text queue, Text id, Text name, Text data, Text options, Int added_at,
        ],
        order: &[0, 1],
        key: &[0, 1],
        conflict: NOTHING,
    },
    Table {
        name: "failover_ledger",
        from: "failover_ledger t",
        columns: &columns![
            Text queue, Text id, Text token, Int done, Text result, Int lease_until,
        ],
        order: &[0, 1],
        key: &[0, 1],
        conflict: NOTHING,
    },
    Table {
        name: "failover_schedules",
        from: "failover_schedules t",
        columns: &columns![
            Text queue, Text id, Text recurrence, Text name, Text data, Text options, Int next_at,
            Int last_at, Int iterations, Int change,
        ],
        order: &[0, 1],
        key: &[0, 1],
        conflict: NOTHING,
    },
];
