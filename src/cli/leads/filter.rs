use clap::Args;
use clap::builder::TypedValueParser;

use crate::cli::campaigns;
use crate::cli::exit::CliError;
use crate::cli::{time, values};
use crate::model::{Intent, LeadStatus};
use crate::services::Services;
use crate::store::LeadFilter;

/// Which leads.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Which leads")]
pub(super) struct FilterArgs {
    /// Of this campaign: its id or name
    #[arg(long, short = 'C', value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// In this subreddit
    #[arg(long, value_name = "NAME")]
    subreddit: Option<String>,
    /// With at least this score, 0 to 100
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100))]
    min_score: Option<u8>,
    /// With this intent
    #[arg(long, value_parser = values::one_of::<Intent>(Intent::ALL.iter().map(|i| i.as_str())))]
    intent: Option<Intent>,
    /// In this status
    #[arg(long, value_parser = status())]
    status: Option<LeadStatus>,
    /// Found since: a span as in 24h or 7d, a date, or an instant in RFC 3339
    #[arg(long, value_name = "WHEN")]
    since: Option<String>,
}

impl FilterArgs {
    /// The same in the store's words.
    ///
    /// # Errors
    /// There is no such campaign, or the time is not understood.
    pub(super) async fn resolve(&self, services: &Services) -> anyhow::Result<LeadFilter> {
        let now = services.clock.now();
        let since = self.since.as_deref().map(|text| time::since(text, now)).transpose();
        let campaign = match &self.campaign {
            Some(name) => Some(campaigns::find(services, name).await?.id),
            None => None,
        };
        let subreddit = self.subreddit.as_deref().map(|name| {
            let name = name.trim().trim_start_matches('/');
            name.strip_prefix("r/").unwrap_or(name).trim_end_matches('/').to_owned()
        });
        Ok(LeadFilter {
            campaign,
            subreddit,
            min_score: self.min_score,
            intent: self.intent,
            status: self.status,
            since: since.map_err(|error| CliError::usage(format!("--since: {error}")))?,
        })
    }
}

/// The statuses by their names.
pub(super) fn status() -> impl TypedValueParser<Value = LeadStatus> {
    values::one_of(LeadStatus::ALL.iter().map(|status| status.as_str()))
}
