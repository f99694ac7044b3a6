use clap::Args;
use serde::Serialize;

use super::{kind, source};
use crate::cli::exit::{CliError, Exit};
use crate::cli::globals::Globals;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::config::{KEYS, Key, Layers, layers};
use crate::nearest::nearest;

/// Which keys.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl config show
  leadctl config show worker reddit.base_url
  leadctl config show --columns key,env,help

Later ones win: built-in default, file, environment variable, profile, flag.")]
pub struct ShowArgs {
    /// Keys or sections [default: all]
    #[arg(value_name = "KEY")]
    keys: Vec<String>,
}

/// A key with its value.
#[derive(Debug, Serialize)]
struct Row {
    key: &'static str,
    /// `set` for a secret.
    value: Option<String>,
    secret: bool,
    origin: &'static str,
    source: Option<String>,
    env: &'static str,
    default: Option<&'static str>,
    help: &'static str,
    problem: Option<String>,
}

const COLUMNS: &[Column<Row>] = &[
    Column::new("key", |r| Cell::text(r.key)),
    Column::new("value", |r| match (&r.problem, &r.value) {
        (Some(_), _) => Cell::text("not acceptable").tone(Tone::Bad),
        (None, Some(value)) => Cell::text(value),
        (None, None) => Cell::text("not set").tone(Tone::Dim),
    }),
    Column::new("origin", |r| match &r.source {
        Some(source) => Cell::text(source),
        None if r.origin == "default" => Cell::text(r.origin).tone(Tone::Dim),
        None => Cell::text(r.origin),
    }),
    Column::wide("env", |r| Cell::text(r.env)),
    Column::wide("default", |r| Cell::maybe(r.default)),
    Column::wide("help", |r| Cell::text(r.help)),
    Column::wide("problem", |r| Cell::maybe(r.problem.as_deref())),
];

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        COLUMNS
    }
}

impl ShowArgs {
    pub(super) fn run(self, globals: &Globals) -> anyhow::Result<Exit> {
        let layers = layers(&globals.overrides())?;
        for name in &self.keys {
            known(name)?;
        }
        let rows: Vec<Row> = KEYS
            .iter()
            .filter(|key| self.keys.is_empty() || self.keys.iter().any(|name| means(name, key)))
            .map(|key| row(key, &layers))
            .collect();
        let warnings = match layers.problems.len() {
            0 => Vec::new(),
            n => vec![format!("not acceptable: {n} in all; see `leadctl config check`")],
        };
        globals.to_output().list(&rows, ListMeta { warnings, ..ListMeta::default() })?;
        Ok(Exit::Done)
    }
}

fn row(key: &Key, layers: &Layers) -> Row {
    let origin = layers.origin(key.path);
    Row {
        key: key.path,
        value: layers.shown(key),
        secret: key.secret,
        origin: kind(&origin),
        source: source(&origin),
        env: key.env,
        default: Some(key.default.trim_matches('"')).filter(|text| !text.is_empty()),
        help: key.help,
        problem: layers.problems.iter().find(|p| p.key == key.path).map(|p| p.why.clone()),
    }
}

/// Whether `name` is the key, its variable, or its section.
fn means(name: &str, key: &Key) -> bool {
    name == key.path
        || name == key.env
        || key.path.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
}

fn known(name: &str) -> Result<(), CliError> {
    if KEYS.iter().any(|key| means(name, key)) {
        return Ok(());
    }
    let hint = match nearest(name, KEYS.iter().map(|key| key.path)) {
        Some(meant) => format!("did you mean {meant}?"),
        None => "`leadctl config show` lists all".to_owned(),
    };
    Err(CliError::not_found(format!("there is no key {name:?}")).hint(hint).target(name))
}
