//! What the processes say: passed on to standard error, and kept in a file that others can follow.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, PipeReader, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use crate::clock::SharedClock;
use crate::model::Timestamp;

/// The file in the data directory; one like it with `.1` at the end holds what was before.
pub const LOG_FILE: &str = "up.log";
/// From this size on it begins anew, in bytes.
const LARGEST: u64 = 4 << 20;
/// A longer line becomes several, in bytes.
const LINE: u64 = 8 << 10;
/// How much of what was before a reader is told at first, in bytes.
const BACK: u64 = 256 << 10;

/// A line that a process said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// When it was heard.
    pub at: Timestamp,
    /// Who said it, as in `worker 1`; `up` for the supervisor.
    pub from: String,
    /// The line; it may hold what strangers wrote.
    pub text: String,
}

/// Keeps lines. Its clones write to the same file.
#[derive(Clone)]
pub struct Log(Arc<Inner>);

struct Inner {
    path: PathBuf,
    /// Lines are passed on with the name of who said them.
    named: bool,
    clock: SharedClock,
    file: Mutex<(File, u64)>,
}

impl Log {
    /// Goes on with the log of a data directory. `named` says that lines are passed on with the name
    /// of who said them before them, which is for people: a line of JSON is passed on as it is.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn open(data_dir: &Path, clock: SharedClock, named: bool) -> io::Result<Self> {
        let path = data_dir.join(LOG_FILE);
        let file = append(&path)?;
        let size = file.metadata()?.len();
        Ok(Self(Arc::new(Inner { path, named, clock, file: Mutex::new((file, size)) })))
    }

    /// Keeps a line.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn keep(&self, from: &str, text: &str) -> io::Result<()> {
        let inner = &self.0;
        let line = LogLine { at: inner.clock.now(), from: from.to_owned(), text: text.to_owned() };
        let mut line = serde_json::to_vec(&line).map_err(io::Error::other)?;
        line.push(b'\n');
        let mut held = inner.file.lock().unwrap_or_else(PoisonError::into_inner);
        let (file, size) = &mut *held;
        if *size >= LARGEST {
            std::fs::rename(&inner.path, inner.path.with_extension("log.1"))?;
            *file = append(&inner.path)?;
            *size = 0;
        }
        file.write_all(&line)?;
        *size += line.len() as u64;
        Ok(())
    }

    /// Passes on what a process says, from a thread of its own: a terminal that takes nothing holds up
    /// that process and no other. The answer comes when the process says nothing any more.
    ///
    /// # Errors
    /// There is no thread left.
    pub(super) fn hear(&self, name: String, said: PipeReader) -> io::Result<oneshot::Receiver<()>> {
        let (end, ended) = oneshot::channel();
        let log = self.clone();
        std::thread::Builder::new().name(format!("log of {name}")).spawn(move || {
            log.pass_on(&name, BufReader::new(said), io::stderr());
            let _ = end.send(());
        })?;
        Ok(ended)
    }

    fn pass_on(&self, name: &str, mut said: impl BufRead, mut to: impl Write) {
        let mut line = Vec::new();
        let (mut kept, mut begins) = (true, true);
        loop {
            line.clear();
            match said.by_ref().take(LINE).read_until(b'\n', &mut line) {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
            let label = if self.0.named && begins { format!("[{name}] ") } else { String::new() };
            begins = line.ends_with(b"\n");
            // In one piece, as others write too. Who started us may have gone; that is no reason to
            // stop listening.
            let _ = to.write_all(&[label.as_bytes(), &line].concat());
            let text = String::from_utf8_lossy(&line);
            let written = self.keep(name, text.trim_end_matches(['\n', '\r']));
            if let (Err(error), true) = (&written, kept) {
                tracing::warn!(%error, file = %self.0.path.display(), "the log cannot be kept");
            }
            kept = written.is_ok();
        }
    }
}

fn append(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).mode(0o600).open(path)
}

/// Follows a log that another process keeps.
#[derive(Debug)]
pub struct Tail {
    path: PathBuf,
    /// Which file, and how far it was read.
    at: Option<(u64, u64)>,
}

impl Tail {
    /// Of a data directory.
    pub fn of(data_dir: &Path) -> Self {
        Self { path: data_dir.join(LOG_FILE), at: None }
    }

    /// The lines since the last time, oldest first; the first time the last of them.
    ///
    /// # Errors
    /// There is no such file, or it cannot be read.
    pub fn read(&mut self) -> io::Result<Vec<LogLine>> {
        let mut file = File::open(&self.path)?;
        let told = file.metadata()?;
        let (from, whole) = match self.at {
            Some((inode, read)) if inode == told.ino() && read <= told.len() => (read, true),
            // Another file: what was not read of the one before is lost to us, and nothing else.
            Some(_) => (0, true),
            None => (told.len().saturating_sub(BACK), told.len() <= BACK),
        };
        file.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::new();
        file.take(LARGEST * 2).read_to_end(&mut bytes)?;
        // A line that is just being written is left for the next time.
        let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        self.at = Some((told.ino(), from + end as u64));
        let lines = bytes[..end].split(|byte| *byte == b'\n').skip(usize::from(!whole));
        Ok(lines.filter_map(|line| serde_json::from_slice(line).ok()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;

    fn texts(lines: &[LogLine]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn what_is_said_can_be_followed_also_into_the_next_file() {
        let dir = tempfile::tempdir().expect("a directory");
        let mut tail = Tail::of(dir.path());
        assert!(tail.read().is_err(), "nothing is kept yet");
        let log = Log::open(dir.path(), SystemClock::shared(), true).expect("a log");
        let mut passed = Vec::new();
        log.pass_on("worker 1", &b"one\ntwo \xff\r\n\nhalf"[..], &mut passed);
        let named = b"[worker 1] one\n[worker 1] two \xff\r\n[worker 1] \n[worker 1] half";
        assert_eq!(passed, named);
        let lines = tail.read().expect("lines");
        assert_eq!(texts(&lines), ["one", "two \u{fffd}", "", "half"]);
        assert_eq!(lines[0].from, "worker 1");
        assert_eq!(tail.read().expect("nothing new"), []);
        log.0.file.lock().expect("the file").1 = LARGEST;
        log.keep("up", "three").expect("kept");
        assert_eq!(texts(&tail.read().expect("lines")), ["three"]);
        assert!(dir.path().join("up.log.1").exists());
    }

    #[test]
    fn of_a_long_log_the_end_is_told_in_whole_lines() {
        let dir = tempfile::tempdir().expect("a directory");
        let log = Log::open(dir.path(), SystemClock::shared(), true).expect("a log");
        let long = "x".repeat(50_000);
        for n in 0..10 {
            log.keep("api 1", &format!("{n} {long}")).expect("kept");
        }
        let lines = Tail::of(dir.path()).read().expect("lines");
        let numbers: Vec<&str> =
            lines.iter().filter_map(|line| line.text.split(' ').next()).collect();
        assert_eq!(numbers, ["5", "6", "7", "8", "9"]);
    }

    #[test]
    fn a_long_line_is_named_once_and_json_not_at_all() {
        let dir = tempfile::tempdir().expect("a directory");
        let line =
            format!("{{\"x\":\"{}\"}}\nnext\n", "x".repeat(3 * usize::try_from(LINE).unwrap()));
        for (named, names) in [(true, 2), (false, 0)] {
            let log = Log::open(dir.path(), SystemClock::shared(), named).expect("a log");
            let mut passed = Vec::new();
            log.pass_on("api 1", line.as_bytes(), &mut passed);
            let passed = String::from_utf8(passed).expect("text");
            assert_eq!(passed.matches("[api 1] ").count(), names);
            assert_eq!(passed.replace("[api 1] ", ""), line);
        }
    }
}
