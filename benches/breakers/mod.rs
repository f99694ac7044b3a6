//! Circuit breakers: their cost where nothing is wrong, and an outage of ten minutes.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use leadctl::clock::{Clock, ManualClock, SystemClock};
use leadctl::guard::breaker::{Breaker, Config, Verdict};
use leadctl::model::Timestamp;

use crate::support::{Target, figure};

/// Calls in a round, and rounds; bare and guarded ones take turns.
const CALLS: u32 = 20_000;
const ROUNDS: usize = 51;
const OVERHEAD_NS: f64 = 2_000.0;
/// Processes in the outage, and how often each calls.
const PROCESSES: u32 = 10;
const EVERY: Duration = Duration::from_millis(500);
const OUTAGE: Duration = Duration::from_secs(600);
/// How long a call takes that fails: until the client's time is up.
const TIMEOUT: Duration = Duration::from_secs(20);
/// Tries of each call without breakers.
const TRIES: u32 = 3;
const LESS: f64 = 99.0;

pub fn run() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    runtime.block_on(overhead());
    runtime.block_on(outage());
}

async fn work(n: u32) -> u32 {
    black_box(n.wrapping_mul(31))
}

async fn overhead() {
    println!(
        "breakers: {ROUNDS} rounds of {CALLS} bare calls and of as many guarded ones, in turns"
    );
    let clock = SystemClock::shared();
    let breaker = Breaker::local("bench", Config::default(), &clock).expect("in range");
    let mut extra: Vec<f64> = Vec::new();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        for n in 0..CALLS {
            black_box(work(n).await);
        }
        let bare = began.elapsed();
        let began = Instant::now();
        for n in 0..CALLS {
            let call = breaker.call(work(n), |_| (Verdict::Success, None)).await;
            black_box(call.expect("closed"));
        }
        let guarded = began.elapsed();
        extra.push((guarded.as_nanos() as f64 - bare.as_nanos() as f64) / f64::from(CALLS));
    }
    extra.sort_by(f64::total_cmp);
    let median = extra[ROUNDS / 2];
    figure(
        "a guarded call over a bare one, in process, median",
        median,
        "ns",
        Target::Below(OVERHEAD_NS),
    );
}

/// What an outage cost.
#[derive(Default)]
struct Cost {
    wasted: u64,
    blocked: Duration,
    /// From the end of the outage to the first call that went well.
    recovered: Option<Duration>,
}

/// Ten processes that call twice a second, two minutes before, ten of outage, two after; they share
/// one breaker, as processes with one shared state do.
async fn simulated(breaker: Option<Breaker>, clock: &Arc<ManualClock>) -> Cost {
    let mut cost = Cost::default();
    let begin = clock.now();
    let outage = (begin.plus(OUTAGE / 5), begin.plus(OUTAGE / 5 + OUTAGE));
    let end = outage.1.plus(OUTAGE / 5);
    while clock.now() < end {
        for _ in 0..PROCESSES {
            let down = clock.now() >= outage.0 && clock.now() < outage.1;
            // A failed call is tried again; each try asks the breaker, where there is one.
            for _ in 0..if down { TRIES } else { 1 } {
                let admission = match &breaker {
                    Some(breaker) => match breaker.acquire().await {
                        Ok(admission) => Some(admission),
                        Err(_) => break,
                    },
                    None => None,
                };
                if down {
                    cost.wasted += 1;
                    cost.blocked += TIMEOUT;
                } else if clock.now() >= outage.1 {
                    cost.recovered.get_or_insert(clock.now().since(outage.1));
                }
                if let Some(admission) = admission {
                    let failure = Verdict::Failure { retry_after: None };
                    let (verdict, took) =
                        if down { (failure, TIMEOUT) } else { (Verdict::Success, EVERY / 5) };
                    admission.finish_after(verdict, None, took).await;
                }
            }
        }
        clock.advance(EVERY);
    }
    cost
}

async fn outage() {
    println!(
        "breakers: {PROCESSES} processes call every {} ms; the other side is away for 10 minutes (simulated)",
        EVERY.as_millis()
    );
    let clock = ManualClock::at(Timestamp::from_secs(1_780_000_000));
    let without = simulated(None, &clock).await;
    let config = Config::default();
    let interval = config.max_wait;
    let breaker = Breaker::new("bench", config, clock.clone(), None).expect("in range");
    let with = simulated(Some(breaker), &clock).await;
    println!(
        "  calls wasted {} without and {} with; blocked {} s and {} s",
        without.wasted,
        with.wasted,
        without.blocked.as_secs(),
        with.blocked.as_secs()
    );
    let less = |with: f64, without: f64| 100.0 - with * 100.0 / without;
    let wasted = less(with.wasted as f64, without.wasted as f64);
    let blocked = less(with.blocked.as_secs_f64(), without.blocked.as_secs_f64());
    figure("calls wasted in the outage, less by", wasted, "%", Target::AtLeast(LESS));
    figure("time blocked in the outage, less by", blocked, "%", Target::AtLeast(LESS));
    let recovered = with.recovered.expect("it recovers").as_secs_f64();
    // One half-open interval, with a tick of the simulation.
    let bound = (interval + EVERY).as_secs_f64() + 0.1;
    figure("first success after the outage", recovered, "s", Target::Below(bound));
}
