//! Reddit accounts: what is sealed of them, and whether Reddit takes them.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use secrecy::SecretString;

use super::Services;
use crate::clock::SharedClock;
use crate::config::Settings;
use crate::guard::Guarded;
use crate::model::{AccountGrant, RedditAccount};
use crate::reddit::{App, Grant, KeepsToken, RedditClient, RedditError};
use crate::store::{SealedAccount, Store, StoreError};
use crate::vault::{Vault, VaultError, key};

/// What the sealed secrets are called.
const CLIENT_SECRET: &str = "client_secret";
const TOKEN: &str = "token";

/// What can go wrong with accounts.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The key, or what it has sealed.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Reddit, or the way to it.
    #[error(transparent)]
    Reddit(#[from] RedditError),
}

/// What Reddit says of an account that it takes.
#[derive(Debug)]
pub struct Proven {
    /// The user's name.
    pub username: String,
    /// Whether Reddit has taken the user out of use.
    pub suspended: bool,
    /// What is allowed, as Reddit writes it; absent where not told.
    pub scope: Option<String>,
    /// What further tokens can be asked for with, where Reddit gave that.
    pub refresh_token: Option<SecretString>,
    /// Requests that are left in Reddit's window, and until when; absent where not told.
    pub left: Option<(f64, Duration)>,
}

impl Services {
    /// The key that accounts are encrypted with, where there is one.
    ///
    /// # Errors
    /// What the settings name holds no key, or cannot be read.
    pub fn vault(&self) -> Result<Option<Vault>, VaultError> {
        key::find(&self.settings)
    }

    /// The key for a new account. Where there is none it is made, unless accounts are there already.
    ///
    /// # Errors
    /// [`VaultError::OtherKey`] where another key has sealed the accounts that are there.
    pub async fn vault_for_new(&self) -> Result<Vault, AccountError> {
        let found = self.vault()?;
        let id = found.as_ref().map(Vault::id);
        let accounts = self.store.accounts().await?;
        if let Some(other) = accounts.iter().find(|account| Some(account.key_id.as_str()) != id) {
            return Err(sealed_with_another(other).into());
        }
        match found {
            Some(vault) => Ok(vault),
            None => Ok(key::find_or_make(&self.settings)?),
        }
    }

    /// An account's app, and the right by which its tokens are asked for.
    ///
    /// # Errors
    /// There is no key, another one has sealed it, or what is kept is damaged.
    pub fn opened(&self, sealed: &SealedAccount) -> Result<(App, Grant), VaultError> {
        let vault = self.vault()?.filter(|vault| vault.id() == sealed.key_id);
        let vault = vault.ok_or_else(|| sealed_with_another(sealed))?;
        let account = &sealed.account;
        let open = |field, text: &str| vault.open(&account.id, field, text);
        let secret = sealed.client_secret.as_deref().map(|text| open(CLIENT_SECRET, text));
        let secret = secret.transpose()?.unwrap_or_default();
        let token = open(TOKEN, &sealed.token)?;
        let grant = match account.grant {
            AccountGrant::Refresh => Grant::Refresh { token },
            AccountGrant::Password => {
                Grant::Script { username: account.username.clone(), password: token }
            }
        };
        Ok((App { id: account.client_id.clone(), secret }, grant))
    }

    /// Whether Reddit gives a token for `grant`, and in whose name. It is asked whatever the breaker
    /// says, and outside the budget.
    ///
    /// # Errors
    /// See [`RedditError`].
    pub async fn prove(&self, app: App, grant: Grant) -> Result<Proven, RedditError> {
        let client = self.apart(app.clone(), grant)?;
        self.proven(app, &client).await
    }

    /// The same for an account that is kept. A refresh token that Reddit gives in place of the
    /// account's is kept.
    ///
    /// # Errors
    /// Reddit refuses or is not reached, or the account cannot be read with the key at hand.
    pub async fn prove_account(&self, sealed: &SealedAccount) -> Result<Proven, AccountError> {
        let (app, grant) = self.opened(sealed)?;
        let client = self.apart(app.clone(), grant)?.keeping(self.keeper(&sealed.account.id));
        Ok(self.proven(app, &client).await?)
    }

    /// A client that nobody else uses.
    fn apart(&self, app: App, grant: Grant) -> Result<RedditClient, RedditError> {
        let guarded = Guarded::alone("account");
        RedditClient::signed_in(&self.settings.reddit, app, grant, guarded)
    }

    async fn proven(&self, app: App, client: &RedditClient) -> Result<Proven, RedditError> {
        let granted = client.sign_in().await?;
        let signed_in = self.apart(app, Grant::Given(granted.access_token))?.without_retries();
        let me = signed_in.me().await?;
        Ok(Proven {
            username: me.name,
            suspended: me.suspended,
            scope: granted.scope,
            refresh_token: granted.refresh_token,
            left: signed_in.left(),
        })
    }

    /// Who keeps an account's refresh token where Reddit gives another one.
    pub(super) fn keeper(&self, id: &str) -> Arc<dyn KeepsToken> {
        let (store, settings) = (self.store.clone(), self.settings.clone());
        Arc::new(Keeper { store, settings, clock: self.clock.clone(), id: id.to_owned() })
    }
}

struct Keeper {
    store: Store,
    settings: Settings,
    clock: SharedClock,
    id: String,
}

impl Keeper {
    async fn kept(&self, token: &SecretString) -> Result<(), AccountError> {
        let Some(sealed) = self.store.account(&self.id).await? else { return Ok(()) };
        let vault = key::find(&self.settings)?.filter(|vault| vault.id() == sealed.key_id);
        let vault = vault.ok_or_else(|| sealed_with_another(&sealed))?;
        let token = vault.seal(&self.id, TOKEN, token)?;
        let (key_id, now) = (vault.id(), self.clock.now());
        Ok(self.store.set_account_token(&self.id, key_id, &token, now).await?)
    }
}

#[async_trait]
impl KeepsToken for Keeper {
    async fn keep(&self, refresh_token: &SecretString) {
        if let Err(error) = self.kept(refresh_token).await {
            let account = self.id.as_str();
            tracing::error!(%error, account, "a new refresh token cannot be kept; if Reddit refuses the old one, add the account again");
        }
    }
}

/// An account with its secrets sealed: the token, or the password, and the app's secret where it has
/// one.
///
/// # Errors
/// [`VaultError::TooLong`].
pub fn sealed(
    vault: &Vault,
    account: RedditAccount,
    app_secret: &SecretString,
    token: &SecretString,
) -> Result<SealedAccount, VaultError> {
    use secrecy::ExposeSecret;

    let has_secret = !app_secret.expose_secret().is_empty();
    let client_secret = has_secret.then(|| vault.seal(&account.id, CLIENT_SECRET, app_secret));
    Ok(SealedAccount {
        key_id: vault.id().to_owned(),
        client_secret: client_secret.transpose()?,
        token: vault.seal(&account.id, TOKEN, token)?,
        account,
    })
}

fn sealed_with_another(sealed: &SealedAccount) -> VaultError {
    VaultError::OtherKey { account: sealed.account.id.clone(), sealed_with: sealed.key_id.clone() }
}
