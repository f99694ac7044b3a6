use serde::{Deserialize, Serialize};

use super::{Timestamp, text_enum};

text_enum! {
    /// Who reads what a webhook sends.
    pub enum WebhookKind {
        /// A Slack channel, by an incoming webhook.
        Slack = "slack",
        /// A Discord channel, by a webhook.
        Discord = "discord",
        /// Any program: the lead as JSON, signed.
        Generic = "generic",
    }
}

/// Where new leads are told of, as far as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Webhook {
    /// Its id.
    pub id: String,
    /// The id of the user whose it is; null where it is the operator's.
    pub owner: Option<String>,
    /// Who reads it.
    pub kind: WebhookKind,
    /// Where to; of Slack's and Discord's, which are secrets, only the beginning.
    pub url: String,
    /// Leads with at least this score are told of, 0 to 100.
    #[schema(maximum = 100)]
    pub min_score: u8,
    /// When it was added.
    pub created_at: Timestamp,
}
