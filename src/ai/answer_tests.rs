use serde_json::json;

use super::*;
use crate::model::{Intent, Sentiment};

fn by() -> JudgedBy {
    JudgedBy { judge: "ai:test".to_owned(), model: "m".to_owned() }
}

fn result(n: Value) -> Value {
    json!({"n": n, "is_lead": true, "intent": "pain_point", "sentiment": "negative",
           "fit": 0.5, "confidence": 1, "reason": "because\nof it"})
}

fn read(content: &str, count: u64) -> Vec<Result<Judgement, String>> {
    let numbers: Vec<u64> = (1..=count).collect();
    judgements(content, &numbers, &by()).unwrap()
}

#[test]
fn a_good_answer_is_believed_in_the_posts_order() {
    let content = json!({"results": [result(json!(2)), result(json!(1))]}).to_string();
    let judged = read(&content, 2);
    let first = judged[0].as_ref().unwrap();
    assert_eq!((first.intent, first.sentiment), (Intent::PainPoint, Sentiment::Negative));
    assert_eq!((first.fit, first.confidence, first.reason.as_str()), (0.5, 1.0, "because of it"));
    assert!(judged[1].is_ok());
}

#[test]
fn what_stands_around_the_object_does_no_harm() {
    let object = json!({"results": [result(json!(1))]}).to_string();
    for content in [
        format!("```json\n{object}\n```"),
        format!("Here {{as asked}} it is: {object} Anything else?"),
        format!("<think>{{\"results\": 3}} hm {{</think>{object}"),
    ] {
        assert!(read(&content, 1)[0].is_ok(), "{content}");
    }
    for content in ["", "no", "{\"results\": 1}", "{\"results\": [", "[]", &"{".repeat(100_000)] {
        assert!(judgements(content, &[1], &by()).is_err());
    }
}

#[test]
fn each_result_is_checked_for_itself() {
    let with = |name: &str, value: Value| {
        let mut result = result(json!(1));
        result[name] = value;
        result
    };
    for (bad, why) in [
        (with("fit", json!("0.5")), "fit"),
        (with("fit", json!(1.01)), "fit"),
        (with("confidence", json!(-0.1)), "confidence"),
        (with("confidence", Value::Null), "confidence"),
        (with("intent", json!("buy")), "intent"),
        (with("sentiment", json!(3)), "sentiment"),
        (with("is_lead", json!("true")), "is_lead"),
        (with("reason", json!(["x"])), "reason"),
        (with("n", json!("1")), "not answered"),
        (with("n", json!(0)), "not answered"),
        (with("n", json!(3)), "not answered"),
        (json!(7), "not answered"),
    ] {
        let content = json!({"results": [bad, result(json!(2))]}).to_string();
        let judged = read(&content, 2);
        let told = judged[0].as_ref().unwrap_err();
        assert!(told.contains(why), "{told} / {why}");
        assert!(judged[1].is_ok());
    }
    let twice = json!({"results": [result(json!(1)), with("fit", json!(0.9))]}).to_string();
    assert_eq!(read(&twice, 1)[0], Err("answered twice".to_owned()));
    let same = json!({"results": [result(json!(1)), result(json!(1))]}).to_string();
    assert!(read(&same, 1)[0].is_ok());
}

#[test]
fn a_long_reason_is_cut() {
    let mut long = result(json!(1));
    long["reason"] = json!("x\u{1b}".repeat(1_000));
    let content = json!({"results": [long]}).to_string();
    let reason = read(&content, 1)[0].as_ref().unwrap().reason.clone();
    assert_eq!(reason.chars().count(), MAX_REASON_CHARS);
    assert!(!reason.contains('\u{1b}'));
}
