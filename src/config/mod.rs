//! Settings: defaults < file < environment < profile < flags.
//!
//! - [`settings`]: the settings themselves
//! - [`keys`]: the one table of keys, environment variables, defaults, ranges and help texts
//! - [`mod@layers`]: what each layer says, and which one wins
//! - [`value`]: what is acceptable for a key
//! - [`profile`]: named sets of addresses, of which one is chosen
//! - [`ai`], [`providers`]: those of AI providers, and the list of them in the file
//! - [`mod@load`]: the settings from the layers
//! - [`mod@check`]: what stands out in a configuration, also where it is acceptable

mod ai;
mod check;
mod keys;
mod layers;
mod load;
mod profile;
mod providers;
mod settings;
#[cfg(test)]
mod tests;
mod value;

pub use ai::{AiSettings, ProviderKind, ProviderSettings};
pub use check::Checked;
pub use keys::{KEYS, Key, Kind};
pub use layers::{Layers, Origin, Problem, default_file};
pub use load::{ConfigError, Loaded, Overrides, check, layers, load, load_apart};
pub use settings::{
    AccountSettings, ApiAuth, ApiSettings, BreakerSettings, CacheSettings, DatabaseSettings,
    DiscoverySettings, LogFormat, QueueSettings, RateLimitSettings, RedditSettings, RedisSettings,
    Settings, SloSettings, WebhookSettings, WorkerSettings, networks, origins,
};
pub(crate) use value::without_password;
