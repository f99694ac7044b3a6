use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::KEYS;
use super::layers::{Environment, Layers, Origin, Problem};
use crate::nearest::nearest;

/// What stands out in a configuration.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// What is not acceptable.
    pub problems: Vec<Problem>,
    /// What is acceptable, but hardly meant.
    pub warnings: Vec<Problem>,
}

/// Variables that are no settings: where the file is, which profile is meant, that a supervisor watches, where the tests
/// find their corpus.
const OTHER_VARIABLES: &[&str] = &[
    "LEADCTL_CONFIG",
    "LEADCTL_PROFILE",
    "LEADCTL_SUPERVISED",
    "LEADCTL_READY_FD",
    "LEADCTL_CORPUS",
];

pub(super) fn of(layers: &Layers, environment: &Environment) -> Checked {
    let mut checked = Checked { problems: layers.problems.clone(), warnings: Vec::new() };
    pairs(layers, &mut checked);
    data_dir(layers, &mut checked);
    listeners(layers, &mut checked);
    secrets_in_file(layers, &mut checked);
    variables(environment, &mut checked);
    checked
}

/// Settings that mean something only together.
fn pairs(layers: &Layers, checked: &mut Checked) {
    for (one, other) in
        [("reddit.client_id", "reddit.client_secret"), ("reddit.client_secret", "reddit.client_id")]
    {
        if layers.has(one) && !layers.has(other) && !is_refused(layers, other) {
            let env = KEYS.iter().find(|key| key.path == other).map_or("", |key| key.env);
            checked.problems.push(problem(
                layers,
                other,
                format!("is missing, while {one} is set; set {env} too"),
            ));
        }
    }
    let whole = |key| layers.whole(key);
    if let (Some(wait), Some(longest)) =
        (whole("breaker.wait_secs"), whole("breaker.max_wait_secs"))
        && longest < wait
    {
        let why = format!("is {longest}, which is shorter than breaker.wait_secs, {wait}");
        checked.problems.push(problem(layers, "breaker.max_wait_secs", why));
    }
    if let (Some(least), Some(window)) =
        (whole("breaker.minimum_calls"), whole("breaker.window_calls"))
        && least > window
    {
        let why = format!("is {least}, which is more than breaker.window_calls, {window}");
        checked.problems.push(problem(layers, "breaker.minimum_calls", why));
    }
    ai(layers, checked);
    if layers.has("ai.api_key") && !layers.has("ai.base_url") {
        checked.warnings.push(problem(
            layers,
            "ai.api_key",
            "is of no use without ai.base_url: posts are judged by the local rules".to_owned(),
        ));
    }
}

/// What the AI providers say of one another.
fn ai(layers: &Layers, checked: &mut Checked) {
    let listed = || layers.providers().iter().filter_map(|provider| provider["name"].as_str());
    let own = layers.text("ai.provider").filter(|_| layers.has("ai.base_url"));
    if let Some(own) = own.filter(|own| listed().any(|name| name.trim() == own.trim())) {
        let why = format!("{own:?} is also the name of a provider in ai.providers");
        checked.problems.push(problem(layers, "ai.provider", why));
    }
    let first = layers.text("ai.first_pass").map(str::trim).filter(|name| !name.is_empty());
    if let Some(first) = first
        && !listed().chain(own).any(|name| name.trim() == first)
    {
        let why = format!("there is no provider {first:?}; name one of ai.providers");
        checked.problems.push(problem(layers, "ai.first_pass", why));
    }
}

fn is_refused(layers: &Layers, key: &str) -> bool {
    layers.problems.iter().any(|problem| problem.key == key)
}

fn data_dir(layers: &Layers, checked: &mut Checked) {
    let Some(dir) = layers.text("data_dir") else {
        if !is_refused(layers, "data_dir") {
            let why = "there is no home directory to keep data in; set LEADCTL_DATA_DIR";
            checked.problems.push(problem(layers, "data_dir", why.to_owned()));
        }
        return;
    };
    if dir.starts_with('~') {
        let why = format!("{dir:?} is taken as it stands; ~ is not expanded");
        checked.warnings.push(problem(layers, "data_dir", why));
    } else if Path::new(dir).is_relative() {
        let why = format!("{dir:?} is a different directory wherever a command is started");
        checked.warnings.push(problem(layers, "data_dir", why));
    }
}

fn listeners(layers: &Layers, checked: &mut Checked) {
    for key in ["api.listen", "worker.listen"] {
        let address = layers.text(key).and_then(|text| text.parse::<SocketAddr>().ok());
        if let Some(address) = address.filter(|address| !address.ip().is_loopback()) {
            let why = format!("{address} can be reached from outside this machine");
            checked.warnings.push(problem(layers, key, why));
        }
    }
}

fn secrets_in_file(layers: &Layers, checked: &mut Checked) {
    let Some(file) = &layers.file else { return };
    let Ok(mode) = file.metadata().map(|found| found.permissions().mode() & 0o777) else { return };
    let in_file = |path: &str| matches!(layers.origin(path), Origin::File(_));
    for key in KEYS.iter().filter(|key| key.secret && layers.has(key.path) && in_file(key.path)) {
        if mode & 0o077 != 0 {
            let why = format!(
                "others can read this secret: the file's mode is {mode:04o}; chmod 600 {}",
                file.display()
            );
            checked.warnings.push(problem(layers, key.path, why));
        }
    }
}

/// Variables that look like settings and are none.
fn variables(environment: &Environment, checked: &mut Checked) {
    for (name, _) in environment {
        let Some(name) = name.to_str().filter(|name| name.starts_with("LEADCTL_")) else {
            continue;
        };
        if OTHER_VARIABLES.contains(&name) || KEYS.iter().any(|key| key.env == name) {
            continue;
        }
        let why = match nearest(name, KEYS.iter().map(|key| key.env)) {
            Some(meant) => format!("there is no such variable; did you mean {meant}?"),
            None => "there is no such variable; `leadctl config show` lists all".to_owned(),
        };
        let (key, origin) = (name.to_owned(), Origin::Default);
        checked.warnings.push(Problem { key, origin, why });
    }
}

fn problem(layers: &Layers, key: &str, why: String) -> Problem {
    Problem { key: key.to_owned(), origin: layers.origin(key), why }
}
