use std::ffi::OsString;
use std::path::PathBuf;

use super::check::of;
use super::layers::{Environment, Layers};
use super::load::load_from;
use super::{ConfigError, KEYS, Loaded, Origin, Overrides};

struct Case {
    dir: tempfile::TempDir,
    overrides: Overrides,
    environment: Environment,
}

impl Case {
    fn new(file: &str, variables: &[(&str, &str)], flags: &[(&'static str, &str)]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("config.toml");
        std::fs::write(&path, file).unwrap();
        let values = flags.iter().map(|(path, value)| (*path, (*value).to_owned())).collect();
        let environment =
            variables.iter().map(|(n, v)| (OsString::from(n), OsString::from(v))).collect();
        Self {
            dir,
            overrides: Overrides { config: Some(path), values, ..Overrides::default() },
            environment,
        }
    }

    fn path(&self) -> PathBuf {
        self.dir.path().join("config.toml")
    }

    fn load(&self) -> Result<Loaded, ConfigError> {
        load_from(&self.overrides, &self.environment)
    }

    /// What is wrong, without the directory, which differs in each run.
    fn problems(&self) -> Vec<String> {
        match self.load() {
            Ok(_) => Vec::new(),
            Err(ConfigError::Invalid(problems)) => {
                problems.iter().map(|p| self.without_dir(&p.to_string())).collect()
            }
            Err(other) => vec![other.to_string()],
        }
    }

    fn without_dir(&self, text: &str) -> String {
        text.replace(&*self.dir.path().to_string_lossy(), "")
    }

    fn checked(&self) -> (Vec<String>, Vec<String>) {
        let layers = Layers::read(&self.overrides, &self.environment).unwrap();
        let checked = of(&layers, &self.environment);
        let text = |problems: &[super::Problem]| {
            problems.iter().map(|p| self.without_dir(&p.to_string())).collect()
        };
        (text(&checked.problems), text(&checked.warnings))
    }
}

#[test]
fn every_key_has_an_acceptable_default_and_a_field() {
    let loaded = Case::new("", &[], &[("data_dir", "/d")]).load().unwrap();
    for key in KEYS {
        let wanted = if key.path == "data_dir" { Origin::Flag } else { Origin::Default };
        assert_eq!(loaded.origin(key.path), wanted, "{}", key.path);
        assert_eq!(loaded.layers.has(key.path), !key.is_optional(), "{}", key.path);
    }
    assert_eq!(loaded.settings.worker.concurrency, 4);
    assert!((loaded.settings.discovery.half_life_days - 3.0).abs() < f64::EPSILON);
}

#[test]
fn flags_win_over_variables_over_the_file_over_defaults() {
    let file = "data_dir = \"/file\"\nlog = \"warn\"\n[worker]\nconcurrency = 7\nattempts = 9\n";
    let variables = [("LEADCTL_LOG", "debug"), ("LEADCTL_WORKER_CONCURRENCY", "8"), ("HOME", "/")];
    let case = Case::new(file, &variables, &[("log", "off")]);
    let loaded = case.load().unwrap();
    let settings = &loaded.settings;
    assert_eq!(settings.data_dir, PathBuf::from("/file"));
    assert_eq!(loaded.origin("data_dir"), Origin::File(case.path()));
    assert_eq!(settings.log, "off");
    assert_eq!(loaded.origin("log"), Origin::Flag);
    assert_eq!((settings.worker.concurrency, settings.worker.attempts), (8, 9));
    assert_eq!(loaded.origin("worker.concurrency"), Origin::Env("LEADCTL_WORKER_CONCURRENCY"));
    assert_eq!(loaded.origin("worker.lock_secs"), Origin::Default);
}

#[test]
fn a_text_that_looks_like_a_number_stays_a_text() {
    let variables = [
        ("LEADCTL_REDDIT_CLIENT_ID", "12345"),
        ("LEADCTL_REDDIT_CLIENT_SECRET", "1e5"),
        ("LEADCTL_AI_MODEL", "true"),
    ];
    let loaded = Case::new("data_dir = \"/d\"", &variables, &[]).load().unwrap();
    assert_eq!(loaded.settings.reddit.client_id.as_deref(), Some("12345"));
    assert_eq!(loaded.settings.ai.model, "true");
}

#[test]
fn an_empty_variable_takes_an_optional_value_away_and_leaves_others() {
    let file = "data_dir = \"/d\"\n[ai]\nbase_url = \"http://h/v1\"\n[worker]\nattempts = 5\n";
    let variables = [("LEADCTL_AI_BASE_URL", ""), ("LEADCTL_WORKER_ATTEMPTS", "")];
    let loaded = Case::new(file, &variables, &[]).load().unwrap();
    assert!(!loaded.layers.has("ai.base_url"));
    assert_eq!(loaded.settings.worker.attempts, 5);
}

#[test]
fn every_problem_names_its_key_its_origin_and_what_would_be_right() {
    let file = "data_dir = \"/d\"\nworkers = 1\napi = 3\nlog_format = \"xml\"\n[worker]\n\
                concurency = 2\nattempts = \"3\"\n[reddit]\nclient_id = 12\nbase_url = \"a.b\"\n\
                [discovery]\nmin_score = 101\nhalf_life_days = 0\n";
    let variables = [
        ("LEADCTL_WORKER_CONCURRENCY", "0"),
        ("LEADCTL_AI_BASE_URL", "user:hunter2@host"),
        ("LEADCTL_API_LISTEN", "localhost"),
    ];
    let problems = Case::new(file, &variables, &[("log", "a=b=c")]).problems();
    insta::assert_snapshot!(problems.join("\n"));
    assert!(!problems.join(" ").contains("hunter2"));
}

#[test]
fn a_file_that_is_not_toml_is_told_with_its_line_and_without_its_text() {
    let case = Case::new("log = \"info\"\n[ai]\napi_key = sk-secret\n", &[], &[]);
    let problems = case.problems().join("\n");
    assert!(problems.starts_with("/config.toml: is not TOML: line 3: "), "{problems}");
    assert!(!problems.contains("sk-secret"), "{problems}");
}

#[test]
fn a_file_that_is_named_must_be_there() {
    let overrides = Overrides { config: Some("/nowhere/x.toml".into()), ..Overrides::default() };
    let error = load_from(&overrides, &Vec::new()).unwrap_err();
    assert!(matches!(error, ConfigError::NoFile(_)));
    let variables = vec![("LEADCTL_CONFIG".into(), "/nowhere/y.toml".into())];
    let error = load_from(&Overrides::default(), &variables).unwrap_err();
    assert!(error.to_string().contains("/nowhere/y.toml"), "{error}");
}

const PROFILES: &str = "[database]\nurl = \"postgres://here/x\"\n[profile.prod]\n\
    database_url = \"postgres://me:${PROD_WORD}@far/x\"\n[profile.dev]\n\
    database_url = \"${DEV_URL}\"\n";

#[test]
fn a_profile_wins_over_file_and_environment_and_needs_only_its_own_variables() {
    let variables = [
        ("LEADCTL_PROFILE", "prod"),
        ("PROD_WORD", "hunter2"),
        ("DATABASE_URL", "postgres://there/x"),
    ];
    let loaded = Case::new(PROFILES, &variables, &[]).load().unwrap();
    assert_eq!(loaded.origin("database.url"), Origin::Profile("prod".into()));
    assert_eq!(loaded.layers.profile.as_deref(), Some("prod"));
    let url = loaded.settings.database.address().unwrap();
    assert_eq!(secrecy::ExposeSecret::expose_secret(url), "postgres://me:hunter2@far/x");
    let key = KEYS.iter().find(|key| key.path == "database.url").unwrap();
    assert_eq!(loaded.layers.shown(key).as_deref(), Some("set"));
    let none = Case::new(PROFILES, &variables[1..], &[]).load().unwrap();
    assert_eq!(none.origin("database.url"), Origin::Env("DATABASE_URL"));
}

#[test]
fn a_profile_that_cannot_be_used_is_refused_with_what_it_lacks() {
    let with = |name: &str, file: &str| {
        Case::new(file, &[("LEADCTL_PROFILE", name)], &[]).problems().join("; ")
    };
    let said = with("prod", PROFILES);
    assert!(said.contains("profile.prod.database_url") && said.contains("PROD_WORD"), "{said}");
    let said = with("stage", PROFILES);
    assert!(said.contains("profile.stage") && said.contains("there are dev, prod"), "{said}");
    assert!(with("prod", "").contains("has none"));
    let said = with("a", "[profile.a]\ndatabase = \"x\"\n");
    assert!(said.contains("did you mean database_url?"), "{said}");
    assert!(with("a", "[profile.a]\ndatabase_url = 7\n").contains("is not text"));
    assert!(with("a", "profile = 7\n").contains("[profile.NAME]"));
    assert!(with("a", "[profile]\na = 7\n").contains("write [profile.a]"));
}

#[test]
fn secrets_are_never_shown() {
    let variables = [
        ("LEADCTL_REDDIT_CLIENT_SECRET", "hunter2"),
        ("LEADCTL_AI_BASE_URL", "https://me:hunter2@host/v1"),
    ];
    let loaded = Case::new("data_dir = \"/d\"", &variables, &[]).load().unwrap();
    let shown: Vec<String> = KEYS.iter().filter_map(|key| loaded.layers.shown(key)).collect();
    assert!(shown.contains(&"set".to_owned()));
    assert!(shown.contains(&"https://redacted@host/v1".to_owned()));
    let all = format!("{shown:?} {:?}", loaded.layers);
    assert!(!all.contains("hunter2"), "{all}");
}

#[test]
fn the_check_sees_what_loading_lets_pass() {
    let file = "data_dir = \"data\"\n[reddit]\nclient_secret = \"s\"\n[ai]\napi_key = \"k\"\n\
                [api]\nlisten = \"0.0.0.0:80\"\n";
    let variables = [("LEADCTL_WORKER_CONCURENCY", "3"), ("LEADCTL_CONFIG", "x"), ("PATH", "y")];
    let case = Case::new(file, &variables, &[]);
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    std::fs::set_permissions(case.path(), mode).unwrap();
    assert!(case.load().is_ok());
    let (problems, warnings) = case.checked();
    insta::assert_snapshot!(format!("{}\n\n{}", problems.join("\n"), warnings.join("\n")));
}

const PROVIDERS: &str = r#"
data_dir = "/d"
[ai]
base_url = "http://h/v1"
first_pass = "cheap"
[[ai.providers]]
name = "claude"
kind = "anthropic"
api_key = "${CLAUDE_KEY}"
model = "claude-x"
price_input_per_million = 3
price_cached_per_million = 0.3
price_output_per_million = 15.0
[[ai.providers]]
name = "cheap"
base_url = "http://127.0.0.1:11434/v1"
model = "llama"
timeout_secs = 120
"#;

#[test]
fn providers_are_the_one_of_the_section_and_then_those_of_the_list() {
    use secrecy::ExposeSecret;

    let case = Case::new(PROVIDERS, &[("CLAUDE_KEY", "sk-1")], &[]);
    let ai = case.load().unwrap().settings.ai;
    let chain = ai.chain();
    let told: Vec<_> = chain.iter().map(|p| (p.name.as_str(), p.base(), p.timeout_secs)).collect();
    assert_eq!(
        told,
        [
            ("openai", "http://h/v1", 60),
            ("claude", "https://api.anthropic.com/v1", 60),
            ("cheap", "http://127.0.0.1:11434/v1", 120),
        ]
    );
    assert_eq!(chain[1].api_key.as_ref().unwrap().expose_secret(), "sk-1");
    assert_eq!(chain[1].price_cached_per_million, Some(0.3));
    assert_eq!((ai.first_pass(), chain[2].price_cached_per_million), (Some("cheap"), None));
    assert_eq!(case.checked().0, Vec::<String>::new());
}

#[test]
fn what_is_wrong_with_a_listed_provider_is_told_with_its_place() {
    let file = "data_dir = \"/d\"\n[ai]\nbase_url = \"http://h/v1\"\nfirst_pass = \"x\"\n\
                [[ai.providers]]\nname = \"a\"\nkind = \"claude\"\nmodle = \"m\"\n\
                [[ai.providers]]\nname = \"a\"\nmodel = \"m\"\napi_key = \"${NO_KEY}\"\n\
                [[ai.providers]]\nname = \"openai\"\nmodel = \"m\"\nbase_url = \"ftp://u:pw@h\"\n";
    let problems = Case::new(file, &[], &[]).checked().0.join("\n");
    for told in [
        "ai.providers[0].kind",
        "ai.providers[0].model (/config.toml): is missing",
        "ai.providers[0].modle (/config.toml): there is no such key; did you mean model?",
        "ai.providers[1].name (/config.toml): \"a\" is the name of two providers",
        "NO_KEY is not set",
        "ai.providers[2].base_url",
        "\"openai\" is also the name of a provider in ai.providers",
        "there is no provider \"x\"",
    ] {
        assert!(problems.contains(told), "{told} is not in\n{problems}");
    }
    assert!(!problems.contains("pw"), "{problems}");
    let one = "data_dir = \"/d\"\n[ai.providers]\nname = \"a\"\n";
    let problems = Case::new(one, &[], &[]).problems().join("\n");
    assert!(problems.contains("is a list; write [[ai.providers]]"), "{problems}");
}
