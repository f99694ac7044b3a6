//! A queue of BullMQ with very many jobs.

use leadctl::clock::SystemClock;
use leadctl::queue::bullmq::BullMqQueue;
use leadctl::queue::{JobQueue, JobState, PageRequest};
use leadctl::redis_link::RedisLink;
use secrecy::SecretString;

use crate::support::process::{leadctl, text};
use crate::support::redis::{Server, prefix, shared};

/// Writes jobs of every state, each with a log, as BullMQ would; a call takes few of them, as a
/// server that is busy for a second counts as away.
const FILL: &str = r"
local prefix, first, last = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('HSET', prefix .. 'meta', 'opts.maxLenEvents', '10000', 'version', 'bullmq:6.7.0')
local sets = {'delayed', 'prioritized', 'waiting-children', 'completed', 'failed'}
local lists = {'wait', 'active'}
for n = first, last do
  local id = 'job-' .. n
  redis.call('HSET', prefix .. id, 'name', 'n', 'data', '{}', 'opts', '{}', 'timestamp', n)
  redis.call('RPUSH', prefix .. id .. ':logs', 'a line')
  local kind = n % 7
  if kind < 2 then
    redis.call('LPUSH', prefix .. lists[kind + 1], id)
    if kind == 1 then redis.call('SET', prefix .. id .. ':lock', 'token') end
  else
    redis.call('ZADD', prefix .. sets[kind - 1], n, id)
  end
  if kind == 4 then redis.call('SADD', prefix .. id .. ':dependencies', 'elsewhere') end
end
for n = 1, 20 do
  redis.call('ZADD', prefix .. 'repeat', n, 's' .. n)
  redis.call('HSET', prefix .. 'repeat:s' .. n, 'name', 'n')
end";

fn connection(server: &Server) -> redis::Connection {
    redis::Client::open(server.url()).expect("an address").get_connection().expect("a connection")
}

fn fill(server: &Server, keys: &str, jobs: usize) {
    let (script, mut connection) = (redis::Script::new(FILL), connection(server));
    for first in (0..jobs).step_by(1_000) {
        let last = (first + 1_000).min(jobs) - 1;
        let mut call = script.prepare_invoke();
        call.arg(keys).arg(first).arg(last).invoke::<()>(&mut connection).expect("written");
    }
}

#[test]
fn a_large_queue_with_jobs_in_every_state_is_obliterated_to_the_last_key() {
    const JOBS: usize = 21_000;
    let (home, prefix) = (tempfile::tempdir().expect("a directory"), prefix());
    fill(shared(), &format!("{prefix}:big:"), JOBS);
    fill(shared(), &format!("{prefix}:bigger:"), 70);
    let run = |args: &[&str]| {
        let mut command = leadctl(home.path());
        command.env("REDIS_URL", shared().url()).env("LEADCTL_REDIS_PREFIX", &prefix);
        command.args(args).output().expect("leadctl runs")
    };
    let refused = run(&["queue", "obliterate", "big", "--yes"]);
    assert_eq!(refused.status.code(), Some(7), "{}", text(&refused.stderr));
    let done = run(&["queue", "obliterate", "big", "--yes", "--force"]);
    assert!(done.status.success(), "{}", text(&done.stderr));
    assert_eq!(text(&done.stdout), "removed big with 21000 jobs\n");
    let keys = |pattern: String| -> Vec<String> {
        redis::cmd("KEYS").arg(pattern).query(&mut connection(shared())).expect("keys")
    };
    assert_eq!(keys(format!("{prefix}:big:*")), Vec::<String>::new());
    assert!(keys(format!("{prefix}:bigger:*")).len() > 140, "others are left alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_goes_on_where_the_one_before_ended_while_jobs_come_and_go() {
    let (prefix, mut raw) = (prefix(), connection(shared()));
    let url = SecretString::from(shared().url());
    let link = RedisLink::open(&url, SystemClock::shared()).expect("an address");
    let queue = BullMqQueue::new(link, &prefix, SystemClock::shared()).expect("a prefix");
    let wait = format!("{prefix}:long:wait");
    let mut pipe = redis::pipe();
    for n in 0..10_000 {
        pipe.lpush(&wait, format!("job-{n}")).ignore();
        pipe.hset(format!("{prefix}:long:job-{n}"), "name", "n").ignore();
    }
    pipe.exec(&mut raw).expect("written");
    let page = async |cursor: Option<String>, limit| {
        let page = PageRequest { cursor, limit };
        queue.list("long", &[JobState::Waiting], page).await.expect("an answer")
    };
    let first = page(None, 6_000).await;
    assert_eq!(first.jobs[5_999].id, "job-5999");
    // A few are taken by workers, then very many; new ones come in at the other end.
    for (taken, expected) in [(10, "job-6000"), (4_000, "job-6000")] {
        for _ in 0..taken {
            redis::cmd("RPOP").arg(&wait).exec(&mut raw).expect("taken");
        }
        redis::cmd("LPUSH").arg(&wait).arg("new").exec(&mut raw).expect("added");
        let next = page(first.next.clone(), 3).await;
        assert_eq!(next.jobs[0].id, expected);
    }
    // Where the last job that was told has been taken, so have those before it.
    for _ in 0..2_000 {
        redis::cmd("RPOP").arg(&wait).exec(&mut raw).expect("taken");
    }
    assert_eq!(page(first.next, 3).await.jobs[0].id, "job-6010");
}
