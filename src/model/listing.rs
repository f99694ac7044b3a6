/// One thing to ask Reddit for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Listing {
    /// Submissions that match a query, newest first.
    Search {
        /// Where; everywhere when absent.
        subreddit: Option<String>,
        /// In Reddit's search syntax.
        query: String,
    },
    /// The newest submissions of a subreddit.
    New {
        /// Where.
        subreddit: String,
    },
    /// The newest comments of a subreddit.
    Comments {
        /// Where.
        subreddit: String,
    },
}

impl std::fmt::Display for Listing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Search { subreddit: Some(name), query } => {
                write!(f, "search in r/{name}: {query}")
            }
            Self::Search { subreddit: None, query } => write!(f, "search everywhere: {query}"),
            Self::New { subreddit } => write!(f, "new in r/{subreddit}"),
            Self::Comments { subreddit } => write!(f, "comments in r/{subreddit}"),
        }
    }
}
