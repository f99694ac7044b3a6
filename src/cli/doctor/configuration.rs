use super::facts::Facts;
use super::line::Line;

pub(super) fn check(facts: &Facts) -> Vec<Line> {
    let mut lines = Vec::new();
    for problem in &facts.checked.problems {
        let hint = "`leadctl config show --columns key,env,help` explains every key";
        lines.push(Line::fail(problem.to_string(), hint));
    }
    for warning in &facts.checked.warnings {
        lines.push(Line::warn(warning.to_string(), "`leadctl config show` tells what is used"));
    }
    if lines.is_empty() {
        let file = facts.loaded.as_ref().and_then(|loaded| loaded.file.as_ref());
        let profile = facts.loaded.as_ref().and_then(|loaded| loaded.layers.profile.as_ref());
        let profile = profile.map_or_else(String::new, |name| format!(", profile {name}"));
        lines.push(Line::ok(match file {
            Some(file) => format!("acceptable; the file is {}{profile}", file.display()),
            None => "acceptable; there is no file".to_owned(),
        }));
    }
    lines
}
