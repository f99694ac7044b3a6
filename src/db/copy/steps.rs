use std::collections::HashMap;
use std::fmt::Write;

use serde_json::Value;
use sqlx::AssertSqlSafe;

use super::row::{Row, bind, read as read_row};
use super::tables::{Kind, Table};
use super::{Places, REMEMBERED};
use crate::db::{Db, Dialect, Lock, Statement, Tx, bounded, execute, fetch};
use crate::model::Timestamp;

/// How many rows, and the sum of their hashes: the same in whatever order they come.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Checksum {
    pub(super) rows: u64,
    pub(super) sum: u128,
}

impl Checksum {
    fn add(&mut self, hash: u128) {
        self.rows += 1;
        self.sum = self.sum.wrapping_add(hash);
    }
}

/// Both sides of a table: of the target, those rows that the source has too.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Compared {
    pub(super) source: Checksum,
    pub(super) target: Checksum,
    pub(super) different: u64,
}

impl Compared {
    /// Adds a batch of the source's and what the target has under the same keys.
    pub(super) fn add(&mut self, table: &Table, ours: &[Row], theirs: &[Row]) {
        let found: HashMap<Vec<String>, u128> =
            theirs.iter().map(|row| (table.key_of(row), hash(table, row))).collect();
        for row in ours {
            let ours = hash(table, row);
            self.source.add(ours);
            if let Some(&theirs) = found.get(&table.key_of(row)) {
                self.target.add(theirs);
                self.different += u64::from(theirs != ours);
            }
        }
    }
}

fn hash(table: &Table, row: &Row) -> u128 {
    let mut bytes = Vec::new();
    table.compared(row).for_each(|cell| cell.canonical(&mut bytes));
    let hash = blake3::hash(&bytes);
    hash.as_bytes().iter().take(16).fold(0, |sum, byte| (sum << 8) | u128::from(*byte))
}

/// `SELECT ... FROM ...` of a table, without conditions.
fn select(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.from).collect();
    format!("SELECT {} FROM {}", columns.join(", "), table.from)
}

/// How many rows a table has.
pub(super) async fn count(tx: &mut Tx, table: &Table) -> Result<u64, sqlx::Error> {
    let sql = format!("SELECT COUNT(*) FROM {}", table.from);
    let count: i64 =
        fetch!(tx.on(), c => sqlx::query_scalar(AssertSqlSafe(sql.clone())).fetch_one(c))?;
    Ok(count.unsigned_abs())
}

/// The next rows of the source behind `place`, in the order of reading.
pub(super) async fn read(
    tx: &mut Tx,
    table: &Table,
    place: Option<&[Value]>,
    limit: i64,
) -> Result<Vec<Row>, sqlx::Error> {
    let order: Vec<&str> = table.order.iter().map(|&n| table.columns[n].from).collect();
    let order = order.join(", ");
    let mut query = Statement::new(&select(table));
    if let Some(place) = place {
        query.push(" WHERE (").push(&order).push(") > (");
        for (n, part) in place.iter().enumerate() {
            query.push(if n == 0 { "" } else { ", " });
            match part.as_i64() {
                Some(number) => query.push_bind(number),
                None => query.push_bind(part.as_str().unwrap_or_default()),
            };
        }
        query.push(")");
    }
    query.push(" ORDER BY ").push(&order).push(" LIMIT ").push_bind(limit);
    fetch!(tx.on(), c => async {
        let rows = crate::db::bind!(sqlx::query(query.sql()), query).fetch_all(c).await?;
        rows.iter().map(|row| read_row(row, table.columns)).collect::<Result<Vec<Row>, _>>()
    })
}

/// Writes rows that are not there yet; says how many.
pub(super) async fn write(tx: &mut Tx, table: &Table, rows: &[Row]) -> Result<u64, sqlx::Error> {
    let Dialect::Postgres(conn, limit) = tx.on() else { return Ok(0) };
    let written: Vec<&str> =
        table.columns.iter().filter(|column| !column.to.is_empty()).map(|c| c.to).collect();
    let mut sql = format!("INSERT INTO {} ({}) VALUES ", table.name, written.join(", "));
    let mut cells = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let mut values = Vec::new();
        for (own, column) in table.columns.iter().enumerate() {
            if column.to.is_empty() {
                continue;
            }
            let mut value = column.value.replace("{}", &format!("{{{own}}}"));
            for (other, cell) in row.iter().enumerate() {
                let here = format!("{{{other}}}");
                if value.contains(&here) {
                    cells.push(cell);
                    value = value.replace(&here, &format!("${}", cells.len()));
                }
            }
            values.push(value);
        }
        // Writing to a String cannot fail.
        let _ = write!(sql, "{}({})", if n == 0 { "" } else { ", " }, values.join(", "));
    }
    // Where rows that are there are changed, only the new ones are told apart by having been put in.
    let _ = write!(sql, " {} RETURNING (xmax = 0)", table.conflict);
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
    for cell in cells {
        query = bind(query, cell);
    }
    let rows = bounded(limit, query.fetch_all(conn)).await?;
    Ok(rows.iter().filter(|row| sqlx::Row::get(*row, 0)).count() as u64)
}

/// What the target has under the keys of these rows.
pub(super) async fn find(
    tx: &mut Tx,
    table: &Table,
    rows: &[Row],
) -> Result<Vec<Row>, sqlx::Error> {
    let Dialect::Postgres(conn, limit) = tx.on() else { return Ok(Vec::new()) };
    let mut sql = select(table);
    let arrays: Vec<String> = (1..=table.key.len()).map(|n| format!("${n}::text[]")).collect();
    let names: Vec<String> = (1..=table.key.len()).map(|n| format!("k{n}")).collect();
    let _ =
        write!(sql, " JOIN UNNEST({}) AS keys ({}) ON TRUE", arrays.join(", "), names.join(", "));
    for (name, &n) in names.iter().zip(table.key) {
        let column = &table.columns[n];
        let cast = if column.kind == Kind::Int { "::bigint" } else { "" };
        let _ = write!(sql, " AND {} = keys.{name}{cast}", column.from);
    }
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for n in 0..table.key.len() {
        let part: Vec<String> = rows.iter().map(|row| table.key_of(row).swap_remove(n)).collect();
        query = query.bind(part);
    }
    let found = bounded(limit, query.fetch_all(conn)).await?;
    found.iter().map(|row| read_row(row, table.columns)).collect()
}

/// How far a copy came, where the target knows.
pub(super) async fn place(target: &Db, marker: &str) -> Result<Option<Places>, sqlx::Error> {
    let text: Option<String> = fetch!(target.reader(), c =>
        sqlx::query_scalar("SELECT value FROM shared_state WHERE key = $1")
            .bind(marker)
            .fetch_optional(c))?;
    Ok(text.map(|text| serde_json::from_str(&text).unwrap_or_default()))
}

/// Notes how far a copy came.
pub(super) async fn remember(
    target: &Db,
    marker: &str,
    places: &Places,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let mut tx = target.begin(Lock::None).await?;
    remember_in(&mut tx, marker, places, now).await?;
    tx.commit().await
}

/// The same, inside a transaction.
pub(super) async fn remember_in(
    tx: &mut Tx,
    marker: &str,
    places: &Places,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let text = serde_json::to_string(places).unwrap_or_else(|_| "{}".to_owned());
    execute!(tx.on(), c =>
        sqlx::query(
            "INSERT INTO shared_state (key, value, expires_at) VALUES ($1, $2, $3) \
            ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at",
        )
        .bind(marker)
        .bind(&text)
        .bind(now.plus(REMEMBERED))
        .execute(c))?;
    Ok(())
}
