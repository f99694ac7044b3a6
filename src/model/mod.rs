//! The words of the domain as plain data: campaign, post, lead, subreddit profile, user.
//!
//! No I/O and no clock. Every other floor may use these types.

mod account;
mod campaign;
mod lead;
mod listing;
mod money;
mod post;
mod process;
mod subreddit;
mod timestamp;
mod user;
mod webhook;

pub use account::{AccountGrant, RedditAccount, account_id};
pub use campaign::{Campaign, CampaignDraft, CampaignStatus, FieldError, subreddit_name};
pub use lead::{
    Intent, JudgedBy, Judgement, Lead, LeadStatus, Score, ScorePart, Sentiment, Strategy, lead_id,
};
pub use listing::Listing;
pub use money::{nano_usd, usd};
pub use post::{Post, PostKind};
pub use process::{ProcessInfo, ProcessKind};
pub use subreddit::{
    Activity, ClosedSubreddit, PromotionTolerance, SubredditProfile, SubredditRule, SubredditState,
};
pub use timestamp::Timestamp;
pub use user::{ApiKey, Scope, User};
pub use webhook::{Webhook, WebhookKind};

/// Declares an enum whose values have one stable text form, used alike in SQL, JSON and on the
/// command line.
macro_rules! text_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable text form.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok($name::$variant),)+
                    other => {
                        let known: Vec<&str> = Self::ALL.iter().map(|v| v.as_str()).collect();
                        Err(format!("{other:?} is not one of {}", known.join(", ")))
                    }
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some(Self::ALL.iter().map(|value| value.as_str())))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use text_enum;
