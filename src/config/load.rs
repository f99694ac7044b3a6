use std::path::PathBuf;

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use figment::value::{Dict, Value};

use super::{KEYS, Settings};

/// What can be wrong with the configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A file that was asked for is not there.
    #[error("there is no configuration file {0}; check --config or LEADCTL_CONFIG")]
    NoFile(PathBuf),
    /// A value or key is not acceptable.
    #[error("the configuration is not acceptable: {0}")]
    Invalid(String),
    /// No home directory to put the data in.
    #[error("there is no home directory to keep data in; set LEADCTL_DATA_DIR or give --data-dir")]
    NoHome,
}

/// Values that the command line gives; they win over all else.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// `--config`.
    pub config: Option<PathBuf>,
    /// Dotted paths with values, as in `("data_dir", "/srv/leadctl")`.
    pub values: Vec<(&'static str, String)>,
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Built in.
    Default,
    /// The file.
    File(PathBuf),
    /// The environment variable of this name.
    Env(&'static str),
    /// A flag.
    Flag,
}

/// Settings, with the layers they came from.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The settings.
    pub settings: Settings,
    /// The file that was read, where there was one.
    pub file: Option<PathBuf>,
    figment: Figment,
}

/// Reads defaults, file, environment and flags, and checks them.
///
/// # Errors
/// [`ConfigError`] names the key, its origin and what is wrong.
pub fn load(overrides: &Overrides) -> Result<Loaded, ConfigError> {
    let file = file_path(overrides)?;
    let mut figment = Figment::from(Serialized::defaults(defaults()?));
    if let Some(path) = &file {
        figment = figment.merge(Toml::file_exact(path));
    }
    figment = figment.merge(
        Env::raw()
            .filter(|name| KEYS.iter().any(|k| name.as_str().eq_ignore_ascii_case(k.env)))
            .map(|name| {
                KEYS.iter()
                    .find(|k| name.as_str().eq_ignore_ascii_case(k.env))
                    .map_or_else(|| name.into(), |k| k.path.into())
            })
            .split("."),
    );
    for (path, value) in &overrides.values {
        figment = figment.merge(Serialized::global(path, value));
    }
    let settings = figment.extract().map_err(|e| ConfigError::Invalid(e.to_string()))?;
    Ok(Loaded { settings, file, figment })
}

impl Loaded {
    /// Where the value at a dotted path came from.
    pub fn origin(&self, path: &str) -> Origin {
        let Some(metadata) = self.figment.find_metadata(path) else { return Origin::Default };
        if let Some(figment::Source::File(file)) = &metadata.source {
            return Origin::File(file.clone());
        }
        if metadata.name.contains("environment") {
            return KEYS
                .iter()
                .find(|k| k.path == path)
                .map_or(Origin::Default, |k| Origin::Env(k.env));
        }
        Origin::Default
    }
}

fn file_path(overrides: &Overrides) -> Result<Option<PathBuf>, ConfigError> {
    let asked =
        overrides.config.clone().or_else(|| std::env::var_os("LEADCTL_CONFIG").map(PathBuf::from));
    match asked {
        Some(path) if path.is_file() => Ok(Some(path)),
        Some(path) => Err(ConfigError::NoFile(path)),
        None => Ok(dirs()?.map(|d| d.config_dir().join("config.toml")).filter(|p| p.is_file())),
    }
}

fn dirs() -> Result<Option<directories::ProjectDirs>, ConfigError> {
    Ok(directories::ProjectDirs::from("", "", "leadctl"))
}

fn defaults() -> Result<Dict, ConfigError> {
    let mut dict = Dict::new();
    for key in KEYS {
        let value: Value = if key.path == "data_dir" {
            match dirs()? {
                Some(d) => Value::from(d.data_dir().to_string_lossy().into_owned()),
                None => continue,
            }
        } else if key.path == "reddit.user_agent" {
            Value::from(format!("linux:leadctl:{}", env!("CARGO_PKG_VERSION")))
        } else if key.default.is_empty() {
            continue;
        } else {
            parse_default(key.default)
        };
        insert(&mut dict, key.path, value);
    }
    Ok(dict)
}

fn parse_default(text: &str) -> Value {
    let unquoted = text.trim_matches('"');
    if unquoted.len() != text.len() {
        Value::from(unquoted.to_owned())
    } else if let Ok(n) = text.parse::<u64>() {
        Value::from(n)
    } else if let Ok(n) = text.parse::<f64>() {
        Value::from(n)
    } else {
        Value::from(text.to_owned())
    }
}

fn insert(dict: &mut Dict, path: &str, value: Value) {
    match path.split_once('.') {
        None => {
            dict.insert(path.to_owned(), value);
        }
        Some((section, rest)) => {
            let entry = dict.entry(section.to_owned()).or_insert_with(|| Value::from(Dict::new()));
            if let Value::Dict(_, inner) = entry {
                insert(inner, rest, value);
            }
        }
    }
}
