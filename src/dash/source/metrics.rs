//! `/metrics` of every API and worker process that is alive.

use std::collections::HashMap;
use std::time::Duration;

use prometheus_parse::{Sample, Scrape, Value};
use tokio::sync::watch;
use tokio::time::Instant;

use super::Line;
use super::sums::Sums;
use crate::dash::data::{Message, Traffic};
use crate::guard::http::{body, network_cause};
use crate::model::ProcessInfo;
use crate::telemetry::metrics as names;

/// Longest answer, in bytes.
const LARGEST: usize = 4 << 20;
/// Longest wait for one.
const PATIENCE: Duration = Duration::from_secs(2);
/// Processes asked at one time; the others are asked in their turn.
const AT_ONCE: usize = 8;
const EVERY: Duration = Duration::from_secs(2);
/// What rates and quantiles are taken of.
const WINDOW: Duration = Duration::from_secs(60);
/// Routes that are asked by machines about the process itself.
const OPERATIONS: [&str; 3] = ["/metrics", "/livez", "/readyz"];
/// Buckets of a histogram.
const BUCKETS: usize = names::DURATION_BUCKETS.len() + 1;

/// What is counted of the API, from the start of a process on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counted {
    requests: f64,
    errors: f64,
    /// By bucket, not summed up.
    buckets: [f64; BUCKETS],
}

/// One answer, understood.
#[derive(Debug)]
pub struct Metrics(Vec<Sample>);

impl Metrics {
    /// Reads an answer.
    ///
    /// # Errors
    /// It is not in Prometheus' text format.
    pub fn parse(text: &str) -> Result<Self, String> {
        let lines = text.lines().map(|line| Ok(line.to_owned()));
        let scrape = Scrape::parse(lines).map_err(|error| error.to_string())?;
        if scrape.samples.is_empty() {
            return Err("the answer holds no metric".to_owned());
        }
        Ok(Self(scrape.samples))
    }

    /// The samples of a metric.
    pub fn of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Sample> {
        self.0.iter().filter(move |sample| sample.metric == name)
    }

    /// The first value of a metric.
    pub fn first(&self, name: &str) -> Option<f64> {
        self.of(name).find_map(|sample| number(&sample.value))
    }

    /// What is counted of the API.
    pub fn counted(&self) -> Counted {
        let mut counted = Counted { requests: 0.0, errors: 0.0, buckets: [0.0; BUCKETS] };
        let asked = |sample: &&Sample| {
            !sample.labels.get("route").is_some_and(|route| OPERATIONS.contains(&route))
        };
        for sample in self.of(names::HTTP_REQUESTS).filter(asked) {
            let value = number(&sample.value).unwrap_or(0.0);
            counted.requests += value;
            if sample.labels.get("status").is_some_and(|status| status.starts_with('5')) {
                counted.errors += value;
            }
        }
        for sample in self.of(names::HTTP_DURATION).filter(asked) {
            let Value::Histogram(buckets) = &sample.value else { continue };
            let mut below = 0.0;
            for (slot, bucket) in counted.buckets.iter_mut().zip(buckets) {
                *slot += bucket.count - below;
                below = bucket.count;
            }
        }
        counted
    }

    /// What may still be asked of Reddit.
    fn reddit_budget(&self) -> Option<u64> {
        let left = self.of(names::REDDIT_BUDGET).filter_map(|sample| number(&sample.value));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        left.reduce(f64::min).map(|left| left.max(0.0) as u64)
    }
}

/// The value, where it is a number.
pub fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Counter(n) | Value::Gauge(n) | Value::Untyped(n) => {
            Some(*n).filter(|n| n.is_finite())
        }
        _ => None,
    }
}

/// Asks one process; with `gauges` also for what it has to ask the queue and the database for.
///
/// # Errors
/// It does not answer, or not with metrics; in words.
pub async fn scrape(client: &reqwest::Client, url: &str, gauges: bool) -> Result<Metrics, String> {
    let query = if gauges { "" } else { "?refresh=no" };
    let url = format!("{}/metrics{query}", url.trim_end_matches('/'));
    let answer = client.get(url).send().await.map_err(|error| network_cause(&error))?;
    if !answer.status().is_success() {
        return Err(format!("answered {}", answer.status().as_u16()));
    }
    let bytes = body(answer, LARGEST).await.map_err(|error| error.to_string())?;
    Metrics::parse(&String::from_utf8_lossy(&bytes))
}

/// What asks processes: no proxy, no redirect, no patience.
pub fn client() -> Result<reqwest::Client, String> {
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(PATIENCE)
        .build()
        .map_err(|error| error.to_string())
}

/// Adds up what processes say. Several that share an address are told apart by their start.
pub struct Adder {
    last: HashMap<(String, u64), Counted>,
    sums: Sums<{ BUCKETS + 2 }>,
    budget: HashMap<String, u64>,
}

impl Adder {
    /// From now on.
    pub fn new() -> Self {
        Self { last: HashMap::new(), sums: Sums::of(WINDOW), budget: HashMap::new() }
    }

    /// Takes an answer.
    pub fn add(&mut self, address: &str, metrics: &Metrics) {
        let started = metrics.first(names::START_TIME).unwrap_or(0.0).to_bits();
        let now = metrics.counted();
        if let Some(before) = self.last.insert((address.to_owned(), started), now) {
            let mut counts = [0.0; BUCKETS + 2];
            counts[0] = (now.requests - before.requests).max(0.0);
            counts[1] = (now.errors - before.errors).max(0.0);
            for (slot, (now, before)) in
                counts[2..].iter_mut().zip(now.buckets.iter().zip(&before.buckets))
            {
                *slot = (now - before).max(0.0);
            }
            self.sums.add(Instant::now(), counts);
        }
        match metrics.reddit_budget() {
            Some(left) => self.budget.insert(address.to_owned(), left),
            None => self.budget.remove(address),
        };
    }

    /// All of it.
    pub fn traffic(&self, answered: usize, silent: Vec<(String, String)>) -> Traffic {
        let rates = self.sums.rates();
        let totals = self.sums.totals();
        let share = (totals[0] > 0.0).then(|| totals[1] / totals[0]);
        let quantile = |share: f64| quantile(&totals[2..], share);
        Traffic {
            requests: rates.map(|rates| rates[0]),
            errors: share,
            p50_ms: quantile(0.5),
            p95_ms: quantile(0.95),
            p99_ms: quantile(0.99),
            reddit_budget: self.budget.values().min().copied(),
            answered,
            silent,
        }
    }
}

/// A quantile of bucketed seconds, in milliseconds, as Prometheus' `histogram_quantile` takes it:
/// even within a bucket.
fn quantile(buckets: &[f64], share: f64) -> Option<f64> {
    let all: f64 = buckets.iter().sum();
    if all <= 0.0 {
        return None;
    }
    let mut rank = share * all;
    let mut low = 0.0;
    for (count, high) in buckets.iter().zip(names::DURATION_BUCKETS) {
        if rank <= *count && *count > 0.0 {
            return Some((low + (high - low) * rank / count) * 1_000.0);
        }
        rank -= count;
        low = *high;
    }
    Some(low * 1_000.0)
}

/// Tells of the processes' figures until nobody listens.
pub(super) async fn run(mut line: Line, mut processes: watch::Receiver<Vec<ProcessInfo>>) {
    let client = match client() {
        Ok(client) => client,
        Err(error) => {
            tracing::warn!(error, "processes cannot be asked for their metrics");
            return;
        }
    };
    let mut adder = Adder::new();
    let mut turn = 0;
    let mut silent: HashMap<String, (String, Option<String>)> = HashMap::new();
    // The first look needs to know whom to ask.
    let _ = tokio::time::timeout(Duration::from_secs(1), processes.changed()).await;
    loop {
        let began = Instant::now();
        let known: Vec<(String, String)> = {
            let processes = processes.borrow_and_update();
            processes.iter().filter_map(|p| Some((p.id.clone(), p.http.clone()?))).collect()
        };
        silent.retain(|id, _| known.iter().any(|(known, _)| known == id));
        let every = line.every(EVERY);
        let now: Vec<_> = known.iter().cycle().skip(turn).take(known.len().min(AT_ONCE)).collect();
        turn = if known.is_empty() { 0 } else { (turn + now.len()) % known.len() };
        let asking = now.into_iter().map(|(id, url)| {
            let client = &client;
            async move { (id, url, scrape(client, url, false).await) }
        });
        for (id, url, answer) in futures::future::join_all(asking).await {
            let why = match answer {
                Ok(metrics) => {
                    adder.add(url, &metrics);
                    None
                }
                Err(why) => Some(why),
            };
            silent.insert(id.clone(), (url.clone(), why));
        }
        let quiet: Vec<(String, String)> =
            silent.iter().filter_map(|(id, (_, why))| Some((id.clone(), why.clone()?))).collect();
        let traffic = adder.traffic(silent.len() - quiet.len(), quiet);
        let told = async { Ok::<_, String>(traffic) };
        line.tell(every, told, Message::Traffic).await;
        if !line.rest(began, every).await {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# TYPE leadctl_http_requests_total counter
leadctl_http_requests_total{method=\"GET\",route=\"/v1/leads\",status=\"200\"} 90
leadctl_http_requests_total{method=\"GET\",route=\"/v1/leads\",status=\"503\"} 10
leadctl_http_requests_total{method=\"GET\",route=\"/metrics\",status=\"200\"} 5000
# TYPE leadctl_http_request_duration_seconds histogram
leadctl_http_request_duration_seconds_bucket{method=\"GET\",route=\"/v1/leads\",le=\"0.001\"} 50
leadctl_http_request_duration_seconds_bucket{method=\"GET\",route=\"/v1/leads\",le=\"0.0025\"} 100
leadctl_http_request_duration_seconds_bucket{method=\"GET\",route=\"/v1/leads\",le=\"+Inf\"} 100
leadctl_http_request_duration_seconds_sum{method=\"GET\",route=\"/v1/leads\"} 1
leadctl_http_request_duration_seconds_count{method=\"GET\",route=\"/v1/leads\"} 100
# TYPE leadctl_reddit_budget_remaining gauge
leadctl_reddit_budget_remaining{by=\"ours\"} 90
leadctl_reddit_budget_remaining{by=\"reddit\"} 42
";

    #[test]
    fn requests_are_counted_without_those_about_the_process() {
        let metrics = Metrics::parse(TEXT).expect("metrics");
        let counted = metrics.counted();
        assert_eq!((counted.requests, counted.errors), (100.0, 10.0));
        assert_eq!(counted.buckets[..3], [50.0, 50.0, 0.0]);
        assert_eq!(metrics.reddit_budget(), Some(42));
        assert!(Metrics::parse("<html>").is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn processes_behind_one_address_are_told_apart() {
        let at = |started: u32, requests: u32| {
            let text = format!(
                "# TYPE leadctl_http_requests_total counter\n\
                 leadctl_http_requests_total{{route=\"/v1/leads\",status=\"200\"}} {requests}\n\
                 # TYPE process_start_time_seconds gauge\n\
                 process_start_time_seconds {started}\n"
            );
            Metrics::parse(&text).expect("metrics")
        };
        let mut adder = Adder::new();
        for (seconds, started, requests) in [(0, 1, 1_000), (0, 2, 5), (1, 1, 1_010), (1, 2, 15)] {
            tokio::time::advance(Duration::from_secs(seconds)).await;
            adder.add("http://h", &at(started, requests));
        }
        assert_eq!(adder.traffic(1, Vec::new()).requests, Some(10.0));
    }

    #[test]
    fn quantiles_are_taken_within_their_bucket() {
        let mut buckets = [0.0; BUCKETS];
        assert_eq!(quantile(&buckets, 0.5), None);
        buckets[0] = 50.0;
        buckets[1] = 50.0;
        assert_eq!(quantile(&buckets, 0.5), Some(1.0));
        assert_eq!(quantile(&buckets, 0.75), Some(1.75));
        buckets[BUCKETS - 1] = 1_000.0;
        assert_eq!(quantile(&buckets, 0.99), Some(300_000.0));
    }
}
