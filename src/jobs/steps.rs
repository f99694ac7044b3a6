//! What Reddit is asked for at once: a listing, or one in several subreddits.

use crate::model::Listing;

/// Most subreddits in one listing, and most characters of their names.
const MOST_TOGETHER: usize = 25;
const MOST_CHARS: usize = 400;

/// A listing to be read, alone or in place of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// What Reddit is asked for.
    pub(super) listing: Listing,
    /// What it stands for; the listing itself where that is alone.
    pub(super) members: Vec<Listing>,
}

impl Step {
    /// A listing by itself.
    pub(super) fn alone(listing: &Listing) -> Self {
        Self { listing: listing.clone(), members: vec![listing.clone()] }
    }

    /// Listings that differ in nothing but where they are, as one.
    pub(super) fn together(members: Vec<Listing>) -> Self {
        let names: Vec<&str> = members.iter().filter_map(subreddit_of).collect();
        let listing = match members.first() {
            Some(first) if members.len() > 1 => within(first, names.join("+")),
            Some(first) => first.clone(),
            None => Listing::New { subreddit: String::new() },
        };
        Self { listing, members }
    }
}

/// What a listing is remembered by.
pub(super) fn key(listing: &Listing) -> String {
    blake3::hash(listing.to_string().to_lowercase().as_bytes()).to_hex()[..32].to_owned()
}

/// The subreddit that a listing is of, where it is of one.
pub(super) fn subreddit_of(listing: &Listing) -> Option<&str> {
    match listing {
        Listing::Search { subreddit, .. } => subreddit.as_deref(),
        Listing::New { subreddit } | Listing::Comments { subreddit } => Some(subreddit),
    }
}

/// The same listing in another subreddit, or in several.
pub(super) fn within(listing: &Listing, subreddit: String) -> Listing {
    match listing {
        Listing::Search { query, .. } => {
            Listing::Search { subreddit: Some(subreddit), query: query.clone() }
        }
        Listing::New { .. } => Listing::New { subreddit },
        Listing::Comments { .. } => Listing::Comments { subreddit },
    }
}

/// Whether another one can be read together with these.
pub(super) fn has_room(members: &[Listing]) -> bool {
    let chars: usize = members.iter().filter_map(subreddit_of).map(|name| name.len() + 1).sum();
    members.len() < MOST_TOGETHER && chars < MOST_CHARS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searches_for_the_same_are_read_together_within_bounds() {
        let search = |name: &str| Listing::Search {
            subreddit: Some(name.to_owned()),
            query: "a OR b".to_owned(),
        };
        let step = Step::together(vec![search("one"), search("two")]);
        assert_eq!(step.listing, search("one+two"));
        assert_eq!(Step::together(vec![search("one")]), Step::alone(&search("one")));
        assert_eq!(within(&search("one"), String::new()), within(&search("two"), String::new()));
        assert!(has_room(&[search("one"), search("two")]));
        assert!(!has_room(&vec![search("one"); MOST_TOGETHER]));
        assert!(!has_room(&vec![search(&"x".repeat(60)); 7]));
        assert_eq!(key(&search("One")), key(&search("one")));
        assert_ne!(key(&search("one")), key(&Listing::New { subreddit: "one".to_owned() }));
    }
}
