use std::fs::{File, Permissions};
use std::io;
use std::os::fd::AsRawFd;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

/// Its name in the data directory.
const NAME: &str = "control.sock";
/// Longest path that a socket's address takes on every system, in bytes, with its end.
const LONGEST: usize = 100;

/// A listening socket in a directory, for this user alone. The file goes with it.
#[derive(Debug)]
pub(super) struct ControlSocket {
    pub listener: UnixListener,
    path: PathBuf,
}

impl ControlSocket {
    /// Opens it. One that an earlier process left behind is replaced: only whoever holds the data
    /// directory's lock may do this.
    pub(super) fn open(dir: &Path) -> io::Result<Self> {
        let path = dir.join(NAME);
        let begun = dir.join(format!("{NAME}.new"));
        remove(&begun)?;
        let listener = reach(dir, &format!("{NAME}.new"), |path| UnixListener::bind(path))?;
        // Under its own name only when nobody else can use it any more.
        std::fs::set_permissions(&begun, Permissions::from_mode(0o600))?;
        std::fs::rename(&begun, &path)?;
        listener.set_nonblocking(true)?;
        Ok(Self { listener, path })
    }
}

impl Drop for ControlSocket {
    fn drop(&mut self) {
        if let Err(error) = remove(&self.path) {
            tracing::debug!(%error, "the control socket stays behind");
        }
    }
}

/// Connects to the socket in a directory.
pub(super) fn connect(dir: &Path) -> io::Result<UnixStream> {
    let stream = reach(dir, NAME, |path| UnixStream::connect(path))?;
    stream.set_nonblocking(true)?;
    Ok(stream)
}

/// Does something with a path that is short enough for a socket's address: where the directory's own
/// is not, by way of an open descriptor.
fn reach<T>(dir: &Path, name: &str, act: impl FnOnce(&Path) -> io::Result<T>) -> io::Result<T> {
    let path = dir.join(name);
    if path.as_os_str().len() <= LONGEST {
        return act(&path);
    }
    let dir = File::open(dir)?;
    act(&PathBuf::from(format!("/proc/self/fd/{}/{name}", dir.as_raw_fd())))
}

fn remove(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_for_this_user_alone_and_goes_with_its_owner() {
        let dir = tempfile::tempdir().expect("a directory");
        assert!(connect(dir.path()).is_err(), "nobody is there yet");
        let socket = ControlSocket::open(dir.path()).expect("open");
        let mode = dir.path().join(NAME).metadata().expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        connect(dir.path()).expect("somebody listens");
        drop(socket);
        assert_eq!(std::fs::read_dir(dir.path()).expect("a directory").count(), 0);
    }

    #[test]
    fn what_a_killed_process_left_behind_is_replaced() {
        let dir = tempfile::tempdir().expect("a directory");
        std::mem::forget(ControlSocket::open(dir.path()).expect("open"));
        let _second = ControlSocket::open(dir.path()).expect("open again");
        connect(dir.path()).expect("somebody listens");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_directory_with_a_long_path_will_do() {
        let dir = tempfile::tempdir().expect("a directory");
        let deep = dir.path().join("x".repeat(150));
        std::fs::create_dir(&deep).expect("made");
        let _socket = ControlSocket::open(&deep).expect("open");
        connect(&deep).expect("somebody listens");
    }
}
