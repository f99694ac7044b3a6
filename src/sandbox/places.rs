//! The invented subreddits, and the campaign that fits them.

use crate::model::{CampaignDraft, Timestamp};

/// An invented subreddit.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name without `r/`.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its public description.
    pub description: &'static str,
    /// Members.
    pub subscribers: u32,
    /// How often leads and their like are posted here.
    pub on_topic: u32,
    /// How often anything else is posted here.
    pub off_topic: u32,
    /// Its rules: short name and text.
    pub rules: &'static [(&'static str, &'static str)],
}

impl Place {
    /// Its fullname.
    pub fn fullname(&self) -> String {
        let hash = blake3::hash(self.name.as_bytes());
        let n = u64::from_le_bytes(hash.as_bytes()[..8].try_into().unwrap_or([0; 8]));
        format!("t5_{}", super::options::base36(60_466_176 + n % 900_000_000))
    }

    /// When it was opened.
    pub fn created_at(&self) -> Timestamp {
        Timestamp::from_secs(1_300_000_000 + i64::from(self.subscribers) * 700)
    }
}

/// A subreddit that nobody may read.
pub const PRIVATE: &str = "LedgerInnerCircle";
/// A subreddit that was closed.
pub const BANNED: &str = "QuickInvoiceDeals";

/// The subreddits that can be read.
pub const PLACES: &[Place] = &[
    Place {
        name: "SmallShopTalk",
        title: "Small shop talk: running a little business",
        description: "For people who own or run a small shop. Suppliers, staff, tills & taxes.",
        subscribers: 184_203,
        on_topic: 5,
        off_topic: 6,
        rules: &[
            ("Be civil", "Argue with the idea, not with the person."),
            (
                "No self-promotion",
                "Do not advertise your product, service, blog or channel. Posts that promote anything are removed and repeated offenders are banned.",
            ),
            ("Flair your post", "Choose the flair that fits best."),
        ],
    },
    Place {
        name: "FreelanceDesk",
        title: "Freelance Desk",
        description: "Questions and answers on working for yourself: clients, rates, contracts.",
        subscribers: 312_877,
        on_topic: 7,
        off_topic: 5,
        rules: &[
            (
                "Promotion only in the weekly thread",
                "Share what you make or sell in the Saturday promotion thread. Anywhere else it is removed.",
            ),
            ("No job posts", "Offers and requests for work belong elsewhere."),
            ("Search before you ask", "Many questions on rates were answered before."),
        ],
    },
    Place {
        name: "StudioOwners",
        title: "Studio owners",
        description: "Design, film, sound & photo studios with 2 to 20 people.",
        subscribers: 41_560,
        on_topic: 5,
        off_topic: 4,
        rules: &[
            ("Keep it about studios", "Off-topic posts are removed."),
            ("Be kind", "We all started somewhere."),
        ],
    },
    Place {
        name: "BakersAndBooks",
        title: "Bakers & their books",
        description: "The paper side of running a bakery, a cafe or a kitchen.",
        subscribers: 18_932,
        on_topic: 3,
        off_topic: 5,
        rules: &[
            ("No advertising", "No adverts, no affiliate links, no surveys, no market research."),
            ("No medical or legal advice", "Ask a professional."),
        ],
    },
    Place {
        name: "SoloConsultants",
        title: "Solo consultants",
        description: "One-person consultancies. Pricing, pipeline, paperwork.",
        subscribers: 67_418,
        on_topic: 6,
        off_topic: 3,
        rules: &[
            (
                "The 9 to 1 rule",
                "For each post about your own product there should be nine about something else. Say openly that it is yours.",
            ),
            ("No generated posts", "Write it yourself."),
        ],
    },
    Place {
        name: "LedgerLounge",
        title: "The Ledger Lounge",
        description: "Where bookkeepers of small firms put their feet up.",
        subscribers: 29_011,
        on_topic: 5,
        off_topic: 4,
        rules: &[
            (
                "Vendors ask first",
                "Software vendors must message the moderators for approval before they post.",
            ),
            (
                "No client data",
                "Never post names, account numbers or screenshots with client data.",
            ),
        ],
    },
    Place {
        name: "RemoteCraft",
        title: "Remote craft",
        description: "Making things for clients far away.",
        subscribers: 98_340,
        on_topic: 4,
        off_topic: 5,
        rules: &[
            ("Stay on topic", "Working remotely on your own account."),
            ("No memes on weekdays", ""),
        ],
    },
    Place {
        name: "CodeForClients",
        title: "Code for clients",
        description: "Developers who work for clients: agencies & freelancers. a < b and so on.",
        subscribers: 143_775,
        on_topic: 6,
        off_topic: 4,
        rules: &[
            (
                "Show your work on Fridays",
                "Posts about your own tools are allowed on Fridays with the flair Show.",
            ),
            ("No recruiting", "No job adverts of any kind."),
            ("English only", "So that all can follow."),
        ],
    },
    Place {
        name: "PhotoTradeTalk",
        title: "Photo trade talk",
        description: "The business side of photography.",
        subscribers: 52_160,
        on_topic: 2,
        off_topic: 5,
        rules: &[
            ("No spam", "Links to your shop, presets or courses are spam."),
            ("Critique goes elsewhere", ""),
        ],
    },
    Place {
        name: "WeekendMakers",
        title: "Weekend makers",
        description: "Wood, wool, wire: what did you make this weekend?",
        subscribers: 421_900,
        on_topic: 1,
        off_topic: 7,
        rules: &[
            ("Say how it was made", "Tell materials and steps."),
            ("Selling is fine", "You may link to your shop, self-promotion is welcome here."),
        ],
    },
    Place {
        name: "TownhallGeneral",
        title: "Townhall",
        description: "Talk about anything.",
        subscribers: 1_250_442,
        on_topic: 1,
        off_topic: 8,
        rules: &[],
    },
    Place {
        name: "PromoPlaza",
        title: "Promo plaza",
        description: "Promote your thing. Everybody does.",
        subscribers: 8_204,
        on_topic: 2,
        off_topic: 1,
        rules: &[("Promote away", "Advertise whatever is legal.")],
    },
];

/// The subreddit with this name, without regard to case.
pub fn place(name: &str) -> Option<&'static Place> {
    PLACES.iter().find(|place| place.name.eq_ignore_ascii_case(name))
}

/// The campaign that the invented posts are made for.
pub fn sample_campaign() -> CampaignDraft {
    let list = |entries: &[&str]| entries.iter().map(|&entry| entry.to_owned()).collect();
    CampaignDraft {
        name: "Tallybird".to_owned(),
        description: "Tallybird is time tracking and invoicing for freelancers and small studios: \
                      start a timer, turn hours into invoices, and have late payers reminded."
            .to_owned(),
        keywords: list(&[
            "invoicing",
            "invoice",
            "invoices",
            "invoice software",
            "time tracking",
            "time tracker",
            "timesheet",
            "timesheets",
            "track hours",
            "billable hours",
            "billing clients",
            "late payments",
        ]),
        negative_keywords: list(&["hiring", "giveaway", "affiliate", "job opening"]),
        subreddits: list(&[
            "FreelanceDesk",
            "SmallShopTalk",
            "StudioOwners",
            "BakersAndBooks",
            "SoloConsultants",
            "LedgerLounge",
            "RemoteCraft",
            "CodeForClients",
        ]),
        competitors: list(&["BillFox", "Chronolog", "InvoiceNest", "HourHerd"]),
        blocked_subreddits: list(&["PromoPlaza"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_campaign_is_acceptable_as_it_is() {
        let draft = sample_campaign();
        assert_eq!(draft.clone().checked(), Ok(draft.clone()));
        assert!(draft.subreddits.iter().all(|name| place(name).is_some()));
        assert!(place("phototradetalk").is_some());
        assert!(place(PRIVATE).is_none() && place(BANNED).is_none());
    }
}
