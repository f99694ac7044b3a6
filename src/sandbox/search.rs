//! Reddit's search syntax, as far as anybody uses it: words, "phrases", `AND`, `OR`, `NOT`, `-`,
//! parentheses, and the fields `title:`, `selftext:`, `subreddit:` and `author:`.

use std::hash::{DefaultHasher, Hash, Hasher};

/// Deepest nesting of parentheses; what is deeper is read as if it stood one level up.
const MAX_DEPTH: u8 = 16;

/// What of a post can be searched.
#[derive(Debug, Clone, Default)]
pub struct Searchable {
    /// The words of its title, from [`words`].
    pub title: Vec<u64>,
    /// The words of its text, from [`words`].
    pub body: Vec<u64>,
    /// Its subreddit in lower case.
    pub subreddit: String,
    /// Its author in lower case.
    pub author: String,
}

/// The words of a text without regard to case, each as a number that is quick to compare.
pub fn words(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut hasher = DefaultHasher::new();
            word.to_lowercase().hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}

/// A query that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// Everything.
    All,
    /// These words in a row, in the title or the text.
    Words(Vec<u64>),
    /// These words in a row, in the title.
    Title(Vec<u64>),
    /// These words in a row, in the text.
    Body(Vec<u64>),
    /// In this subreddit, in lower case.
    Subreddit(String),
    /// By this author, in lower case.
    Author(String),
    /// Not this.
    Not(Box<Query>),
    /// All of these.
    And(Vec<Query>),
    /// One of these.
    Or(Vec<Query>),
}

impl Query {
    /// Understands a query. Nothing is wrong: what makes no sense is left out, as Reddit does.
    pub fn parse(text: &str) -> Self {
        let tokens = tokens(text);
        let mut parser = Parser { tokens: &tokens, at: 0, depth: 0 };
        let mut parts = Vec::new();
        while parser.at < parser.tokens.len() {
            parts.extend(parser.or());
            // A closing parenthesis that nobody opened.
            if parser.peek() == Some(&Token::Close) {
                parser.at += 1;
            }
        }
        joined(parts, Query::And).unwrap_or(Query::All)
    }

    /// Whether a post matches.
    pub fn matches(&self, post: &Searchable) -> bool {
        match self {
            Self::All => true,
            Self::Words(words) => in_a_row(&post.title, words) || in_a_row(&post.body, words),
            Self::Title(words) => in_a_row(&post.title, words),
            Self::Body(words) => in_a_row(&post.body, words),
            Self::Subreddit(name) => post.subreddit == *name,
            Self::Author(name) => post.author == *name,
            Self::Not(query) => !query.matches(post),
            Self::And(queries) => queries.iter().all(|query| query.matches(post)),
            Self::Or(queries) => queries.iter().any(|query| query.matches(post)),
        }
    }
}

fn in_a_row(text: &[u64], words: &[u64]) -> bool {
    words.is_empty() || text.windows(words.len()).any(|window| window == words)
}

/// One as it is, several joined, none as nothing.
fn joined(mut parts: Vec<Query>, join: fn(Vec<Query>) -> Query) -> Option<Query> {
    if parts.len() > 1 { Some(join(parts)) } else { parts.pop() }
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    And,
    Or,
    Not,
    /// A field, as in `title:`.
    Field(String),
    /// A word or a phrase.
    Text(String),
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    let mut begins = true;
    while let Some(c) = chars.next() {
        match c {
            '(' => tokens.push(Token::Open),
            ')' => tokens.push(Token::Close),
            '"' => {
                let phrase = chars.by_ref().take_while(|&c| c != '"').collect();
                tokens.push(Token::Text(phrase));
            }
            '-' if begins => tokens.push(Token::Not),
            c if c.is_whitespace() => {}
            c => {
                let mut word = String::from(c);
                let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | ':');
                while let Some(c) = chars.next_if(|&c| !ends(c)) {
                    word.push(c);
                }
                let field = chars.next_if_eq(&':').is_some();
                tokens.push(word_token(word, field));
            }
        }
        begins = c.is_whitespace() || c == '(' || matches!(tokens.last(), Some(Token::Field(_)));
    }
    tokens
}

fn word_token(word: String, field: bool) -> Token {
    match word.as_str() {
        "AND" if !field => Token::And,
        "OR" if !field => Token::Or,
        "NOT" if !field => Token::Not,
        _ if field => Token::Field(word.to_lowercase()),
        _ => Token::Text(word),
    }
}

struct Parser<'t> {
    tokens: &'t [Token],
    at: usize,
    depth: u8,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.at)
    }

    fn or(&mut self) -> Option<Query> {
        let mut parts: Vec<Query> = self.and().into_iter().collect();
        while self.peek() == Some(&Token::Or) {
            self.at += 1;
            parts.extend(self.and());
        }
        joined(parts, Query::Or)
    }

    fn and(&mut self) -> Option<Query> {
        let mut parts = Vec::new();
        loop {
            match self.peek() {
                None | Some(Token::Or | Token::Close) => return joined(parts, Query::And),
                Some(Token::And) => self.at += 1,
                Some(_) => parts.extend(self.one()),
            }
        }
    }

    fn one(&mut self) -> Option<Query> {
        let token = self.peek()?;
        self.at += 1;
        match token {
            Token::Not => {
                let mut odd = true;
                while self.peek() == Some(&Token::Not) {
                    self.at += 1;
                    odd = !odd;
                }
                match self.peek() {
                    None | Some(Token::Or | Token::And | Token::Close) => None,
                    Some(_) => {
                        let query = self.one()?;
                        Some(if odd { Query::Not(Box::new(query)) } else { query })
                    }
                }
            }
            Token::Open if self.depth < MAX_DEPTH => {
                self.depth += 1;
                let query = self.or();
                self.depth -= 1;
                if self.peek() == Some(&Token::Close) {
                    self.at += 1;
                }
                query
            }
            Token::Text(text) => Some(Query::Words(words(text))).filter(said),
            Token::Field(name) => self.field(name),
            Token::Open | Token::Close | Token::And | Token::Or => None,
        }
    }

    fn field(&mut self, name: &str) -> Option<Query> {
        // Parentheses after a field hold for its words alike: `title:(a OR b)`.
        if self.peek() == Some(&Token::Open) {
            return self.one().map(|query| within(query, name));
        }
        let Some(Token::Text(text)) = self.peek() else { return None };
        self.at += 1;
        Some(match name {
            "subreddit" => Query::Subreddit(text.to_lowercase()),
            "author" => Query::Author(text.to_lowercase()),
            _ => within(Query::Words(words(text)), name),
        })
        .filter(said)
    }
}

fn said(query: &Query) -> bool {
    !matches!(query, Query::Words(w) | Query::Title(w) | Query::Body(w) if w.is_empty())
}

/// The query for one field only; for a field that is not known, for all.
fn within(query: Query, field: &str) -> Query {
    let all = |queries: Vec<Query>| queries.into_iter().map(|q| within(q, field)).collect();
    match query {
        Query::Words(words) if field == "title" => Query::Title(words),
        Query::Words(words) if field == "selftext" => Query::Body(words),
        Query::Not(query) => Query::Not(Box::new(within(*query, field))),
        Query::And(queries) => Query::And(all(queries)),
        Query::Or(queries) => Query::Or(all(queries)),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(query: &str, title: &str, body: &str) -> bool {
        Query::parse(query).matches(&Searchable {
            title: words(title),
            body: words(body),
            subreddit: "freelancedesk".to_owned(),
            author: "tidy_finch".to_owned(),
        })
    }

    #[test]
    fn words_phrases_and_operators() {
        let (title, body) = ("Time tracking for two?", "I send an Invoice, e-mail is fine");
        for (query, expected) in [
            ("", true),
            ("invoice", true),
            ("invo", false),
            ("INVOICE time", true),
            ("invoice cake", false),
            ("invoice AND time", true),
            ("\"time tracking\"", true),
            ("\"tracking time\"", false),
            ("cake OR \"time tracking\" OR tea", true),
            ("e-mail", true),
            ("cake OR tea", false),
            ("invoice -cake", true),
            ("invoice -time", false),
            ("invoice NOT \"time tracking\"", false),
            ("NOT NOT invoice", true),
            ("title:time", true),
            ("title:invoice", false),
            ("selftext:\"an invoice\"", true),
            ("title:(cake OR tracking)", true),
            ("subreddit:FreelanceDesk invoice", true),
            ("subreddit:other", false),
            ("author:tidy_finch", true),
        ] {
            assert_eq!(finds(query, title, body), expected, "{query}");
        }
    }

    #[test]
    fn groups_bind_tighter_than_or() {
        let query = "(BillFox OR \"Hour Herd\") (alternative OR leaving)";
        assert!(finds(query, "Leaving BillFox", ""));
        assert!(finds(query, "An alternative", "to hour herd"));
        assert!(!finds(query, "BillFox is fine", ""));
        assert!(!finds(query, "Leaving home", ""));
    }

    #[test]
    fn nonsense_is_tolerated() {
        for query in
            ["(", ")", "((a", "a))", "OR", "NOT", "-", "\"", "title:", "title:OR", "a OR", ") b"]
        {
            Query::parse(query);
        }
        Query::parse(&"(".repeat(5000));
        assert!(finds("cake) OR invoice", "invoice", "cake"));
        assert_eq!(Query::parse("\"!?\""), Query::All);
    }
}
