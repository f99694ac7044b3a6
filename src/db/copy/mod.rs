//! Moves an embedded installation to Postgres: table by table, in batches, from where an earlier run
//! was interrupted, and then compares both sides.
//!
//! - [`tables`]: what is moved, and in what order
//! - [`row`]: rows of either database as plain values, and what is compared of them
//! - [`steps`]: reading, writing, comparing one batch
//!
//! Rows are known by their own keys (a campaign's id, a queue's name with a job's id), never by the
//! numbers that a database gives; so a target that holds other data keeps it.

mod row;
mod steps;
mod tables;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::{Db, DbError, Lock, Tx};
use crate::clock::SharedClock;
use steps::{Checksum, Compared};
use tables::{TABLES, Table};

/// Rows in one transaction.
const BATCH: i64 = 500;
/// How long a target remembers how far a copy came.
const REMEMBERED: Duration = Duration::from_secs(30 * 86_400);

/// What can go wrong with a copy.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The source is no database of ours, or not a file.
    #[error("there is no database to copy from at {0}")]
    NoSource(PathBuf),
    /// The source is older than this program.
    #[error(
        "the database at {0} has not had all migrations; start leadctl on it once, or run leadctl db migrate"
    )]
    OldSource(PathBuf),
    /// Only a file can be copied, and only to Postgres.
    #[error("a copy goes from SQLite to Postgres; this is from {from} to {to}")]
    Direction {
        /// Where from, in words.
        from: String,
        /// Where to, in words.
        to: String,
    },
    /// The target is in use by somebody else's data.
    #[error("the target holds other data already: {0}")]
    OtherData(String),
    /// A database failed; run the copy again, it goes on where it was.
    #[error("the copy was interrupted: {0}")]
    Sql(#[from] sqlx::Error),
    /// A database could not be opened.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What became of one table.
#[derive(Debug, Clone, Serialize)]
pub struct TableReport {
    /// Its name.
    pub table: &'static str,
    /// Rows in the source.
    pub source_rows: u64,
    /// Those of them that the target has now.
    pub target_rows: u64,
    /// Rows that this run has added (or would add).
    pub copied: u64,
    /// Rows that the target has with other values; they were there before and were kept.
    pub different: u64,
    /// Sum over the source's rows, in any order.
    pub source_checksum: Option<String>,
    /// The same over the target's.
    pub target_checksum: Option<String>,
}

impl TableReport {
    /// Whether the target has every row of the source as it is there.
    pub fn is_same(&self) -> bool {
        self.source_rows == self.target_rows && self.source_checksum == self.target_checksum
    }
}

/// How a copy is getting on.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// The table at hand.
    pub table: &'static str,
    /// `copying` or `comparing`.
    pub step: &'static str,
    /// Rows done.
    pub done: u64,
    /// Rows in all.
    pub total: u64,
}

/// A copy from one database to another.
#[derive(Debug)]
pub struct Copy {
    target: Db,
    clock: SharedClock,
    /// Sees one moment of the source for as long as the copy lasts.
    reading: Tx,
    /// Under which the target remembers how far this came.
    marker: String,
}

/// How far a copy came, table by table: the key of the last row.
type Places = BTreeMap<String, Vec<Value>>;

impl Copy {
    /// From one database to another. Both stay as they are.
    ///
    /// # Errors
    /// [`CopyError::Direction`], [`CopyError::NoSource`], [`CopyError::OldSource`].
    pub async fn new(source: &Db, target: &Db, clock: SharedClock) -> Result<Self, CopyError> {
        let (Some(path), None) = (source.path(), target.path()) else {
            let (from, to) = (source.describe(), target.describe());
            return Err(CopyError::Direction { from, to });
        };
        let path = path.canonicalize().map_err(|_| CopyError::NoSource(path.clone()))?;
        if !source.migrations().await?.iter().all(|migration| migration.applied) {
            return Err(CopyError::OldSource(path));
        }
        let marker = format!("db-copy/{}", blake3::hash(path.as_os_str().as_encoded_bytes()));
        let reading = source.begin_read().await?;
        Ok(Self { target: target.clone(), clock, reading, marker })
    }

    /// What would be copied. The target may be without any table.
    ///
    /// # Errors
    /// A database failed.
    pub async fn plan(&mut self) -> Result<Vec<TableReport>, CopyError> {
        let ready = self.target.migrations().await?.iter().all(|migration| migration.applied);
        let mut reports = Vec::new();
        for table in TABLES {
            let mut report = TableReport::of(table);
            report.source_rows = steps::count(&mut self.reading, table).await?;
            let mut compared = Compared::default();
            if ready {
                let mut writing = self.target.begin_read().await?;
                compared = self.compare(table, &mut writing, &mut |_| {}).await?;
            }
            report.target_rows = compared.target.rows;
            report.different = compared.different;
            report.copied = report.source_rows - compared.target.rows.min(report.source_rows);
            reports.push(report);
        }
        Ok(reports)
    }

    /// Whether the target holds data that is not of an earlier run of this copy: some words on it.
    /// What operators have done there is none: to prepare the target is among it.
    ///
    /// # Errors
    /// The target failed.
    pub async fn other_data(&self) -> Result<Option<String>, CopyError> {
        if !self.target.migrations().await?.iter().any(|migration| migration.applied) {
            return Ok(None);
        }
        if steps::place(&self.target, &self.marker).await?.is_some() {
            return Ok(None);
        }
        let mut reading = self.target.begin_read().await?;
        let mut found = Vec::new();
        for table in TABLES.iter().filter(|table| table.name != "audit") {
            let rows = steps::count(&mut reading, table).await?;
            if rows > 0 {
                found.push(format!("{rows} {}", table.name));
            }
        }
        Ok((!found.is_empty()).then(|| found.join(", ")))
    }

    /// Copies, and compares what came of it. Brings the target to the newest migration first.
    ///
    /// # Errors
    /// [`CopyError::OtherData`] unless `join`; a database failed.
    pub async fn run(
        &mut self,
        join: bool,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Vec<TableReport>, CopyError> {
        if let Some(what) = self.other_data().await?.filter(|_| !join) {
            return Err(CopyError::OtherData(what));
        }
        self.target.migrate().await?;
        let mut places: Places =
            steps::place(&self.target, &self.marker).await?.unwrap_or_default();
        let mut reports = Vec::new();
        for table in TABLES {
            let mut report = TableReport::of(table);
            report.source_rows = steps::count(&mut self.reading, table).await?;
            report.copied = self.copy(table, report.source_rows, &mut places, progress).await?;
            reports.push(report);
        }
        for (table, report) in TABLES.iter().zip(&mut reports) {
            let mut reading = self.target.begin_read().await?;
            let compared = self.compare(table, &mut reading, progress).await?;
            report.take(&compared);
        }
        // Done: the next run looks at everything again, and knows the data as its own.
        steps::remember(&self.target, &self.marker, &Places::new(), self.clock.now()).await?;
        Ok(reports)
    }

    /// Copies what comes behind the place where an earlier run has stopped.
    async fn copy(
        &mut self,
        table: &'static Table,
        total: u64,
        places: &mut Places,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<u64, CopyError> {
        let mut place = places.get(table.name).cloned();
        let (mut done, mut copied) = (0, 0);
        loop {
            let rows = steps::read(&mut self.reading, table, place.as_deref(), BATCH).await?;
            let Some(last) = rows.last() else { return Ok(copied) };
            let behind = table.place_of(last);
            let mut tx = self.target.begin(Lock::None).await?;
            if table.name == "leads" {
                tx.lock(Lock::Leads).await?;
            }
            copied += steps::write(&mut tx, table, &rows).await?;
            places.insert(table.name.to_owned(), behind.clone());
            steps::remember_in(&mut tx, &self.marker, places, self.clock.now()).await?;
            tx.commit().await?;
            place = Some(behind);
            done += rows.len() as u64;
            progress(Progress { table: table.name, step: "copying", done, total });
        }
    }

    async fn compare(
        &mut self,
        table: &'static Table,
        target: &mut Tx,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Compared, CopyError> {
        let total = steps::count(&mut self.reading, table).await?;
        let (mut compared, mut place) = (Compared::default(), None);
        loop {
            let rows = steps::read(&mut self.reading, table, place.as_deref(), BATCH).await?;
            let Some(last) = rows.last() else { return Ok(compared) };
            let theirs = steps::find(target, table, &rows).await?;
            compared.add(table, &rows, &theirs);
            place = Some(table.place_of(last));
            let done = compared.source.rows;
            progress(Progress { table: table.name, step: "comparing", done, total });
        }
    }
}

impl TableReport {
    fn of(table: &'static Table) -> Self {
        Self {
            table: table.name,
            source_rows: 0,
            target_rows: 0,
            copied: 0,
            different: 0,
            source_checksum: None,
            target_checksum: None,
        }
    }

    fn take(&mut self, compared: &Compared) {
        let hex = |sum: &Checksum| Some(format!("{:032x}", sum.sum));
        self.source_rows = compared.source.rows;
        self.target_rows = compared.target.rows;
        self.different = compared.different;
        self.source_checksum = hex(&compared.source);
        self.target_checksum = hex(&compared.target);
    }
}
