use clap::Args;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::keys::find_user;
use crate::cli::output::{ActReport, Block};
use crate::cli::values;
use crate::model::{Webhook, WebhookKind};
use crate::services::Services;
use crate::store::SecretWebhook;
use crate::webhooks::check_url;

/// The new webhook.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl webhooks add --kind generic --min-score 70 https://example.com/hooks/leads
  pass show slack-hook | leadctl webhooks add --kind slack --owner alice -

The secret that signs its messages is printed once. Addresses must be https and lead to the public
internet; webhooks.allow_private allows others. docs/api.md shows how a reader checks a signature.")]
pub struct AddArgs {
    /// Where to; - reads it from standard input, as Slack's and Discord's are secrets
    #[arg(value_name = "URL")]
    url: String,
    /// Who reads it: slack, discord or generic
    #[arg(long, value_name = "KIND", value_parser = values::one_of::<WebhookKind>(WebhookKind::ALL.iter().map(|k| k.as_str())))]
    kind: WebhookKind,
    /// Leads with at least this score, 0 to 100
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u8).range(0..=100))]
    min_score: u8,
    /// The user for whose campaigns it is: an id or a name [default: the operator's own campaigns]
    #[arg(long, value_name = "USER")]
    owner: Option<String>,
}

#[derive(Serialize)]
struct Added<'a> {
    #[serde(flatten)]
    webhook: &'a Webhook,
    secret: &'a str,
}

impl AddArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let url = if self.url == "-" {
            std::io::read_to_string(std::io::stdin().lock())?.trim().to_owned()
        } else {
            self.url.clone()
        };
        check_url(&url, ctx.settings().webhooks.allow_private)
            .map_err(|error| CliError::usage(error.to_string()))?;
        let services = Services::open(ctx.settings().clone()).await?;
        let added = self.add(&services, url.into()).await;
        ctx.close(services).await;
        let SecretWebhook { webhook, secret, .. } = added?;
        let mut report = ActReport::new(false);
        report.acted(&webhook.id);
        ctx.out.acts.add(&report);
        let secret = secret.expose_secret();
        ctx.out.show(&Added { webhook: &webhook, secret }, || {
            Block::new().line("id", &webhook.id).line("secret", secret).text()
        })?;
        ctx.out.note("the secret is shown this once");
        Ok(Exit::Done)
    }

    async fn add(&self, services: &Services, url: SecretString) -> anyhow::Result<SecretWebhook> {
        let store = match &self.owner {
            Some(owner) => services.store.of_user(&find_user(services, owner).await?.id),
            None => services.store.clone(),
        };
        let now = services.clock.now();
        Ok(store.create_webhook(self.kind, &url, self.min_score, now).await?)
    }
}
