use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use nix::sys::statvfs::statvfs;
use nix::unistd::{AccessFlags, access};

use super::facts::Facts;
use super::line::Line;

/// Less free space than this, in bytes, and nothing can be written soon.
const FULL: u64 = 64 * 1024 * 1024;
/// Less than this is worth a look.
const TIGHT: u64 = 1024 * 1024 * 1024;

pub(super) fn check(facts: &Facts) -> Vec<Line> {
    let dir = match facts.settings() {
        Ok(settings) => &settings.data_dir,
        Err(lines) => return lines,
    };
    let shown = dir.display();
    let mut lines = Vec::new();
    if !dir.exists() {
        let parent = existing(dir);
        if access(&parent, AccessFlags::W_OK | AccessFlags::X_OK).is_err() {
            lines.push(Line::fail(
                format!("{shown} is not there, and cannot be made in {}", parent.display()),
                "choose another with LEADCTL_DATA_DIR or --data-dir",
            ));
        } else {
            lines.push(Line::ok(format!("{shown} is not there yet; it is made when first used")));
        }
    } else if !dir.is_dir() {
        return vec![Line::fail(
            format!("{shown} is not a directory"),
            "choose another with LEADCTL_DATA_DIR or --data-dir",
        )];
    } else if access(dir, AccessFlags::R_OK | AccessFlags::W_OK | AccessFlags::X_OK).is_err() {
        lines.push(Line::fail(
            format!("you may not write to {shown}"),
            "run leadctl as the user who owns it, or choose another with --data-dir",
        ));
    } else {
        lines.extend(modes(dir));
    }
    lines.extend(space(&existing(dir)));
    if lines.is_empty() {
        lines.push(Line::ok(format!("{shown} can be written, by you alone")));
    }
    lines
}

/// The directory itself, or the nearest above it that is there.
fn existing(dir: &Path) -> PathBuf {
    let above = dir.ancestors().find(|dir| dir.exists() && !dir.as_os_str().is_empty());
    above.map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// What others than the owner may read.
fn modes(dir: &Path) -> Vec<Line> {
    let open = |path: &Path| {
        let mode = path.symlink_metadata().ok()?.permissions().mode() & 0o777;
        (mode & 0o077 != 0).then_some(mode)
    };
    let mut lines = Vec::new();
    if let Some(mode) = open(dir) {
        lines.push(Line::warn(
            format!("others may look into {}: its mode is {mode:04o}", dir.display()),
            format!("chmod 700 {}", dir.display()),
        ));
    }
    let files = std::fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.is_file()).collect();
    files.sort();
    for file in files {
        if let Some(mode) = open(&file) {
            lines.push(Line::warn(
                format!("others may read {}: its mode is {mode:04o}", file.display()),
                format!("chmod 600 {}", file.display()),
            ));
        }
    }
    lines
}

fn space(dir: &Path) -> Option<Line> {
    let found = statvfs(dir).ok()?;
    let free = found.blocks_available().saturating_mul(found.fragment_size());
    let mib = free / (1024 * 1024);
    let message = format!("{mib} MiB are free where {} is", dir.display());
    let hint = "make room, or move the data with LEADCTL_DATA_DIR; `leadctl queue clean` removes finished jobs";
    match free {
        ..FULL => Some(Line::fail(message, hint)),
        FULL..TIGHT => Some(Line::warn(message, hint)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::Outcome;
    use super::*;

    #[test]
    fn what_others_may_read_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("leadctl.db");
        std::fs::write(&path, "").unwrap();
        let set = |path: &Path, mode| {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        set(dir.path(), 0o755);
        set(&path, 0o640);
        let lines = modes(dir.path());
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.outcome == Outcome::Warn));
        assert!(lines[1].message.contains("0640"), "{lines:?}");
        set(dir.path(), 0o700);
        set(&path, 0o600);
        assert_eq!(modes(dir.path()), []);
    }

    #[test]
    fn the_nearest_directory_above_is_found() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(existing(&dir.path().join("a/b")), dir.path());
        assert_eq!(existing(Path::new("nowhere/at/all")), PathBuf::from("."));
    }
}
