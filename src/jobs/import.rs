//! Posts from a dump, through the pipeline that live posts take.
//!
//! A thread of its own reads and parses, a batch ahead of the pipeline. How far the import has come
//! is kept with each batch, so that one that was broken off goes on where it stopped; what a batch
//! holds twice is known to the pipeline.

use std::io;
use std::thread;

use serde::{Deserialize, Serialize};
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio_util::sync::CancellationToken;

use super::pipeline::{Pipeline, PipelineError, Tally};
use crate::model::{Campaign, Post};
use crate::plain::plain;
use crate::reddit::dump::{LineReader, LineStatus, MAX_LINE, parse_line};
use crate::services::Services;
use crate::store::{ImportCheckpoint, StoreError};

/// Lines taken at a time.
const BATCH: u64 = 2_000;
/// Bytes of text after which a batch is full, however few its lines are.
const BATCH_BYTES: usize = 16 * 1024 * 1024;
/// Batches parsed ahead.
const AHEAD: usize = 2;
/// Lines that could not be read which are told one by one.
const REJECTS_TOLD: usize = 20;
/// Longest piece of a reason that is told, in characters.
const REASON: usize = 300;

/// What can end an import badly.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The input broke off or is damaged.
    #[error("cannot read on after line {line}: {source}; what came before is kept")]
    Read {
        /// The last line that was read.
        line: u64,
        /// Why.
        source: io::Error,
    },
    /// What was found could not be kept.
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    /// How far the import has come could not be kept or read.
    #[error("how far the import has come could not be kept")]
    Checkpoint(#[from] StoreError),
    /// The thread that reads could not be started.
    #[error("cannot start reading: {0}")]
    Thread(io::Error),
}

/// A line that is no post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reject {
    /// Its number in the input, counted from 1.
    pub line: u64,
    /// What is wrong with it, made safe to print.
    pub reason: String,
}

/// What an import came to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportSummary {
    /// Lines that hold something.
    pub lines: u64,
    /// Lines that are no post.
    pub rejected: u64,
    /// The first of those.
    pub rejects: Vec<Reject>,
    /// What became of the posts.
    #[serde(flatten)]
    pub tally: Tally,
}

/// How far an import has come, told after each batch.
#[derive(Debug, Clone, Copy)]
pub struct ImportProgress<'a> {
    /// Bytes taken from the input, compressed where it is.
    pub bytes: u64,
    /// The figures so far.
    pub summary: &'a ImportSummary,
    /// What the judge had to say to the last batch, safe to print.
    pub notes: &'a [String],
}

/// How to import.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// Names the input among the checkpoints; without it nothing is resumed.
    pub key: Option<String>,
    /// Begin anew, also where an import of this input was broken off.
    pub restart: bool,
    /// Stops after the batch at hand.
    pub stop: CancellationToken,
}

/// How an import ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The figures, with those from before a break.
    pub summary: ImportSummary,
    /// Lines passed over, as they were imported before a break.
    pub resumed_after: u64,
    /// It was stopped before the end, and can be resumed.
    pub stopped: bool,
}

/// Parsed lines on their way to the pipeline.
#[derive(Default)]
struct Chunk {
    posts: Vec<Post>,
    rejects: Vec<Reject>,
    lines: u64,
    text: usize,
    last_line: u64,
    bytes: u64,
}

/// Imports all posts of `input` for `campaign`. Posts of any age can be leads.
///
/// # Errors
/// See [`ImportError`]; batches before the error are kept.
pub async fn import(
    services: &Services,
    campaign: Campaign,
    input: LineReader,
    options: ImportOptions,
    mut progress: impl FnMut(ImportProgress<'_>),
) -> Result<Imported, ImportError> {
    let key = options.key.as_ref().map(|key| format!("{}/{}/{key}", campaign.id, campaign.version));
    let (skip, mut summary) = match &key {
        Some(key) if !options.restart => resume(services, key).await?,
        _ => (0, ImportSummary::default()),
    };
    let mut pipeline = Pipeline::open(services, campaign).await?.any_age();
    let (send, mut chunks) = mpsc::channel(AHEAD);
    thread::Builder::new()
        .name("import".into())
        .spawn(move || read_all(input, skip, &send))
        .map_err(ImportError::Thread)?;
    let mut stopped = false;
    let mut reached = (skip, 0);
    while let Some(chunk) = next(&mut chunks, &options.stop, &mut stopped).await {
        let chunk = chunk.map_err(|(line, source)| ImportError::Read { line, source })?;
        reached = (chunk.last_line, chunk.bytes);
        summary.lines += chunk.lines;
        summary.rejected += chunk.rejects.len() as u64;
        let room = REJECTS_TOLD.saturating_sub(summary.rejects.len());
        summary.rejects.extend(chunk.rejects.into_iter().take(room));
        let batch = pipeline.take(chunk.posts).await?;
        summary.tally.add(&batch.tally);
        if let Some(key) = &key {
            keep(services, key, reached, false, &summary).await?;
        }
        progress(ImportProgress { bytes: chunk.bytes, summary: &summary, notes: &batch.notes });
    }
    if let Some(key) = &key
        && !stopped
    {
        keep(services, key, reached, true, &summary).await?;
    }
    Ok(Imported { summary, resumed_after: skip, stopped })
}

type Told = Result<Chunk, (u64, io::Error)>;

async fn next(
    chunks: &mut Receiver<Told>,
    stop: &CancellationToken,
    stopped: &mut bool,
) -> Option<Told> {
    tokio::select! {
        biased;
        () = stop.cancelled() => {
            *stopped = true;
            None
        }
        chunk = chunks.recv() => chunk,
    }
}

/// Lines to pass over and the figures so far, where an import was broken off.
async fn resume(services: &Services, key: &str) -> Result<(u64, ImportSummary), StoreError> {
    let Some(checkpoint) = services.store.import_checkpoint(key).await? else {
        return Ok(Default::default());
    };
    if checkpoint.finished {
        return Ok(Default::default());
    }
    let summary = serde_json::from_value(checkpoint.summary).unwrap_or_default();
    Ok((checkpoint.lines, summary))
}

async fn keep(
    services: &Services,
    key: &str,
    (lines, bytes): (u64, u64),
    finished: bool,
    summary: &ImportSummary,
) -> Result<(), StoreError> {
    let summary = serde_json::to_value(summary).unwrap_or_default();
    let checkpoint = ImportCheckpoint { lines, bytes, finished, summary };
    services.store.set_import_checkpoint(key, &checkpoint, services.clock.now()).await
}

/// Reads to the end, or until nobody takes what was read.
fn read_all(mut input: LineReader, skip: u64, send: &Sender<Told>) {
    let mut buf = Vec::new();
    let mut chunk = Chunk::default();
    loop {
        let line = match input.next_line(&mut buf) {
            Ok(Some(status)) => status,
            Ok(None) => break,
            Err(error) => {
                let at = input.line_number();
                let _ = send.blocking_send(Ok(chunk)).and_then(|()| {
                    // The receiver is gone where this fails: nobody wants to know.
                    send.blocking_send(Err((at, error)))
                });
                return;
            }
        };
        if input.line_number() <= skip {
            continue;
        }
        chunk.add(input.line_number(), line, &buf);
        if chunk.lines >= BATCH || chunk.text >= BATCH_BYTES {
            chunk.bytes = input.bytes_read();
            if send.blocking_send(Ok(std::mem::take(&mut chunk))).is_err() {
                return;
            }
        }
    }
    if chunk.lines > 0 {
        chunk.bytes = input.bytes_read();
        let _ = send.blocking_send(Ok(chunk));
    }
}

impl Chunk {
    fn add(&mut self, number: u64, status: LineStatus, line: &[u8]) {
        self.lines += 1;
        self.last_line = number;
        self.text += line.len();
        let reason = match status {
            LineStatus::TooLong => format!("longer than {MAX_LINE} bytes"),
            LineStatus::Line => match parse_line(line) {
                Ok(post) => return self.posts.push(post),
                Err(error) => error.to_string(),
            },
        };
        let reason: String = plain(&reason).chars().take(REASON).collect();
        self.rejects.push(Reject { line: number, reason });
    }
}
