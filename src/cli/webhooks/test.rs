use clap::Args;
use serde_json::json;

use super::find;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::services::Services;
use crate::webhooks::{Note, SendError, message, send};

/// Which webhook.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl webhooks test 3f9k2m7qa0bd

The message is sent from here and at once, not through the queue, and is not tried again.")]
pub struct TestArgs {
    /// Its id
    #[arg(value_name = "ID")]
    id: String,
}

impl TestArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let sent = self.send(&services).await;
        ctx.close(services).await;
        let status = sent?;
        let human = format!("the message was taken, with status {status}\n");
        ctx.out.show(&json!({"id": self.id, "status": status}), || human)?;
        Ok(Exit::Done)
    }

    async fn send(&self, services: &Services) -> anyhow::Result<u16> {
        let webhook = find(services, &self.id).await?;
        let now = services.clock.now();
        let delivery = format!("{}-test", self.id);
        let body = message(webhook.webhook.kind, &delivery, &Note::Test, now);
        let body = body.to_string().into_bytes();
        let allow_private = services.settings.webhooks.allow_private;
        let message = (delivery.as_str(), body);
        match send(&webhook.url, &webhook.secret, message, now, allow_private).await {
            Ok(status) => Ok(status.as_u16()),
            Err(error) => {
                let exit = match &error {
                    SendError::Address(_) | SendError::Private { .. } => Exit::Refused,
                    SendError::Refused { .. } => Exit::Failed,
                    SendError::Unknown { .. } | SendError::Unreachable { .. } => Exit::Unreachable,
                };
                Err(CliError::new(exit, error.to_string()).target(self.id.clone()).into())
            }
        }
    }
}
