use std::net::SocketAddr;

use reqwest::Url;
use tracing_subscriber::EnvFilter;

use super::Key;
use super::keys::Kind;

/// One acceptable value.
#[derive(Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Whole(u64),
    Number(f64),
    Bool(bool),
}

impl Value {
    /// What an environment variable or a flag says, typed as the key wants it: a text stays one
    /// also where it looks like a number.
    pub(super) fn raw(key: &Key, text: &str) -> toml::Value {
        let typed = match key.kind {
            Kind::Whole(..) => text.trim().parse::<i64>().ok().map(toml::Value::Integer),
            Kind::Number(..) => text.trim().parse::<f64>().ok().map(toml::Value::Float),
            Kind::Bool => text.trim().parse::<bool>().ok().map(toml::Value::Boolean),
            _ => None,
        };
        typed.unwrap_or_else(|| toml::Value::String(text.to_owned()))
    }

    /// The built-in value of a key.
    pub(super) fn default_of(key: &Key) -> Option<Self> {
        match key.path {
            "data_dir" => {
                dirs().map(|dirs| Self::Text(dirs.data_dir().to_string_lossy().into_owned()))
            }
            "reddit.user_agent" => {
                Some(Self::Text(format!("linux:leadctl:{}", env!("CARGO_PKG_VERSION"))))
            }
            _ if key.default.is_empty() => None,
            _ => Self::accept(key, Self::raw(key, key.default.trim_matches('"'))).ok(),
        }
    }

    /// Takes a value, or says what is wrong with it. No secret is in what it says.
    pub(super) fn accept(key: &Key, raw: toml::Value) -> Result<Self, String> {
        let wanted = wanted(key.kind);
        match (key.kind, raw) {
            (Kind::Whole(least, most), toml::Value::Integer(n)) => match u64::try_from(n) {
                Ok(n) if (least..=most).contains(&n) => Ok(Self::Whole(n)),
                _ => Err(format!("{n} is not {wanted}")),
            },
            #[allow(clippy::cast_precision_loss)]
            (Kind::Number(least, most), toml::Value::Integer(n)) => {
                number(n as f64, least, most, &wanted)
            }
            (Kind::Number(least, most), toml::Value::Float(n)) => number(n, least, most, &wanted),
            (Kind::Bool, toml::Value::Boolean(yes)) => Ok(Self::Bool(yes)),
            (Kind::Whole(..) | Kind::Number(..) | Kind::Bool, raw) => Err(not(key, &raw, &wanted)),
            (_, toml::Value::String(text)) if text.trim().is_empty() && key.is_optional() => {
                Ok(Self::Text(String::new()))
            }
            (kind, toml::Value::String(text)) => accept_text(key, kind, text),
            (_, raw) => Err(not(key, &raw, &wanted)),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// For people; what stands in a URL to sign in with is left out.
    pub(super) fn shown(&self, key: &Key) -> String {
        match self {
            Self::Text(text) if matches!(key.kind, Kind::Url(_)) => without_password(text),
            Self::Text(text) => text.clone(),
            Self::Whole(n) => n.to_string(),
            Self::Number(n) => n.to_string(),
            Self::Bool(yes) => yes.to_string(),
        }
    }

    pub(super) fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Text(text) => text.clone().into(),
            Self::Whole(n) => (*n).into(),
            Self::Number(n) => (*n).into(),
            Self::Bool(yes) => (*yes).into(),
        }
    }
}

fn number(n: f64, least: f64, most: f64, wanted: &str) -> Result<Value, String> {
    if (least..=most).contains(&n) {
        Ok(Value::Number(n))
    } else {
        Err(format!("{n} is not {wanted}"))
    }
}

fn accept_text(key: &Key, kind: Kind, text: String) -> Result<Value, String> {
    let fits = match kind {
        Kind::OneOf(words) => words.contains(&text.as_str()),
        Kind::Address => text.parse::<SocketAddr>().is_ok(),
        Kind::Url(schemes) => {
            Url::parse(&text).is_ok_and(|url| url.has_host() && schemes.contains(&url.scheme()))
        }
        Kind::Prefix => !text.is_empty() && !text.contains([':', '\0']),
        Kind::Networks => crate::config::networks(&text).is_ok(),
        Kind::Origins => crate::config::origins(&text).is_ok(),
        Kind::Filter => EnvFilter::builder().parse(&text).is_ok(),
        _ => !text.trim().is_empty(),
    };
    if fits {
        return Ok(Value::Text(text));
    }
    // What stands before an `@` can be a password.
    let shown = text.rsplit('@').next().unwrap_or_default();
    Err(not(key, &toml::Value::String(shown.to_owned()), &wanted(kind)))
}

/// What is acceptable, in words.
fn wanted(kind: Kind) -> String {
    match kind {
        Kind::Text => "a text".to_owned(),
        Kind::Bool => "true or false".to_owned(),
        Kind::Networks => {
            "IP addresses or networks separated by commas, as in 127.0.0.1,10.0.0.0/8".to_owned()
        }
        Kind::Origins => {
            "origins separated by commas, as in https://app.example.com: scheme, host and, where it \
             is not the usual one, port"
                .to_owned()
        }
        Kind::Prefix => "a text without a colon, as in bull".to_owned(),
        Kind::Dir => "a directory's path".to_owned(),
        Kind::Filter => "a log filter, as in info or leadctl=debug,sqlx=warn".to_owned(),
        Kind::OneOf(words) => words.join(" or "),
        Kind::Whole(least, most) => format!("a whole number from {least} to {most}"),
        Kind::Number(least, most) => format!("a number from {least} to {most}"),
        Kind::Address => "an IP address and a port, as in 127.0.0.1:7676".to_owned(),
        Kind::Url(schemes) => {
            let scheme = schemes.first().copied().unwrap_or_default();
            format!("a URL as in {scheme}://host/path, beginning with {}", schemes.join(" or "))
        }
    }
}

fn not(key: &Key, raw: &toml::Value, wanted: &str) -> String {
    match raw {
        toml::Value::String(_) if key.secret => format!("is not {wanted}"),
        toml::Value::String(text) if text.is_empty() => format!("is empty; it takes {wanted}"),
        toml::Value::String(text) => format!("{text:?} is not {wanted}"),
        toml::Value::Integer(_) | toml::Value::Float(_) => {
            format!("is a number, not {wanted}; write it in quotes")
        }
        toml::Value::Boolean(_) => format!("is true or false, not {wanted}"),
        toml::Value::Array(_) => format!("is a list, not {wanted}"),
        toml::Value::Table(_) => format!("is a section, not {wanted}"),
        toml::Value::Datetime(_) => format!("is a date, not {wanted}"),
    }
}

/// A URL without what stands in it to sign in with; other text as it is.
pub(crate) fn without_password(text: &str) -> String {
    match Url::parse(text) {
        Ok(mut url) if url.password().is_some() || !url.username().is_empty() => {
            let _ = url.set_password(None);
            let _ = url.set_username("redacted");
            url.to_string()
        }
        _ => text.to_owned(),
    }
}

pub(super) fn dirs() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "leadctl")
}
