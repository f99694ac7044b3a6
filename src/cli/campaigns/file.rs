use std::fs::File;
use std::io::Read;
use std::path::Path;

use clap::ValueEnum;
use serde_json::{Map, Value};

use super::fields::{Fields, List, Problem};
use crate::cli::exit::{CliError, Exit};
use crate::nearest::nearest;

/// Longest file that is read, in bytes.
const MAX_BYTES: u64 = 1024 * 1024;
/// Fields that `campaigns show` prints and nobody sets.
const NOT_SET: [&str; 9] = [
    "id",
    "owner",
    "status",
    "version",
    "created_at",
    "updated_at",
    "leads",
    "schedule",
    "closed_subreddits",
];

/// What a campaign's file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FileFormat {
    /// TOML
    Toml,
    /// JSON
    Json,
    /// YAML
    Yaml,
}

/// Reads the fields of a campaign from a file, or from standard input where `path` is `-`.
pub(super) fn read(path: &Path, format: Option<FileFormat>) -> Result<Fields, CliError> {
    let name = if path == Path::new("-") {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    };
    let text = text_of(path, &name)?;
    let format = format.or_else(|| by_ending(path));
    let value = parse(&text, format).map_err(|why| {
        CliError::usage(format!("{name} cannot be understood: {why}"))
            .hint("--format says what it holds: toml, json or yaml")
            .target(name.clone())
    })?;
    match value {
        Value::Object(map) => Ok(fields(map)),
        _ => Err(CliError::usage(format!("{name} does not hold the fields of a campaign"))
            .hint("it looks like: name = \"My product\", keywords = [\"invoicing\"]")
            .target(name)),
    }
}

fn text_of(path: &Path, name: &str) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| {
        let exit = match error.kind() {
            std::io::ErrorKind::NotFound => Exit::NotFound,
            _ => Exit::Failed,
        };
        CliError::new(exit, format!("cannot read {name}: {error}")).target(name)
    })?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(CliError::usage(format!("{name} is longer than {MAX_BYTES} bytes")));
    }
    String::from_utf8(bytes)
        .map_err(|_| CliError::usage(format!("{name} is not text in UTF-8")).target(name))
}

fn by_ending(path: &Path) -> Option<FileFormat> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "toml" => Some(FileFormat::Toml),
        "json" => Some(FileFormat::Json),
        "yaml" | "yml" => Some(FileFormat::Yaml),
        _ => None,
    }
}

fn parse(text: &str, format: Option<FileFormat>) -> Result<Value, String> {
    match format {
        Some(FileFormat::Toml) => toml::from_str(text).map_err(|e| of_toml(&e, text)),
        Some(FileFormat::Json) => serde_json::from_str(text).map_err(|e| e.to_string()),
        Some(FileFormat::Yaml) => serde_saphyr::from_str(text).map_err(|e| first_line(&e)),
        None if text.trim_start().starts_with('{') => parse(text, Some(FileFormat::Json)),
        None => parse(text, Some(FileFormat::Toml)).or_else(|toml| {
            // Nearly every text is YAML; a campaign is one only where it has fields.
            match parse(text, Some(FileFormat::Yaml)) {
                Ok(value @ Value::Object(_)) => Ok(value),
                Ok(_) => Err(format!("as TOML: {toml}; as YAML: it has no fields")),
                Err(yaml) => Err(format!("as TOML: {toml}; as YAML: {yaml}")),
            }
        }),
    }
}

fn of_toml(error: &toml::de::Error, text: &str) -> String {
    let line = error.span().map(|span| {
        let before = text.get(..span.start).unwrap_or_default();
        format!("line {}: ", before.matches('\n').count() + 1)
    });
    format!("{}{}", line.unwrap_or_default(), error.message())
}

fn first_line(error: &serde_saphyr::Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

fn fields(map: Map<String, Value>) -> Fields {
    let mut fields = Fields::default();
    for (key, value) in map {
        // Hyphens are what flags have; nobody should have to remember which is where.
        let field = key.replace('-', "_");
        if let Some(at) = List::ALL.iter().position(|list| list.field() == field) {
            match list(value) {
                Ok(entries) => fields.lists[at] = Some(entries),
                Err(why) => fields.problems.push(Problem { field, why }),
            }
        } else if field == "name" || field == "description" {
            match value {
                Value::String(text) if field == "name" => fields.name = Some(text),
                Value::String(text) => fields.description = Some(text),
                other => {
                    let why = format!("is {}, not a text", kind(&other));
                    fields.problems.push(Problem { field, why });
                }
            }
        } else if NOT_SET.contains(&field.as_str()) {
            fields.ignored.push(field);
        } else {
            let known = List::ALL.iter().map(|list| list.field()).chain(["name", "description"]);
            let why = match nearest(&field, known) {
                Some(meant) => format!("is no field of a campaign; did you mean {meant}?"),
                None => "is no field of a campaign".to_owned(),
            };
            fields.problems.push(Problem { field: key, why });
        }
    }
    fields
}

/// A list of texts; a lone text is a list of one.
fn list(value: Value) -> Result<Vec<String>, String> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::String(text) => Ok(vec![text]),
        Value::Array(entries) => entries
            .into_iter()
            .enumerate()
            .map(|(n, entry)| match entry {
                Value::String(text) => Ok(text),
                // YAML reads an unquoted 365 as a number.
                Value::Number(number) => Ok(number.to_string()),
                other => Err(format!("entry {} is {}, not a text", n + 1, kind(&other))),
            })
            .collect(),
        other => Err(format!("is {}, not a list of texts", kind(&other))),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "empty",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a section",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_formats_say_the_same_also_where_guessed() {
        let texts = [
            (FileFormat::Toml, "name = \"A\"\nnegative-keywords = [\"x\", \"y z\"]\n"),
            (FileFormat::Json, r#"{"name": "A", "negative_keywords": ["x", "y z"]}"#),
            (FileFormat::Yaml, "name: A\nnegative_keywords:\n  - x\n  - y z\n"),
        ];
        for (format, text) in texts {
            for format in [Some(format), None] {
                let Value::Object(map) = parse(text, format).unwrap() else { panic!("{text}") };
                let fields = fields(map);
                assert_eq!(fields.name.as_deref(), Some("A"), "{text}");
                assert_eq!(fields.lists[1], Some(vec!["x".to_owned(), "y z".to_owned()]));
                assert_eq!(fields.problems, []);
            }
        }
    }

    #[test]
    fn every_field_that_cannot_be_taken_is_named() {
        let text = r#"{"name": 3, "keyword": ["a"], "subreddits": {"a": 1}, "competitors": "B",
            "keywords": [true], "id": "x", "zzzzzzz": 1}"#;
        let Value::Object(map) = parse(text, None).unwrap() else { panic!("an object") };
        let fields = fields(map);
        let told: Vec<String> =
            fields.problems.iter().map(|p| format!("{}: {}", p.field, p.why)).collect();
        assert_eq!(
            told,
            [
                "name: is a number, not a text",
                "keyword: is no field of a campaign; did you mean keywords?",
                "subreddits: is a section, not a list of texts",
                "keywords: entry 1 is true or false, not a text",
                "zzzzzzz: is no field of a campaign",
            ]
        );
        assert_eq!(fields.ignored, ["id"]);
        assert_eq!(fields.lists[3], Some(vec!["B".to_owned()]));
    }

    #[test]
    fn what_is_neither_is_told_in_both() {
        let error = parse("a =\n: :", None).unwrap_err();
        assert!(error.starts_with("as TOML: line "), "{error}");
        assert!(error.contains("as YAML: "), "{error}");
        assert!(parse("just words", None).is_err());
    }
}
