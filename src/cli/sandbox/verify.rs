use tokio_util::sync::CancellationToken;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::cli::service;
use crate::clock::{Clock, SystemClock};
use crate::sandbox::replay::{Outcome, Recording, Verified, verify};
use crate::sandbox::{self, Latency, Play, SandboxOptions};

/// Replays a recording on a free port, sends every exchange through the real client, and tells what
/// came of it.
pub(super) async fn run(
    recording: Recording,
    latency: Option<Latency>,
    ctx: &Context,
) -> anyhow::Result<Exit> {
    let listener = service::listener(([127, 0, 0, 1], 0).into(), "a port that is free")?;
    let url = format!("http://{}", listener.local_addr()?);
    let epoch = SystemClock.now();
    let options = SandboxOptions { seed: 0, rate_per_minute: 0.0, backlog: 0, epoch };
    let play = Play { replay: Some(recording.clone()), latency, ..Play::from(options) };
    let stop = CancellationToken::new();
    let drain = std::time::Duration::ZERO;
    let served = sandbox::serve(play, SystemClock::shared(), listener, stop.clone(), drain);
    let served = tokio::spawn(served);
    let verified = verify(&recording, &url, &ctx.settings().reddit).await;
    stop.cancel();
    served.await??;
    told(verified?, ctx)
}

fn told(verified: Vec<Verified>, ctx: &Context) -> anyhow::Result<Exit> {
    let count = |outcome| verified.iter().filter(|v| v.outcome == outcome).count();
    let (decoded, errors) = (count(Outcome::Decoded), count(Outcome::Error));
    let served = count(Outcome::Served);
    let unhandled = verified.iter().filter(|v| !v.handled).count();
    let posts: usize = verified.iter().map(|v| v.posts).sum();
    let recorded: usize = verified.iter().map(|v| v.posts_recorded).sum();
    let mut meta = ListMeta::default();
    for (name, value) in [
        ("exchanges", verified.len()),
        ("decoded", decoded),
        ("errors", errors),
        ("served", served),
        ("unhandled", unhandled),
        ("posts", posts),
        ("posts_recorded", recorded),
    ] {
        meta.meta.insert(name.to_owned(), value.into());
    }
    let total = verified.len();
    ctx.out.list(&verified, meta)?;
    ctx.out.note(&format!(
        "{total} exchanges: {decoded} decoded, {errors} answered with a named error, {served} served \
         as recorded; {posts} of {recorded} posts; {unhandled} not handled"
    ));
    Ok(if unhandled == 0 { Exit::Done } else { Exit::Partly })
}

impl Record for Verified {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("id", |r: &Verified| Cell::text(&r.id)),
                Column::new("method", |r| Cell::text(&r.method)),
                Column::new("path", |r: &Verified| Cell::text(&r.path)).cut(),
                Column::new("status", |r| Cell::number(r.status)),
                Column::new("outcome", |r| match &r.error {
                    Some(name) => Cell::text(name).tone(Tone::Warn),
                    None => Cell::text(r.outcome.as_str()),
                }),
                Column::new("posts", |r| Cell::number(r.posts)),
                Column::new("handled", |r| match &r.problem {
                    None => Cell::text("yes"),
                    Some(problem) => Cell::text(format!("no: {problem}")).tone(Tone::Bad),
                }),
                Column::wide("others", |r| Cell::number(r.others)),
                Column::wide("message", |r| Cell::maybe(r.message.as_deref())),
            ]
        }
    }
}
