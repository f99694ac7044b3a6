use std::io::{self, Write};

use tracing_subscriber::EnvFilter;

use super::TelemetryError;
use crate::plain::plain;

/// Logs to standard error: for people, or as one JSON object a line. A second call changes nothing.
///
/// # Errors
/// [`TelemetryError::Filter`] says what of the filter is not understood.
pub fn init_tracing(filter: &str, json: bool) -> Result<(), TelemetryError> {
    let filter = EnvFilter::builder().parse(filter).map_err(|error| TelemetryError::Filter {
        filter: filter.to_owned(),
        why: error.to_string(),
    })?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(|| PlainStderr)
        .with_ansi(false)
        .with_target(false);
    // An error here says that logging has begun before, as in a test.
    let _begun = if json { builder.json().try_init() } else { builder.compact().try_init() };
    Ok(())
}

/// Standard error for log lines: whatever a field holds, it can neither begin a line of its own nor
/// act on a terminal.
struct PlainStderr;

impl Write for PlainStderr {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        let safe = plain(text.trim_end_matches('\n'));
        let mut stderr = io::stderr().lock();
        stderr.write_all(safe.as_bytes())?;
        stderr.write_all(b"\n")?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}
