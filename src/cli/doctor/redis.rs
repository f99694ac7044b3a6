use std::time::Duration;

use tokio::time::Instant;

use super::facts::Facts;
use super::line::{Line, Outcome};
use super::postgres::skew;
use crate::cli::output::plain;
use crate::model::Timestamp;
use crate::redis_link::{RedisLink, RedisLinkError};

/// Oldest version that BullMQ can use: major and minor number.
const OLDEST: (u32, u32) = (6, 2);
/// An answer that takes longer is worth a look.
const SLOW: Duration = Duration::from_millis(20);

/// What Redis says of itself, where one is configured.
pub(super) async fn check(facts: &Facts) -> Vec<Line> {
    let settings = match facts.settings() {
        Ok(settings) => settings,
        Err(lines) => return lines,
    };
    let Some(url) = settings.redis.address() else {
        return vec![Line::ok("not configured: the queues are in the database")];
    };
    let unusable = |why: String| {
        vec![Line::fail(why, "`leadctl config show redis` tells what is used, and from where")]
    };
    let file = settings.redis.ca_file.as_deref();
    let address = match crate::redis_link::RedisAddress::new(url, file) {
        Ok(address) => address,
        Err(error) => return unusable(format!("redis.ca_file cannot be read: {error}")),
    };
    let link = match RedisLink::to(address, facts.clock.clone()) {
        Ok(link) => link,
        Err(error) => return unusable(error.to_string()),
    };
    match ask(&link, facts, &settings.redis.prefix).await {
        Ok(lines) => lines,
        Err(error) => {
            let hint = "does it run, and do address, user and password fit? jobs are kept in the \
                        database until it answers";
            vec![Line::fail(error.to_string(), hint)]
        }
    }
}

async fn ask(link: &RedisLink, facts: &Facts, prefix: &str) -> Result<Vec<Line>, RedisLinkError> {
    let info: String = link.query(&::redis::cmd("INFO")).await?;
    // The connection is there by now: this is the way there and back alone.
    let began = Instant::now();
    let (secs, micros): (i64, i64) = link.query(&::redis::cmd("TIME")).await?;
    let took = began.elapsed();
    let ours = facts.clock.now().minus(took / 2);
    let theirs = Timestamp::from_millis(secs * 1_000 + micros / 1_000);
    let mut lines = vec![answer(link.at(), took), version(&info), policy(&info)];
    lines.extend(persistence(&info));
    lines.push(skew(theirs, ours));
    if let Ok(services) = facts.services() {
        let queues = services.queue.queues().await.map(|queues| queues.len());
        lines.push(match queues {
            Ok(n) => Line::ok(format!("{n} queues found under the prefix {prefix}")),
            Err(error) => Line::warn(
                format!("the queues cannot be listed: {error}"),
                "may its user run SCAN on the keys of the prefix?",
            ),
        });
    }
    // Hosted servers may refuse it; heartbeats tell of our own workers all the same.
    if let Ok(clients) = link.query::<String>(::redis::cmd("CLIENT").arg("LIST")).await {
        lines.push(Line::ok(format!("{} BullMQ workers are connected", workers(&clients, prefix))));
    }
    Ok(lines)
}

/// Warns in the log of what is wrong with the Redis that the queues are to be kept in: too old, or
/// one that may throw jobs away. Where it cannot be asked others tell.
pub(in crate::cli) async fn warn_at_start(link: &RedisLink) {
    let Ok(info) = link.query::<String>(&::redis::cmd("INFO")).await else { return };
    for line in [version(&info), policy(&info)] {
        if line.outcome != Outcome::Ok {
            let hint = line.hint.unwrap_or_default();
            tracing::warn!(redis = link.at(), hint, "{}", plain(&line.message));
        }
    }
}

/// The value of a field of `INFO`.
fn field<'a>(info: &'a str, name: &str) -> Option<&'a str> {
    info.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim)
}

fn answer(at: &str, took: Duration) -> Line {
    let said = format!("{at} answers within {:.1} ms", took.as_secs_f64() * 1_000.0);
    if took > SLOW {
        return Line::warn(said, "each job asks it several times: run workers nearer to it");
    }
    Line::ok(said)
}

fn version(info: &str) -> Line {
    let Some(version) = field(info, "redis_version") else {
        let hint = "BullMQ needs Redis 6.2 or newer";
        return Line::warn("it does not tell its version", hint);
    };
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < OLDEST {
        let said = format!("Redis {version} is too old");
        return Line::fail(said, "BullMQ needs Redis 6.2 or newer: move to one");
    }
    Line::ok(format!("Redis {version}"))
}

fn policy(info: &str) -> Line {
    match field(info, "maxmemory_policy") {
        Some("noeviction") => Line::ok("maxmemory-policy is noeviction"),
        Some(policy) => Line::warn(
            format!("maxmemory-policy is {policy}: when memory runs out, jobs are thrown away"),
            "CONFIG SET maxmemory-policy noeviction, and the same in redis.conf",
        ),
        None => Line::warn(
            "it does not tell its maxmemory-policy",
            "see that it is noeviction, or jobs may be thrown away",
        ),
    }
}

/// Not wrong where jobs are kept in the database too, but to be known.
fn persistence(info: &str) -> Option<Line> {
    (field(info, "aof_enabled") == Some("0")).then(|| {
        Line::ok("appendonly is off: what Redis was told since its last snapshot is gone when it is killed; jobs that leadctl added are kept in the database")
    })
}

/// BullMQ names the connections on which workers wait.
fn workers(clients: &str, prefix: &str) -> usize {
    let begins = format!("{prefix}:");
    let names = clients
        .lines()
        .filter_map(|line| line.split(' ').find_map(|field| field.strip_prefix("name=")));
    let workers = names.filter(|name| name.starts_with(&begins) && !name.ends_with(":qe"));
    workers.collect::<std::collections::BTreeSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &str = "# Server\r\nredis_version:7.2.4\r\n# Memory\r\nmaxmemory_policy:allkeys-lru\r\n\
                        # Persistence\r\naof_enabled:0\r\n";

    #[test]
    fn what_redis_tells_is_judged() {
        assert_eq!(version(INFO), Line::ok("Redis 7.2.4"));
        for (text, outcome) in [
            ("redis_version:6.2.0", Outcome::Ok),
            ("redis_version:6.0.16", Outcome::Fail),
            ("redis_version:5.0.14", Outcome::Fail),
            ("redis_version:10.0.0", Outcome::Ok),
            ("", Outcome::Warn),
        ] {
            assert_eq!(version(text).outcome, outcome, "{text}");
        }
        assert_eq!(policy(INFO).outcome, Outcome::Warn);
        assert!(policy(INFO).message.contains("allkeys-lru"));
        assert_eq!(policy("maxmemory_policy:noeviction\r\n").outcome, Outcome::Ok);
        assert!(persistence(INFO).is_some() && persistence("aof_enabled:1\r\n").is_none());
        assert_eq!(answer("h:1/0", Duration::from_millis(90)).outcome, Outcome::Warn);
    }

    #[test]
    fn workers_are_known_by_the_names_of_their_connections() {
        let clients = "id=1 addr=x name=bull:bWFpbA== age=1\nid=2 name=bull:bWFpbA==:w:w1 db=0\n\
                       id=3 name=bull:bWFpbA==:qe\nid=4 name= age=2\nid=5 name=other:x\n";
        assert_eq!(workers(clients, "bull"), 2);
    }
}
