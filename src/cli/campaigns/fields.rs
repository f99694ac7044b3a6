use std::path::PathBuf;

use clap::Args;

use super::file::{self, FileFormat};
use crate::cli::context::Context;
use crate::cli::exit::CliError;
use crate::model::CampaignDraft;

/// One of a campaign's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Keywords,
    NegativeKeywords,
    Subreddits,
    Competitors,
    BlockedSubreddits,
}

impl List {
    pub(super) const ALL: [Self; 5] = [
        Self::Keywords,
        Self::NegativeKeywords,
        Self::Subreddits,
        Self::Competitors,
        Self::BlockedSubreddits,
    ];

    /// The field's name in files and JSON.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Keywords => "keywords",
            Self::NegativeKeywords => "negative_keywords",
            Self::Subreddits => "subreddits",
            Self::Competitors => "competitors",
            Self::BlockedSubreddits => "blocked_subreddits",
        }
    }

    pub(super) fn of(self, draft: &CampaignDraft) -> &Vec<String> {
        match self {
            Self::Keywords => &draft.keywords,
            Self::NegativeKeywords => &draft.negative_keywords,
            Self::Subreddits => &draft.subreddits,
            Self::Competitors => &draft.competitors,
            Self::BlockedSubreddits => &draft.blocked_subreddits,
        }
    }

    pub(super) fn of_mut(self, draft: &mut CampaignDraft) -> &mut Vec<String> {
        match self {
            Self::Keywords => &mut draft.keywords,
            Self::NegativeKeywords => &mut draft.negative_keywords,
            Self::Subreddits => &mut draft.subreddits,
            Self::Competitors => &mut draft.competitors,
            Self::BlockedSubreddits => &mut draft.blocked_subreddits,
        }
    }
}

/// What a campaign says, from flags and from a file; flags win.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "The campaign")]
pub struct FieldArgs {
    /// Its name as people read it; its id is made from the first one
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// What you sell, in a sentence or two; an AI judge is told it
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// Words and phrases that mark a post as on topic
    #[arg(long = "keyword", alias = "keywords", value_name = "WORDS", value_delimiter = ',')]
    keywords: Option<Vec<String>>,
    /// Words and phrases that rule a post out
    #[arg(
        long = "negative-keyword",
        alias = "negative-keywords",
        value_name = "WORDS",
        value_delimiter = ','
    )]
    negative_keywords: Option<Vec<String>>,
    /// Where to look
    #[arg(long = "subreddit", alias = "subreddits", value_name = "NAMES", value_delimiter = ',')]
    subreddits: Option<Vec<String>>,
    /// Products whose unhappy users you want
    #[arg(long = "competitor", alias = "competitors", value_name = "NAMES", value_delimiter = ',')]
    competitors: Option<Vec<String>>,
    /// Subreddits whose posts are never leads
    #[arg(
        long = "blocked-subreddit",
        alias = "blocked-subreddits",
        value_name = "NAMES",
        value_delimiter = ','
    )]
    blocked_subreddits: Option<Vec<String>>,
    /// Read all this from a TOML, JSON or YAML file; - is standard input
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// What the file holds [default: by its ending, else guessed]
    #[arg(long, value_enum, requires = "from", value_name = "FORMAT")]
    format: Option<FileFormat>,
}

/// The fields that were given, by flag or file, and what of them cannot be taken.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Fields {
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) lists: [Option<Vec<String>>; 5],
    pub(super) problems: Vec<Problem>,
    /// Fields of the file that were left aside, as they are no one's to set.
    pub(super) ignored: Vec<String>,
}

/// A field that cannot be taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) field: String,
    pub(super) why: String,
}

impl FieldArgs {
    /// Reads the file, where there is one, and puts the flags on top.
    pub(super) fn fields(self, ctx: &Context) -> anyhow::Result<Fields> {
        let mut fields = match &self.from {
            Some(path) => file::read(path, self.format)?,
            None => Fields::default(),
        };
        if !fields.ignored.is_empty() {
            let names = fields.ignored.join(", ");
            ctx.out.note(&format!("left aside, as a file does not set them: {names}"));
        }
        let flags = [
            self.keywords,
            self.negative_keywords,
            self.subreddits,
            self.competitors,
            self.blocked_subreddits,
        ];
        let mut won = Vec::new();
        for (text, slot, field) in [
            (self.name, &mut fields.name, "name"),
            (self.description, &mut fields.description, "description"),
        ] {
            if text.is_some() {
                *slot = text;
                won.push(field);
            }
        }
        for ((flag, slot), list) in flags.into_iter().zip(&mut fields.lists).zip(List::ALL) {
            if flag.is_some() {
                *slot = flag;
                won.push(list.field());
            }
        }
        fields.problems.retain(|p| !won.contains(&p.field.as_str()));
        Ok(fields)
    }
}

impl Fields {
    /// Whether nothing was given.
    pub(super) fn is_empty(&self) -> bool {
        self.name.is_none()
            && self.description.is_none()
            && self.lists.iter().all(Option::is_none)
            && self.problems.is_empty()
    }

    /// Puts what was given in the place of what `draft` says.
    pub(super) fn apply(&self, draft: &mut CampaignDraft) {
        if let Some(name) = &self.name {
            draft.name.clone_from(name);
        }
        if let Some(description) = &self.description {
            draft.description.clone_from(description);
        }
        for (given, list) in self.lists.iter().zip(List::ALL) {
            if let Some(entries) = given {
                list.of_mut(draft).clone_from(entries);
            }
        }
    }
}

/// Checks a draft as a whole: every problem at once, those found before included.
pub(super) fn checked(
    draft: CampaignDraft,
    mut problems: Vec<Problem>,
) -> Result<CampaignDraft, CliError> {
    let checked = draft.checked();
    if let Err(errors) = &checked {
        for error in errors {
            // What could not even be read is told once.
            if problems.iter().all(|p| p.field != error.field) {
                problems
                    .push(Problem { field: error.field.to_owned(), why: error.problem.clone() });
            }
        }
    }
    match checked {
        Ok(draft) if problems.is_empty() => Ok(draft),
        _ => {
            let told: Vec<String> =
                problems.iter().map(|p| format!("{}: {}", p.field, p.why)).collect();
            Err(CliError::usage(format!("the campaign is not acceptable: {}", told.join("; ")))
                .hint("`leadctl campaigns add --help` shows what a campaign looks like"))
        }
    }
}
