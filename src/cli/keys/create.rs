use std::time::Duration;

use clap::Args;
use secrecy::ExposeSecret;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{ActReport, plain};
use crate::cli::values;
use crate::model::{ApiKey, Scope, User};
use crate::services::Services;
use crate::store::NewKey;

/// Whose, and what it allows.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl keys create --user alice --scope write
  KEY=$(leadctl keys create --user grafana --scope read --expires 90d --quiet)
  curl -H \"Authorization: Bearer $KEY\" http://127.0.0.1:7676/v1/leads

The key is printed once, on standard output; only a hash of it is kept. From the first key on the API
wants one from everybody. read may look, write may also change what is the user's own, admin may see
and change everything, whoever owns it.")]
pub struct CreateArgs {
    /// The user's name
    #[arg(long, value_name = "NAME")]
    user: String,
    /// What the key allows: read, write or admin
    #[arg(long, value_name = "SCOPE", value_parser = values::one_of::<Scope>(Scope::ALL.iter().map(|s| s.as_str())))]
    scope: Scope,
    /// How long it is taken, as in 90d; for good where it is not said
    #[arg(long, value_name = "SPAN", value_parser = values::span())]
    expires: Option<Duration>,
}

/// The key, with what is kept of it.
#[derive(Serialize)]
struct Made<'a> {
    key: &'a str,
    #[serde(flatten)]
    record: &'a ApiKey,
}

impl CreateArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let made = self.make(&services).await;
        services.close().await;
        let (user, made) = made?;
        let mut report = ActReport::new(false);
        report.acted(&made.record.id);
        ctx.out.acts.add(&report);
        let key = made.key.expose_secret();
        ctx.out.show(&Made { key, record: &made.record }, || format!("{key}\n"))?;
        let until = made.record.expires_at.map_or_else(String::new, |end| format!(", until {end}"));
        ctx.out.note(&format!(
            "key {} of user {} with scope {}{until}; it is shown this once",
            made.record.id,
            plain(&user.name),
            made.record.scope,
        ));
        Ok(Exit::Done)
    }

    async fn make(&self, services: &Services) -> anyhow::Result<(User, NewKey)> {
        let now = services.clock.now();
        let user = services.store.ensure_user(&self.user, now).await?;
        let expires_at = self.expires.map(|span| now.plus(span));
        let made = services.store.create_key(&user.id, self.scope, expires_at, now).await?;
        Ok((user, made))
    }
}
