//! How much each caller may ask of the API in a minute, over all its processes.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ipnet::IpNet;
use metrics::counter;

use super::auth::{Identified, Identity};
use super::problem::Problem;
use crate::config::RateLimitSettings;
use crate::guard::rate_limit::{Ask, Limiter, Quota, Verdict};
use crate::telemetry::metrics as names;

/// What monitoring asks for must be had also from a caller that asks too much.
pub(super) const EXEMPT: &[&str] = &["/livez", "/readyz", "/metrics"];
/// Header in which proxies say where a request came from.
const FORWARDED: &str = "x-forwarded-for";

/// Who is limited.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Caller {
    /// A user, from wherever.
    User(String),
    /// An address, where nobody knows who asks.
    Address(IpAddr),
}

impl Caller {
    /// Names it among all others. Whoever has one IPv6 address has a network of them.
    fn key(&self) -> String {
        match self {
            Self::User(id) => format!("user:{id}"),
            Self::Address(IpAddr::V4(v4)) => format!("address:{v4}"),
            Self::Address(IpAddr::V6(v6)) => {
                let network = v6.to_bits() >> 64 << 64;
                format!("address:{}/64", Ipv6Addr::from_bits(network))
            }
        }
    }
}

/// Which limit a request counts against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Read,
    Write,
}

impl Class {
    fn of(method: &Method) -> Self {
        if method.is_safe() { Self::Read } else { Self::Write }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }
}

/// The limits of the API.
pub(super) struct Limits {
    limiter: Arc<dyn Limiter>,
    read: Option<Quota>,
    write: Option<Quota>,
    proxies: Vec<IpNet>,
}

impl Limits {
    pub(super) fn new(limiter: Arc<dyn Limiter>, settings: &RateLimitSettings) -> Self {
        Self {
            limiter,
            read: Quota::per_minute(settings.reads_per_minute),
            write: Quota::per_minute(settings.writes_per_minute),
            proxies: settings.proxies(),
        }
    }

    /// Whether it is one of our proxies.
    pub(super) fn trusts(&self, peer: IpAddr) -> bool {
        let peer = peer.to_canonical();
        self.proxies.iter().any(|network| network.contains(&peer))
    }

    /// The caller's address: the nearest address on the way that is none of our proxies. What stands further
    /// off in the header can be anybody's invention.
    pub(super) fn address(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut nearest = peer.to_canonical();
        let mut hops: Vec<&str> = headers
            .get_all(FORWARDED)
            .iter()
            .flat_map(|value| value.to_str().unwrap_or_default().split(','))
            .collect();
        while self.proxies.iter().any(|network| network.contains(&nearest))
            && let Some(hop) = hops.pop()
        {
            match address(hop.trim()) {
                Some(address) => nearest = address.to_canonical(),
                None => break,
            }
        }
        nearest
    }

    async fn take(&self, class: Class, caller: &Caller) -> Option<(Quota, Verdict)> {
        let quota = match class {
            Class::Read => self.read?,
            Class::Write => self.write?,
        };
        let key = format!("api:{}:{}", class.as_str(), caller.key());
        match self.limiter.take(&key, &Ask::one(quota)).await {
            Ok(verdict) => Some((quota, verdict)),
            Err(error) => {
                tracing::warn!(%error, "a request is let through unlimited");
                None
            }
        }
    }
}

/// An address, as some proxies write it also with a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    let with_port = || text.parse::<SocketAddr>().ok().map(|socket| socket.ip());
    text.parse().ok().or_else(with_port).or_else(bare)
}

/// Whether a request says that it came through a proxy.
pub(super) fn is_forwarded(headers: &HeaderMap) -> bool {
    [FORWARDED, "forwarded", "x-real-ip", "via"].iter().any(|name| headers.contains_key(*name))
}

/// Where the connection comes from.
pub(super) fn peer_of(request: &Request) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip())
}

/// Lets a request pass where its caller has something left, and says how much.
pub(super) async fn limit(
    State(limits): State<Arc<Limits>>,
    request: Request,
    next: Next,
) -> Response {
    if EXEMPT.contains(&request.uri().path()) {
        return next.run(request).await;
    }
    let class = Class::of(request.method());
    let caller = match request.extensions().get::<Identified>() {
        Some(Ok(Identity::Key(key))) => Caller::User(key.user.clone()),
        _ => Caller::Address(limits.address(peer_of(&request), request.headers())),
    };
    let Some((quota, verdict)) = limits.take(class, &caller).await else {
        return next.run(request).await;
    };
    let mut response = if verdict.allowed {
        next.run(request).await
    } else {
        counter!(names::RATE_LIMITED, "class" => class.as_str()).increment(1);
        refusal(class, &caller, &quota, &verdict)
    };
    tell(response.headers_mut(), class, &quota, &verdict);
    response
}

fn refusal(class: Class, caller: &Caller, quota: &Quota, verdict: &Verdict) -> Response {
    let wait = whole_secs(verdict.retry_after).max(1);
    let whence = match caller {
        Caller::User(_) => "user",
        Caller::Address(_) => "address",
    };
    let detail = format!(
        "more than {} {} requests a minute came from this {whence}; try again in {wait} s",
        quota.limit(),
        class.as_str()
    );
    let mut response = Problem::too_many(class.as_str(), detail).into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
    response
}

/// Writes `RateLimit-Policy` and `RateLimit` as draft-ietf-httpapi-ratelimit-headers-10 has them:
/// `q` units in `w` seconds; `r` units left, all of them again in `t` seconds.
fn tell(headers: &mut HeaderMap, class: Class, quota: &Quota, verdict: &Verdict) {
    let name = class.as_str();
    let policy = format!("\"{name}\";q={};w={}", quota.limit(), whole_secs(quota.period()));
    let left = whole_secs(verdict.reset_after);
    let state = format!("\"{name}\";r={};t={left}", verdict.remaining);
    for (header, text) in [("ratelimit-policy", policy), ("ratelimit", state)] {
        if let Ok(value) = HeaderValue::from_str(&text) {
            headers.insert(header, value);
        }
    }
}

/// Whole seconds, so that who waits for them has waited long enough.
fn whole_secs(span: Duration) -> u64 {
    span.as_secs() + u64::from(span.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::http::StatusCode;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;
    use crate::clock::ManualClock;
    use crate::guard::rate_limit::memory::MemoryLimiter;
    use crate::model::Timestamp;

    fn limits(proxies: &str) -> (Limits, Arc<ManualClock>) {
        let clock = ManualClock::at(Timestamp::from_secs(1_780_000_000));
        let settings = RateLimitSettings {
            reads_per_minute: 2,
            writes_per_minute: 1,
            trusted_proxies: Some(proxies.to_owned()),
            reddit_per_minute: 0,
            ai_requests_per_minute: 0,
            ai_tokens_per_minute: 0,
        };
        (Limits::new(Arc::new(MemoryLimiter::new(clock.clone())), &settings), clock)
    }

    fn forwarded(values: &[&str]) -> HeaderMap {
        values.iter().map(|v| (FORWARDED.parse().unwrap(), v.parse().unwrap())).collect()
    }

    #[test]
    fn the_word_of_strangers_on_where_they_are_is_not_taken() {
        let (alone, _) = limits("");
        let (behind, _) = limits("10.0.0.0/8, 127.0.0.1, fd00::/8");
        let claim = forwarded(&["6.6.6.6, 203.0.113.9", "10.1.1.1"]);
        let by = |limits: &Limits, peer: &str, headers: &HeaderMap| {
            Caller::Address(limits.address(peer.parse().unwrap(), headers)).key()
        };
        assert_eq!(by(&alone, "10.0.0.1", &claim), "address:10.0.0.1");
        assert_eq!(by(&behind, "198.51.100.7", &claim), "address:198.51.100.7");
        assert_eq!(by(&behind, "10.0.0.1", &claim), "address:203.0.113.9");
        assert_eq!(by(&behind, "::ffff:10.0.0.1", &claim), "address:203.0.113.9");
        assert_eq!(by(&behind, "10.0.0.1", &forwarded(&["nonsense"])), "address:10.0.0.1");
        assert_eq!(by(&behind, "10.0.0.1", &HeaderMap::new()), "address:10.0.0.1");
        let v6 = forwarded(&["[2001:db8:1:2:3:4:5:6]:443"]);
        assert_eq!(by(&behind, "fd00::1", &v6), "address:2001:db8:1:2::/64");
    }

    #[tokio::test]
    async fn answers_tell_what_is_left_and_too_much_is_a_problem_that_tells_when() {
        let (limits, clock) = limits("127.0.0.1");
        let app = Router::new()
            .route("/v1/leads", get(|| async { "leads" }).post(|| async { "done" }))
            .route("/readyz", get(|| async { "ready" }))
            .layer(from_fn_with_state(Arc::new(limits), limit));
        let ask = async |method: Method, path: &str, from: &str| {
            let peer: SocketAddr = "127.0.0.1:9".parse().unwrap();
            let builder = Request::builder().method(method).uri(path).header(FORWARDED, from);
            let mut request = builder.body(Body::empty()).unwrap();
            request.extensions_mut().insert(ConnectInfo(peer));
            app.clone().oneshot(request).await.unwrap()
        };
        let header = |response: &Response, name: &str| {
            response.headers().get(name).map(|v| v.to_str().unwrap().to_owned())
        };
        let first = ask(Method::GET, "/v1/leads", "1.1.1.1").await;
        assert_eq!(header(&first, "ratelimit-policy").as_deref(), Some("\"read\";q=2;w=60"));
        assert_eq!(header(&first, "ratelimit").as_deref(), Some("\"read\";r=1;t=30"));
        assert_eq!(ask(Method::GET, "/v1/leads", "1.1.1.1").await.status(), StatusCode::OK);

        let third = ask(Method::GET, "/v1/leads", "1.1.1.1").await;
        assert_eq!(third.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(header(&third, "retry-after").as_deref(), Some("30"));
        assert_eq!(header(&third, "ratelimit").as_deref(), Some("\"read\";r=0;t=60"));
        assert_eq!(header(&third, "content-type").as_deref(), Some("application/problem+json"));
        let body = to_bytes(third.into_body(), 10_000).await.unwrap();
        let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(body["status"], 429);
        assert_eq!(body["violated-policies"][0], "read");
        assert!(body["detail"].as_str().unwrap().contains("in 30 s"), "{body}");

        for (method, from) in [(Method::POST, "1.1.1.1"), (Method::GET, "2.2.2.2")] {
            assert_eq!(ask(method, "/v1/leads", from).await.status(), StatusCode::OK);
        }
        let again = ask(Method::POST, "/v1/leads", "1.1.1.1").await;
        assert_eq!(again.status(), StatusCode::TOO_MANY_REQUESTS);
        let ready = ask(Method::GET, "/readyz", "1.1.1.1").await;
        assert_eq!((ready.status(), header(&ready, "ratelimit")), (StatusCode::OK, None));
        clock.advance(Duration::from_secs(30));
        assert_eq!(ask(Method::GET, "/v1/leads", "1.1.1.1").await.status(), StatusCode::OK);
    }
}
