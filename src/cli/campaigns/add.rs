use clap::Args;

use super::fields::{FieldArgs, checked};
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::keys::find_user;
use crate::cli::output::{ActReport, plain};
use crate::jobs::schedules;
use crate::model::CampaignDraft;
use crate::services::Services;
use crate::store::Store;

/// The new campaign.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl campaigns add --name \"Acme Invoices\" --description \"Invoices for freelancers\" \\
      --keyword \"invoice software,invoicing\" --subreddit freelance --competitor BillCo
  leadctl campaigns add --from acme.toml --owner alice
  leadctl campaigns add --from - --format yaml < acme.yaml

A file has the fields name, description, keywords, negative_keywords, subreddits, competitors and
blocked_subreddits; what `campaigns show -o yaml` prints will do. Lists are separated by commas, or
the flag is given again. Flags win over the file.")]
pub struct AddArgs {
    #[command(flatten)]
    fields: FieldArgs,
    /// The user whose it is: an id or a name [default: nobody's but the operator's]
    #[arg(long, value_name = "USER")]
    owner: Option<String>,
    /// Check the fields and add nothing
    #[arg(long)]
    dry_run: bool,
}

impl AddArgs {
    pub(super) async fn run(self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let fields = self.fields.fields(ctx)?;
        let mut draft = CampaignDraft::default();
        fields.apply(&mut draft);
        let draft = checked(draft, fields.problems)?;
        let store = match &self.owner {
            Some(owner) => services.store.of_user(&find_user(services, owner).await?.id),
            None => services.store.clone(),
        };
        let mut report = ActReport::new(self.dry_run);
        if self.dry_run {
            refuse_taken(&store, &draft.name).await?;
            report.acted(&draft.slug());
            let human = format!("would add campaign {}: {}", draft.slug(), plain(&draft.name));
            ctx.out.act(&report, &human)?;
            return Ok(Exit::Done);
        }
        let nowhere = draft.subreddits.is_empty();
        let campaign = store.create_campaign(draft, services.clock.now()).await?;
        schedules::ensure_campaign(services.queue.as_ref(), ctx.settings(), &campaign.id).await?;
        report.acted(&campaign.id);
        ctx.out
            .act(&report, &format!("added campaign {}: {}", campaign.id, plain(&campaign.name)))?;
        if nowhere {
            ctx.out.note(
                "it names no subreddits, so its schedule finds nothing; add some with --subreddit, \
                 or search everywhere with --strategy global",
            );
        }
        ctx.out.note(&format!(
            "it is worked on every {} minutes while a worker runs; at once: \
             leadctl jobs enqueue lead --campaign {}",
            ctx.settings().discovery.every_minutes.max(1),
            campaign.id
        ));
        Ok(Exit::Done)
    }
}

async fn refuse_taken(store: &Store, name: &str) -> anyhow::Result<()> {
    let key = name.to_lowercase();
    let owner = store.owner();
    let known = store.campaigns().await?;
    match known.iter().find(|c| c.name.to_lowercase() == key && c.owner.as_deref() == owner) {
        Some(other) => Err(CliError::refused(format!(
            "there is a campaign named {name:?} already: {}",
            other.id
        ))
        .target(other.id.clone())
        .into()),
        None => Ok(()),
    }
}
