//! The list `[[ai.providers]]` of the file.

use std::collections::HashSet;
use std::path::Path;

use super::ai::ProviderKind;
use super::keys::{Key, Kind, WEB};
use super::layers::{Environment, Origin, Problem};
use super::profile::expanded;
use super::value::Value;
use crate::nearest::nearest;

/// Where the list stands in the file.
pub(super) const LIST: &str = "ai.providers";

const fn key(path: &'static str, default: &'static str, kind: Kind) -> Key {
    Key { path, env: "", default, secret: false, help: "", kind }
}

/// What is said of each provider.
const KEYS: &[Key] = &[
    key("name", "", Kind::Text),
    key("kind", "\"openai\"", Kind::OneOf(ProviderKind::NAMES)),
    key("base_url", "", Kind::Url(WEB)),
    Key { secret: true, ..key("api_key", "", Kind::Text) },
    key("model", "", Kind::Text),
    key("timeout_secs", "60", Kind::Whole(1, 3600)),
    key("price_input_per_million", "0", Kind::Number(0.0, 100_000.0)),
    key("price_cached_per_million", "", Kind::Number(0.0, 100_000.0)),
    key("price_output_per_million", "0", Kind::Number(0.0, 100_000.0)),
];

/// What must be said.
const NEEDED: &[&str] = &["name", "model"];

/// The providers that the file lists, as the settings are read from. What is not acceptable goes to
/// `problems`.
pub(super) fn values(
    list: toml::Value,
    file: &Path,
    environment: &Environment,
    problems: &mut Vec<Problem>,
) -> Vec<serde_json::Value> {
    let mut reader = Reader { file, environment, problems };
    let toml::Value::Array(items) = list else {
        reader.problem(LIST.to_owned(), format!("is a list; write [[{LIST}]] for each provider"));
        return Vec::new();
    };
    let mut names = HashSet::new();
    let mut providers = Vec::new();
    for (n, item) in items.into_iter().enumerate() {
        let path = format!("{LIST}[{n}]");
        let toml::Value::Table(table) = item else {
            reader.problem(path, format!("is no section; write [[{LIST}]] and its keys below it"));
            continue;
        };
        let provider = reader.provider(&path, table);
        let name = provider.get("name").and_then(serde_json::Value::as_str).map(str::trim);
        if let Some(name) = name
            && !names.insert(name.to_owned())
        {
            let why = format!("{name:?} is the name of two providers");
            reader.problem(format!("{path}.name"), why);
        }
        providers.push(provider.into());
    }
    providers
}

struct Reader<'a> {
    file: &'a Path,
    environment: &'a Environment,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn problem(&mut self, key: String, why: String) {
        self.problems.push(Problem { key, origin: Origin::File(self.file.to_owned()), why });
    }

    fn provider(
        &mut self,
        path: &str,
        mut table: toml::Table,
    ) -> serde_json::Map<String, serde_json::Value> {
        let mut provider = serde_json::Map::new();
        for key in KEYS {
            let place = format!("{path}.{}", key.path);
            let value = match table.remove(key.path) {
                Some(raw) => self.read(key, raw, &place),
                None => Value::default_of(key),
            };
            match value.filter(|value| !value.is_empty()) {
                Some(value) => {
                    provider.insert(key.path.to_owned(), value.to_json());
                }
                None if NEEDED.contains(&key.path) && !self.has(&place) => {
                    self.problem(place, "is missing".to_owned());
                }
                None => {}
            }
        }
        for name in table.keys() {
            let why = match nearest(name, KEYS.iter().map(|key| key.path)) {
                Some(meant) => format!("there is no such key; did you mean {meant}?"),
                None => {
                    let all: Vec<&str> = KEYS.iter().map(|key| key.path).collect();
                    format!("there is no such key; a provider has {}", all.join(", "))
                }
            };
            self.problem(format!("{path}.{name}"), why);
        }
        provider
    }

    /// A value; `${NAME}` in a text is taken from the environment, so that keys need not stand in
    /// the file.
    fn read(&mut self, key: &Key, raw: toml::Value, place: &str) -> Option<Value> {
        let raw = match raw {
            toml::Value::String(text) => match expanded(&text, self.environment) {
                Ok(text) => toml::Value::String(text),
                Err(why) => {
                    self.problem(place.to_owned(), why);
                    return None;
                }
            },
            other => other,
        };
        match Value::accept(key, raw) {
            Ok(value) => Some(value),
            Err(why) => {
                self.problem(place.to_owned(), why);
                None
            }
        }
    }

    fn has(&self, place: &str) -> bool {
        self.problems.iter().any(|problem| problem.key == place)
    }
}
