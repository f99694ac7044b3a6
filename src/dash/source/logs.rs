//! What the processes of `leadctl up` on this machine say, while somebody looks at it.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::time::Duration;

use tokio::task::spawn_blocking;
use tokio::time::Instant;

use super::Line;
use crate::dash::data::Message;
use crate::dash::place::View;
use crate::supervisor::{LogLine, Tail};

/// Lines kept.
const LINES: usize = 1_000;
/// How often.
const EVERY: Duration = Duration::from_secs(1);

/// Tells of the log while it is looked at, until nobody listens.
pub(super) async fn run(data_dir: PathBuf, mut line: Line) {
    let mut tail = Tail::of(&data_dir);
    let mut kept: VecDeque<LogLine> = VecDeque::new();
    loop {
        let began = Instant::now();
        if line.wanted.borrow().view != Some(View::Logs) {
            if !line.changed().await {
                return;
            }
            continue;
        }
        let every = line.every(EVERY);
        let (read, then) = match spawn_blocking(move || (tail.read(), tail)).await {
            Ok(read) => read,
            Err(error) => (Err(std::io::Error::other(error)), Tail::of(&data_dir)),
        };
        tail = then;
        let told = read.map(|lines| {
            kept.extend(lines);
            kept.drain(..kept.len().saturating_sub(LINES));
            kept.iter().cloned().collect::<Vec<_>>()
        });
        line.tell(every, async { told }, Message::Logs).await;
        if !line.rest(began, every).await {
            return;
        }
    }
}
