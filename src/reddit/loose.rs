use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A JSON value whose type Reddit does not hold to: it changed over the years, and mirrors and
/// dumps differ. Objects and arrays count as missing.
#[derive(Debug, Default)]
pub(super) enum Loose<'a> {
    #[default]
    Missing,
    Bool(bool),
    Number(f64),
    Text(Cow<'a, str>),
}

impl Loose<'_> {
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// A name or id: text, or a whole number where an id was written as one.
    #[allow(clippy::cast_possible_truncation)] // whole and in range
    pub(super) fn ident(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Number(n) if n.fract() == 0.0 && (0.0..1e15).contains(n) => {
                Some(Cow::Owned((*n as i64).to_string()))
            }
            _ => self.text().map(Cow::Borrowed),
        }
    }

    /// A number, also one written as text, as in the oldest dumps.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(n) => Some(*n),
            Self::Text(text) => text.trim().parse().ok().filter(|n: &f64| n.is_finite()),
            _ => None,
        }
    }

    #[allow(clippy::cast_possible_truncation)] // saturates, which is what is wanted
    pub(super) fn integer(&self) -> Option<i64> {
        self.number().map(|n| n as i64)
    }

    pub(super) fn is_true(&self) -> bool {
        match self {
            Self::Bool(value) => *value,
            Self::Number(n) => *n != 0.0,
            _ => false,
        }
    }

    /// Says something: neither missing, nor null, nor false, nor empty.
    pub(super) fn is_set(&self) -> bool {
        self.is_true() || self.text().is_some()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Loose<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(LooseVisitor)
    }
}

struct LooseVisitor;

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = Loose<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Loose::Missing)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Loose::Bool(value))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Loose::Number(value as f64))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Loose::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Loose::Number(value))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Loose::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Loose::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Loose::Missing)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Loose::Missing)
    }
}
