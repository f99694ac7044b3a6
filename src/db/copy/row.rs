use serde_json::Value;
use sqlx::postgres::PgArguments;
use sqlx::query::Query;
use sqlx::{ColumnIndex, Database, Decode, Postgres, Type};

use super::tables::{Column, Kind};
use crate::db::JsonText;
use crate::model::Timestamp;

/// A value of either database.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Text(Option<String>),
    Int(Option<i64>),
    Bool(Option<bool>),
    Time(Option<Timestamp>),
    Json(Option<JsonText>),
}

/// One value for each column of a table.
pub(super) type Row = Vec<Cell>;

impl Cell {
    /// For the place in the order of reading: text or a number.
    pub(super) fn to_json(&self) -> Value {
        match self {
            Self::Int(n) => (*n).into(),
            other => other.to_text().into(),
        }
    }

    /// For keys.
    pub(super) fn to_text(&self) -> String {
        match self {
            Self::Text(text) => text.clone().unwrap_or_default(),
            Self::Int(n) => n.unwrap_or_default().to_string(),
            Self::Bool(_) | Self::Time(_) | Self::Json(_) => String::new(),
        }
    }

    /// As Postgres can hold it: without U+0000.
    fn cleaned(self) -> Self {
        match self {
            Self::Text(Some(text)) if text.contains('\0') => {
                Self::Text(Some(text.replace('\0', "\u{fffd}")))
            }
            cell => cell,
        }
    }

    /// Bytes that are the same where the values are the same, whichever database they come from.
    pub(super) fn canonical(&self, into: &mut Vec<u8>) {
        let text = match self {
            Self::Text(text) => text.clone(),
            Self::Int(n) => n.map(|n| n.to_string()),
            Self::Bool(is) => is.map(|is| is.to_string()),
            Self::Time(at) => at.map(|at| at.millis().to_string()),
            Self::Json(json) => json.as_ref().map(|json| canonical_json(json)),
        };
        match text {
            None => into.push(0),
            Some(text) => {
                into.push(1);
                into.extend_from_slice(&(text.len() as u64).to_le_bytes());
                into.extend_from_slice(text.as_bytes());
            }
        }
    }
}

/// JSON in one way of writing: keys in order, numbers by their value, U+FFFD for U+0000. Postgres
/// keeps numbers as decimals, which may come back written in another way.
fn canonical_json(text: &str) -> String {
    serde_json::from_str::<Value>(text).map_or_else(|_| text.to_owned(), |v| one_way(v).to_string())
}

fn one_way(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace('\0', "\u{fffd}")),
        Value::Array(items) => Value::Array(items.into_iter().map(one_way).collect()),
        Value::Object(entries) => {
            let mut entries: Vec<(String, Value)> = entries
                .into_iter()
                .map(|(key, value)| (key.replace('\0', "\u{fffd}"), one_way(value)))
                .collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(entries.into_iter().collect())
        }
        Value::Number(n) => n.as_f64().filter(|_| n.is_f64()).map_or(Value::Number(n), whole),
        other => other,
    }
}

/// A float that is a whole number, as one.
#[allow(clippy::cast_possible_truncation)]
fn whole(n: f64) -> Value {
    if n.fract() == 0.0 && n.abs() < 9e15 { Value::from(n as i64) } else { Value::from(n) }
}

/// Reads the columns of a row of either database.
pub(super) fn read<R: sqlx::Row>(row: &R, columns: &[Column]) -> Result<Row, sqlx::Error>
where
    usize: ColumnIndex<R>,
    for<'r> String: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> i64: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> bool: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Timestamp: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> JsonText: Decode<'r, R::Database> + Type<R::Database>,
    R::Database: Database,
{
    let cell = |(n, column): (usize, &Column)| {
        Ok(match column.kind {
            Kind::Text => Cell::Text(row.try_get(n)?).cleaned(),
            Kind::Int | Kind::Order => Cell::Int(row.try_get(n)?),
            Kind::Bool => Cell::Bool(row.try_get(n)?),
            Kind::Time => Cell::Time(row.try_get(n)?),
            Kind::Json => Cell::Json(row.try_get(n)?),
        })
    };
    columns.iter().enumerate().map(cell).collect()
}

/// Binds a value to a statement for Postgres.
pub(super) fn bind<'q>(
    query: Query<'q, Postgres, PgArguments>,
    cell: &'q Cell,
) -> Query<'q, Postgres, PgArguments> {
    match cell {
        Cell::Text(text) => query.bind(text.as_deref()),
        Cell::Int(n) => query.bind(*n),
        Cell::Bool(is) => query.bind(*is),
        Cell::Time(at) => query.bind(*at),
        Cell::Json(json) => query.bind(json.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_that_is_the_same_is_written_the_same() {
        let same = [
            r#"{"b":1.0,"a":[1e2,"x\u0000"],"c":{"z":null,"y":0.10}}"#,
            r#"{"a":[100,"x\ufffd"],"c":{"y":0.1,"z":null},"b":1}"#,
        ];
        assert_eq!(canonical_json(same[0]), canonical_json(same[1]));
        for other in [r#"{"b":1,"a":[100,"x"]}"#, r#"{"a":1.5}"#, "not json"] {
            assert_ne!(canonical_json(same[0]), canonical_json(other));
        }
    }

    #[test]
    fn absent_is_not_empty() {
        let (mut absent, mut empty) = (Vec::new(), Vec::new());
        Cell::Text(None).canonical(&mut absent);
        Cell::Text(Some(String::new())).canonical(&mut empty);
        assert_ne!(absent, empty);
    }
}
