//! Where a sandbox runs and with which options, for other processes.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::options::SandboxOptions;
use crate::model::Timestamp;

/// The file's name in the data directory.
const FILE: &str = "sandbox.json";

/// Where a sandbox runs and with which options, kept in the data directory for other processes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Handoff {
    /// Its base address, as in `http://127.0.0.1:40123`.
    pub url: String,
    /// What its posts are made from.
    pub options: SandboxOptions,
    /// When it stopped; absent while it runs.
    pub stopped_at: Option<Timestamp>,
}

impl Handoff {
    /// What was last written to this data directory.
    ///
    /// # Errors
    /// The file cannot be read, or does not hold what it should; the message names it.
    pub fn read(dir: &Path) -> io::Result<Option<Self>> {
        let path = dir.join(FILE);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(named("cannot read", &path, &error, error.kind())),
        };
        serde_json::from_slice(&text).map(Some).map_err(|error| {
            named(
                "delete it and start again: cannot understand",
                &path,
                &error,
                io::ErrorKind::InvalidData,
            )
        })
    }

    /// Writes it to this data directory, readable by the owner only. Whoever reads at the same time
    /// sees the old file or the new one, whole.
    ///
    /// # Errors
    /// The file cannot be written; the message names it.
    pub fn write(&self, dir: &Path) -> io::Result<()> {
        let path = dir.join(FILE);
        let part = dir.join(format!("{FILE}.{}.part", std::process::id()));
        let written = self.write_to(dir, &part).and_then(|()| fs::rename(&part, &path));
        written.map_err(|error| {
            let _ = fs::remove_file(&part);
            named("cannot write", &path, &error, error.kind())
        })
    }

    fn write_to(&self, dir: &Path, part: &Path) -> io::Result<()> {
        fs::create_dir_all(dir)?;
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(part)?;
        file.write_all(&serde_json::to_vec_pretty(self)?)?;
        file.sync_all()
    }

    /// The variables that lead the system to this sandbox; with `ai` also to its chat API.
    pub fn environment(&self, ai: bool) -> Vec<(String, String)> {
        let reddit = format!("{}/reddit", self.url);
        let mut variables = vec![
            ("LEADCTL_REDDIT_BASE_URL", reddit.clone()),
            ("LEADCTL_REDDIT_FEED_URL", reddit.clone()),
            ("LEADCTL_REDDIT_AUTH_URL", reddit),
            ("LEADCTL_REDDIT_CLIENT_ID", "sandbox".to_owned()),
            ("LEADCTL_REDDIT_CLIENT_SECRET", "sandbox".to_owned()),
            ("LEADCTL_REDDIT_USER_AGENT", "linux:leadctl:sandbox (by /u/nobody)".to_owned()),
        ];
        if ai {
            variables.extend([
                ("LEADCTL_AI_BASE_URL", format!("{}/v1", self.url)),
                ("LEADCTL_AI_API_KEY", "sandbox".to_owned()),
                ("LEADCTL_AI_PROVIDER", "sandbox".to_owned()),
                ("LEADCTL_AI_MODEL", "sandbox-1".to_owned()),
            ]);
        }
        variables.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

fn named(what: &str, path: &Path, error: &dyn std::fmt::Display, kind: io::ErrorKind) -> io::Error {
    io::Error::new(kind, format!("{what} {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn what_is_written_can_be_read_by_the_owner() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(Handoff::read(dir.path()).unwrap(), None);
        let epoch = Timestamp::from_secs(1_780_000_000);
        let options = SandboxOptions { seed: 7, rate_per_minute: 12.5, backlog: 10, epoch };
        let url = "http://127.0.0.1:4000".to_owned();
        let handoff = Handoff { url, options, stopped_at: Some(epoch) };
        handoff.write(dir.path()).unwrap();
        handoff.write(dir.path()).unwrap();
        assert_eq!(Handoff::read(dir.path()).unwrap(), Some(handoff.clone()));
        let mode = fs::metadata(dir.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        assert_eq!(handoff.environment(false).len(), 6);
        let with_ai = handoff.environment(true);
        let wanted = ("LEADCTL_AI_BASE_URL".to_owned(), "http://127.0.0.1:4000/v1".to_owned());
        assert!(with_ai.contains(&wanted));
    }

    #[test]
    fn a_broken_file_is_named() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(FILE), "{").unwrap();
        let error = Handoff::read(dir.path()).unwrap_err();
        assert!(error.to_string().contains(FILE));
    }
}
