use std::fmt::Write;

use clap::Args;

use super::fields::{FieldArgs, Fields, List, Problem, checked};
use super::find;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActReport, plain};
use crate::model::{Campaign, CampaignDraft};
use crate::services::Services;

/// Which campaign, and what of it changes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl campaigns edit acme-invoices --add-keyword \"billing tool\" --remove-keyword invoicing
  leadctl campaigns edit acme-invoices --subreddit freelance,smallbusiness
  leadctl campaigns edit acme-invoices --blocked-subreddit \"\"
  leadctl campaigns edit acme-invoices --from acme.toml --dry-run

--keyword and the like replace a whole list (\"\" empties it); --add-keyword and --remove-keyword
change it. What a file does not name stays. A campaign keeps its id under a new name. A change of
anything but the name makes a new version, for which posts are judged anew.")]
pub struct EditArgs {
    /// Its id or name
    #[arg(value_name = "CAMPAIGN")]
    campaign: String,
    #[command(flatten)]
    fields: FieldArgs,
    #[command(flatten)]
    changes: ListChanges,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Entries to add to lists and to take from them.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Changes to its lists")]
pub struct ListChanges {
    /// Add to the keywords
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    add_keyword: Vec<String>,
    /// Take from the keywords
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    remove_keyword: Vec<String>,
    /// Add to the negative keywords
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    add_negative_keyword: Vec<String>,
    /// Take from the negative keywords
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    remove_negative_keyword: Vec<String>,
    /// Add to the subreddits
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    add_subreddit: Vec<String>,
    /// Take from the subreddits
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    remove_subreddit: Vec<String>,
    /// Add to the competitors
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    add_competitor: Vec<String>,
    /// Take from the competitors
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    remove_competitor: Vec<String>,
    /// Add to the blocked subreddits
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    add_blocked_subreddit: Vec<String>,
    /// Take from the blocked subreddits
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    remove_blocked_subreddit: Vec<String>,
}

impl ListChanges {
    fn of(&self, list: List) -> (&[String], &[String]) {
        match list {
            List::Keywords => (&self.add_keyword, &self.remove_keyword),
            List::NegativeKeywords => (&self.add_negative_keyword, &self.remove_negative_keyword),
            List::Subreddits => (&self.add_subreddit, &self.remove_subreddit),
            List::Competitors => (&self.add_competitor, &self.remove_competitor),
            List::BlockedSubreddits => {
                (&self.add_blocked_subreddit, &self.remove_blocked_subreddit)
            }
        }
    }

    fn is_empty(&self) -> bool {
        List::ALL.iter().all(|&list| {
            let (add, remove) = self.of(list);
            add.is_empty() && remove.is_empty()
        })
    }

    /// Changes the lists of `draft`; entries to be taken away that are not there are problems.
    fn apply(&self, draft: &mut CampaignDraft) -> Vec<Problem> {
        let mut problems = Vec::new();
        for list in List::ALL {
            let (add, remove) = self.of(list);
            let entries = list.of_mut(draft);
            for gone in remove {
                let before = entries.len();
                entries.retain(|entry| !same(list, entry, gone));
                if entries.len() == before {
                    let why = format!("{gone:?} is not among them");
                    problems.push(Problem { field: list.field().to_owned(), why });
                }
            }
            entries.extend_from_slice(add);
        }
        problems
    }
}

/// Whether two entries mean the same, without regard to case, spaces and `r/`.
fn same(list: List, a: &str, b: &str) -> bool {
    let key = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        match list {
            List::Subreddits | List::BlockedSubreddits => {
                text.trim_matches('/').trim_start_matches("r/").to_owned()
            }
            _ => text,
        }
    };
    key(a) == key(b)
}

impl EditArgs {
    pub(super) async fn run(self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let fields = self.fields.fields(ctx)?;
        if fields.is_empty() && self.changes.is_empty() {
            return Err(CliError::usage("nothing to change was given")
                .hint("see `leadctl campaigns edit --help`")
                .into());
        }
        let before = find(services, &self.campaign).await?;
        let draft = changed(&before, fields, &self.changes)?;
        let lines = differences(&before.clone().into(), &draft);
        let mut report = ActReport::new(self.dry_run);
        if lines.is_empty() {
            report.skipped(&before.id);
            ctx.out.act(&report, &format!("campaign {} says all that already", before.id))?;
            return Ok(Exit::Done);
        }
        let judged_anew =
            CampaignDraft { name: draft.name.clone(), ..before.clone().into() } != draft;
        let version = if self.dry_run {
            before.version + i64::from(judged_anew)
        } else {
            services
                .store
                .update_campaign(&before.id, draft, services.clock.now())
                .await?
                .ok_or_else(|| crate::store::StoreError::NoCampaign(before.id.clone()))?
                .version
        };
        report.acted(&before.id);
        ctx.out.act(&report, &told(&before, &lines, version, self.dry_run))?;
        Ok(Exit::Done)
    }
}

fn changed(
    before: &Campaign,
    fields: Fields,
    changes: &ListChanges,
) -> Result<CampaignDraft, CliError> {
    let mut draft = CampaignDraft::from(before.clone());
    fields.apply(&mut draft);
    let mut problems = fields.problems;
    problems.extend(changes.apply(&mut draft));
    checked(draft, problems)
}

fn told(before: &Campaign, lines: &[String], version: i64, dry_run: bool) -> String {
    let verb = if dry_run { "would change" } else { "changed" };
    let mut text = format!("{verb} campaign {}", before.id);
    for line in lines {
        let _ = write!(text, "\n  {line}");
    }
    let _ = match (version > before.version, dry_run) {
        (true, false) => write!(text, "\nversion {version}: posts are judged anew"),
        (true, true) => write!(text, "\nversion {version}: posts would be judged anew"),
        (false, _) => write!(text, "\nversion {version} as before: what was judged stands"),
    };
    text
}

/// One line for each field that differs.
fn differences(before: &CampaignDraft, after: &CampaignDraft) -> Vec<String> {
    let mut lines = Vec::new();
    for (field, old, new) in [
        ("name", &before.name, &after.name),
        ("description", &before.description, &after.description),
    ] {
        if old != new {
            lines.push(plain(&format!("{field}: {old:?} -> {new:?}")).into_owned());
        }
    }
    for list in List::ALL {
        let (old, new) = (list.of(before), list.of(after));
        let gone = old.iter().filter(|e| !new.contains(e)).map(|e| format!("-{e:?}"));
        let come = new.iter().filter(|e| !old.contains(e)).map(|e| format!("+{e:?}"));
        let parts: Vec<String> = come.chain(gone).collect();
        if !parts.is_empty() {
            lines.push(plain(&format!("{}: {}", list.field(), parts.join(" "))).into_owned());
        } else if old != new {
            lines.push(format!("{}: in another order", list.field()));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> CampaignDraft {
        CampaignDraft {
            name: "A".into(),
            keywords: vec!["Invoice  Tool".into(), "b".into()],
            subreddits: vec!["Freelance".into()],
            ..CampaignDraft::default()
        }
    }

    #[test]
    fn entries_are_taken_away_without_regard_to_case_and_prefix() {
        let changes = ListChanges {
            remove_keyword: vec!["invoice tool".into()],
            remove_subreddit: vec!["/r/freelance".into()],
            add_subreddit: vec!["smallbusiness".into()],
            ..ListChanges::default()
        };
        let mut after = draft();
        assert_eq!(changes.apply(&mut after), []);
        assert_eq!(after.keywords, ["b"]);
        assert_eq!(after.subreddits, ["smallbusiness"]);
        let lines = differences(&draft(), &after);
        assert_eq!(
            lines,
            ["keywords: -\"Invoice  Tool\"", "subreddits: +\"smallbusiness\" -\"Freelance\""]
        );
    }

    #[test]
    fn what_is_not_there_cannot_be_taken_away() {
        let changes = ListChanges { remove_competitor: vec!["x".into()], ..ListChanges::default() };
        let problems = changes.apply(&mut draft());
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].field, "competitors");
    }
}
