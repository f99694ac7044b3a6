use serde::{Deserialize, Serialize};

use super::{Timestamp, text_enum};

text_enum! {
    /// Whether a campaign is being worked on.
    pub enum CampaignStatus {
        /// Its schedules run.
        Active = "active",
        /// Kept, but nothing is searched for it.
        Paused = "paused",
    }
}

/// What is sold, to whom, and where to look for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Campaign {
    /// Short stable name in lower case, made from the first name given; unique.
    pub id: String,
    /// As people read it.
    pub name: String,
    /// What the business sells, in a sentence or two; part of what an AI judge is told.
    pub description: String,
    /// Words and phrases that mark a post as on topic.
    pub keywords: Vec<String>,
    /// Words and phrases that rule a post out.
    pub negative_keywords: Vec<String>,
    /// Where the targeted strategy looks; names without `r/`.
    pub subreddits: Vec<String>,
    /// Products whose unhappy users are wanted.
    pub competitors: Vec<String>,
    /// Subreddits whose posts are never leads.
    pub blocked_subreddits: Vec<String>,
    /// The id of the user whose it is; absent where it is the operator's.
    #[serde(default)]
    pub owner: Option<String>,
    /// Active or paused.
    pub status: CampaignStatus,
    /// Grows by one with every edit that changes what is a lead; a post is judged once per version.
    pub version: i64,
    /// When it was added.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl Campaign {
    /// Whether it looks in this subreddit.
    pub fn names(&self, subreddit: &str) -> bool {
        self.subreddits.iter().any(|name| name.eq_ignore_ascii_case(subreddit))
    }
}

/// A campaign as a person gives it, before it is checked.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CampaignDraft {
    /// See [`Campaign::name`].
    pub name: String,
    /// See [`Campaign::description`].
    pub description: String,
    /// See [`Campaign::keywords`].
    pub keywords: Vec<String>,
    /// See [`Campaign::negative_keywords`].
    pub negative_keywords: Vec<String>,
    /// See [`Campaign::subreddits`].
    pub subreddits: Vec<String>,
    /// See [`Campaign::competitors`].
    pub competitors: Vec<String>,
    /// See [`Campaign::blocked_subreddits`].
    pub blocked_subreddits: Vec<String>,
}

/// One field that is not acceptable, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, utoipa::ToSchema)]
#[error("{field}: {problem}")]
pub struct FieldError {
    /// The field's name as in JSON.
    pub field: &'static str,
    /// What is wrong and what would be right.
    pub problem: String,
}

/// Most entries in one list of a campaign.
const MAX_ENTRIES: usize = 200;
/// Longest name and longest single entry, in characters.
const MAX_ENTRY_CHARS: usize = 100;
/// Longest description, in characters.
const MAX_DESCRIPTION_CHARS: usize = 4_000;

impl CampaignDraft {
    /// Trims, drops empty and repeated entries (without regard to case), strips `r/` from
    /// subreddits, and checks every field.
    ///
    /// # Errors
    /// Every field that is not acceptable, never only the first.
    pub fn checked(mut self) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        // What is too long is refused as it was given: so the limits are those that a schema can tell.
        let name_is_long = self.name.chars().count() > MAX_ENTRY_CHARS;
        let description_is_long = self.description.chars().count() > MAX_DESCRIPTION_CHARS;
        self.name = self.name.trim().to_owned();
        self.description = self.description.trim().to_owned();
        if self.name.is_empty() {
            errors.push(problem("name", "is missing; give the campaign a name"));
        } else if name_is_long {
            errors.push(problem("name", format!("is longer than {MAX_ENTRY_CHARS} characters")));
        } else if self.slug().is_empty() {
            errors.push(problem("name", "needs at least one letter or digit"));
        }
        if description_is_long {
            errors.push(problem(
                "description",
                format!("is longer than {MAX_DESCRIPTION_CHARS} characters"),
            ));
        }
        entries("keywords", &mut self.keywords, &mut errors);
        entries("negative_keywords", &mut self.negative_keywords, &mut errors);
        entries("competitors", &mut self.competitors, &mut errors);
        subreddits("subreddits", &mut self.subreddits, &mut errors);
        subreddits("blocked_subreddits", &mut self.blocked_subreddits, &mut errors);
        if self.keywords.is_empty() && self.competitors.is_empty() {
            errors.push(problem(
                "keywords",
                "is empty and so is competitors; give at least one word to look for",
            ));
        }
        if errors.is_empty() { Ok(self) } else { Err(errors) }
    }

    /// The id this draft's name leads to: lower case letters and digits joined by `-`.
    pub fn slug(&self) -> String {
        let mut slug = String::new();
        for c in self.name.to_lowercase().chars() {
            if c.is_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        let slug: String = slug.trim_end_matches('-').chars().take(48).collect();
        slug.trim_end_matches('-').to_owned()
    }
}

impl From<Campaign> for CampaignDraft {
    fn from(c: Campaign) -> Self {
        Self {
            name: c.name,
            description: c.description,
            keywords: c.keywords,
            negative_keywords: c.negative_keywords,
            subreddits: c.subreddits,
            competitors: c.competitors,
            blocked_subreddits: c.blocked_subreddits,
        }
    }
}

/// A subreddit's name without `r/` or `/r/`, as Reddit allows it: 2 to 21 letters, digits and
/// underscores, or `u_` and a user's name.
///
/// # Errors
/// A sentence that says what a name looks like.
pub fn subreddit_name(text: &str) -> Result<String, String> {
    let name = text.trim().trim_start_matches('/');
    let name = name.strip_prefix("r/").or_else(|| name.strip_prefix("R/")).unwrap_or(name);
    let name = name.trim_end_matches('/');
    let longest = if name.starts_with("u_") { 23 } else { 21 };
    let fits = (2..=longest).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    if fits {
        Ok(name.to_owned())
    } else {
        Err(format!(
            "{text:?} is not a subreddit's name; it has 2 to 21 letters, digits or underscores, as in \"freelance\""
        ))
    }
}

fn problem(field: &'static str, problem: impl Into<String>) -> FieldError {
    FieldError { field, problem: problem.into() }
}

fn entries(field: &'static str, list: &mut Vec<String>, errors: &mut Vec<FieldError>) {
    let mut seen = std::collections::HashSet::new();
    let given = std::mem::take(list);
    let is_long = given.len() > MAX_ENTRIES;
    for entry in given {
        let entry = entry.split_whitespace().collect::<Vec<_>>().join(" ");
        if entry.is_empty() || !seen.insert(entry.to_lowercase()) {
            continue;
        }
        if entry.chars().count() > MAX_ENTRY_CHARS {
            errors.push(problem(
                field,
                format!("has an entry longer than {MAX_ENTRY_CHARS} characters"),
            ));
        } else if !entry.chars().any(char::is_alphanumeric) {
            errors.push(problem(field, format!("{entry:?} has no letter or digit to look for")));
        } else {
            list.push(entry);
        }
    }
    if is_long {
        errors.push(problem(field, format!("has more than {MAX_ENTRIES} entries")));
    }
}

fn subreddits(field: &'static str, list: &mut Vec<String>, errors: &mut Vec<FieldError>) {
    let mut seen = std::collections::HashSet::new();
    let given = std::mem::take(list);
    let is_long = given.len() > MAX_ENTRIES;
    for entry in given.iter().filter(|e| !e.trim().is_empty()) {
        match subreddit_name(entry) {
            Ok(name) => {
                if seen.insert(name.to_lowercase()) {
                    list.push(name);
                }
            }
            Err(why) => errors.push(problem(field, why)),
        }
    }
    if is_long {
        errors.push(problem(field, format!("has more than {MAX_ENTRIES} entries")));
    }
}
