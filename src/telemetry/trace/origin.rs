use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::operator;

/// Longest text of a job's metadata that is read, in bytes.
const MAX_METADATA: usize = 4096;
/// Longest name and id, in bytes.
const MAX_NAME: usize = 128;
/// Our own part of the metadata.
const OURS: &str = "leadctl";
/// The field of W3C Trace Context (<https://www.w3.org/TR/trace-context/>).
const TRACEPARENT: &str = "traceparent";

tokio::task_local! {
    static CURRENT: Origin;
}

/// Who had something done, and by which request.
///
/// A job carries it as BullMQ carries what its `telemetry` option holds: text of JSON in `opts.tm`,
/// with the fields of W3C Trace Context, so that spans of Node producers and workers and ours are of
/// one trace. What is ours stands in a field of its own, which others leave alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// `user@host`, `user NAME` of the API, or `job QUEUE/ID`.
    pub by: Option<String>,
    /// The id of the request.
    pub request_id: Option<String>,
    /// The trace and the span it came from, as W3C Trace Context writes them.
    pub traceparent: Option<String>,
}

impl Origin {
    /// That of what runs here; where nothing was said, whoever runs this process.
    pub fn current() -> Self {
        CURRENT
            .try_with(Clone::clone)
            .unwrap_or_else(|_| Self { by: Some(operator::who()), ..Self::default() })
    }

    /// Runs `work` as done by this origin.
    pub async fn scope<F: Future>(self, work: F) -> F::Output {
        CURRENT.scope(self, work).await
    }

    /// `work` with the origin of what runs here, for a task of its own.
    pub fn carry<F: Future>(work: F) -> impl Future<Output = F::Output> {
        let current = CURRENT.try_with(Clone::clone).ok();
        async move {
            match current {
                Some(origin) => origin.scope(work).await,
                None => work.await,
            }
        }
    }

    /// The text that goes with a job.
    pub fn to_metadata(&self) -> String {
        let mut ours = Map::new();
        for (name, value) in [("by", &self.by), ("request_id", &self.request_id)] {
            if let Some(value) = value {
                ours.insert(name.to_owned(), value.as_str().into());
            }
        }
        let mut all = json!({OURS: ours});
        if let Some(parent) = &self.traceparent {
            all[TRACEPARENT] = parent.as_str().into();
        }
        all.to_string()
    }

    /// Reads such text, whoever wrote it; what is not understood is left out.
    pub fn from_metadata(text: &str) -> Self {
        if text.len() > MAX_METADATA {
            return Self::default();
        }
        let all: Value = serde_json::from_str(text).unwrap_or_default();
        let short =
            |value: &Value| value.as_str().filter(|text| is_short(text)).map(ToOwned::to_owned);
        Self {
            by: short(&all[OURS]["by"]),
            request_id: short(&all[OURS]["request_id"]),
            traceparent: short(&all[TRACEPARENT]).filter(|text| trace_id(text).is_some()),
        }
    }

    /// The id of the trace, where there is one.
    pub fn trace_id(&self) -> Option<&str> {
        trace_id(self.traceparent.as_deref()?)
    }

    /// An id of a request as it is taken from a header: 1 to 128 characters that can be seen.
    pub fn request_id_of(text: &str) -> Option<String> {
        let visible = text.bytes().all(|b| b.is_ascii_graphic());
        (visible && is_short(text)).then(|| text.to_owned())
    }

    /// A `traceparent` as it is taken from a header.
    pub fn traceparent_of(text: &str) -> Option<String> {
        trace_id(text).is_some().then(|| text.to_owned())
    }
}

fn is_short(text: &str) -> bool {
    (1..=MAX_NAME).contains(&text.len())
}

/// The trace's id in a `traceparent` of version 00: `00-TRACE-SPAN-FLAGS`, in lower-case hex.
fn trace_id(text: &str) -> Option<&str> {
    let hex = |part: &str, len: usize| {
        part.len() == len && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    };
    let some = |part: &str| part.bytes().any(|b| b != b'0');
    let mut parts = text.split('-');
    let (version, trace) = (parts.next()?, parts.next()?);
    let (span, flags) = (parts.next()?, parts.next()?);
    let sound = version == "00" && hex(trace, 32) && hex(span, 16) && hex(flags, 2);
    (sound && some(trace) && some(span) && parts.next().is_none()).then_some(trace)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    #[test]
    fn it_survives_the_way_through_a_queue() {
        let origin = Origin {
            by: Some("user ann".into()),
            request_id: Some("r-1".into()),
            traceparent: Some(PARENT.into()),
        };
        let text = origin.to_metadata();
        assert_eq!(Origin::from_metadata(&text), origin);
        // What BullMQ's own exporter reads.
        let theirs: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(theirs["traceparent"], PARENT);
        assert_eq!(origin.trace_id(), Some("0af7651916cd43dd8448eb211c80319c"));
    }

    #[test]
    fn what_others_write_is_read_as_far_as_it_goes() {
        let theirs = format!(r#"{{"traceparent":"{PARENT}","tracestate":"x=y"}}"#);
        assert_eq!(Origin::from_metadata(&theirs).traceparent.as_deref(), Some(PARENT));
        let long = format!(r#"{{"leadctl":{{"by":"{}"}}}}"#, "x".repeat(200));
        for odd in ["", "null", "[]", "{", r#"{"leadctl":7,"traceparent":"00-xx"}"#, &long] {
            assert_eq!(Origin::from_metadata(odd), Origin::default(), "{odd}");
        }
        let zero = "00-00000000000000000000000000000000-b7ad6b7169203331-01";
        assert_eq!(Origin::traceparent_of(zero), None);
        assert_eq!(Origin::request_id_of("a b"), None);
    }

    #[tokio::test]
    async fn a_task_of_its_own_has_it_too() {
        let origin = Origin { request_id: Some("r".into()), ..Origin::default() };
        let seen = origin
            .clone()
            .scope(async { tokio::spawn(Origin::carry(async { Origin::current() })).await });
        assert_eq!(seen.await.unwrap(), origin);
        assert!(Origin::current().by.is_some_and(|who| who.contains('@')));
    }
}
