//! Posts with what a person says of them, from NDJSON or CSV.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::discovery::quality::Label;
use crate::model::{Intent, LeadStatus, Post, PostKind, Timestamp};
use crate::reddit::dump;

/// A post of which the truth is known.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Labelled {
    pub(super) post: Post,
    pub(super) label: Label,
    pub(super) group: Option<String>,
}

/// A line that says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reject {
    pub(super) line: u64,
    pub(super) reason: String,
}

/// What a file of labels holds.
#[derive(Debug, Default)]
pub(super) struct Labels {
    pub(super) labelled: Vec<Labelled>,
    pub(super) rejects: Vec<Reject>,
    /// Leads about which nobody has decided yet.
    pub(super) undecided: u64,
}

impl Labels {
    /// Reads NDJSON, where the first line is an object, else CSV with a header line.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut labels = Self::default();
        if bytes.trim_ascii_start().starts_with(b"{") {
            for (n, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
                if !line.trim_ascii().is_empty() {
                    labels.take(n, of_json(line.trim_ascii(), n));
                }
            }
        } else {
            labels.read_csv(bytes);
        }
        labels
    }

    fn read_csv(&mut self, bytes: &[u8]) {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::Headers).from_reader(bytes);
        let headers = match reader.headers() {
            Ok(headers) => headers.clone(),
            Err(error) => return self.take(1, Err(format!("no header line: {error}"))),
        };
        for record in reader.records() {
            match record {
                Ok(record) => {
                    let line = record.position().map_or(0, csv::Position::line);
                    let fields = headers.iter().zip(&record);
                    let fields: Map<String, Value> = fields
                        .filter(|(_, value)| !value.trim().is_empty())
                        .map(|(name, value)| (name.to_lowercase(), value.into()))
                        .collect();
                    self.take(line, of_fields(&fields, line));
                }
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    self.take(line, Err(format!("no row of this table: {error}")));
                }
            }
        }
    }

    fn take(&mut self, line: u64, labelled: Result<Option<Labelled>, String>) {
        match labelled {
            Ok(Some(labelled)) => self.labelled.push(labelled),
            Ok(None) => self.undecided += 1,
            Err(reason) => self.rejects.push(Reject { line, reason }),
        }
    }
}

fn of_json(line: &[u8], n: u64) -> Result<Option<Labelled>, String> {
    let fields: Map<String, Value> =
        serde_json::from_slice(line).map_err(|error| format!("not one JSON object: {error}"))?;
    of_fields(&fields, n)
}

/// A post with its label; nothing for a lead about which nobody has decided.
fn of_fields(fields: &Map<String, Value>, n: u64) -> Result<Option<Labelled>, String> {
    let intent = match text(fields, &["intent"]) {
        Some(intent) => Some(intent.parse::<Intent>().map_err(|error| format!("intent {error}"))?),
        None => None,
    };
    let Some(is_lead) = is_lead(fields)? else { return Ok(None) };
    let label = Label { is_lead, intent };
    let post = match fields.get("post") {
        Some(Value::Object(post)) => of_post(post, n)?,
        _ => of_post(fields, n)?,
    };
    Ok(Some(Labelled { post, label, group: text(fields, &["group", "manner"]) }))
}

/// What a person says of it: in so many words, or by what became of the lead; nothing where that is
/// open.
fn is_lead(fields: &Map<String, Value>) -> Result<Option<bool>, String> {
    let said = ["is_lead", "label", "status"].into_iter().find_map(|name| {
        fields.get(name).filter(|value| !value.is_null()).map(|value| (name, value))
    });
    let Some((name, value)) = said else {
        return Err("no label: add \"label\" with lead or not_lead".to_owned());
    };
    if let Value::Bool(is) = value {
        return Ok(Some(*is));
    }
    let said = value.as_str().map_or_else(|| value.to_string(), |said| said.trim().to_lowercase());
    if name == "status" {
        return match said.parse::<LeadStatus>() {
            Ok(LeadStatus::Dismissed) => Ok(Some(false)),
            Ok(LeadStatus::Saved | LeadStatus::Contacted | LeadStatus::Converted) => Ok(Some(true)),
            Ok(LeadStatus::New) => Ok(None),
            Err(error) => Err(format!("status {error}")),
        };
    }
    match said.as_str() {
        "lead" | "true" | "yes" | "1" => Ok(Some(true)),
        "not_lead" | "not lead" | "no_lead" | "false" | "no" | "0" => Ok(Some(false)),
        other => Err(format!("{name} {other:?} is neither lead nor not_lead")),
    }
}

/// A post as the commands print it, as a dump has it, or with as little as a title.
fn of_post(fields: &Map<String, Value>, n: u64) -> Result<Post, String> {
    if let Ok(post) = serde_json::from_value::<Post>(Value::Object(fields.clone())) {
        return Ok(post);
    }
    if ["data", "selftext", "link_id"].iter().any(|name| fields.contains_key(*name)) {
        let line = Value::Object(fields.clone()).to_string();
        return dump::parse_line(line.as_bytes()).map_err(|error| error.to_string());
    }
    let said = |names: &[&str]| text(fields, names).unwrap_or_default();
    let (title, body) = (said(&["title"]), said(&["body", "text"]));
    if title.is_empty() && body.is_empty() {
        return Err("neither \"title\" nor \"body\" says anything".to_owned());
    }
    let id = text(fields, &["id", "name"]).unwrap_or_else(|| format!("line {n}"));
    let kind = text(fields, &["kind"]).and_then(|kind| kind.parse().ok());
    Ok(Post {
        kind: kind.unwrap_or(if id.starts_with("t1_") {
            PostKind::Comment
        } else {
            PostKind::Submission
        }),
        id,
        subreddit: said(&["subreddit"]),
        author: None,
        title,
        body,
        permalink: String::new(),
        url: None,
        score: 0,
        num_comments: 0,
        over_18: false,
        removed: false,
        stickied: false,
        created_at: Timestamp::default(),
    })
}

/// The first of these fields that is a text or a number.
fn text(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match fields.get(*name)? {
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// Posts that stand there more than once: by id, with each label that they were given.
pub(super) fn contradictions(labelled: &[Labelled]) -> Vec<&str> {
    let mut known: HashMap<&str, bool> = HashMap::new();
    let mut twice: Vec<&str> = Vec::new();
    for Labelled { post, label, .. } in labelled {
        let before = known.insert(&post.id, label.is_lead);
        if before.is_some_and(|before| before != label.is_lead)
            && !twice.contains(&post.id.as_str())
        {
            twice.push(&post.id);
        }
    }
    twice
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(labels: &Labels) -> Vec<(u64, &str)> {
        labels.rejects.iter().map(|r| (r.line, r.reason.as_str())).collect()
    }

    #[test]
    fn lines_of_json_in_all_their_forms() {
        let text = "\u{feff}{\"title\":\"a\",\"label\":\"lead\",\"intent\":\"pain_point\"}\n\
            {\"id\":\"t1_x\",\"body\":\"b\",\"is_lead\":false,\"group\":\"g\"}\n\
            \n\
            {\"kind\":\"t3\",\"data\":{\"id\":\"c\",\"title\":\"c\",\"selftext\":\"d\"},\"label\":1}\n\
            {\"post\":{\"id\":\"t3_e\",\"title\":\"e\"},\"status\":\"dismissed\"}\n\
            {\"post\":{\"id\":\"t3_f\",\"title\":\"f\"},\"status\":\"new\"}\n\
            {\"title\":\"g\"}\n\
            {\"title\":\"h\",\"label\":\"maybe\"}\n\
            {\"label\":\"lead\"}\n\
            {\"title\":\"i\",\"label\":\"lead\",\"intent\":\"buy\"}\n\
            nonsense";
        let labels = Labels::read(text.as_bytes());
        let said: Vec<(&str, bool)> =
            labels.labelled.iter().map(|l| (l.post.id.as_str(), l.label.is_lead)).collect();
        let expected = [("line 1", true), ("t1_x", false), ("t3_c", true), ("t3_e", false)];
        assert_eq!(said, expected);
        assert_eq!(labels.labelled[0].label.intent, Some(Intent::PainPoint));
        assert_eq!(labels.labelled[1].post.kind, PostKind::Comment);
        assert_eq!(labels.labelled[1].group.as_deref(), Some("g"));
        let told = reasons(&labels);
        let lines: Vec<u64> = told.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [7, 8, 9, 10, 11]);
        assert_eq!(labels.undecided, 1);
        for (n, said) in
            ["add \"label\"", "maybe", "neither", "pain_point", "JSON"].into_iter().enumerate()
        {
            assert!(told[n].1.contains(said), "{said}: {told:?}");
        }
    }

    #[test]
    fn rows_of_a_table_with_text_of_several_lines() {
        let text =
            "Title,Body,Label,Intent\na,\"b\nc\",lead,comparison\nd,,not_lead,\ne,f\ng,h,,\n";
        let labels = Labels::read(text.as_bytes());
        assert_eq!(labels.labelled.len(), 2, "{labels:?}");
        assert_eq!(labels.labelled[0].post.body, "b\nc");
        assert_eq!(labels.labelled[1].label, Label { is_lead: false, intent: None });
        assert_eq!(reasons(&labels).iter().map(|(line, _)| *line).collect::<Vec<_>>(), [5, 6]);
    }

    #[test]
    fn posts_with_two_labels_are_named() {
        let text = "id,title,label\na,x,lead\na,x,not_lead\nb,x,lead\nb,x,lead\n";
        assert_eq!(contradictions(&Labels::read(text.as_bytes()).labelled), ["a"]);
    }
}
