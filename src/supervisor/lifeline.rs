//! A supervised child's standard input is a pipe that nobody writes to. When it ends, the
//! supervisor is gone (the kernel closes it even after `kill -9`), and the child stops as well.

use std::io::Read;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

/// Set for supervised children.
pub const VARIABLE: &str = "LEADCTL_SUPERVISED";
/// Longest stop of a child whose supervisor is gone, unless the configured one is shorter.
const ORPHAN_DRAIN: Duration = Duration::from_secs(5);

/// Whether this process is a child of the supervisor.
pub fn is_supervised() -> bool {
    std::env::var_os(VARIABLE).is_some()
}

/// Where this process is supervised, cancels `stop` once the supervisor is gone, and ends the
/// process by force when it has not stopped by itself after a few seconds.
pub fn watch(stop: CancellationToken, drain: Duration) {
    if !is_supervised() {
        return;
    }
    let watcher = move || {
        let mut byte = [0];
        while matches!(std::io::stdin().read(&mut byte), Ok(1..)) {}
        tracing::warn!("the supervisor is gone: this process stops as well");
        stop.cancel();
        std::thread::sleep(drain.min(ORPHAN_DRAIN));
        tracing::warn!("this process did not stop in time and ends now");
        std::process::exit(1);
    };
    if let Err(error) = std::thread::Builder::new().name("lifeline".into()).spawn(watcher) {
        tracing::warn!(%error, "cannot watch the supervisor");
    }
}
