//! Judgements out of JSON that is nearly right: in a fence, amid prose, with a comma too many, in
//! other quotes, or cut off.

use std::borrow::Cow;

use serde_json::{Deserializer, Value};

/// Most places of an answer at which an object is looked for.
const MAX_STARTS: usize = 50;
/// Most items that are taken out of a broken list.
const MAX_ITEMS: usize = 1_000;

/// The `results` of an answer, whatever stands around them. Where several objects have some, all
/// of them: whoever reads them finds out whether they agree.
pub(super) fn results(content: &str) -> Option<Vec<Value>> {
    let content = without_thoughts(content);
    strict(&content).or_else(|| lenient(&content)).filter(|results| !results.is_empty())
}

/// What a model thinks aloud is no answer, also where it drafts one.
fn without_thoughts(content: &str) -> Cow<'_, str> {
    const ENDS: &[&str] = &["</think>", "</thinking>", "</reasoning>"];
    let after = ENDS.iter().filter_map(|end| Some(content.rfind(end)? + end.len())).max();
    match after {
        Some(after) if !content[after..].trim().is_empty() => Cow::Borrowed(&content[after..]),
        _ => Cow::Borrowed(content),
    }
}

/// The `results` of every outermost object that is good JSON and has them.
fn strict(content: &str) -> Option<Vec<Value>> {
    let mut all: Option<Vec<Value>> = None;
    let mut after = 0;
    for (start, _) in content.match_indices('{').take(MAX_STARTS) {
        if start < after {
            continue;
        }
        let mut values = Deserializer::from_str(&content[start..]).into_iter::<Value>();
        let Some(Ok(mut value)) = values.next() else { continue };
        if let Value::Array(results) = value["results"].take() {
            all.get_or_insert_default().extend(results);
        }
        after = start + values.byte_offset();
    }
    all
}

/// The whole items of a list that is not good JSON, one by one.
fn lenient(content: &str) -> Option<Vec<Value>> {
    let mut rest = &content[list_start(content)?..];
    let mut items = Vec::new();
    while items.len() < MAX_ITEMS {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        // A list that is cut off ends in the midst of an item.
        let Some(end) = rest.starts_with('{').then(|| object_end(rest)).flatten() else { break };
        items.extend(item(&rest[..end]));
        rest = &rest[end..];
    }
    Some(items)
}

/// Where the list begins: behind `results`, else behind the first bracket with an object in it.
fn list_start(content: &str) -> Option<usize> {
    let named = content.match_indices("results").find_map(|(at, name)| {
        let after = content[at + name.len()..].trim_start_matches(['"', '\'', '”', '“', ' ']);
        let list = after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('[')?;
        Some(content.len() - list.len())
    });
    named.or_else(|| {
        content
            .match_indices('[')
            .find_map(|(at, _)| content[at + 1..].trim_start().starts_with('{').then_some(at + 1))
    })
}

/// The length of the object that `text` begins with; none where it does not end.
fn object_end(text: &str) -> Option<usize> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            '{' if !in_text => depth += 1,
            '}' if !in_text => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// One item: as JSON, else as YAML, of which most nearly-JSON is a part (commas too many, bare
/// names, single quotes).
fn item(text: &str) -> Option<Value> {
    let plain: Cow<'_, str> = if text.contains('"') || !text.contains(['“', '”']) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.replace(['“', '”'], "\""))
    };
    let value: Value = serde_json::from_str(&plain)
        .ok()
        .or_else(|| serde_saphyr::from_str(&without_last_comma(&plain)).ok())?;
    value.is_object().then_some(value)
}

/// Commas right before the end of the object.
fn without_last_comma(text: &str) -> String {
    let inner = text.strip_suffix('}').unwrap_or(text).trim_end().trim_end_matches(',');
    format!("{inner}}}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn numbers(content: &str) -> Vec<u64> {
        let found = results(content).unwrap_or_default();
        found.iter().map(|item| item["n"].as_u64().unwrap_or(0)).collect()
    }

    #[test]
    fn nearly_json_is_read() {
        for (content, expected) in [
            (r#"{"results":[{"n":1},{"n":2}]}"#, vec![1, 2]),
            ("```json\n{\"results\":[{\"n\":1}]}\n```", vec![1]),
            (r#"Sure! {"results":[{"n":1},]} Anything else?"#, vec![1]),
            (r#"{"results":[{"n":1,"a":"x",},{"n":2},],}"#, vec![1, 2]),
            (r#"{"results":[{"n":1,"a":"}{"},{"n":2,"a":"cut o"#, vec![1]),
            (r#"{"results":[{"n":1},{"n":2}"#, vec![1, 2]),
            (r#"[{"n":1},{"n":2}]"#, vec![1, 2]),
            ("{'results': [{'n': 1, 'is_lead': true, 'reason': 'no'}]}", vec![1]),
            ("{results: [{n: 1, is_lead: true}]}", vec![1]),
            ("{“results”: [{“n”: 1}]}", vec![1]),
            (r#"<think>{"results":[{"n":9}]}</think>{"results":[{"n":1}]}"#, vec![1]),
            (r#"{"results":[{"n":1}]} or {"results":[{"n":2}]}"#, vec![1, 2]),
            (r#"{"results":[]}"#, vec![]),
            ("no", vec![]),
            ("", vec![]),
            ("{\"results\": [", vec![]),
        ] {
            assert_eq!(numbers(content), expected, "{content}");
        }
    }

    #[test]
    fn types_survive_the_repair() {
        let found =
            results("{'results': [{'n': 1, 'is_lead': true, 'fit': 0.5, 'reason': 'a b',}]}");
        let expected = json!([{"n": 1, "is_lead": true, "fit": 0.5, "reason": "a b"}]);
        assert_eq!(Value::from(found.unwrap()), expected);
    }

    #[test]
    fn a_hostile_text_takes_no_time() {
        for part in ["{", "[{", "results:[", "\"", "{\"results\":[{"] {
            assert_eq!(numbers(&part.repeat(100_000)), Vec::<u64>::new(), "{part}");
        }
    }
}
