//! Where the key is that accounts are encrypted with.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};

use super::{KEY_BYTES, Vault, VaultError};
use crate::config::Settings;

/// The file beside the embedded database.
const FILE: &str = "accounts.key";

/// The key that the settings name, or the one beside the embedded database; none where there is
/// none yet.
///
/// # Errors
/// What is named holds no key, or cannot be read.
pub fn find(settings: &Settings) -> Result<Option<Vault>, VaultError> {
    let accounts = &settings.accounts;
    let set = accounts.secret_key.as_ref().filter(|key| !key.expose_secret().trim().is_empty());
    if let Some(key) = set {
        return Vault::from_text(key, "LEADCTL_SECRET_KEY (accounts.secret_key)").map(Some);
    }
    let file = accounts.key_file.as_deref().map(str::trim).filter(|file| !file.is_empty());
    if let Some(file) = file {
        return read(Path::new(file)).map(Some);
    }
    let Some(file) = beside_database(settings) else { return Ok(None) };
    match read(&file) {
        Err(VaultError::File { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
    }
}

/// The same; where nothing is set and there is none beside the embedded database, one is made
/// there. To be called only where nothing is sealed with another key.
///
/// # Errors
/// As of [`find`]; [`VaultError::NoKey`] where the database is a server, which others use too.
pub fn find_or_make(settings: &Settings) -> Result<Vault, VaultError> {
    if let Some(vault) = find(settings)? {
        return Ok(vault);
    }
    let file = beside_database(settings).ok_or(VaultError::NoKey)?;
    match make(&file) {
        // Another process was faster.
        Err(VaultError::File { source, .. }) if source.kind() == ErrorKind::AlreadyExists => {}
        made => made?,
    }
    read(&file)
}

/// The file that the key is read from, where it is read from one.
pub fn file(settings: &Settings) -> Option<PathBuf> {
    let accounts = &settings.accounts;
    let set = accounts.secret_key.as_ref().filter(|key| !key.expose_secret().trim().is_empty());
    let named = accounts.key_file.as_deref().map(str::trim).filter(|file| !file.is_empty());
    match (set, named) {
        (Some(_), _) => None,
        (None, Some(file)) => Some(PathBuf::from(file)),
        (None, None) => beside_database(settings),
    }
}

/// The file beside the embedded database; none where the database is a server.
pub fn beside_database(settings: &Settings) -> Option<PathBuf> {
    settings.database.address().is_none().then(|| settings.data_dir.join(FILE))
}

fn read(file: &Path) -> Result<Vault, VaultError> {
    let text = std::fs::read_to_string(file).map_err(|source| failed(file, source))?;
    Vault::from_text(&SecretString::from(text), &file.display().to_string())
}

/// Makes a file with a new key that only its owner can read. It is there with all of its content or
/// not at all, and none that is there is replaced.
fn make(file: &Path) -> Result<(), VaultError> {
    let key: [u8; KEY_BYTES] = rand::random();
    let text = SecretString::from(format!("{}\n", STANDARD.encode(key)));
    let dir = file.parent().unwrap_or(Path::new("."));
    // Files of this kind have mode 0600.
    let made = tempfile::NamedTempFile::new_in(dir).and_then(|mut new| {
        new.write_all(text.expose_secret().as_bytes())?;
        new.as_file().sync_all()?;
        new.persist_noclobber(file).map_err(|error| error.error)
    });
    made.map(|_| ()).map_err(|source| failed(file, source))
}

fn failed(file: &Path, source: std::io::Error) -> VaultError {
    VaultError::File { file: file.display().to_string(), source }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::config::{Overrides, load_apart};

    fn settings(values: &[(&'static str, &str)]) -> Settings {
        let values = values.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
        load_apart(&Overrides { values, ..Overrides::default() }).unwrap().settings
    }

    #[test]
    fn a_key_is_made_once_beside_the_embedded_database_and_nowhere_else() {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().to_str().unwrap();
        let embedded = settings(&[("data_dir", data)]);
        assert!(find(&embedded).unwrap().is_none());
        let made = find_or_make(&embedded).unwrap();
        assert_eq!(find_or_make(&embedded).unwrap().id(), made.id());
        assert_eq!(find(&embedded).unwrap().unwrap().id(), made.id());
        let mode = std::fs::metadata(dir.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let error = make(&dir.path().join(FILE)).unwrap_err();
        assert!(matches!(error, VaultError::File { .. }), "none is replaced");

        let served = settings(&[("data_dir", data), ("database.url", "postgres://u@127.0.0.1/d")]);
        assert!(matches!(find_or_make(&served), Err(VaultError::NoKey)));
    }

    #[test]
    fn what_is_set_wins_and_must_be_there() {
        let dir = tempfile::tempdir().unwrap();
        let (data, file) = (dir.path().to_str().unwrap(), dir.path().join("mine"));
        let file = file.to_str().unwrap();
        let beside = find_or_make(&settings(&[("data_dir", data)])).unwrap();
        let named = settings(&[("data_dir", data), ("accounts.key_file", file)]);
        assert!(matches!(find_or_make(&named), Err(VaultError::File { .. })), "none is made there");
        std::fs::write(file, STANDARD.encode([1; 32])).unwrap();
        let id = find(&named).unwrap().unwrap().id().to_owned();
        assert_ne!(id, beside.id());
        let key = STANDARD.encode([2; 32]);
        let both = [("data_dir", data), ("accounts.key_file", file), ("accounts.secret_key", &key)];
        assert_eq!(find(&settings(&both)).unwrap().unwrap().id(), Vault::new(&[2; 32]).id());
    }
}
