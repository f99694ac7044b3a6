use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};

use super::address::is_public;
use super::sign::{SIGNATURE, TIMESTAMP, sign};
use crate::guard::http::wait_secs;
use crate::model::Timestamp;

/// Longest time for one message.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Longest address, in bytes.
const MAX_URL: usize = 2_000;

/// Why a message was not taken. No secret is in what it says.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// The address is none that is sent to.
    #[error("{0}")]
    Address(String),
    /// The host leads to an address that is not public.
    #[error(
        "{host} leads to {ip}, which is no address of the public internet; webhooks.allow_private allows it"
    )]
    Private {
        /// The host.
        host: String,
        /// Where it leads.
        ip: IpAddr,
    },
    /// The host cannot be found.
    #[error("{host} cannot be found: {why}")]
    Unknown {
        /// The host.
        host: String,
        /// Why.
        why: String,
    },
    /// The other side did not take it.
    #[error("{host} answered with {status}")]
    Refused {
        /// The host.
        host: String,
        /// What it said.
        status: StatusCode,
        /// How long it wants to be left alone.
        retry_after: Option<Duration>,
    },
    /// The other side could not be reached.
    #[error("{host} cannot be reached: {why}")]
    Unreachable {
        /// The host.
        host: String,
        /// Why.
        why: String,
    },
}

/// What an address must be: `https`, or `http` where private ones are allowed, a host, and nobody's
/// name or password. Where it leads is looked at when something is sent.
///
/// # Errors
/// What is wrong with it.
pub fn check_url(text: &str, allow_private: bool) -> Result<Url, SendError> {
    let refuse = |why: &str| Err(SendError::Address(why.to_owned()));
    if text.len() > MAX_URL {
        return refuse("url: is longer than 2000 bytes");
    }
    let Ok(url) = Url::parse(text) else {
        return refuse("url: is none; give it as in https://example.com/hook");
    };
    let scheme = url.scheme();
    if scheme != "https" && !(allow_private && scheme == "http") {
        return refuse("url: must begin with https://");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refuse("url: must not hold a user or a password");
    }
    if let Some(ip) = literal(&url)
        && !allow_private
        && !is_public(ip)
    {
        return Err(SendError::Private { host: host(&url), ip });
    }
    Ok(url)
}

fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

/// The host, where it is an address itself.
fn literal(url: &Url) -> Option<IpAddr> {
    url.host_str()?.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

/// Where the host leads; every address must be one that is sent to.
async fn resolve(url: &Url, allow_private: bool) -> Result<Vec<SocketAddr>, SendError> {
    let host = host(url);
    let port = url.port_or_known_default().unwrap_or(443);
    let found: Vec<SocketAddr> = match literal(url) {
        Some(ip) => vec![SocketAddr::new(ip, port)],
        None => {
            let looked_up = tokio::time::timeout(TIMEOUT, tokio::net::lookup_host((&*host, port)));
            let unknown = |why: String| SendError::Unknown { host: host.clone(), why };
            match looked_up.await {
                Ok(Ok(found)) => found.collect(),
                Ok(Err(error)) => return Err(unknown(error.to_string())),
                Err(_) => return Err(unknown("no answer in time".to_owned())),
            }
        }
    };
    let private = found.iter().map(SocketAddr::ip).find(|ip| !is_public(*ip));
    match private {
        Some(ip) if !allow_private => Err(SendError::Private { host, ip }),
        _ if found.is_empty() => {
            Err(SendError::Unknown { host, why: "it has no address".to_owned() })
        }
        _ => Ok(found),
    }
}

/// Sends a signed message. The host is looked up once, and the addresses that were looked at are
/// those that are connected to: a name that leads elsewhere a moment later leads nowhere. Redirects
/// are not followed, and no proxy is used.
///
/// # Errors
/// It was not taken.
pub async fn send(
    url: &SecretString,
    secret: &SecretString,
    (delivery, body): (&str, Vec<u8>),
    now: Timestamp,
    allow_private: bool,
) -> Result<StatusCode, SendError> {
    let url = check_url(url.expose_secret(), allow_private)?;
    let addresses = resolve(&url, allow_private).await?;
    let host = host(&url);
    // An error of the client's may hold the address, which may be a secret.
    let unreachable = |error: reqwest::Error| {
        let why = if error.is_timeout() { "no answer in time" } else { "the connection failed" };
        SendError::Unreachable { host: host.clone(), why: why.to_owned() }
    };
    let client = Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .timeout(TIMEOUT)
        .resolve_to_addrs(&host, &addresses)
        .user_agent(concat!("leadctl/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(unreachable)?;
    let timestamp = now.millis() / 1_000;
    let signature = sign(secret, timestamp, &body);
    let response = client
        .post(url)
        .header(CONTENT_TYPE, "application/json")
        .header(TIMESTAMP, timestamp)
        .header(SIGNATURE, signature)
        .header("x-leadctl-delivery", delivery)
        .body(body)
        .send()
        .await
        .map_err(unreachable)?;
    let status = response.status();
    if status.is_success() {
        return Ok(status);
    }
    let retry_after = wait_secs(response.headers().get(RETRY_AFTER));
    Err(SendError::Refused { host, status, retry_after })
}

impl SendError {
    /// Whether another try may help.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Address(_) | Self::Private { .. } => false,
            Self::Unknown { .. } | Self::Unreachable { .. } => true,
            Self::Refused { status, .. } => {
                status.is_server_error()
                    || matches!(
                        *status,
                        StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT
                    )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_are_not_public_are_refused_in_every_spelling() {
        for url in [
            "https://127.0.0.1/x",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://169.254.169.254/latest",
            "https://100.64.1.1/",
            "https://[fe80::1]/",
            "https://0/",
            "http://example.com/",
            "ftp://example.com/",
            "https://user:pw@example.com/",
            "example.com",
            "",
        ] {
            assert!(check_url(url, false).is_err(), "{url}");
        }
        assert!(check_url("https://example.com/hook?x=1", false).is_ok());
        assert!(check_url("http://127.0.0.1:8080/hook", true).is_ok());
        assert!(check_url("file:///etc/passwd", true).is_err());
    }

    #[tokio::test]
    async fn a_name_that_leads_to_this_machine_is_refused() {
        let url = Url::parse("https://localhost/hook").unwrap();
        assert!(matches!(resolve(&url, false).await, Err(SendError::Private { .. })));
        assert!(resolve(&url, true).await.is_ok());
    }
}
