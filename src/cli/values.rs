//! Parsers of values on the command line that shells can complete.

use std::ffi::OsStr;
use std::str::FromStr;
use std::time::Duration;

use clap::builder::{NonEmptyStringValueParser, PossibleValue, PossibleValuesParser};
use clap::builder::{TypedValueParser, ValueParser};
use clap::{Arg, Command};

use super::time;
use crate::jobs::QUEUES;

/// One of the values of a text enum, given by their names.
pub fn one_of<T>(names: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = String> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(names).try_map(|name| name.parse::<T>())
}

/// A span of time as in `5m`.
pub fn span() -> ValueParser {
    ValueParser::new(|text: &str| -> Result<Duration, String> { time::parse_span(text) })
}

/// The name of any queue; shells are told of those that this system owns.
#[derive(Debug, Clone, Copy)]
pub struct QueueName;

impl TypedValueParser for QueueName {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        NonEmptyStringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(QUEUES.iter().map(PossibleValue::new)))
    }
}

/// A share, 0 to 1.
pub fn share(text: &str) -> Result<f64, String> {
    number(text, 1.0)
}

/// A number from 0 to `most`.
pub fn number(text: &str, most: f64) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..=most).contains(&number) {
        Ok(number)
    } else {
        Err(format!("not between 0 and {most}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_outside_their_range_are_refused() {
        assert_eq!(number("30", 60_000.0), Ok(30.0));
        for bad in ["-1", "NaN", "x"] {
            assert!(number(bad, 60_000.0).is_err(), "{bad}");
        }
        assert!(share("1.1").is_err());
    }
}
