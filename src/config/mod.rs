//! Settings: defaults < file < environment < flags.
//!
//! - [`settings`]: the settings themselves, with their defaults
//! - [`keys`]: the one table of keys, environment variables and help texts
//! - [`load`]: reads the layers and checks the values

mod keys;
mod load;
mod settings;

pub use keys::{KEYS, Key};
pub use load::{ConfigError, Loaded, Origin, Overrides, load};
pub use settings::{
    AiSettings, ApiSettings, DatabaseSettings, DiscoverySettings, LogFormat, RedditSettings,
    Settings, WorkerSettings,
};
