//! How [`Timestamp`] and JSON are kept: an integer of milliseconds and text in SQLite, `timestamptz`
//! and `jsonb` in Postgres.

use std::ops::Deref;

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueFormat, PgValueRef, Postgres};
use sqlx::sqlite::{Sqlite, SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::types::Json;
use sqlx::{Decode, Encode, Type};

use crate::model::Timestamp;

/// Postgres counts from the beginning of the year 2000; this is that in our milliseconds.
const PG_EPOCH: i64 = 946_684_800_000;
/// First and last instant that a `timestamptz` can hold, in our milliseconds.
const PG_RANGE: (i64, i64) = (PG_EPOCH - 211_813_488_000_000, PG_EPOCH + 9_223_371_331_199_999);

impl Type<Sqlite> for Timestamp {
    fn type_info() -> SqliteTypeInfo {
        <i64 as Type<Sqlite>>::type_info()
    }

    fn compatible(ty: &SqliteTypeInfo) -> bool {
        <i64 as Type<Sqlite>>::compatible(ty)
    }
}

impl Encode<'_, Sqlite> for Timestamp {
    fn encode_by_ref(&self, buf: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        <i64 as Encode<'_, Sqlite>>::encode_by_ref(&self.millis(), buf)
    }
}

impl<'r> Decode<'r, Sqlite> for Timestamp {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self::from_millis(<i64 as Decode<'r, Sqlite>>::decode(value)?))
    }
}

impl Type<Postgres> for Timestamp {
    fn type_info() -> PgTypeInfo {
        <chrono::DateTime<chrono::Utc> as Type<Postgres>>::type_info()
    }
}

impl Encode<'_, Postgres> for Timestamp {
    fn encode_by_ref(&self, buf: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        let micros = (self.millis().clamp(PG_RANGE.0, PG_RANGE.1) - PG_EPOCH) * 1000;
        <i64 as Encode<'_, Postgres>>::encode_by_ref(&micros, buf)
    }
}

impl<'r> Decode<'r, Postgres> for Timestamp {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        if value.format() == PgValueFormat::Binary {
            let micros = <i64 as Decode<'r, Postgres>>::decode(value)?;
            return Ok(Self::from_millis(micros.div_euclid(1000).saturating_add(PG_EPOCH)));
        }
        Ok(<chrono::DateTime<chrono::Utc> as Decode<'r, Postgres>>::decode(value)?.into())
    }
}

/// JSON as text, not parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonText(pub String);

impl JsonText {
    /// The text of a value.
    pub fn of(value: &serde_json::Value) -> Self {
        Self(value.to_string())
    }
}

impl Deref for JsonText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Type<Sqlite> for JsonText {
    fn type_info() -> SqliteTypeInfo {
        <String as Type<Sqlite>>::type_info()
    }

    fn compatible(ty: &SqliteTypeInfo) -> bool {
        <String as Type<Sqlite>>::compatible(ty)
    }
}

impl Encode<'_, Sqlite> for JsonText {
    fn encode_by_ref(&self, buf: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        <String as Encode<'_, Sqlite>>::encode_by_ref(&self.0, buf)
    }
}

impl<'r> Decode<'r, Sqlite> for JsonText {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self(<String as Decode<'r, Sqlite>>::decode(value)?))
    }
}

impl Type<Postgres> for JsonText {
    fn type_info() -> PgTypeInfo {
        <Json<()> as Type<Postgres>>::type_info()
    }
}

impl Encode<'_, Postgres> for JsonText {
    fn encode_by_ref(&self, buf: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        // The version of the format, then the text.
        buf.push(1);
        buf.extend_from_slice(without_nul(&self.0).as_bytes());
        Ok(IsNull::No)
    }
}

impl<'r> Decode<'r, Postgres> for JsonText {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        let bytes = value.as_bytes()?;
        let text = bytes.strip_prefix(&[1]).unwrap_or(bytes);
        Ok(Self(std::str::from_utf8(text)?.to_owned()))
    }
}

/// JSON with U+FFFD in the place of U+0000, which Postgres cannot hold.
fn without_nul(json: &str) -> std::borrow::Cow<'_, str> {
    if !json.contains("\\u0000") {
        return json.into();
    }
    let mut clean = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        clean.push_str(&rest[..at]);
        let (escape, behind) = match rest[at..].strip_prefix("\\u0000") {
            Some(behind) => ("\\ufffd", behind),
            // An escape is a backslash and at least one character of ASCII.
            None => rest[at..].split_at_checked(2).unwrap_or((&rest[at..], "")),
        };
        clean.push_str(escape);
        rest = behind;
    }
    clean.push_str(rest);
    clean.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nul_is_replaced_and_what_only_looks_like_one_is_not() {
        for text in ["a\u{0}b", "\\u0000", "\\\u{0}", "\"\u{0}\u{0}\\", "plain", "ü\\ü\u{0}"] {
            let json = serde_json::to_string(text).expect("JSON");
            let back: String = serde_json::from_str(&without_nul(&json)).expect("JSON");
            assert_eq!(back, text.replace('\u{0}', "\u{fffd}"));
        }
    }
}
