//! How well judgements fit what is true, for people.

use serde::Serialize;

use super::exit::{CliError, Exit};
use super::output::{Block, Cell, Column, ListMeta, Output, Record, Tone, write_out};
use crate::config::Settings;
use crate::discovery::quality::{CLASSES, Confusion, Mistake, Quality, Wrong};

/// The settings with one judge alone: `rules`, a provider by its name, or `configured`, all as the
/// settings have them.
///
/// # Errors
/// There is no such provider.
pub(super) fn with_judge(settings: &Settings, judge: &str) -> Result<Settings, CliError> {
    let mut settings = settings.clone();
    if judge == "configured" {
        return Ok(settings);
    }
    match settings.ai.only(judge) {
        Some(ai) => {
            settings.ai = ai;
            Ok(settings)
        }
        None => {
            let names: Vec<String> = settings.ai.chain().into_iter().map(|p| p.name).collect();
            let known = if names.is_empty() {
                "no provider is configured; `--judge rules` needs none".to_owned()
            } else {
                format!("rules, configured, or one of: {}", names.join(", "))
            };
            Err(CliError::not_found(format!("there is no judge {judge:?}"))
                .hint(known)
                .target(judge))
        }
    }
}

/// An error where F1 is below what is asked.
///
/// # Errors
/// It is (a finding).
pub(super) fn check_f1(quality: &Quality, least: Option<f64>) -> Result<(), CliError> {
    let Some(least) = least else { return Ok(()) };
    if quality.f1.is_some_and(|f1| f1 >= least) {
        return Ok(());
    }
    Err(CliError::new(Exit::Finding, format!("F1 {} is below {least}", percent(quality.f1)))
        .hint("the mistakes made with most confidence are in the report"))
}

/// Prints the figures, and tables by intent and group, of confusions, and of the worst mistakes.
///
/// # Errors
/// Standard output cannot be written, or a column is unknown.
pub(super) fn tell(
    out: &Output,
    quality: &Quality,
    first: Block,
    group: &str,
) -> anyhow::Result<()> {
    let block = first
        .line("posts", quality.posts.to_string())
        .line("true leads", quality.leads_true.to_string())
        .line("found", found(quality))
        .line("missed", quality.false_negatives.to_string())
        .line("precision", percent(quality.precision))
        .line("recall", percent(quality.recall))
        .line("F1", percent(quality.f1));
    write_out(&block.text())?;
    // Columns that were asked for are those of the mistakes.
    let tables = Output { columns: None, ..out.clone() };
    table(&tables, "by intent", &by_intent(quality))?;
    table(&tables, &format!("by {group}"), &by_group(quality))?;
    table(&tables, "what is true (rows) and what was said", &matrix(&quality.confusion))?;
    table(out, "the worst mistakes", &quality.worst.iter().cloned().map(Told).collect::<Vec<_>>())
}

fn table<T: Record>(out: &Output, title: &str, rows: &[T]) -> anyhow::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    write_out(&format!("\n{title}\n"))?;
    out.list(rows, ListMeta::default())
}

fn found(quality: &Quality) -> String {
    format!(
        "{} ({} rightly, {} wrongly)",
        quality.found, quality.true_positives, quality.false_positives
    )
}

/// A share as percent.
pub(super) fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{:.1} %", share * 100.0))
}

/// The leads of one intent.
#[derive(Serialize)]
struct ByIntent {
    intent: String,
    leads: u64,
    found: u64,
    recall: Option<f64>,
    said: u64,
    named: u64,
    precision: Option<f64>,
    f1: Option<f64>,
}

fn by_intent(quality: &Quality) -> Vec<ByIntent> {
    let row = |part: &crate::discovery::quality::IntentQuality| ByIntent {
        intent: part.intent.to_string(),
        leads: part.leads_true,
        found: part.found,
        recall: part.recall,
        said: part.said,
        named: part.named,
        precision: part.precision,
        f1: part.f1,
    };
    quality.by_intent.iter().map(row).collect()
}

fn share(share: Option<f64>) -> Cell {
    if share.is_some() { Cell::number(percent(share)) } else { Cell::absent() }
}

impl Record for ByIntent {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("intent", |r: &ByIntent| Cell::text(&r.intent)),
                Column::new("leads", |r| Cell::number(r.leads)),
                Column::new("found", |r| Cell::number(r.found)),
                Column::new("recall", |r| share(r.recall)),
                Column::new("said", |r| Cell::number(r.said)),
                Column::new("named", |r| Cell::number(r.named)),
                Column::new("precision", |r| share(r.precision)),
                Column::new("f1", |r| share(r.f1)),
            ]
        }
    }
}

/// The posts of one group.
#[derive(Serialize)]
struct ByGroup {
    group: String,
    posts: u64,
    leads: u64,
    found: u64,
    rightly: u64,
    precision: Option<f64>,
    recall: Option<f64>,
    f1: Option<f64>,
}

fn by_group(quality: &Quality) -> Vec<ByGroup> {
    let row = |part: &crate::discovery::quality::GroupQuality| ByGroup {
        group: part.group.clone(),
        posts: part.posts,
        leads: part.leads_true,
        found: part.found,
        rightly: part.true_positives,
        precision: part.precision,
        recall: part.recall,
        f1: part.f1,
    };
    quality.by_group.iter().map(row).collect()
}

impl Record for ByGroup {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("group", |r: &ByGroup| Cell::text(&r.group)),
                Column::new("posts", |r| Cell::number(r.posts)),
                Column::new("leads", |r| Cell::number(r.leads)),
                Column::new("found", |r| Cell::number(r.found)),
                Column::new("rightly", |r| Cell::number(r.rightly)),
                Column::new("precision", |r| share(r.precision)),
                Column::new("recall", |r| share(r.recall)),
                Column::new("f1", |r| share(r.f1)),
            ]
        }
    }
}

/// A row of the confusion table: how often something was said to be each class.
#[derive(Serialize)]
struct Row {
    truth: &'static str,
    said: [u64; CLASSES.len()],
}

fn matrix(cells: &[Confusion]) -> Vec<Row> {
    let row = |truth: &'static str| {
        let said = CLASSES.map(|said| {
            let cell = cells.iter().find(|cell| (cell.truth, cell.said) == (truth, said));
            cell.map_or(0, |cell| cell.count)
        });
        Row { truth, said }
    };
    CLASSES.into_iter().map(row).filter(|row| row.said.iter().sum::<u64>() > 0).collect()
}

fn times(row: &Row, class: usize) -> Cell {
    match row.said[class] {
        0 => Cell::number("."),
        count if CLASSES[class] == row.truth => Cell::number(count).tone(Tone::Good),
        count => Cell::number(count),
    }
}

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("truth", |r: &Row| Cell::text(r.truth)),
                Column::new("seeking", |r| times(r, 0)),
                Column::new("compares", |r| times(r, 1)),
                Column::new("complains", |r| times(r, 2)),
                Column::new("pain", |r| times(r, 3)),
                Column::new("talk", |r| times(r, 4)),
                Column::new("lead", |r| times(r, 5)),
                Column::new("not_lead", |r| times(r, 6)),
            ]
        }
    }
}

/// A mistake as a row.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Told(pub(super) Mistake);

impl Record for Told {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("wrong", |r: &Told| {
                    Cell::text(r.0.wrong.as_str()).tone(match r.0.wrong {
                        Wrong::Found => Tone::Bad,
                        Wrong::Missed => Tone::Warn,
                    })
                }),
                Column::new("id", |r| Cell::text(&r.0.id)),
                Column::new("truth", |r| Cell::text(r.0.truth)),
                Column::new("said", |r| Cell::text(r.0.said)),
                Column::new("sure", |r| share(r.0.confidence)),
                Column::new("title", |r: &Told| Cell::text(&r.0.title)).cut(),
                Column::wide("group", |r| Cell::maybe(r.0.group.as_deref())),
                Column::wide("reason", |r| Cell::maybe(r.0.reason.as_deref())),
            ]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Overrides, load};

    #[test]
    fn a_low_f1_is_a_finding() {
        let quality = Quality { f1: Some(0.7), ..Quality::default() };
        assert!(check_f1(&quality, None).is_ok() && check_f1(&quality, Some(0.7)).is_ok());
        let error = check_f1(&quality, Some(0.8)).unwrap_err();
        assert_eq!(error.exit, Exit::Finding);
        assert_eq!(error.message, "F1 70.0 % is below 0.8");
        assert!(check_f1(&Quality::default(), Some(0.1)).is_err(), "nothing was found");
    }

    #[test]
    fn a_judge_is_the_rules_one_provider_or_all() {
        let mut settings = load(&Overrides::default()).unwrap().settings;
        settings.ai = crate::config::AiSettings::default();
        assert!(with_judge(&settings, "rules").unwrap().ai.chain().is_empty());
        assert!(with_judge(&settings, "openai").unwrap_err().hint.unwrap().contains("rules"));
        settings.ai.base_url = Some("http://h/v1".to_owned());
        assert_eq!(with_judge(&settings, "openai").unwrap().ai.chain().len(), 1);
        assert_eq!(with_judge(&settings, "configured").unwrap().ai.chain().len(), 1);
        assert!(with_judge(&settings, "rules").unwrap().ai.chain().is_empty());
        assert!(with_judge(&settings, "gemini").unwrap_err().hint.unwrap().contains("openai"));
    }

    #[test]
    fn the_matrix_has_a_row_for_each_truth_there_is() {
        let cell = |truth, said, count| Confusion { truth, said, count };
        let rows = matrix(&[cell("pain_point", "not_lead", 3), cell("not_lead", "not_lead", 9)]);
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].truth, rows[0].said[6], rows[0].said[3]), ("pain_point", 3, 0));
    }
}
