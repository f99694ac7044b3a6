use std::io::{self, Write};

use tracing::Metadata;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::{FilterExt, filter_fn};
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use super::TelemetryError;
use super::otel::{self, Export};
use crate::plain::plain;

/// Logs to standard error: for people, or as one JSON object a line. A second call changes nothing.
///
/// # Errors
/// [`TelemetryError::Filter`] says what of the filter is not understood.
pub fn init_tracing(filter: &str, json: bool) -> Result<(), TelemetryError> {
    let filter = parse(filter)?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(|| PlainStderr)
        .with_ansi(false)
        .with_target(false);
    // An error here says that logging has begun before, as in a test.
    let _begun = if json { builder.json().try_init() } else { builder.compact().try_init() };
    Ok(())
}

/// The same for a process of this kind that goes on, with spans for OpenTelemetry where the
/// environment asks for them.
///
/// # Errors
/// As of [`init_tracing`].
pub fn init_tracing_of(
    process: &'static str,
    filter: &str,
    json: bool,
) -> Result<(), TelemetryError> {
    let (export, problem) = Export::from_env(process);
    let Some(export) = export else {
        init_tracing(filter, json)?;
        if let Some(why) = problem {
            tracing::warn!(why, "spans cannot be exported; all else goes on");
        }
        return Ok(());
    };
    // Spans of the export are its own; the log has others.
    let ours = |metadata: &Metadata<'_>| metadata.target() != otel::TARGET;
    let filter = parse(filter)?.and(filter_fn(ours));
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(|| PlainStderr)
        .with_ansi(false)
        .with_target(false);
    let lines = if json { lines.json().boxed() } else { lines.compact().boxed() };
    let all = tracing_subscriber::registry().with(export.layer()).with(lines.with_filter(filter));
    if all.try_init().is_ok() {
        export.begin();
    }
    Ok(())
}

fn parse(filter: &str) -> Result<EnvFilter, TelemetryError> {
    EnvFilter::builder().parse(filter).map_err(|error| TelemetryError::Filter {
        filter: filter.to_owned(),
        why: error.to_string(),
    })
}

/// Standard error for log lines: whatever a field holds, it can neither begin a line of its own nor
/// act on a terminal.
struct PlainStderr;

impl Write for PlainStderr {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        let safe = plain(text.trim_end_matches('\n'));
        let mut stderr = io::stderr().lock();
        // Where nobody listens any more, work goes on; an error would be told there too, by a panic.
        let _ = stderr.write_all(safe.as_bytes()).and_then(|()| stderr.write_all(b"\n"));
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}
