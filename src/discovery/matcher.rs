use std::collections::HashSet;
use std::time::Duration;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder};

use super::text::{Stems, common_start, phrase};
use crate::model::{Campaign, Post, Timestamp};

/// What is not looked at, whatever it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MatchLimits {
    /// Oldest post that can be a lead.
    pub max_age: Duration,
}

/// Why a post cannot be a lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dropped {
    /// Removed by a moderator or deleted by its author.
    Removed,
    /// For adults.
    Over18,
    /// Pinned by a moderator: an announcement.
    Stickied,
    /// In a subreddit that the campaign blocks.
    BlockedSubreddit,
    /// Too long ago.
    TooOld,
    /// Holds this negative keyword.
    NegativeKeyword(String),
    /// Holds none of the campaign's words.
    NoKeyword,
}

impl Dropped {
    /// A stable name, for counting.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::Over18 => "over_18",
            Self::Stickied => "stickied",
            Self::BlockedSubreddit => "blocked_subreddit",
            Self::TooOld => "too_old",
            Self::NegativeKeyword(_) => "negative_keyword",
            Self::NoKeyword => "no_keyword",
        }
    }
}

/// Which of the campaign's words a post holds, in the campaign's spelling.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matched {
    /// Keywords.
    pub keywords: Vec<String>,
    /// Competitors.
    pub competitors: Vec<String>,
    /// At least one of them stands in the title.
    pub in_title: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Keyword,
    Competitor,
    Negative,
}

/// A campaign's words, compiled once and used for many posts.
#[derive(Debug)]
pub struct Matcher {
    limits: MatchLimits,
    blocked: HashSet<String>,
    /// Finds beginnings of words in the raw text, without regard to ASCII case; `None` where some
    /// word cannot be looked for in this way.
    quick: Option<AhoCorasick>,
    /// Finds whole phrases among the stems.
    phrases: Option<AhoCorasick>,
    /// What each of `phrases` stands for.
    words: Vec<(Role, String)>,
}

impl Matcher {
    /// Compiles the words of `campaign`.
    pub fn new(campaign: &Campaign, limits: MatchLimits) -> Self {
        let lists = [
            (Role::Keyword, &campaign.keywords),
            (Role::Competitor, &campaign.competitors),
            (Role::Negative, &campaign.negative_keywords),
        ];
        let (mut stems, mut words) = (Vec::new(), Vec::new());
        for (role, list) in lists {
            for word in list {
                let stemmed = phrase(word);
                if !stemmed.is_empty() {
                    stems.push(stemmed);
                    words.push((role, word.clone()));
                }
            }
        }
        let starts: Vec<String> = words
            .iter()
            .filter(|(role, _)| *role != Role::Negative)
            .map(|(_, word)| common_start(word))
            .collect();
        let usable = starts.iter().all(|start| !start.is_empty() && start.is_ascii());
        Self {
            limits,
            blocked: campaign.blocked_subreddits.iter().map(|s| s.to_lowercase()).collect(),
            // Where compiling fails (far too many words), every post is looked at in full.
            quick: usable
                .then(|| AhoCorasickBuilder::new().ascii_case_insensitive(true).build(&starts).ok())
                .flatten(),
            phrases: AhoCorasick::new(&stems).ok(),
            words,
        }
    }

    /// Whether a post can be a lead, and by which words.
    ///
    /// # Errors
    /// The first reason why it cannot, in the order of [`Dropped`].
    pub fn check(&self, post: &Post, now: Timestamp) -> Result<Matched, Dropped> {
        if post.removed {
            return Err(Dropped::Removed);
        }
        if post.over_18 {
            return Err(Dropped::Over18);
        }
        if post.stickied {
            return Err(Dropped::Stickied);
        }
        if !self.blocked.is_empty() && self.blocked.contains(&post.subreddit.to_lowercase()) {
            return Err(Dropped::BlockedSubreddit);
        }
        if now.since(post.created_at) > self.limits.max_age {
            return Err(Dropped::TooOld);
        }
        if !self.may_match(post) {
            return Err(Dropped::NoKeyword);
        }
        self.phrases_in(post)
    }

    fn may_match(&self, post: &Post) -> bool {
        let Some(quick) = &self.quick else { return true };
        quick.is_match(&post.title) || quick.is_match(&post.body)
    }

    fn phrases_in(&self, post: &Post) -> Result<Matched, Dropped> {
        let stems = Stems::of(post);
        let mut matched = Matched::default();
        let mut seen = HashSet::new();
        let Some(phrases) = &self.phrases else { return Err(Dropped::NoKeyword) };
        for found in phrases.find_overlapping_iter(stems.as_str()) {
            let index = found.pattern().as_usize();
            let Some((role, word)) = self.words.get(index) else { continue };
            // A phrase begins with the space before its first word.
            let in_title = stems.in_title(found.start() + 1);
            match role {
                Role::Negative => return Err(Dropped::NegativeKeyword(word.clone())),
                Role::Keyword if seen.insert(index) => matched.keywords.push(word.clone()),
                Role::Competitor if seen.insert(index) => matched.competitors.push(word.clone()),
                _ => {}
            }
            matched.in_title |= in_title;
        }
        if seen.is_empty() { Err(Dropped::NoKeyword) } else { Ok(matched) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discovery::patterns::tests::{campaign, post};

    const DAY: Duration = Duration::from_secs(86_400);

    fn check(post: &Post) -> Result<Matched, Dropped> {
        let campaign = campaign();
        let limits = MatchLimits { max_age: DAY * 30 };
        Matcher::new(&campaign, limits).check(post, post.created_at.plus(DAY))
    }

    #[test]
    fn words_match_in_all_their_forms_and_never_inside_others() {
        assert_eq!(check(&post("Invoices", "")).map(|m| m.keywords), Ok(vec!["invoicing".into()]));
        assert_eq!(
            check(&post("x", "my time-tracking app")).map(|m| m.keywords).ok(),
            Some(vec!["time tracking".into()])
        );
        assert_eq!(check(&post("Reinvoicement", "overtime trackers")), Err(Dropped::NoKeyword));
        assert_eq!(check(&post("time", "to do some tracking")), Err(Dropped::NoKeyword));
        assert_eq!(check(&post("What a time. Tracking deer", "")), Err(Dropped::NoKeyword));
    }

    #[test]
    fn competitors_match_and_the_title_is_told() {
        let matched = check(&post("Anything better than billfox?", "")).expect("matches");
        assert_eq!(matched.competitors, ["BillFox"]);
        assert!(matched.in_title);
        assert!(!check(&post("Hm", "BillFox's prices")).expect("matches").in_title);
    }

    #[test]
    fn each_reason_is_told() {
        let good = post("Invoicing", "");
        let cases = [
            (Post { removed: true, ..good.clone() }, "removed"),
            (Post { over_18: true, ..good.clone() }, "over_18"),
            (Post { stickied: true, ..good.clone() }, "stickied"),
            (Post { subreddit: "Spam".into(), ..good.clone() }, "blocked_subreddit"),
            (post("Invoicing for our new hires", "we are hiring"), "negative_keyword"),
            (post("Cats", "and dogs"), "no_keyword"),
        ];
        for (post, reason) in cases {
            assert_eq!(check(&post).expect_err(reason).as_str(), reason);
        }
        let limits = MatchLimits { max_age: DAY };
        let old = Matcher::new(&campaign(), limits).check(&good, good.created_at.plus(DAY * 2));
        assert_eq!(old, Err(Dropped::TooOld));
    }

    #[test]
    fn words_outside_ascii_are_found_without_regard_to_case() {
        let mut campaign = campaign();
        campaign.keywords = vec!["Überweisung".into(), "請求書".into()];
        let matcher = Matcher::new(&campaign, MatchLimits { max_age: DAY });
        let now = post("", "").created_at;
        assert!(matcher.check(&post("ÜBERWEISUNG zu spät", ""), now).is_ok());
        assert!(matcher.check(&post("請求書 ?", ""), now).is_ok());
        assert!(matcher.check(&post("nothing", ""), now).is_err());
    }
}
