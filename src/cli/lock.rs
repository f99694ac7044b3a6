//! `--lock NAME`: lets runs that cron starts not overlap.

use std::path::Path;

use super::exit::{CliError, Exit};
use crate::supervisor::{FileLock, LockError};

/// Holds a name until it is dropped or the process ends, however it ends.
#[derive(Debug)]
pub struct RunLock {
    _file: FileLock,
}

/// Who holds a lock, in a sentence.
pub type Held = String;

impl RunLock {
    /// Takes `lock-NAME` in `dir`, which is made where it is missing; the inner error says who holds it.
    ///
    /// # Errors
    /// The lock file cannot be made.
    pub fn take(dir: &Path, name: &str) -> Result<Result<Self, Held>, CliError> {
        let path = dir.join(format!("lock-{name}"));
        match FileLock::take(&path) {
            Ok(file) => Ok(Ok(Self { _file: file })),
            Err(LockError::Held { pid, .. }) => {
                Ok(Err(format!("another run (process {pid}) holds the lock {name}")))
            }
            Err(error @ LockError::Io { .. }) => {
                let target = path.display().to_string();
                Err(CliError::new(Exit::Failed, error.to_string()).target(target))
            }
        }
    }
}

/// Reads the name of a lock, which becomes part of a file's name.
///
/// # Errors
/// A sentence that says what a name looks like.
pub fn name(text: &str) -> Result<String, String> {
    let fits = (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
    if fits {
        Ok(text.to_owned())
    } else {
        Err("the name of a lock has 1 to 64 letters, digits, dots, dashes or underscores"
            .to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_for_each_name() {
        let dir = tempfile::tempdir().expect("a directory");
        let first = RunLock::take(dir.path(), "a").expect("a file").expect("free");
        let held = RunLock::take(dir.path(), "a").expect("a file").expect_err("held");
        assert!(held.contains(&std::process::id().to_string()), "{held}");
        RunLock::take(dir.path(), "b").expect("a file").expect("another name is free");
        drop(first);
        RunLock::take(dir.path(), "a").expect("a file").expect("free again");
    }

    #[test]
    fn names_stay_inside_the_data_directory() {
        assert_eq!(name("nightly-1.a_b"), Ok("nightly-1.a_b".to_owned()));
        for wrong in ["", "a/b", "../x", "a b", "ü", &"x".repeat(65)] {
            assert!(name(wrong).is_err(), "{wrong}");
        }
    }
}
