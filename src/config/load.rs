use std::path::PathBuf;

use super::Settings;
use super::check::{Checked, of};
use super::layers::{Environment, Layers, Origin, Problem};

/// What can be wrong with the configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A file that was asked for is not there.
    #[error("there is no configuration file {0}; check --config or LEADCTL_CONFIG")]
    NoFile(PathBuf),
    /// Values or keys are not acceptable; all of them.
    #[error("the configuration is not acceptable: {}", listed(.0))]
    Invalid(Vec<Problem>),
    /// No home directory to put the data in.
    #[error("there is no home directory to keep data in; set LEADCTL_DATA_DIR or give --data-dir")]
    NoHome,
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("; ")
}

/// Values that the command line gives; they win over all else.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// `--config`.
    pub config: Option<PathBuf>,
    /// `--profile`.
    pub profile: Option<String>,
    /// Dotted paths with values, as in `("data_dir", "/srv/leadctl")`.
    pub values: Vec<(&'static str, String)>,
}

/// Settings, with the layers they came from.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The settings.
    pub settings: Settings,
    /// The file that was read, where there was one.
    pub file: Option<PathBuf>,
    /// What they were made from.
    pub layers: Layers,
}

/// Reads defaults, file, environment and flags, and checks them.
///
/// # Errors
/// [`ConfigError`] names every key, its origin and what is wrong.
pub fn load(overrides: &Overrides) -> Result<Loaded, ConfigError> {
    load_from(overrides, &std::env::vars_os().collect())
}

/// The same without the environment: for an installation that must not meet the caller's own.
///
/// # Errors
/// See [`load`].
pub fn load_apart(overrides: &Overrides) -> Result<Loaded, ConfigError> {
    load_from(overrides, &Environment::default())
}

pub(super) fn load_from(
    overrides: &Overrides,
    environment: &Environment,
) -> Result<Loaded, ConfigError> {
    let layers = Layers::read(overrides, environment)?;
    if !layers.problems.is_empty() {
        return Err(ConfigError::Invalid(layers.problems));
    }
    if !layers.has("data_dir") {
        return Err(ConfigError::NoHome);
    }
    let settings = serde_json::from_value(layers.nested()).map_err(|error| {
        // The table of keys and the settings have drifted apart; a test holds them together.
        let (key, why) = (String::new(), error.to_string());
        ConfigError::Invalid(vec![Problem { key, origin: Origin::Default, why }])
    })?;
    Ok(Loaded { settings, file: layers.file.clone(), layers })
}

/// What the layers say, also where it is not acceptable.
///
/// # Errors
/// [`ConfigError::NoFile`].
pub fn layers(overrides: &Overrides) -> Result<Layers, ConfigError> {
    Layers::read(overrides, &std::env::vars_os().collect())
}

/// Looks at the configuration as a whole, deeper than [`load`] does.
///
/// # Errors
/// [`ConfigError::NoFile`].
pub fn check(overrides: &Overrides) -> Result<Checked, ConfigError> {
    let environment: Environment = std::env::vars_os().collect();
    Ok(of(&Layers::read(overrides, &environment)?, &environment))
}

impl Loaded {
    /// Where the value at a dotted path came from.
    pub fn origin(&self, path: &str) -> Origin {
        self.layers.origin(path)
    }
}
