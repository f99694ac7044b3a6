//! A line of NDJSON as a job.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::cli::time;
use crate::jobs::{JobKind, LEAD_JOB, QUEUES, SUBREDDIT_JOB};
use crate::queue::{JobOptions, NewJob};

/// A job and the queue it goes to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Planned {
    pub(super) queue: String,
    pub(super) job: NewJob,
}

/// What lines are read with.
#[derive(Debug)]
pub(super) struct LineParser {
    /// How jobs of our own queues are treated where the line does not say.
    pub(super) options: JobOptions,
    /// The queue of lines that name none.
    pub(super) queue: Option<String>,
    /// Ids of campaigns, by id and by name in lower case.
    pub(super) campaigns: HashMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    queue: Option<String>,
    name: Option<String>,
    data: Option<Value>,
    campaign: Option<String>,
    strategy: Option<String>,
    subreddit: Option<String>,
    force: Option<bool>,
    id: Option<String>,
    priority: Option<u32>,
    delay: Option<Delay>,
    attempts: Option<u32>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a delay is milliseconds or a span as in \"5m\"")]
enum Delay {
    Millis(u64),
    Span(String),
}

impl LineParser {
    /// Understands a line.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub(super) fn parse(&self, line: &[u8]) -> Result<Planned, String> {
        let mut line: Line = serde_json::from_slice(line).map_err(|error| reason(&error))?;
        let queue = line.queue.take().or_else(|| self.queue.clone());
        let (id, name, data) = (line.id.take(), line.name.take(), line.data.take());
        let foreign = queue.filter(|queue| !QUEUES.contains(&queue.as_str()));
        let Some(queue) = foreign else { return self.ours(line, id, name, data) };
        if line.is_short() {
            return Err(format!("queue {queue} is not ours: give its jobs as name and data"));
        }
        let name = name.ok_or("there is no name")?;
        let options = line.treated(JobOptions::default())?;
        let job = NewJob { name, data: data.unwrap_or_else(|| json!({})), id, options };
        Ok(Planned { queue, job })
    }

    /// A job of one of our own queues, whose payload is checked before it is added.
    fn ours(
        &self,
        line: Line,
        id: Option<String>,
        name: Option<String>,
        data: Option<Value>,
    ) -> Result<Planned, String> {
        let (name, data) = match (name, data, line.is_short()) {
            (Some(name), data, false) => (name, data.unwrap_or_else(|| json!({}))),
            (None, None, true) => line.spelled_out()?,
            (None, _, false) => {
                return Err("there is neither name nor campaign nor subreddit".to_owned());
            }
            (_, _, true) => {
                return Err(
                    "campaign and subreddit go into data where name or data are given".to_owned()
                );
            }
        };
        let mut kind = JobKind::parse(&name, &data).map_err(|failure| failure.reason)?;
        if let JobKind::Lead(lead) = &mut kind {
            let known = self
                .campaigns
                .get(&lead.campaign)
                .or_else(|| self.campaigns.get(&lead.campaign.to_lowercase()));
            lead.campaign =
                known.ok_or_else(|| format!("there is no campaign {:?}", lead.campaign))?.clone();
        }
        let queue = kind.queue().to_owned();
        let options = line.treated(self.options.clone())?;
        Ok(Planned { queue, job: kind.into_job(id, options) })
    }
}

impl Line {
    fn is_short(&self) -> bool {
        self.campaign.is_some()
            || self.strategy.is_some()
            || self.subreddit.is_some()
            || self.force.is_some()
    }

    /// The short forms as name and payload.
    fn spelled_out(&self) -> Result<(String, Value), String> {
        match (&self.campaign, &self.subreddit) {
            (Some(campaign), None) if self.force.is_none() => {
                let mut data = json!({"campaign": campaign});
                if let Some(strategy) = &self.strategy {
                    data["strategy"] = json!(strategy);
                }
                Ok((LEAD_JOB.to_owned(), data))
            }
            (None, Some(subreddit)) if self.strategy.is_none() => {
                let force = self.force.unwrap_or(false);
                Ok((SUBREDDIT_JOB.to_owned(), json!({"subreddit": subreddit, "force": force})))
            }
            _ => Err("give campaign and strategy, or subreddit and force".to_owned()),
        }
    }

    /// The options with what the line says of them.
    fn treated(&self, usual: JobOptions) -> Result<JobOptions, String> {
        let delay = match &self.delay {
            None => usual.delay,
            Some(Delay::Millis(millis)) => *millis,
            Some(Delay::Span(text)) => {
                let span =
                    time::parse_span(text).map_err(|why| format!("delay {text:?}: {why}"))?;
                u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
            }
        };
        Ok(JobOptions {
            delay,
            priority: self.priority.unwrap_or(usual.priority),
            attempts: self.attempts.unwrap_or(usual.attempts),
            ..usual
        })
    }
}

/// Each line is a document of its own, so only the column is of interest.
fn reason(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parser(queue: Option<&str>) -> LineParser {
        let campaigns = HashMap::from([
            ("pens".to_owned(), "pens".to_owned()),
            ("pelican pens".to_owned(), "pens".to_owned()),
        ]);
        let options = JobOptions { attempts: 3, ..JobOptions::default() };
        LineParser { options, queue: queue.map(str::to_owned), campaigns }
    }

    #[test]
    fn all_forms_of_a_line_are_understood() {
        let planned = |line: &str| parser(None).parse(line.as_bytes()).expect(line);
        let long = planned(
            r#"{"name":"lead","data":{"campaign":"Pelican Pens","strategy":"global"},"id":"k","priority":2,"delay":"5m","attempts":7}"#,
        );
        assert_eq!((long.queue.as_str(), long.job.id.as_deref()), ("lead-discovery", Some("k")));
        assert_eq!(long.job.data, json!({"campaign": "pens", "strategy": "global"}));
        let options = &long.job.options;
        assert_eq!((options.priority, options.delay, options.attempts), (2, 300_000, 7));
        let short = planned(r#"{"campaign":"pens","strategy":"global","delay":300000}"#);
        assert_eq!((&short.job.data, short.job.options.delay), (&long.job.data, 300_000));
        assert_eq!(short.job.options.attempts, 3);
        let subreddit = planned(r#"{"subreddit":"r/freelance"}"#);
        assert_eq!(subreddit.queue, "subreddit-analysis");
        assert_eq!(subreddit.job.data, json!({"subreddit": "freelance", "force": false}));
        assert_eq!(planned(r#"{"name":"sweep"}"#).job.name, "sweep");
        let foreign = planned(r#"{"queue":"mail","name":"send","data":[1,{"x":null}]}"#);
        assert_eq!((foreign.queue.as_str(), foreign.job.options.attempts), ("mail", 1));
        assert_eq!(foreign.job.data, json!([1, {"x": null}]));
        let usual = parser(Some("mail")).parse(br#"{"name":"send"}"#).expect("a job");
        assert_eq!((usual.queue.as_str(), usual.job.data), ("mail", json!({})));
    }

    #[test]
    fn what_is_wrong_with_a_line_is_said() {
        for (line, needle) in [
            ("{", "EOF while parsing"),
            ("[]", "column 2"),
            ("null", "invalid type"),
            (r#"{"name":"lead"}"#, "missing field `campaign`"),
            (r#"{"campaign":"nosuch"}"#, "there is no campaign \"nosuch\""),
            (r#"{"campaign":"pens","strategy":"all"}"#, "is not one of"),
            (r#"{"campaign":"pens","force":true}"#, "give campaign and strategy"),
            (r#"{"campaign":"pens","data":{}}"#, "go into data"),
            (r#"{"campaign":"pens","priorty":1}"#, "unknown field `priorty`"),
            (r#"{"campaign":"pens","delay":"soon"}"#, "delay \"soon\""),
            (r#"{"campaign":"pens","delay":-1}"#, "milliseconds or a span"),
            (r#"{"subreddit":"no way"}"#, "not a subreddit's name"),
            (r#"{"name":"mine","data":{}}"#, "no job named"),
            (r#"{"id":"x"}"#, "neither name nor campaign"),
            (r#"{"queue":"mail","data":{}}"#, "there is no name"),
            (r#"{"queue":"mail","subreddit":"freelance"}"#, "is not ours"),
            ("{\"subreddit\":\"\u{1}\"}", "control character"),
        ] {
            let why = parser(None).parse(line.as_bytes()).expect_err(line);
            assert!(why.contains(needle), "{line}: {why}");
        }
        assert!(parser(None).parse(b"{\"name\":\"\xff\"}").is_err());
    }
}
