//! HTTP clients that follow no redirect, and bodies of bounded size.

use std::time::Duration;

use reqwest::{Client, Response, Url, redirect};

/// Longest time to reach the other side.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Why an address cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// Not an address at all.
    #[error("{0:?} is not a URL; it looks like https://host/path")]
    NotUrl(String),
    /// Neither http nor https, or without a host.
    #[error("{0:?} is not a web address; it begins with https:// or http:// and names a host")]
    NotWeb(String),
}

/// Why a body could not be read to its end.
#[derive(Debug, thiserror::Error)]
pub enum BodyError {
    /// It is longer than the bound, in bytes; the rest was not read.
    #[error("the body is longer than {0} bytes")]
    TooLarge(usize),
    /// The connection ended, or timed out, in its midst.
    #[error("the body broke off: {0}")]
    Broken(reqwest::Error),
}

/// Reads `text` as the base of an HTTP API.
///
/// # Errors
/// It is not an http or https URL with a host. The message holds no user info.
pub fn base(text: &str) -> Result<Url, AddressError> {
    // What stands before an `@` can be a password.
    let shown = || text.rsplit('@').next().unwrap_or_default().to_owned();
    let url = Url::parse(text).map_err(|_| AddressError::NotUrl(shown()))?;
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    if web { Ok(url) } else { Err(AddressError::NotWeb(shown())) }
}

/// `base` followed by path segments, each percent-encoded where need be.
pub fn join<'a>(base: &Url, segments: impl IntoIterator<Item = &'a str>) -> Url {
    let mut url = base.clone();
    url.set_query(None);
    url.set_fragment(None);
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    }
    url
}

/// A client for the API at `base`: `timeout` bounds a whole exchange, no redirect is followed, and
/// a proxy from the environment is left aside where `base` is on this machine.
///
/// # Errors
/// The user agent is not a header's value, or the TLS roots cannot be loaded.
pub fn client(base: &Url, user_agent: &str, timeout: Duration) -> reqwest::Result<Client> {
    let mut builder = Client::builder()
        .user_agent(user_agent)
        .timeout(timeout)
        .connect_timeout(CONNECT_TIMEOUT.min(timeout))
        .redirect(redirect::Policy::none());
    if is_loopback(base) {
        builder = builder.no_proxy();
    }
    builder.build()
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || host.ends_with(".localhost")
        || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Reads a body of at most `max` bytes, after decompression.
///
/// # Errors
/// It is longer, or it broke off.
pub async fn body(mut response: Response, max: usize) -> Result<Vec<u8>, BodyError> {
    let announced = response.content_length().and_then(|n| usize::try_from(n).ok());
    if announced.is_some_and(|n| n > max) {
        return Err(BodyError::TooLarge(max));
    }
    let mut body = Vec::with_capacity(announced.unwrap_or(0));
    while let Some(chunk) =
        response.chunk().await.map_err(|e| BodyError::Broken(e.without_url()))?
    {
        if body.len() + chunk.len() > max {
            return Err(BodyError::TooLarge(max));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The wait, in seconds, that a header asks for; at most an hour, as no answer is worth more.
pub fn wait_secs(value: Option<&reqwest::header::HeaderValue>) -> Option<Duration> {
    const LONGEST: f64 = 3600.0;
    let secs: f64 = value?.to_str().ok()?.trim().parse().ok()?;
    (secs.is_finite() && secs >= 0.0).then(|| Duration::from_secs_f64(secs.min(LONGEST)))
}

/// What went wrong on the way, in words that name neither the address nor anything sent.
pub fn network_cause(error: &reqwest::Error) -> String {
    let what = if error.is_connect() { "no connection" } else { "the connection failed" };
    let mut deepest = std::error::Error::source(error);
    while let Some(deeper) = deepest.and_then(std::error::Error::source) {
        deepest = Some(deeper);
    }
    deepest.map_or_else(|| what.to_owned(), |cause| format!("{what}: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases_are_web_addresses() {
        assert!(base("https://oauth.reddit.com").is_ok());
        for bad in ["", "oauth.reddit.com", "ftp://host", "file:///etc/passwd", "mailto:a@b"] {
            assert!(base(bad).is_err(), "{bad}");
        }
        let told = base("user:secret@host").unwrap_err().to_string();
        assert!(!told.contains("secret"), "{told}");
    }

    #[test]
    fn segments_are_joined_below_a_path_and_encoded() {
        let base = base("http://127.0.0.1:9/v1/").unwrap();
        let url = join(&base, ["r", "a/b?c", "search"]);
        assert_eq!(url.as_str(), "http://127.0.0.1:9/v1/r/a%2Fb%3Fc/search");
    }

    #[test]
    fn loopback_is_told_from_the_rest() {
        for (text, expected) in [
            ("http://127.0.0.1:1", true),
            ("http://[::1]:1", true),
            ("http://localhost", true),
            ("https://oauth.reddit.com", false),
            ("http://localhost.example.com", false),
        ] {
            assert_eq!(is_loopback(&base(text).unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn waits_are_seconds_within_reason() {
        let wait = |text: &str| wait_secs(Some(&text.parse().unwrap()));
        assert_eq!(wait("7"), Some(Duration::from_secs(7)));
        assert_eq!(wait("0.5"), Some(Duration::from_millis(500)));
        assert_eq!(wait("1e300"), Some(Duration::from_secs(3600)));
        for bad in ["-1", "NaN", "soon", "inf"] {
            assert_eq!(wait(bad), None, "{bad}");
        }
        assert_eq!(wait_secs(None), None);
    }
}
