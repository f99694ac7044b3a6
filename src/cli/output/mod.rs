//! The only place that knows tables, JSON, YAML and CSV.
//!
//! - [`plain()`]: makes hostile text safe to print
//! - [`Record`]: one value, as a row of a table or as an object
//! - [`Output`]: prints records, pages, streams and reports in the format asked for

mod block;
mod report;
mod size;
mod table;

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use serde_json::{Value, json};

pub use block::Block;
pub use report::{ActError, ActReport, Acts};
pub use size::bytes_text;
pub use table::{Cell, Column, Record, Tone};

pub use crate::plain::{plain, plain_block};

use super::exit::CliError;

/// How data is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Table,
    /// One document.
    Json,
    /// One document.
    Yaml,
    /// With a header line; cells that a spreadsheet would run as a formula are defused.
    Csv,
    /// One object a line.
    Ndjson,
}

/// What stands beside the items of a list.
#[derive(Debug, Clone, Default)]
pub struct ListMeta {
    /// Cursor of the next page.
    pub next: Option<String>,
    /// What the reader should know about the list.
    pub warnings: Vec<String>,
    /// Figures about it.
    pub meta: serde_json::Map<String, Value>,
    /// What to say, on a terminal, where the list is empty.
    pub empty_hint: Option<String>,
}

/// Where and how a command prints.
#[derive(Debug, Clone)]
pub struct Output {
    /// The format asked for.
    pub format: Format,
    /// Colour on standard output.
    pub color: bool,
    /// No notes and no progress on standard error.
    pub quiet: bool,
    /// Columns of tables and CSV, in this order; the usual ones where absent.
    pub columns: Option<Vec<String>>,
    /// Print the header line of tables and CSV.
    pub headers: bool,
    /// What was done so far.
    pub acts: Acts,
}

impl Output {
    /// Whether standard error is a terminal that may show progress.
    pub fn shows_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// The bar that `make` gives, in the style of an indicatif template, where progress may be
    /// shown; else one that shows nothing.
    pub fn progress(&self, template: &str, make: impl FnOnce() -> ProgressBar) -> ProgressBar {
        if !self.shows_progress() {
            return ProgressBar::hidden();
        }
        let bar = make();
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar
    }

    /// Prints a whole list.
    ///
    /// # Errors
    /// An unknown column (usage), or standard output cannot be written.
    pub fn list<T: Record>(&self, items: &[T], meta: ListMeta) -> anyhow::Result<()> {
        match self.format {
            Format::Table => {
                for warning in &meta.warnings {
                    self.note(&format!("warning: {warning}"));
                }
                if items.is_empty() {
                    self.selected::<T>()?;
                    if let Some(hint) = &meta.empty_hint {
                        self.note(hint);
                    }
                    return Ok(());
                }
                let columns = self.selected::<T>()?;
                write_out(&table::render(items, &columns, self.headers, self.color))?;
                if let Some(next) = &meta.next {
                    self.note(&format!("more: --cursor {next}"));
                }
                Ok(())
            }
            Format::Json | Format::Yaml => self.document(&json!({
                "items": items, "next": meta.next, "warnings": meta.warnings, "meta": meta.meta,
            })),
            Format::Csv | Format::Ndjson => {
                let mut stream = self.stream::<T>()?;
                for item in items {
                    stream.push(item)?;
                }
                stream.finish()
            }
        }
    }

    /// Prints one thing: `human` is what a table would be.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn show<T: Serialize>(
        &self,
        value: &T,
        human: impl FnOnce() -> String,
    ) -> anyhow::Result<()> {
        match self.format {
            Format::Table | Format::Csv => write_out(&human()),
            Format::Json | Format::Yaml => self.document(&serde_json::to_value(value)?),
            Format::Ndjson => write_out(&format!("{}\n", serde_json::to_string(value)?)),
        }
    }

    /// Prints what a command that changes things has done, or would do, and remembers it.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn act(&self, report: &ActReport, human: &str) -> anyhow::Result<()> {
        self.acts.add(report);
        match self.format {
            Format::Table | Format::Csv => {
                for error in &report.errors {
                    eprintln!("error: {}", plain(&error.message));
                }
                if self.quiet { Ok(()) } else { write_out(&format!("{human}\n")) }
            }
            _ => self.show(report, String::new),
        }
    }

    /// A stream of records of unknown length, printed as they come: NDJSON and CSV, or rows.
    ///
    /// # Errors
    /// An unknown column.
    pub fn stream<T: Record>(&self) -> anyhow::Result<RecordStream<T>> {
        self.stream_to(Box::new(io::stdout()))
    }

    /// The same, to somewhere else than standard output.
    ///
    /// # Errors
    /// An unknown column, or the target cannot be written.
    pub fn stream_to<T: Record>(&self, to: Box<dyn Write>) -> anyhow::Result<RecordStream<T>> {
        RecordStream::new(self, to)
    }

    /// Says something to a person, on standard error.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            let _ = writeln!(io::stderr(), "{text}");
        }
    }

    /// Prints one JSON or YAML document.
    fn document(&self, value: &Value) -> anyhow::Result<()> {
        if self.format == Format::Yaml {
            write_out(&serde_saphyr::to_string(value)?)
        } else {
            write_out(&format!("{}\n", serde_json::to_string_pretty(value)?))
        }
    }

    /// The columns asked for, or for a table the usual ones and for CSV all.
    fn selected<T: Record>(&self) -> Result<Vec<&'static Column<T>>, CliError> {
        let all = T::columns();
        match &self.columns {
            None => Ok(all.iter().filter(|c| !c.wide || self.format == Format::Csv).collect()),
            Some(names) => names
                .iter()
                .map(|name| {
                    all.iter().find(|c| c.name.eq_ignore_ascii_case(name.trim())).ok_or_else(|| {
                        let known: Vec<&str> = all.iter().map(|c| c.name).collect();
                        CliError::usage(format!("there is no column {name:?}"))
                            .hint(format!("columns here are {}", known.join(", ")))
                    })
                })
                .collect(),
        }
    }
}

/// Prints records one at a time.
pub struct RecordStream<T: Record + 'static> {
    sink: Sink<T>,
}

enum Sink<T: Record + 'static> {
    Ndjson(io::BufWriter<Box<dyn Write>>),
    Csv(Box<csv::Writer<Box<dyn Write>>>, Vec<&'static Column<T>>),
    Collected(Vec<Value>, Output),
}

impl<T: Record> RecordStream<T> {
    fn new(out: &Output, to: Box<dyn Write>) -> anyhow::Result<Self> {
        let sink = match out.format {
            Format::Ndjson | Format::Table => Sink::Ndjson(io::BufWriter::new(to)),
            Format::Json | Format::Yaml => Sink::Collected(Vec::new(), out.clone()),
            Format::Csv => {
                let columns = out.selected::<T>()?;
                let mut writer = csv::Writer::from_writer(to);
                if out.headers {
                    writer.write_record(columns.iter().map(|c| c.name))?;
                }
                Sink::Csv(Box::new(writer), columns)
            }
        };
        Ok(Self { sink })
    }

    /// Prints one record.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn push(&mut self, item: &T) -> anyhow::Result<()> {
        match &mut self.sink {
            Sink::Ndjson(out) => {
                serde_json::to_writer(&mut *out, item)?;
                out.write_all(b"\n")?;
            }
            Sink::Csv(writer, columns) => {
                writer.write_record(columns.iter().map(|c| table::csv_cell(&(c.cell)(item))))?;
            }
            Sink::Collected(items, _) => items.push(serde_json::to_value(item)?),
        }
        Ok(())
    }

    /// Hands on what is buffered, so that a reader of the pipe sees it now.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn flush(&mut self) -> anyhow::Result<()> {
        match &mut self.sink {
            Sink::Ndjson(out) => out.flush()?,
            Sink::Csv(writer, _) => writer.flush()?,
            Sink::Collected(..) => {}
        }
        Ok(())
    }

    /// Ends the stream; a JSON or YAML document is printed now.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn finish(mut self) -> anyhow::Result<()> {
        self.flush()?;
        if let Sink::Collected(items, out) = &self.sink {
            out.document(&json!({"items": items, "next": null, "warnings": [], "meta": {}}))?;
        }
        Ok(())
    }
}

/// Writes to standard output.
///
/// # Errors
/// Standard output cannot be written; a closed pipe is told apart in `main`.
pub fn write_out(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}
