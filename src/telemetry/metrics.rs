//! The one table of metrics: names, types, units, labels, help. docs/metrics.md is made from it.

use std::fmt::Write;
use std::sync::OnceLock;

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

/// What kind of metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetricKind {
    /// Only grows.
    Counter,
    /// Goes up and down.
    Gauge,
    /// Counts values in buckets.
    Histogram,
}

/// One metric.
#[derive(Debug, Clone, Copy)]
pub struct Metric {
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub kind: MetricKind,
    /// The unit of its values.
    pub unit: &'static str,
    /// Its labels; each has few values, never an id.
    pub labels: &'static [&'static str],
    /// What it says.
    pub help: &'static str,
}

/// Posts looked at, by outcome.
pub const POSTS_SEEN: &str = "leadctl_posts_seen_total";
/// New leads.
pub const LEADS_FOUND: &str = "leadctl_leads_found_total";
/// Attempts at jobs.
pub const JOBS_PROCESSED: &str = "leadctl_jobs_processed_total";
/// Duration of attempts at jobs.
pub const JOB_DURATION: &str = "leadctl_job_duration_seconds";
/// Jobs being worked on in this process.
pub const WORKER_ACTIVE_JOBS: &str = "leadctl_worker_active_jobs";
/// Answered requests.
pub const HTTP_REQUESTS: &str = "leadctl_http_requests_total";
/// Duration of requests.
pub const HTTP_DURATION: &str = "leadctl_http_request_duration_seconds";
/// Jobs in each queue and state.
pub const QUEUE_JOBS: &str = "leadctl_queue_jobs";
/// Age of the job that has waited longest.
pub const QUEUE_OLDEST: &str = "leadctl_queue_oldest_waiting_seconds";
/// Whether a queue is paused.
pub const QUEUE_PAUSED: &str = "leadctl_queue_paused";
/// Whether the queue goes on without what carries it.
pub const DEGRADED: &str = "leadctl_degraded";
/// Since when it does.
pub const DEGRADED_SINCE: &str = "leadctl_degraded_since_seconds";
/// Jobs kept in the database meanwhile.
pub const SPOOL_JOBS: &str = "leadctl_spool_jobs";
/// Processes that tell of themselves.
pub const PROCESSES: &str = "leadctl_processes";
/// Leads kept.
pub const LEADS: &str = "leadctl_leads";
/// How a circuit breaker stands.
pub const BREAKER_STATE: &str = "leadctl_breaker_state";
/// Changes of a circuit breaker's state.
pub const BREAKER_TRANSITIONS: &str = "leadctl_breaker_transitions_total";
/// Calls that a circuit breaker rejected.
pub const BREAKER_NOT_PERMITTED: &str = "leadctl_breaker_not_permitted_total";
/// Calls tried again.
pub const RETRIES: &str = "leadctl_retries_total";
/// Connections to the database.
pub const DB_POOL: &str = "leadctl_db_pool_connections";
/// What a rate limit refused.
pub const RATE_LIMITED: &str = "leadctl_rate_limited_total";
/// What may still be asked of Reddit.
pub const REDDIT_BUDGET: &str = "leadctl_reddit_budget_remaining";
/// Requests sent to Reddit.
pub const REDDIT_REQUESTS: &str = "leadctl_reddit_requests_total";
/// Lookups in the cache, by what they came to.
pub const CACHE_LOOKUPS: &str = "leadctl_cache_lookups_total";
/// Cache entries that could not be read.
pub const CACHE_DAMAGED: &str = "leadctl_cache_damaged_total";
/// Money not spent thanks to the cache.
pub const CACHE_SAVED_USD: &str = "leadctl_cache_saved_usd_total";
/// Requests to AI providers that a budget for the month held back.
pub const AI_BUDGET_STOPS: &str = "leadctl_ai_budget_stops_total";
/// Money spent on AI providers.
pub const AI_SPEND: &str = "leadctl_ai_spend_usd";
/// What may be spent on them.
pub const AI_BUDGET: &str = "leadctl_ai_budget_usd";
/// Tokens of AI providers.
pub const AI_TOKENS: &str = "leadctl_ai_tokens_total";
/// Entries in the cache.
pub const CACHE_ENTRIES: &str = "leadctl_cache_entries";
/// Bytes in the cache.
pub const CACHE_BYTES: &str = "leadctl_cache_bytes";
/// Events that count for the objectives.
pub const SLO_EVENTS: &str = "leadctl_slo_events_total";
/// What is promised.
pub const SLO_OBJECTIVE: &str = "leadctl_slo_objective_ratio";
/// What is left of the error budgets.
pub const SLO_BUDGET_LEFT: &str = "leadctl_slo_error_budget_left_ratio";
/// How fast the error budgets burn.
pub const SLO_BURN_RATE: &str = "leadctl_slo_burn_rate";
/// The version that runs.
pub const BUILD_INFO: &str = "leadctl_build_info";
/// When this process started.
pub const START_TIME: &str = "process_start_time_seconds";
/// Processor time.
pub const PROCESS_CPU: &str = "process_cpu_seconds_total";
/// Memory that is resident.
pub const PROCESS_RESIDENT: &str = "process_resident_memory_bytes";
/// Memory that is mapped.
pub const PROCESS_VIRTUAL: &str = "process_virtual_memory_bytes";
/// Files that are open.
pub const PROCESS_FDS: &str = "process_open_fds";
/// Files that may be open.
pub const PROCESS_MAX_FDS: &str = "process_max_fds";
/// Threads.
pub const PROCESS_THREADS: &str = "process_threads";

const fn metric(
    name: &'static str,
    kind: MetricKind,
    unit: &'static str,
    labels: &'static [&'static str],
    help: &'static str,
) -> Metric {
    Metric { name, kind, unit, labels, help }
}

/// Every metric.
pub const METRICS: &[Metric] = &[
    metric(
        POSTS_SEEN,
        MetricKind::Counter,
        "posts",
        &["outcome"],
        "Posts looked at: dropped, known, not_lead or lead",
    ),
    metric(LEADS_FOUND, MetricKind::Counter, "leads", &[], "New leads"),
    metric(
        JOBS_PROCESSED,
        MetricKind::Counter,
        "attempts",
        &["queue", "outcome"],
        "Attempts at jobs: completed, failed, or put_off as what they need is away",
    ),
    metric(
        JOB_DURATION,
        MetricKind::Histogram,
        "seconds",
        &["queue"],
        "Duration of attempts at jobs",
    ),
    metric(
        WORKER_ACTIVE_JOBS,
        MetricKind::Gauge,
        "jobs",
        &["queue"],
        "Jobs being worked on in this process",
    ),
    metric(
        HTTP_REQUESTS,
        MetricKind::Counter,
        "requests",
        &["method", "route", "status"],
        "Answered HTTP requests",
    ),
    metric(
        HTTP_DURATION,
        MetricKind::Histogram,
        "seconds",
        &["method", "route"],
        "Duration of HTTP requests",
    ),
    metric(
        QUEUE_JOBS,
        MetricKind::Gauge,
        "jobs",
        &["queue", "state"],
        "Jobs in each queue and state: the queues of this system, and others that the process has used",
    ),
    metric(
        QUEUE_OLDEST,
        MetricKind::Gauge,
        "seconds",
        &["queue"],
        "Age of the job that has waited longest; 0 where none waits",
    ),
    metric(QUEUE_PAUSED, MetricKind::Gauge, "1 or 0", &["queue"], "Whether the queue is paused"),
    metric(
        DEGRADED,
        MetricKind::Gauge,
        "1 or 0",
        &[],
        "Whether Redis is away, or was and has not been caught up with; jobs go on all the same",
    ),
    metric(
        DEGRADED_SINCE,
        MetricKind::Gauge,
        "seconds",
        &[],
        "Since when it is degraded, since the Unix epoch; 0 where it is not",
    ),
    metric(
        SPOOL_JOBS,
        MetricKind::Gauge,
        "jobs",
        &[],
        "Unfinished jobs kept in the database because Redis is or was away",
    ),
    metric(
        PROCESSES,
        MetricKind::Gauge,
        "processes",
        &["kind"],
        "Processes that tell of themselves: supervisor, api, worker",
    ),
    metric(LEADS, MetricKind::Gauge, "leads", &["status"], "Leads kept, by status"),
    metric(
        BREAKER_STATE,
        MetricKind::Gauge,
        "1 or 0",
        &["breaker", "state"],
        "Whether the circuit breaker is in this state: closed, open, half_open, forced_open, disabled or metrics_only",
    ),
    metric(
        BREAKER_TRANSITIONS,
        MetricKind::Counter,
        "changes",
        &["breaker", "to"],
        "Changes of a circuit breaker's state that this process made, by the new state",
    ),
    metric(
        BREAKER_NOT_PERMITTED,
        MetricKind::Counter,
        "calls",
        &["breaker"],
        "Calls that a circuit breaker rejected in this process",
    ),
    metric(
        RETRIES,
        MetricKind::Counter,
        "calls",
        &["breaker", "outcome"],
        "Failed calls that could have been tried again: tried, or refused because too large a share of calls are retries",
    ),
    metric(
        DB_POOL,
        MetricKind::Gauge,
        "connections",
        &["pool", "state"],
        "Connections of this process to the database: pool read or write of SQLite, or postgres; idle, busy, and the most there may be (max)",
    ),
    metric(
        RATE_LIMITED,
        MetricKind::Counter,
        "refusals",
        &["class"],
        "What a rate limit refused: read and write (requests to the API), reddit, ai_requests, ai_tokens (calls of ours)",
    ),
    metric(
        REDDIT_BUDGET,
        MetricKind::Gauge,
        "requests",
        &["by"],
        "Requests that may still be sent to Reddit now, as this process last heard: by our limit (ours), by Reddit's (reddit); of the account that has least left",
    ),
    metric(
        REDDIT_REQUESTS,
        MetricKind::Counter,
        "requests",
        &["status"],
        "Requests sent to Reddit, those for tokens left out, by the class of the answer's status: 2xx, 3xx, 4xx, 5xx",
    ),
    metric(
        CACHE_LOOKUPS,
        MetricKind::Counter,
        "lookups",
        &["kind", "result"],
        "Lookups in the cache: answered by memory or by what is shared (shared), not answered (miss), or, of those, answered by what had ended as the dependency was down (stale)",
    ),
    metric(
        CACHE_DAMAGED,
        MetricKind::Counter,
        "entries",
        &["kind"],
        "Cache entries that could not be read and were removed",
    ),
    metric(
        CACHE_SAVED_USD,
        MetricKind::Counter,
        "US dollars",
        &["kind"],
        "Money not spent thanks to the cache, by the prices in ai.price_*",
    ),
    metric(
        AI_TOKENS,
        MetricKind::Counter,
        "tokens",
        &["provider", "kind"],
        "Tokens of AI providers: input (sent), cached (those of them that the provider had in its cache) or output",
    ),
    metric(
        AI_SPEND,
        MetricKind::Gauge,
        "US dollars",
        &["period"],
        "Money spent on AI providers over all users, by the prices in the settings: today or month, in UTC",
    ),
    metric(
        AI_BUDGET,
        MetricKind::Gauge,
        "US dollars",
        &[],
        "Most that all users together may spend on AI providers in a month; 0 is no bound",
    ),
    metric(
        AI_BUDGET_STOPS,
        MetricKind::Counter,
        "requests",
        &["budget"],
        "Requests to AI providers not sent as a budget for the month was spent: total or user",
    ),
    metric(
        CACHE_ENTRIES,
        MetricKind::Gauge,
        "entries",
        &["layer", "kind"],
        "Entries in the cache: in this process (layer memory, kind all), and shared",
    ),
    metric(
        CACHE_BYTES,
        MetricKind::Gauge,
        "bytes",
        &["layer", "kind"],
        "Bytes in the cache: in this process (layer memory, kind all), and shared",
    ),
    metric(
        SLO_EVENTS,
        MetricKind::Counter,
        "events",
        &["slo", "outcome"],
        "What counted for the objectives in this process: good or bad, for availability, latency and jobs",
    ),
    metric(
        SLO_OBJECTIVE,
        MetricKind::Gauge,
        "ratio",
        &["slo"],
        "The share of good events that is promised",
    ),
    metric(
        SLO_BUDGET_LEFT,
        MetricKind::Gauge,
        "ratio",
        &["slo"],
        "The share of the error budget of 30 days that is left, over all processes; below 0 the objective is missed",
    ),
    metric(
        SLO_BURN_RATE,
        MetricKind::Gauge,
        "times the rate that is allowed",
        &["slo", "window"],
        "How fast the error budget burns, over all processes and the last 5m, 30m, 1h, 6h, 3d or 30d",
    ),
    metric(BUILD_INFO, MetricKind::Gauge, "1", &["version"], "The version that runs"),
    metric(
        START_TIME,
        MetricKind::Gauge,
        "seconds",
        &[],
        "When this process started, since the Unix epoch",
    ),
    metric(
        PROCESS_CPU,
        MetricKind::Counter,
        "seconds",
        &[],
        "Processor time that this process has used, its own and the kernel's for it (Linux)",
    ),
    metric(
        PROCESS_RESIDENT,
        MetricKind::Gauge,
        "bytes",
        &[],
        "Memory of this process that is resident (Linux)",
    ),
    metric(
        PROCESS_VIRTUAL,
        MetricKind::Gauge,
        "bytes",
        &[],
        "Memory that this process has mapped (Linux)",
    ),
    metric(
        PROCESS_FDS,
        MetricKind::Gauge,
        "files",
        &[],
        "Files and sockets that this process has open (Linux)",
    ),
    metric(
        PROCESS_MAX_FDS,
        MetricKind::Gauge,
        "files",
        &[],
        "Files and sockets that this process may have open (Linux)",
    ),
    metric(PROCESS_THREADS, MetricKind::Gauge, "threads", &[], "Threads of this process (Linux)"),
];

/// Counters that are counted in a smaller unit than they are told in, as they count whole numbers,
/// and how many of those make one.
const SCALED: &[(&str, f64)] = &[(CACHE_SAVED_USD, 1e9), (PROCESS_CPU, 1e3)];

/// Upper bounds of the buckets of durations, in seconds.
pub const DURATION_BUCKETS: &[f64] = &[
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0,
];

static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();

/// Begins to collect metrics in this process, once, and gives what renders them.
pub fn install() -> &'static PrometheusHandle {
    HANDLE.get_or_init(|| {
        let mut builder = PrometheusBuilder::new();
        for metric in METRICS.iter().filter(|m| m.kind == MetricKind::Histogram) {
            let name = Matcher::Full(metric.name.to_owned());
            match builder.set_buckets_for_metric(name, DURATION_BUCKETS) {
                Ok(with_buckets) => builder = with_buckets,
                // Only an empty list of buckets is refused.
                Err(_) => builder = PrometheusBuilder::new(),
            }
        }
        let recorder = builder.build_recorder();
        let handle = recorder.handle();
        if ::metrics::set_global_recorder(recorder).is_err() {
            tracing::warn!("metrics are collected elsewhere already");
        }
        describe();
        ::metrics::gauge!(BUILD_INFO, "version" => env!("CARGO_PKG_VERSION")).set(1.0);
        #[allow(clippy::cast_precision_loss)]
        let started = chrono::Utc::now().timestamp_millis() as f64 / 1000.0;
        ::metrics::gauge!(START_TIME).set(started);
        handle
    })
}

/// All metrics of this process as they are now, in Prometheus' text format.
pub fn render() -> String {
    super::process::refresh();
    scaled(&install().render())
}

/// The text with counters in the units that they are told in.
fn scaled(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    for line in text.lines() {
        let (sample, value) = line.rsplit_once(' ').unwrap_or((line, ""));
        let name = sample.split('{').next().unwrap_or_default();
        let factor = SCALED.iter().find(|(scaled, _)| *scaled == name).map(|(_, factor)| factor);
        match (factor, value.parse::<f64>()) {
            (Some(factor), Ok(value)) => {
                told.push_str(sample);
                // Writing to a String cannot fail.
                let _ = write!(told, " {}", value / factor);
            }
            _ => told.push_str(line),
        }
        told.push('\n');
    }
    told
}

fn describe() {
    for metric in METRICS {
        match metric.kind {
            MetricKind::Counter => ::metrics::describe_counter!(metric.name, metric.help),
            MetricKind::Gauge => ::metrics::describe_gauge!(metric.name, metric.help),
            MetricKind::Histogram => ::metrics::describe_histogram!(metric.name, metric.help),
        }
    }
}

/// The table as a page of documentation.
pub fn markdown() -> String {
    let mut page = String::from(
        "# Metrics\n\nServed as `/metrics` in Prometheus' text format by the API and by every \
         worker. Generated from\n`src/telemetry/metrics.rs`; `just bless` rewrites it.\n\n\
         | name | type | unit | labels | what it says |\n| --- | --- | --- | --- | --- |\n",
    );
    for m in METRICS {
        let kind = match m.kind {
            MetricKind::Counter => "counter",
            MetricKind::Gauge => "gauge",
            MetricKind::Histogram => "histogram",
        };
        let labels: Vec<String> = m.labels.iter().map(|l| format!("`{l}`")).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(
            page,
            "| `{}` | {kind} | {} | {} | {} |",
            m.name,
            m.unit,
            labels.join(", "),
            m.help
        );
    }
    let bounds: Vec<String> = DURATION_BUCKETS.iter().map(ToString::to_string).collect();
    let _ = write!(page, "\nBuckets of durations, in seconds: {}.\n", bounds.join(", "));
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_are_told_in_base_units() {
        let text = "# TYPE leadctl_cache_saved_usd_total counter\n\
                    leadctl_cache_saved_usd_total{kind=\"ai\"} 69000\n\
                    process_cpu_seconds_total 1250\n\
                    leadctl_leads_found_total 7\n";
        let told = "# TYPE leadctl_cache_saved_usd_total counter\n\
                    leadctl_cache_saved_usd_total{kind=\"ai\"} 0.000069\n\
                    process_cpu_seconds_total 1.25\n\
                    leadctl_leads_found_total 7\n";
        assert_eq!(scaled(text), told);
    }
}
