//! A place in a payload, and what is to stand there.

use serde_json::Value;

/// A condition on a payload, as in `.to.id=7` or `.tags[0]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PathFilter {
    steps: Vec<Step>,
    /// What must stand there; anything but nothing where absent.
    wanted: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

impl PathFilter {
    /// Reads `.a.b=VALUE`, `.a[0]."odd key"=VALUE`, or only a path.
    ///
    /// # Errors
    /// A sentence that says how a path is written.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "{text:?} is not a path with a value; write it as in .campaign=7, .to[0].name=Ann or .\"odd key\"=x"
            )
        };
        let (mut steps, mut rest) = (Vec::new(), text);
        loop {
            if let Some(after) = rest.strip_prefix('[') {
                let (index, after) = after.split_once(']').ok_or_else(wrong)?;
                steps.push(Step::Index(index.parse().map_err(|_| wrong())?));
                rest = after;
            } else if let Some(after) = rest.strip_prefix(".\"") {
                let (key, after) = after.split_once('"').ok_or_else(wrong)?;
                steps.push(Step::Key(key.to_owned()));
                rest = after;
            } else if let Some(after) = rest.strip_prefix('.') {
                let end = after.find(['.', '[', '=']).unwrap_or(after.len());
                if end == 0 {
                    return Err(wrong());
                }
                steps.push(Step::Key(after[..end].to_owned()));
                rest = &after[end..];
            } else {
                break;
            }
        }
        let wanted = match rest.strip_prefix('=') {
            Some(wanted) => Some(wanted.to_owned()),
            None if rest.is_empty() => None,
            None => return Err(wrong()),
        };
        if steps.is_empty() { Err(wrong()) } else { Ok(Self { steps, wanted }) }
    }

    /// Whether a payload fulfils it. Text is compared as it is, all else as JSON writes it.
    pub(super) fn fits(&self, data: &Value) -> bool {
        let found = self.steps.iter().try_fold(data, |value, step| match step {
            Step::Key(key) => value.get(key.as_str()),
            Step::Index(index) => value.get(*index),
        });
        match (found, &self.wanted) {
            (None, _) => false,
            (Some(value), None) => !value.is_null(),
            (Some(Value::String(text)), Some(wanted)) => text == wanted,
            (Some(value), Some(wanted)) => {
                serde_json::from_str::<Value>(wanted).is_ok_and(|wanted| wanted == *value)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn paths_lead_to_values() {
        let data = json!({
            "campaign": "c1", "n": 7, "ok": true, "none": null, "empty": "",
            "to": {"tags": ["a", 8, {"x": "y=z"}]}, "odd.key": "v",
        });
        for (text, fits) in [
            (".campaign=c1", true),
            (".campaign=c", false),
            (".campaign", true),
            (".n=7", true),
            (".n=7.0", false),
            (".ok=true", true),
            (".none", false),
            (".none=null", true),
            (".empty=", true),
            (".to.tags[0]=a", true),
            (".to.tags[1]=8", true),
            (".to.tags[2].x=y=z", true),
            (".to.tags[3]", false),
            (".to.tags.0=a", false),
            (".to.tags[2]={ \"x\": \"y=z\" }", true),
            (".\"odd.key\"=v", true),
            (".nosuch.a=1", false),
        ] {
            assert_eq!(PathFilter::parse(text).expect(text).fits(&data), fits, "{text}");
        }
        assert!(PathFilter::parse("[1]=2").expect("a path").fits(&json!([1, 2])));
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in ["", "a=b", ".", "..a", ".a[x]=1", ".a[1", ".\"a=b", ".a]", "=b", ".a\"b"] {
            let parsed = PathFilter::parse(text);
            if text == ".a]" || text == ".a\"b" {
                // Keys may hold such characters.
                assert!(parsed.is_ok(), "{text}");
            } else {
                assert!(parsed.expect_err(text).contains("write it as in"), "{text}");
            }
        }
    }
}
