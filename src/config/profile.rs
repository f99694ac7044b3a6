use std::path::Path;

use super::layers::{Environment, Origin, Problem};
use super::{KEYS, Key};
use crate::nearest::nearest;

/// The section of the file that holds the profiles.
pub(super) const SECTION: &str = "profile";

/// What a profile may say, and the key that it sets.
const NAMES: &[(&str, &str)] =
    &[("redis_url", "redis.url"), ("database_url", "database.url"), ("prefix", "redis.prefix")];

/// The profile that was chosen, and how.
pub(super) struct Chosen {
    pub(super) name: String,
    pub(super) origin: Origin,
}

/// What the chosen profile says, by key. Of the others only the shape is looked at, so that nobody
/// needs the secrets of an installation that is not asked for.
pub(super) fn values(
    profiles: Option<toml::Value>,
    chosen: Option<&Chosen>,
    file: Option<&Path>,
    environment: &Environment,
    problems: &mut Vec<Problem>,
) -> Vec<(&'static Key, String)> {
    let origin = Origin::File(file.unwrap_or(Path::new("")).to_owned());
    let problem = |key: String, why: &str| Problem { key, origin: origin.clone(), why: why.into() };
    let profiles = match profiles {
        Some(toml::Value::Table(profiles)) => profiles,
        None => toml::Table::new(),
        Some(_) => {
            let why = "is a section; write [profile.NAME] and its keys below it";
            problems.push(problem(SECTION.to_owned(), why));
            return Vec::new();
        }
    };
    let mut values = Vec::new();
    for (name, profile) in &profiles {
        let path = format!("{SECTION}.{name}");
        let Some(profile) = profile.as_table() else {
            problems.push(problem(path.clone(), &format!("is a section; write [{path}]")));
            continue;
        };
        for (setting, value) in profile {
            let path = format!("{path}.{setting}");
            let Some(key) = key_of(setting) else {
                problems.push(problem(path, &unknown(setting)));
                continue;
            };
            let Some(text) = value.as_str() else {
                problems.push(problem(path, "is not text"));
                continue;
            };
            if chosen.is_none_or(|chosen| chosen.name != *name) {
                continue;
            }
            match expanded(text, environment) {
                Ok(text) => values.push((key, text)),
                Err(why) => problems.push(problem(path, &why)),
            }
        }
    }
    if let Some(Chosen { name, origin }) = chosen
        && !profiles.contains_key(name)
    {
        let why = missing(&profiles);
        problems.push(Problem { key: format!("{SECTION}.{name}"), origin: origin.clone(), why });
    }
    values
}

fn key_of(setting: &str) -> Option<&'static Key> {
    let (_, path) = NAMES.iter().find(|(name, _)| *name == setting)?;
    KEYS.iter().find(|key| key.path == *path)
}

fn unknown(setting: &str) -> String {
    let names = || NAMES.iter().map(|(name, _)| *name).filter(|name| key_of(name).is_some());
    match nearest(setting, names()) {
        Some(meant) => format!("a profile has no such key; did you mean {meant}?"),
        None => {
            let all = names().collect::<Vec<_>>().join(", ");
            format!("a profile has no such key; it has {all}")
        }
    }
}

fn missing(profiles: &toml::Table) -> String {
    if profiles.is_empty() {
        return "there is no such profile; the configuration file has none".to_owned();
    }
    let names: Vec<&str> = profiles.keys().map(String::as_str).collect();
    format!("there is no such profile; there are {}", names.join(", "))
}

/// The text with each `${NAME}` replaced by what the environment says. Nothing of a value is told
/// where it cannot be.
pub(super) fn expanded(text: &str, environment: &Environment) -> Result<String, String> {
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once("${") {
        let (name, after) = after.split_once('}').ok_or("has a ${ without its }")?;
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            return Err("has a ${...} that is not the name of a variable".to_owned());
        }
        let value = environment.iter().find(|(n, _)| n == name).and_then(|(_, v)| v.to_str());
        let value = value.filter(|value| !value.is_empty());
        out.push_str(before);
        out.push_str(value.ok_or_else(|| {
            format!("takes ${{{name}}} from the environment, and {name} is not set")
        })?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_taken_from_the_environment() {
        let environment = vec![("A".into(), "one".into()), ("EMPTY".into(), "".into())];
        for (text, expected) in [
            ("plain $A {A}", Ok("plain $A {A}")),
            ("${A}", Ok("one")),
            ("x${A}-${A}y", Ok("xone-oney")),
            ("${B}", Err("B is not set")),
            ("${EMPTY}", Err("EMPTY is not set")),
            ("${A", Err("without its }")),
            ("${}", Err("not the name")),
            ("${A B}", Err("not the name")),
        ] {
            match (expanded(text, &environment), expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{text}"),
                (Err(found), Err(part)) => assert!(found.contains(part), "{text}: {found}"),
                (found, _) => panic!("{text}: {found:?}"),
            }
        }
    }
}
