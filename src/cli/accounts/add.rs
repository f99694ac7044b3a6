use std::path::Path;
use std::time::Duration;

use clap::Args;
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};

use super::loopback::Loopback;
use super::row::Row;
use super::told;
use crate::cli::context::Context;
use crate::cli::exit::CliError;
use crate::cli::exit::Exit;
use crate::cli::keys::find_user;
use crate::cli::output::{ActReport, plain};
use crate::cli::values;
use crate::guard::http::{base, join};
use crate::model::{AccountGrant, RedditAccount, account_id};
use crate::reddit::{App, Grant, app};
use crate::services::{Proven, Services, sealed};
use crate::store::SealedAccount;
use crate::vault::Vault;

/// What an account must be allowed: to read, and to tell whose it is.
const SCOPES: &str = "identity read";
/// The account of the installation where no other id is given.
const INSTALLATION: &str = "installation";

/// The new account.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl accounts add --owner alice                     the user allows it in a browser
  leadctl accounts add --client-id AbC123 --client-secret-from app.secret
  pass show reddit/alice | leadctl accounts add --owner alice --refresh-token-from -
  leadctl accounts add --username alice_leads --password-from pw.txt

The app is one from https://www.reddit.com/prefs/apps: the configured one, or that of --client-id. For
the browser its redirect uri must be http://127.0.0.1:7678/callback; with --port another port. Prints
the address to open, waits for the user to come back, and keeps what Reddit gives, encrypted with the
key in LEADCTL_SECRET_KEY or accounts.key_file; where neither is set and the database is embedded, a
key is made in accounts.key in the data directory. Keep a copy of it apart from those of the database.

A user's campaigns ask Reddit in the name of their owner's account; those without one in the name of
the installation's account, else as the configuration says.")]
pub struct AddArgs {
    /// Its id [default: the owner's id, or installation]
    #[arg(value_name = "ID", value_parser = account_id)]
    id: Option<String>,
    /// The user for whose campaigns it is: an id or a name [default: the installation]
    #[arg(long, value_name = "USER")]
    owner: Option<String>,
    /// The app's id on Reddit [default: reddit.client_id, with its secret]
    #[arg(long, value_name = "ID")]
    client_id: Option<String>,
    /// File with the secret of that app, - for standard input; an installed app has none
    #[arg(long, value_name = "FILE", requires = "client_id")]
    client_secret_from: Option<String>,
    /// File with a refresh token, - for standard input; no browser is needed then
    #[arg(long, value_name = "FILE", conflicts_with_all = ["username", "password_from"])]
    refresh_token_from: Option<String>,
    /// The user who owns a script app, and signs in with a password
    #[arg(long, value_name = "NAME", requires = "password_from")]
    username: Option<String>,
    /// File with that password, - for standard input
    #[arg(long, value_name = "FILE", requires = "username")]
    password_from: Option<String>,
    /// Port of 127.0.0.1 to which Reddit sends the user back; 0 takes a free one
    #[arg(long, value_name = "PORT", default_value_t = 7678)]
    port: u16,
    /// How long to wait for the user
    #[arg(long, value_name = "SPAN", default_value = "5m", value_parser = values::span())]
    timeout: Duration,
    /// Set the secrets of the account that is there, of the same id and owner, anew
    #[arg(long)]
    replace: bool,
}

impl AddArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let [client_secret, refresh_token, password] = self.secrets()?;
        let app = self.app(ctx, client_secret)?;
        let grant = match (refresh_token, self.username.clone().zip(password)) {
            (Some(token), _) => Some(Grant::Refresh { token }),
            (None, Some((username, password))) => Some(Grant::Script { username, password }),
            (None, None) => None,
        };
        let services = Services::open(ctx.settings().clone()).await?;
        let added = self.add(ctx, &services, app, grant).await;
        let rows = added.map(|added| Row::of(&services, vec![added]));
        ctx.close(services).await;
        for row in rows? {
            let mut report = ActReport::new(false);
            report.acted(&row.account.id);
            ctx.out.acts.add(&report);
            ctx.out.show(&row, || row.text())?;
        }
        Ok(Exit::Done)
    }

    /// What comes from files and standard input: the app's secret, a refresh token, a password.
    fn secrets(&self) -> anyhow::Result<[Option<SecretString>; 3]> {
        let from = [&self.client_secret_from, &self.refresh_token_from, &self.password_from];
        if from.iter().filter(|from| from.as_deref() == Some("-")).count() > 1 {
            let message = "two secrets cannot both come from standard input";
            return Err(CliError::usage(message).hint("put one of them into a file").into());
        }
        let [client, refresh, password] = from.map(|from| from.as_deref().map(secret).transpose());
        Ok([client?, refresh?, password?])
    }

    fn app(&self, ctx: &Context, secret: Option<SecretString>) -> anyhow::Result<App> {
        if let Some(id) = &self.client_id {
            return Ok(App { id: id.trim().to_owned(), secret: secret.unwrap_or_default() });
        }
        app(&ctx.settings().reddit).ok_or_else(|| {
            CliError::usage("there is no app: --client-id is not given, and none is configured")
                .hint("create one at https://www.reddit.com/prefs/apps")
                .into()
        })
    }

    async fn add(
        &self,
        ctx: &Context,
        services: &Services,
        app: App,
        grant: Option<Grant>,
    ) -> anyhow::Result<SealedAccount> {
        let owner = match &self.owner {
            Some(owner) => Some(find_user(services, owner).await?.id),
            None => None,
        };
        let id = self.id.clone().or_else(|| owner.clone());
        let id = account_id(id.as_deref().unwrap_or(INSTALLATION)).map_err(CliError::usage)?;
        // What would be refused in the end is refused before anybody is asked.
        self.must_be_free(services, &id, owner.as_deref()).await?;
        let vault = services.vault_for_new().await.map_err(|error| told(error, &id))?;
        let grant = match grant {
            Some(grant) => grant,
            None => self.consent(ctx, &app).await?,
        };
        let proven = services.prove(app.clone(), grant.clone()).await;
        let proven = proven.map_err(|error| told(error.into(), &id))?;
        let made = self.account(services, (id, owner), &app, (grant, proven), &vault)?;
        let account = services.store.add_account(&made, self.replace).await?;
        let user = plain(&account.username).into_owned();
        ctx.out.note(&format!("account {}: Reddit is asked in the name of u/{user}", account.id));
        Ok(SealedAccount { account, ..made })
    }

    async fn must_be_free(
        &self,
        services: &Services,
        id: &str,
        owner: Option<&str>,
    ) -> anyhow::Result<()> {
        let by_id = services.store.account(id).await?;
        let by_owner = services.store.account_of(owner).await?;
        for other in by_id.into_iter().chain(by_owner).map(|sealed| sealed.account) {
            let same = other.id == id && other.owner.as_deref() == owner;
            if !(same && self.replace) {
                let whose = other.owner.as_deref().unwrap_or("the installation");
                let message = format!("there is an account {} of {whose} already", other.id);
                let hint = if same {
                    "--replace sets its secrets anew".to_owned()
                } else {
                    format!("`leadctl accounts rm {}` removes it", other.id)
                };
                return Err(CliError::refused(message).hint(hint).target(other.id).into());
            }
        }
        Ok(())
    }

    /// Sends the user to Reddit, and takes the code that they come back with.
    async fn consent(&self, ctx: &Context, app: &App) -> anyhow::Result<Grant> {
        let auth = base(&ctx.settings().reddit.auth_url)
            .map_err(|why| CliError::usage(format!("setting reddit.auth_url: {why}")))?;
        let loopback = Loopback::on(self.port).await?;
        let redirect_uri = loopback.redirect_uri.clone();
        let state = format!("{:032x}{:032x}", rand::random::<u128>(), rand::random::<u128>());
        let address = authorize(&auth, app, &redirect_uri, &state);
        // Not a note: without it nobody could go on.
        eprintln!("open this address in a browser, and allow it there:\n\n  {address}\n");
        ctx.out.note(&format!("waiting for the way back on {redirect_uri}"));
        let code = loopback.code(&state, self.timeout).await?;
        Ok(Grant::Code { code, redirect_uri })
    }

    fn account(
        &self,
        services: &Services,
        (id, owner): (String, Option<String>),
        app: &App,
        (grant, proven): (Grant, Proven),
        vault: &Vault,
    ) -> anyhow::Result<SealedAccount> {
        let (kind, token) = match grant {
            Grant::Script { password, .. } => (AccountGrant::Password, Some(password)),
            Grant::Refresh { token } => {
                (AccountGrant::Refresh, Some(proven.refresh_token.unwrap_or(token)))
            }
            _ => (AccountGrant::Refresh, proven.refresh_token),
        };
        let token = token.ok_or_else(|| {
            let message = "Reddit gave a token for an hour only, and nothing to renew it with";
            CliError::new(Exit::Failed, message).target(id.clone())
        })?;
        let now = services.clock.now();
        let account = RedditAccount {
            id: id.clone(),
            owner,
            username: proven.username,
            client_id: app.id.clone(),
            grant: kind,
            scope: proven.scope,
            created_at: now,
            updated_at: now,
        };
        sealed(vault, account, &app.secret, &token).map_err(|error| told(error.into(), &id))
    }
}

/// Reddit's page on which a user allows an app.
fn authorize(auth: &Url, app: &App, redirect_uri: &str, state: &str) -> Url {
    let mut url = join(auth, ["api", "v1", "authorize"]);
    url.query_pairs_mut().extend_pairs([
        ("client_id", app.id.as_str()),
        ("response_type", "code"),
        ("state", state),
        ("redirect_uri", redirect_uri),
        ("duration", "permanent"),
        ("scope", SCOPES),
    ]);
    url
}

/// What a file holds, or standard input for `-`, without the space around it.
fn secret(from: &str) -> anyhow::Result<SecretString> {
    let read = if from == "-" {
        std::io::read_to_string(std::io::stdin().lock())
    } else {
        std::fs::read_to_string(Path::new(from))
    };
    let text = read
        .map(SecretString::from)
        .map_err(|error| CliError::usage(format!("{from} cannot be read: {error}")).target(from))?;
    let trimmed = text.expose_secret().trim();
    if trimmed.is_empty() {
        return Err(CliError::usage(format!("there is nothing in {from}")).target(from).into());
    }
    Ok(SecretString::from(trimmed.to_owned()))
}
