//! `/v1/accounts`: what the system works with outside, and how much of it may be used: the AI provider
//! and Reddit as they are configured, and the Reddit accounts of users.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::params::{NoQuery, Page, PageParams, Path, Query};
use super::problem::{Kind, Problem};
use crate::model::{AccountGrant, Timestamp, text_enum};
use crate::services::Services;
use crate::store::SealedAccount;

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(show, remove))
}

text_enum! {
    /// What an account is.
    enum AccountKind {
        /// The AI provider that is asked first.
        Ai = "ai",
        /// Reddit, as the configuration says.
        Reddit = "reddit",
        /// A Reddit account of a user, or of the installation.
        RedditAccount = "reddit_account",
    }
}

/// An account with somebody outside. No secret is ever told.
#[derive(Debug, Serialize, ToSchema)]
struct Account {
    /// `reddit`, `ai`, or the id of a Reddit account.
    id: String,
    /// What it is.
    kind: AccountKind,
    /// Whether it is set up: without Reddit its public feeds are read, without AI local rules judge;
    /// of a Reddit account whether the key is at hand that it is encrypted with.
    configured: bool,
    /// The id of the user whose campaigns use it; null where it is the installation's.
    owner: Option<String>,
    /// The name on Reddit of a Reddit account.
    username: Option<String>,
    /// By what right tokens are asked for, of a Reddit account.
    grant: Option<AccountGrant>,
    /// What a Reddit account allows; null where not told.
    scope: Option<String>,
    /// When a Reddit account was added.
    created_at: Option<Timestamp>,
    /// The name of the AI provider that is asked first; null for Reddit.
    provider: Option<String>,
    /// The model that it is asked for; null for Reddit.
    model: Option<String>,
    /// The id of the Reddit app; that of the configuration is told to keys with the scope `admin`.
    client_id: Option<String>,
    /// Requests a minute that all processes together may send; null where there is no limit.
    requests_per_minute: Option<u64>,
    /// Tokens a minute, sent and received; null where there is no limit.
    tokens_per_minute: Option<u64>,
}

impl Account {
    /// One of which nothing is told yet.
    fn new(id: String, kind: AccountKind, configured: bool) -> Self {
        Self {
            id,
            kind,
            configured,
            owner: None,
            username: None,
            grant: None,
            scope: None,
            created_at: None,
            provider: None,
            model: None,
            client_id: None,
            requests_per_minute: None,
            tokens_per_minute: None,
        }
    }

    fn of(sealed: SealedAccount, key_id: Option<&str>, requests_per_minute: Option<u64>) -> Self {
        let account = sealed.account;
        let readable = key_id == Some(sealed.key_id.as_str());
        Self {
            owner: account.owner,
            username: Some(account.username),
            grant: Some(account.grant),
            scope: account.scope,
            created_at: Some(account.created_at),
            client_id: Some(account.client_id),
            requests_per_minute,
            ..Self::new(account.id, AccountKind::RedditAccount, readable)
        }
    }
}

/// Those of the configuration, and the Reddit accounts that the caller may see.
async fn accounts(services: &Services, caller: &Caller) -> Result<Vec<Account>, Problem> {
    let (settings, limits) = (&services.settings, &services.settings.rate_limit);
    let limit = |n: u64| (n > 0).then_some(n);
    let filled = |text: &Option<String>| text.as_deref().is_some_and(|t| !t.trim().is_empty());
    let (provider, model) =
        settings.ai.chain().into_iter().next().map(|ai| (ai.name, ai.model)).unzip();
    let reddit = &settings.reddit;
    let requests = limit(limits.reddit_per_minute);
    let mut all = vec![
        Account {
            model,
            requests_per_minute: limit(limits.ai_requests_per_minute),
            tokens_per_minute: limit(limits.ai_tokens_per_minute),
            ..Account::new("ai".to_owned(), AccountKind::Ai, provider.is_some())
        },
        Account {
            client_id: reddit.client_id.clone().filter(|_| caller.is_admin()),
            requests_per_minute: requests,
            ..Account::new("reddit".to_owned(), AccountKind::Reddit, filled(&reddit.client_id))
        },
    ];
    // A key that cannot be had reads none.
    let vault = services.vault().ok().flatten();
    let key_id = vault.as_ref().map(|vault| vault.id());
    let kept = caller.store.accounts().await?;
    all.extend(kept.into_iter().map(|sealed| Account::of(sealed, key_id, requests)));
    Ok(all)
}

/// List accounts
///
/// The configured ones, and the Reddit accounts of the key's user; to keys with the scope `admin` all.
#[utoipa::path(get, path = "/accounts", tag = "accounts", params(PageParams),
    responses((status = 200, body = Page<Account>)))]
async fn list(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<Account>>, Problem> {
    Page::of(accounts(&services, &caller).await?, &page, |account| account.id.clone()).map(Json)
}

/// Show an account
#[utoipa::path(get, path = "/accounts/{id}", tag = "accounts",
    params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Account)))]
async fn show(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(id): Path<String>,
    _: NoQuery,
) -> Result<Json<Account>, Problem> {
    let found = accounts(&services, &caller).await?.into_iter().find(|account| account.id == id);
    found.map(Json).ok_or_else(|| Problem::not_found(format!("there is no account {id:?}")))
}

/// Remove a Reddit account
///
/// Its owner's campaigns go on as the configuration says. What is configured cannot be removed here.
#[utoipa::path(delete, path = "/accounts/{id}", tag = "accounts",
    params(("id" = String, Path, description = "Its id")), responses((status = 204)))]
async fn remove(caller: Caller, Path(id): Path<String>, _: NoQuery) -> Result<StatusCode, Problem> {
    if id == "ai" || id == "reddit" {
        let why = format!("{id} is configured; it cannot be removed here");
        return Err(Problem::new(Kind::Conflict, why));
    }
    if caller.store.delete_account(&id).await? {
        return Ok(StatusCode::NO_CONTENT);
    }
    Err(Problem::not_found(format!("there is no account {id:?}")))
}
