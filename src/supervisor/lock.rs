use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use nix::fcntl::{Flock, FlockArg};

/// Why a data directory cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Somebody else has it.
    #[error("another `leadctl up` (process {pid}) is running on {dir}")]
    Held {
        /// Its process id, or `?` where it has not written it yet.
        pid: String,
        /// The data directory.
        dir: PathBuf,
    },
    /// The lock file could not be made.
    #[error("cannot write the lock file {path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// A file that one process at a time holds. The kernel gives it back when the process ends, however
/// it ends.
#[derive(Debug)]
pub struct FileLock {
    _file: Flock<File>,
}

impl FileLock {
    /// Takes `path` and writes this process's id into it. Its directory is made where it is missing,
    /// for its owner alone.
    ///
    /// # Errors
    /// [`LockError::Held`] where another process has it.
    pub fn take(path: &Path) -> Result<Self, LockError> {
        let io = |source| LockError::Io { path: path.to_owned(), source };
        let dir = path.parent().unwrap_or(path);
        if !dir.is_dir() {
            DirBuilder::new().recursive(true).mode(0o700).create(dir).map_err(io)?;
        }
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .mode(0o600)
            .open(path)
            .map_err(io)?;
        let mut pid = String::new();
        file.read_to_string(&mut pid).map_err(io)?;
        match Flock::lock(file, FlockArg::LockExclusiveNonblock) {
            Ok(mut file) => {
                file.set_len(0).map_err(io)?;
                file.rewind().map_err(io)?;
                writeln!(file, "{}", std::process::id()).map_err(io)?;
                Ok(Self { _file: file })
            }
            Err((_, nix::errno::Errno::EWOULDBLOCK)) => {
                let pid = pid.trim();
                let known = !pid.is_empty() && pid.bytes().all(|b| b.is_ascii_digit());
                let pid = if known { pid } else { "?" }.to_owned();
                Err(LockError::Held { pid, dir: dir.to_owned() })
            }
            Err((_, errno)) => Err(io(errno.into())),
        }
    }
}

/// Holds a data directory for one supervisor.
#[derive(Debug)]
pub struct DataDirLock {
    _file: FileLock,
}

impl DataDirLock {
    /// Takes `up.lock` in `dir`, which is made where it is missing, for its owner alone.
    ///
    /// # Errors
    /// [`LockError::Held`] where another process has it.
    pub fn take(dir: &Path) -> Result<Self, LockError> {
        Ok(Self { _file: FileLock::take(&dir.join("up.lock"))? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_refused_and_told_who_holds_it() {
        let dir = tempfile::tempdir().expect("a directory");
        let first = DataDirLock::take(dir.path()).expect("free");
        let second = DataDirLock::take(dir.path()).expect_err("held");
        assert!(second.to_string().contains(&std::process::id().to_string()), "{second}");
        drop(first);
        DataDirLock::take(dir.path()).expect("free again");
    }
}
