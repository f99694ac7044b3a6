use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// A file that appears under its name when it is complete, or never. Readable by its owner alone.
#[derive(Debug)]
pub(super) struct AtomicFile {
    path: PathBuf,
    draft: PathBuf,
    file: File,
    kept: bool,
}

impl AtomicFile {
    /// Begins a file beside `path`.
    ///
    /// # Errors
    /// It cannot be made, or `path` is something else than a file.
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        // What a link leads to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if fs::metadata(&path).is_ok_and(|there| !there.is_file()) {
            return Err(io::Error::other("it is there and is not a file"));
        }
        let name = path.file_name().ok_or_else(|| io::Error::other("it has no file name"))?;
        let draft_name =
            format!(".{}.{}.part", name.to_string_lossy(), uuid::Uuid::now_v7().simple());
        let draft = path.with_file_name(draft_name);
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
        Ok(Self { path, draft, file, kept: false })
    }

    /// What writes to it.
    ///
    /// # Errors
    /// The system has no more handles.
    pub(super) fn writer(&self) -> io::Result<Box<dyn Write>> {
        Ok(Box::new(self.file.try_clone()?))
    }

    /// Gives it its name, once its text is on the disk.
    ///
    /// # Errors
    /// It cannot be written or renamed; the draft is removed then.
    pub(super) fn keep(mut self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.draft, &self.path)?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for AtomicFile {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.draft);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn it_appears_whole_and_for_its_owner_alone() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("out.csv");
        fs::write(&path, "old").expect("written");
        let file = AtomicFile::create(&path).expect("made");
        file.writer().expect("a writer").write_all(b"new").expect("written");
        assert_eq!(fs::read_to_string(&path).expect("read"), "old");
        file.keep().expect("kept");
        assert_eq!(fs::read_to_string(&path).expect("read"), "new");
        assert_eq!(path.metadata().expect("there").permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(dir.path()).expect("a directory").count(), 1);
    }

    #[test]
    fn what_is_given_up_leaves_nothing() {
        let dir = tempfile::tempdir().expect("a directory");
        let file = AtomicFile::create(&dir.path().join("out.csv")).expect("made");
        file.writer().expect("a writer").write_all(b"half").expect("written");
        drop(file);
        assert_eq!(fs::read_dir(dir.path()).expect("a directory").count(), 0);
        assert!(AtomicFile::create(dir.path()).is_err());
        assert!(AtomicFile::create(&dir.path().join("none/out.csv")).is_err());
    }
}
