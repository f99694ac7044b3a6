use crate::model::{Campaign, Listing, Strategy};

/// Reddit cuts queries off beyond this many characters.
const MAX_QUERY: usize = 512;
/// Words that stand beside a competitor's name where somebody wants to leave it.
const LEAVING: &str = "(alternative OR alternatives OR switching OR replace OR instead OR expensive \
     OR frustrated OR cancel OR terrible OR leaving)";

/// What to ask Reddit for, in order. Empty where the campaign lacks what the strategy needs.
pub fn queries(campaign: &Campaign, strategy: Strategy) -> Vec<Listing> {
    match strategy {
        Strategy::Targeted => {
            let words = any_of(&campaign.keywords, MAX_QUERY);
            places(campaign)
                .flat_map(|subreddit| {
                    words.iter().map(move |query| Listing::Search {
                        subreddit: Some(subreddit.clone()),
                        query: query.clone(),
                    })
                })
                .collect()
        }
        Strategy::Global => any_of(&campaign.keywords, MAX_QUERY)
            .into_iter()
            .map(|query| Listing::Search { subreddit: None, query })
            .collect(),
        Strategy::Comments => places(campaign)
            .map(|subreddit| Listing::Comments { subreddit: subreddit.clone() })
            .collect(),
        Strategy::Competitors => any_of(&campaign.competitors, MAX_QUERY - LEAVING.len() - 3)
            .into_iter()
            .map(|names| Listing::Search { subreddit: None, query: format!("({names}) {LEAVING}") })
            .collect(),
    }
}

/// The campaign's subreddits without those that it blocks.
fn places(campaign: &Campaign) -> impl Iterator<Item = &String> {
    campaign.subreddits.iter().filter(|name| {
        !campaign.blocked_subreddits.iter().any(|blocked| blocked.eq_ignore_ascii_case(name))
    })
}

/// `a OR "b c"`, in as many queries as it takes.
fn any_of(words: &[String], longest: usize) -> Vec<String> {
    let mut queries: Vec<String> = Vec::new();
    for term in words.iter().map(|word| term(word)).filter(|term| !term.is_empty()) {
        match queries.last_mut() {
            Some(query) if query.len() + 4 + term.len() <= longest => {
                query.push_str(" OR ");
                query.push_str(&term);
            }
            _ => queries.push(term),
        }
    }
    queries
}

/// A word as a term: what means something in Reddit's search syntax goes, phrases are quoted.
fn term(word: &str) -> String {
    let plain: String = word
        .chars()
        .map(|c| if matches!(c, '"' | '(' | ')' | ':' | '\\' | '*' | '^' | '~') { ' ' } else { c })
        .collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let operator = matches!(plain.as_str(), "OR" | "AND" | "NOT");
    if plain.contains([' ', '-', '+']) || operator { format!("\"{plain}\"") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discovery::patterns::tests::campaign;

    #[test]
    fn each_strategy_asks_where_it_should() {
        let campaign = campaign();
        let asked = |strategy| -> Vec<String> {
            queries(&campaign, strategy).iter().map(ToString::to_string).collect()
        };
        assert_eq!(
            asked(Strategy::Targeted),
            ["search in r/freelance: invoicing OR \"time tracking\" OR \"late payments\""]
        );
        assert_eq!(
            asked(Strategy::Global),
            ["search everywhere: invoicing OR \"time tracking\" OR \"late payments\""]
        );
        assert_eq!(asked(Strategy::Comments), ["comments in r/freelance"]);
        let competitors = asked(Strategy::Competitors);
        assert!(competitors[0].starts_with("search everywhere: (BillFox) (alternative"));
    }

    #[test]
    fn long_lists_become_several_queries_within_the_limit() {
        let mut campaign = campaign();
        campaign.keywords = (0..100).map(|n| format!("some keyword {n}")).collect();
        let asked = queries(&campaign, Strategy::Global);
        assert!(asked.len() > 1);
        let mut terms = 0;
        for listing in &asked {
            let Listing::Search { query, .. } = listing else { panic!("a search") };
            assert!(query.len() <= MAX_QUERY);
            terms += query.split(" OR ").count();
        }
        assert_eq!(terms, 100);
    }

    #[test]
    fn words_cannot_change_the_query() {
        assert_eq!(term("a\" OR author:x"), "\"a OR author x\"");
        assert_eq!(term("NOT"), "\"NOT\"");
        assert_eq!(term("(plain)"), "plain");
    }
}
