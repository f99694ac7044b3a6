//! What somebody may have meant.

/// The candidate most like `text`, where one is like it at all.
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const ALIKE: f64 = 0.8;
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(text, candidate), candidate))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_are_seen_through_and_strangers_are_not() {
        let known = ["worker.concurrency", "worker.attempts", "api.listen"];
        assert_eq!(nearest("worker.concurency", known), Some("worker.concurrency"));
        assert_eq!(nearest("api.listn", known), Some("api.listen"));
        assert_eq!(nearest("zzz", known), None);
    }
}
