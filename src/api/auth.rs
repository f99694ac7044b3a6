//! Who asks: a key of the API, or this machine while no key has ever been made.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use secrecy::{ExposeSecret, SecretString};

use super::limits::{Limits, is_forwarded, peer_of};
use super::problem::{Kind, Problem};
use crate::clock::SharedClock;
use crate::config::ApiAuth;
use crate::guard::together::Together;
use crate::model::{ApiKey, Campaign, Scope, Timestamp};
use crate::services::Services;
use crate::store::Store;

/// How exactly it is known when a key was last used; a write for each request would be too dear.
const TOUCH_EVERY: Duration = Duration::from_secs(60);
/// Names that only this machine answers to. Others may be made to point here by a web page's owner.
const OWN_NAMES: &[&str] = &["localhost", "127.0.0.1", "[::1]"];

/// Who asks.
#[derive(Debug, Clone)]
pub(super) enum Identity {
    /// Somebody on this machine, while no key has ever been made.
    Local,
    /// The holder of a key.
    Key(Arc<ApiKey>),
}

/// Whether it is known who asks.
pub(super) type Identified = Result<Identity, Problem>;

/// Who asks: the user, or somebody on this machine.
pub(super) fn by(identified: &Identified) -> Option<String> {
    match identified {
        Ok(Identity::Local) => Some("local@api".to_owned()),
        Ok(Identity::Key(key)) => Some(format!("{}@api", key.user)),
        Err(_) => None,
    }
}

/// Finds out who asks.
pub(super) struct Auth {
    store: Store,
    clock: SharedClock,
    limits: Arc<Limits>,
    required: bool,
    /// Origins of web pages that may ask also while no key is needed.
    origins: Vec<String>,
    /// A key was seen: the API is not open any more, ever.
    has_keys: AtomicBool,
    told: AtomicBool,
    touched: Mutex<HashMap<String, Timestamp>>,
    /// Keys that are looked up, by the hash of what was presented: many clients share one.
    lookups: Together<blake3::Hash, (), Result<Option<Arc<ApiKey>>, Problem>>,
}

impl Auth {
    pub(super) fn new(services: &Services, limits: Arc<Limits>) -> Self {
        Self {
            store: services.store.clone(),
            clock: services.clock.clone(),
            limits,
            required: services.settings.api.auth == ApiAuth::Required,
            origins: services.settings.api.origins(),
            has_keys: AtomicBool::new(false),
            told: AtomicBool::new(false),
            touched: Mutex::default(),
            lookups: Together::default(),
        }
    }

    async fn identify(&self, peer: IpAddr, headers: &HeaderMap) -> Identified {
        match headers.get(header::AUTHORIZATION) {
            Some(value) => {
                let value = value.to_str().unwrap_or_default();
                let (scheme, key) = value.split_once(' ').unwrap_or_default();
                if !scheme.eq_ignore_ascii_case("bearer") {
                    return Err(Problem::unauthorized(
                        "the Authorization header must be: Bearer, and a key",
                    ));
                }
                self.holder(key.trim()).await
            }
            None if self.is_open_to(peer, headers).await? => Ok(Identity::Local),
            None => Err(Problem::unauthorized(
                "a key is needed, as in Authorization: Bearer lck_...; \
                 `leadctl keys create` makes one",
            )),
        }
    }

    async fn holder(&self, presented: &str) -> Identified {
        let now = self.clock.now();
        let key = self.look_up(presented).await?;
        // What is wrong with a key is told only to who has the whole of it.
        let Some(key) = key else {
            return Err(Problem::unauthorized("this is not a key of this API"));
        };
        self.has_keys.store(true, Ordering::Relaxed);
        if !key.is_valid(now) {
            let state = key.state(now);
            return Err(Problem::unauthorized(format!("the key {} is {state}", key.id)));
        }
        self.touch(&key, now).await;
        Ok(Identity::Key(key))
    }

    /// The key as it is now, be it revoked in this very moment.
    async fn look_up(&self, presented: &str) -> Result<Option<Arc<ApiKey>>, Problem> {
        let (store, text) = (self.store.clone(), SecretString::from(presented));
        let looking = self.lookups.share(blake3::hash(presented.as_bytes()), move || {
            let (store, text) = (store.clone(), text.clone());
            async move {
                let found = store.key(text.expose_secret()).await;
                found.map(|key| key.map(Arc::new)).map_err(Problem::from)
            }
        });
        looking.await.unwrap_or_else(|| Err(Problem::internal()))
    }

    async fn touch(&self, key: &ApiKey, now: Timestamp) {
        let due = {
            let mut touched = self.touched.lock().unwrap_or_else(PoisonError::into_inner);
            let last = touched.get(&key.id).copied().max(key.last_used_at);
            let due = last.is_none_or(|last| now.since(last) >= TOUCH_EVERY);
            if due {
                touched.insert(key.id.clone(), now);
            }
            due
        };
        if due && let Err(error) = self.store.touch_key(&key.id, now).await {
            tracing::warn!(%error, key = key.id, "cannot note that a key was used");
        }
    }

    /// Whether somebody without a key is let in: from this machine alone, and not through a proxy
    /// or a web page that some browser on it shows.
    async fn is_open_to(&self, peer: IpAddr, headers: &HeaderMap) -> Result<bool, Problem> {
        if self.required || self.has_keys.load(Ordering::Relaxed) {
            return Ok(false);
        }
        if self.store.has_keys().await? {
            self.has_keys.store(true, Ordering::Relaxed);
            return Ok(false);
        }
        let from_here = self.limits.address(peer, headers).is_loopback()
            && (self.limits.trusts(peer) || !is_forwarded(headers));
        let open = from_here && self.is_no_strange_page(headers) && names_this_machine(headers);
        if open && !self.told.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                "the API lets everybody on this machine in without a key until one is made \
                 (leadctl keys create); api.auth = \"required\" always wants one"
            );
        }
        Ok(open)
    }
}

impl Auth {
    /// Whether a request does not come from a web page that the operator does not know.
    fn is_no_strange_page(&self, headers: &HeaderMap) -> bool {
        let of = headers.get(header::ORIGIN).map(|origin| origin.to_str().unwrap_or_default());
        of.is_none_or(|origin| self.origins.iter().any(|known| known == origin))
    }
}

fn names_this_machine(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST) else { return true };
    let host = host.to_str().unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    OWN_NAMES.iter().any(|own| own.eq_ignore_ascii_case(name))
}

/// Whether a path wants to know who asks.
fn is_guarded(path: &str) -> bool {
    path == "/v1" || path.starts_with("/v1/")
}

/// Finds out who asks, for the layers and handlers below.
pub(super) async fn identify(
    State(auth): State<Arc<Auth>>,
    mut request: Request,
    next: Next,
) -> Response {
    if is_guarded(request.uri().path()) {
        let peer = peer_of(&request);
        let identified = auth.identify(peer, request.headers()).await;
        request.extensions_mut().insert(identified);
    }
    next.run(request).await
}

/// Lets a request pass whose sender is known and may do such things: a route that is not read needs
/// at least the scope `write`.
pub(super) async fn admit(request: Request, next: Next) -> Response {
    if !is_guarded(request.uri().path()) {
        return next.run(request).await;
    }
    let scope = match request.extensions().get::<Identified>() {
        Some(Ok(Identity::Local)) => Scope::Admin,
        Some(Ok(Identity::Key(key))) => key.scope,
        Some(Err(problem)) => return problem.clone().into_response(),
        None => return Problem::internal().into_response(),
    };
    let needed = needed(request.method());
    if scope < needed { Problem::scope(needed).into_response() } else { next.run(request).await }
}

fn needed(method: &Method) -> Scope {
    if method.is_safe() { Scope::Read } else { Scope::Write }
}

/// Who asks, with what of the store is theirs. Handlers reach the store through this alone.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    identity: Identity,
    /// Campaigns, leads and subreddits as far as the caller may see them.
    pub(super) store: Store,
}

impl Caller {
    /// Whether everything may be seen and changed.
    pub(super) fn is_admin(&self) -> bool {
        match &self.identity {
            Identity::Local => true,
            Identity::Key(key) => key.scope == Scope::Admin,
        }
    }

    /// Refuses who may not see and change everything.
    pub(super) fn must_be_admin(&self) -> Result<(), Problem> {
        if self.is_admin() { Ok(()) } else { Err(Problem::scope(Scope::Admin)) }
    }

    /// The id of the user; none where a key is not needed.
    pub(super) fn user(&self) -> Option<&str> {
        match &self.identity {
            Identity::Local => None,
            Identity::Key(key) => Some(&key.user),
        }
    }

    /// The store in which what is added is the caller's own, also where all may be seen.
    pub(super) fn own(&self) -> Store {
        self.user().map_or_else(|| self.store.clone(), |user| self.store.of_user(user))
    }

    /// The campaign meant by an id or a name.
    pub(super) async fn campaign(&self, asked: &str) -> Result<Campaign, Problem> {
        let found = self.store.campaign(asked).await?;
        found.ok_or_else(|| Problem::new(Kind::NotFound, format!("there is no campaign {asked:?}")))
    }
}

impl FromRequestParts<Arc<Services>> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(
        parts: &mut Parts,
        services: &Arc<Services>,
    ) -> Result<Self, Problem> {
        let identity = match parts.extensions.get::<Identified>() {
            Some(Ok(identity)) => identity.clone(),
            Some(Err(problem)) => return Err(problem.clone()),
            None => return Err(Problem::internal()),
        };
        let store = match &identity {
            Identity::Key(key) if key.scope < Scope::Admin => services.store.of_user(&key.user),
            _ => services.store.clone(),
        };
        Ok(Self { identity, store })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_other_machines_are_not_ours() {
        let of = |host: &str| HeaderMap::from_iter([(header::HOST, host.parse().unwrap())]);
        for own in ["localhost", "LOCALHOST:7676", "127.0.0.1:80", "[::1]:7676", "[::1]"] {
            assert!(names_this_machine(&of(own)), "{own}");
        }
        for other in ["evil.example", "evil.example:7676", "127.0.0.1.evil.example", "::1", ""] {
            assert!(!names_this_machine(&of(other)), "{other}");
        }
        assert!(names_this_machine(&HeaderMap::new()));
    }

    #[test]
    fn everything_below_v1_is_guarded() {
        for path in ["/v1", "/v1/", "/v1/leads", "/v1/no/such"] {
            assert!(is_guarded(path), "{path}");
        }
        for path in ["/", "/livez", "/metrics", "/openapi.json", "/v10"] {
            assert!(!is_guarded(path), "{path}");
        }
    }
}
