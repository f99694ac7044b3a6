//! Workers of anybody, by the names that BullMQ gives to the connections on which they wait.

use std::time::Duration;

use super::BullMqQueue;
use super::record::Lossy;
use crate::queue::{ConnectedWorker, QueueError};

/// Between the name of the queue and that of the worker.
const NAMED: &str = ":w:";

impl BullMqQueue {
    pub(super) async fn list_workers(
        &self,
        queues: &[String],
    ) -> Result<Vec<ConnectedWorker>, QueueError> {
        let clients: Lossy = self.link.query(redis::cmd("CLIENT").arg("LIST")).await?;
        let names: Vec<(String, &String)> =
            queues.iter().map(|queue| (self.keys(queue).client_name(""), queue)).collect();
        let mut workers: Vec<ConnectedWorker> =
            clients.0.lines().filter_map(|line| worker(line, &names)).collect();
        workers
            .sort_by(|a, b| (&a.queue, &a.name, &a.address).cmp(&(&b.queue, &b.name, &b.address)));
        Ok(workers)
    }
}

/// A line of `CLIENT LIST`, where it is that of a worker. Names have no spaces: Redis refuses them.
fn worker(line: &str, names: &[(String, &String)]) -> Option<ConnectedWorker> {
    let field =
        |name: &str| line.split(' ').find_map(|field| field.strip_prefix(name)?.strip_prefix('='));
    let seconds = |name| Duration::from_secs(field(name).and_then(|n| n.parse().ok()).unwrap_or(0));
    let called = field("name")?;
    names.iter().find_map(|(begins, queue)| {
        let rest = called.strip_prefix(begins.as_str())?;
        let name = match rest.strip_prefix(NAMED) {
            Some(name) => Some(name.to_owned()),
            None if rest.is_empty() => None,
            // Something else of the queue's, such as who listens to its events.
            None => return None,
        };
        Some(ConnectedWorker {
            queue: (*queue).clone(),
            name,
            address: field("addr").unwrap_or_default().to_owned(),
            connected: seconds("age"),
            idle: seconds("idle"),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workers_are_told_from_other_connections() {
        let mail = "mail".to_owned();
        let names = [("bull:bWFpbA==".to_owned(), &mail)];
        let line = "id=7 addr=10.0.0.5:4711 laddr=x name=bull:bWFpbA==:w:w1 age=61 idle=2 flags=b";
        let found = worker(line, &names).expect("a worker");
        assert_eq!((found.name.as_deref(), &*found.address), (Some("w1"), "10.0.0.5:4711"));
        assert_eq!((found.connected.as_secs(), found.idle.as_secs()), (61, 2));
        assert_eq!(worker("id=7 name=bull:bWFpbA== age=1", &names).expect("one").name, None);
        for other in ["id=7 name= age=1", "name=bull:bWFpbA==:qe", "name=bull:bWFpbDI=", "", "=="] {
            assert_eq!(worker(other, &names), None, "{other}");
        }
    }
}
