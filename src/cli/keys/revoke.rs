use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActReport, plain};
use crate::model::ApiKey;
use crate::services::Services;

/// Which keys.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl keys revoke 3f9k2m7qa0bd --yes
  leadctl keys revoke 3f9k2m7qa0bd --dry-run

The id is the part of the key between lck_ and the next underscore. A whole key is taken too, as where
one was found that has leaked.")]
pub struct RevokeArgs {
    /// Their ids
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only say what would be revoked
    #[arg(long)]
    dry_run: bool,
}

impl RevokeArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let ids: Vec<String> = self.ids.iter().map(|id| public_id(id).to_owned()).collect();
        let shown: Vec<_> = ids.iter().map(|id| plain(id)).collect();
        let question = format!("Revoke {}? Whoever uses it is shut out.", shown.join(", "));
        let work = async |services: &Services| self.revoke(ctx, services, &ids, &question).await;
        ctx.act_when_sure(self.yes || self.dry_run, &question, work).await
    }

    async fn revoke(
        &self,
        ctx: &Context,
        services: &Services,
        ids: &[String],
        question: &str,
    ) -> anyhow::Result<(ActReport, Vec<String>)> {
        let known = services.store.keys(None).await?;
        let mut found: Vec<&ApiKey> = Vec::new();
        for id in ids {
            let key = known.iter().find(|key| key.id == *id).ok_or_else(|| {
                CliError::not_found(format!("there is no key {id:?}"))
                    .hint("`leadctl keys ls` lists them")
                    .target(id.clone())
            })?;
            if found.iter().all(|other| other.id != key.id) {
                found.push(key);
            }
        }
        if !self.dry_run {
            ctx.confirm(self.yes, question)?;
        }
        let (mut report, mut lines) = (ActReport::new(self.dry_run), Vec::new());
        for key in found {
            let changed = if self.dry_run {
                key.revoked_at.is_none()
            } else {
                services.store.revoke_key(&key.id, services.clock.now()).await? == Some(true)
            };
            let (id, user) = (&key.id, &key.user);
            if changed {
                report.acted(id);
                let would = if self.dry_run { "would be revoked" } else { "revoked" };
                lines.push(format!("key {id} of user {user} {would}"));
            } else {
                report.skipped(id);
                lines.push(format!("key {id} of user {user} was revoked already"));
            }
        }
        Ok((report, lines))
    }
}

/// The public id in a whole key, so that no secret is said again; else what was given.
fn public_id(given: &str) -> &str {
    given.strip_prefix("lck_").map_or(given, |rest| rest.split('_').next().unwrap_or(rest))
}
