//! What is believed of a provider's answer.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_json::Value;

use super::error::AiError;
use super::prompt::{MAX_REASON_CHARS, clean_line};
use super::repair;
use crate::model::{JudgedBy, Judgement};

/// The judgements of the posts with these numbers, in their order; for each that is missing or not
/// acceptable, why.
pub(super) fn judgements(
    content: &str,
    numbers: &[u64],
    judged_by: &JudgedBy,
) -> Result<Vec<Result<Judgement, String>>, AiError> {
    let results = repair::results(content)
        .ok_or_else(|| AiError::Unusable("it holds no object with \"results\"".to_owned()))?;
    let mut found: HashMap<u64, Option<&Value>> = HashMap::new();
    for result in &results {
        let Some(n) = result["n"].as_u64().filter(|n| numbers.contains(n)) else { continue };
        match found.entry(n) {
            Entry::Vacant(free) => {
                free.insert(Some(result));
            }
            // Which of two is meant cannot be known.
            Entry::Occupied(mut first) if *first.get() != Some(result) => {
                first.insert(None);
            }
            Entry::Occupied(_) => {}
        }
    }
    let judged = numbers.iter().map(|n| match found.get(n) {
        Some(Some(result)) => judgement(result, judged_by),
        Some(None) => Err("answered twice".to_owned()),
        None => Err("not answered".to_owned()),
    });
    Ok(judged.collect())
}

fn judgement(result: &Value, judged_by: &JudgedBy) -> Result<Judgement, String> {
    let share = |name: &str| match result[name].as_f64() {
        Some(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err(format!("{name} is no number from 0 to 1")),
    };
    let name_of = |name: &str| result[name].as_str().unwrap_or_default();
    let reason = result["reason"].as_str().ok_or("reason is no text")?;
    Ok(Judgement {
        is_lead: result["is_lead"].as_bool().ok_or("is_lead is neither true nor false")?,
        intent: name_of("intent").parse().map_err(|_| "intent is not a known one")?,
        sentiment: name_of("sentiment").parse().map_err(|_| "sentiment is not a known one")?,
        fit: share("fit")?,
        confidence: share("confidence")?,
        reason: cut(reason),
        judged_by: judged_by.clone(),
    })
}

fn cut(reason: &str) -> String {
    let cleaned = clean_line(reason, MAX_REASON_CHARS);
    // With the sign that it was cut, it must not be longer than the bound either.
    if cleaned.chars().count() > MAX_REASON_CHARS {
        clean_line(reason, MAX_REASON_CHARS - 1)
    } else {
        cleaned
    }
}

#[cfg(test)]
#[path = "answer_tests.rs"]
mod tests;
