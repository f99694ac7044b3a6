use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use super::profile::{self, Chosen};
use super::providers;
use super::value::Value;
use super::{ConfigError, KEYS, Key, Overrides};
use crate::nearest::nearest;

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Built in.
    Default,
    /// The file.
    File(PathBuf),
    /// The environment variable of this name.
    Env(&'static str),
    /// The profile of this name.
    Profile(String),
    /// A flag.
    Flag,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Env(name) => f.write_str(name),
            Self::Profile(name) => write!(f, "profile {name}"),
            Self::Flag => f.write_str("the command line"),
        }
    }
}

/// Something in the configuration that is not acceptable. No secret is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The key as a dotted path; empty where it is about a file as a whole.
    pub key: String,
    /// Where it stands.
    pub origin: Origin,
    /// What is wrong, and what would be right.
    pub why: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.key.as_str(), &self.origin) {
            ("", origin) => write!(f, "{origin}: {}", self.why),
            (key, Origin::Default) => write!(f, "{key}: {}", self.why),
            (key, origin) => write!(f, "{key} ({origin}): {}", self.why),
        }
    }
}

/// The environment of the process, or that of a test.
pub(super) type Environment = Vec<(OsString, OsString)>;

/// What defaults, file, environment and flags say together, acceptable or not.
#[derive(Clone)]
pub struct Layers {
    /// The file that was read, where there was one.
    pub file: Option<PathBuf>,
    /// The profile that was chosen.
    pub profile: Option<String>,
    /// Everything that is not acceptable.
    pub problems: Vec<Problem>,
    /// The values by key; absent where there is none, or none that is acceptable.
    values: BTreeMap<&'static str, Value>,
    origins: BTreeMap<&'static str, Origin>,
    /// The AI providers that the file lists.
    providers: Vec<serde_json::Value>,
}

impl Layers {
    pub(super) fn read(
        overrides: &Overrides,
        environment: &Environment,
    ) -> Result<Self, ConfigError> {
        let var = |name: &str| environment.iter().find(|(n, _)| n == name).map(|(_, value)| value);
        let file = file_path(overrides, var("LEADCTL_CONFIG"))?;
        let chosen = chosen(overrides, var("LEADCTL_PROFILE"));
        let mut layers = Self {
            file,
            profile: chosen.as_ref().map(|chosen| chosen.name.clone()),
            problems: Vec::new(),
            values: BTreeMap::new(),
            origins: BTreeMap::new(),
            providers: Vec::new(),
        };
        let mut raw: BTreeMap<&'static str, toml::Value> = BTreeMap::new();
        let file = layers.file.clone();
        let profiles = file.as_ref().and_then(|path| layers.read_file(path, environment, &mut raw));
        let problems = &mut layers.problems;
        let profile =
            profile::values(profiles, chosen.as_ref(), file.as_deref(), environment, problems);
        for key in KEYS {
            let given = overrides.values.iter().find(|(path, _)| *path == key.path);
            if let Some((_, text)) = given {
                layers.set_text(key, Origin::Flag, text, &mut raw);
            } else if let Some((_, text)) = profile.iter().find(|(set, _)| set.path == key.path) {
                let name = layers.profile.clone().unwrap_or_default();
                layers.set_text(key, Origin::Profile(name), text, &mut raw);
            } else if let Some(value) = var(key.env).filter(|v| !v.is_empty() || key.is_optional())
            {
                match value.to_str() {
                    Some(text) => layers.set_text(key, Origin::Env(key.env), text, &mut raw),
                    None => layers.reject(key, Origin::Env(key.env), "is not UTF-8".to_owned()),
                }
            }
        }
        for key in KEYS {
            layers.settle(key, raw.remove(key.path));
        }
        Ok(layers)
    }

    /// Where the value of a key came from.
    pub fn origin(&self, path: &str) -> Origin {
        self.origins.get(path).cloned().unwrap_or(Origin::Default)
    }

    /// The value of a key as it may be shown: `set` for a secret, and without what stands in a URL
    /// to sign in with. `None` where there is none, or none that is acceptable.
    pub fn shown(&self, key: &Key) -> Option<String> {
        let value = self.values.get(key.path)?;
        match (key.secret, value.is_empty()) {
            (_, true) => None,
            (true, false) => Some("set".to_owned()),
            (false, false) => Some(value.shown(key)),
        }
    }

    /// Whether a key has a value that is not empty.
    pub fn has(&self, path: &str) -> bool {
        self.values.get(path).is_some_and(|value| !value.is_empty())
    }

    /// The text of a key that is no secret.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.values.get(path).and_then(Value::as_text)
    }

    /// The number of a key that is a whole one.
    pub(super) fn whole(&self, path: &str) -> Option<u64> {
        match self.values.get(path) {
            Some(Value::Whole(n)) => Some(*n),
            _ => None,
        }
    }

    /// All values, nested as in the file.
    pub(super) fn nested(&self) -> serde_json::Value {
        let mut root = serde_json::Map::new();
        for (path, value) in &self.values {
            let (section, name) = path.split_once('.').unwrap_or(("", path));
            let map = if section.is_empty() {
                &mut root
            } else {
                let entry = root.entry(section).or_insert_with(|| serde_json::Map::new().into());
                let Some(map) = entry.as_object_mut() else { continue };
                map
            };
            map.insert(name.to_owned(), value.to_json());
        }
        if let Some(ai) = root.get_mut("ai").and_then(serde_json::Value::as_object_mut) {
            ai.insert("providers".to_owned(), self.providers.clone().into());
        }
        root.into()
    }

    /// The AI providers that the file lists, as the settings are read from.
    pub(super) fn providers(&self) -> &[serde_json::Value] {
        &self.providers
    }

    /// Reads the file; gives the profiles in it.
    fn read_file(
        &mut self,
        path: &Path,
        environment: &Environment,
        raw: &mut BTreeMap<&'static str, toml::Value>,
    ) -> Option<toml::Value> {
        let whole = |why: String| Problem {
            key: String::new(),
            origin: Origin::File(path.to_owned()),
            why,
        };
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                self.problems.push(whole(format!("cannot be read: {error}")));
                return None;
            }
        };
        match text.parse::<toml::Table>() {
            Ok(mut table) => {
                let profiles = table.remove(profile::SECTION);
                let list = table.get_mut("ai").and_then(toml::Value::as_table_mut);
                if let Some(list) = list.and_then(|ai| ai.remove("providers")) {
                    let problems = &mut self.problems;
                    self.providers = providers::values(list, path, environment, problems);
                }
                self.flatten(path, "", table, raw);
                profiles
            }
            Err(error) => {
                let before = error.span().and_then(|span| text.get(..span.start));
                let line = before.map_or(1, |before| before.matches('\n').count() + 1);
                // The message alone: the line itself may hold a secret.
                let why = format!("is not TOML: line {line}: {}", error.message());
                self.problems.push(whole(why));
                None
            }
        }
    }

    fn flatten(
        &mut self,
        file: &Path,
        section: &str,
        table: toml::Table,
        raw: &mut BTreeMap<&'static str, toml::Value>,
    ) {
        for (name, value) in table {
            let path = if section.is_empty() { name } else { format!("{section}.{name}") };
            let origin = Origin::File(file.to_owned());
            if let Some(key) = KEYS.iter().find(|key| key.path == path) {
                self.origins.insert(key.path, origin);
                raw.insert(key.path, value);
                continue;
            }
            let is_section = KEYS.iter().any(|key| {
                key.path.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('.'))
            });
            let why = match value {
                toml::Value::Table(inner) if is_section => {
                    self.flatten(file, &path, inner, raw);
                    continue;
                }
                _ if is_section => format!("is a section; write [{path}] and its keys below it"),
                _ => match nearest(&path, known()) {
                    Some(meant) => format!("there is no such key; did you mean {meant}?"),
                    None => "there is no such key; `leadctl config show` lists all".to_owned(),
                },
            };
            self.problems.push(Problem { key: path, origin, why });
        }
    }

    fn set_text(
        &mut self,
        key: &Key,
        origin: Origin,
        text: &str,
        raw: &mut BTreeMap<&'static str, toml::Value>,
    ) {
        raw.insert(key.path, Value::raw(key, text));
        self.origins.insert(key.path, origin);
    }

    fn reject(&mut self, key: &Key, origin: Origin, why: String) {
        self.origins.insert(key.path, origin.clone());
        self.problems.push(Problem { key: key.path.to_owned(), origin, why });
    }

    fn settle(&mut self, key: &Key, raw: Option<toml::Value>) {
        let Some(raw) = raw else {
            if let Some(value) = Value::default_of(key) {
                self.values.insert(key.path, value);
            }
            return;
        };
        match Value::accept(key, raw) {
            Ok(value) => {
                self.values.insert(key.path, value);
            }
            Err(why) => self.reject(key, self.origin(key.path), why),
        }
    }
}

impl fmt::Debug for Layers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The values may be secrets.
        f.debug_struct("Layers").field("file", &self.file).finish_non_exhaustive()
    }
}

/// All keys, and the sections that they are in.
fn known() -> impl Iterator<Item = &'static str> {
    let sections = KEYS.iter().filter_map(|key| key.path.split_once('.')).map(|(name, _)| name);
    KEYS.iter().map(|key| key.path).chain(sections)
}

/// Where the file is looked for when nobody names one; absent where there is no home directory.
pub fn default_file() -> Option<PathBuf> {
    super::value::dirs().map(|dirs| dirs.config_dir().join("config.toml"))
}

/// The profile that the command line, or else the environment, asks for.
fn chosen(overrides: &Overrides, variable: Option<&OsString>) -> Option<Chosen> {
    if let Some(name) = overrides.profile.clone() {
        return Some(Chosen { name, origin: Origin::Flag });
    }
    let name = variable.filter(|value| !value.is_empty())?.to_string_lossy().into_owned();
    Some(Chosen { name, origin: Origin::Env("LEADCTL_PROFILE") })
}

fn file_path(
    overrides: &Overrides,
    variable: Option<&OsString>,
) -> Result<Option<PathBuf>, ConfigError> {
    let variable = variable.filter(|value| !value.is_empty()).map(PathBuf::from);
    match overrides.config.clone().or(variable) {
        Some(path) if path.is_file() => Ok(Some(path)),
        Some(path) => Err(ConfigError::NoFile(path)),
        None => Ok(default_file().filter(|path| path.is_file())),
    }
}
