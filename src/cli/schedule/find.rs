use crate::cli::exit::CliError;
use crate::queue::Schedule;
use crate::services::Services;

/// The one schedule that `text` means: `ID`, or `QUEUE/ID`.
///
/// # Errors
/// There is none (not found), there are several (refused, with the choices), or the queue cannot be
/// reached.
pub(super) async fn find(
    services: &Services,
    queue: Option<&str>,
    text: &str,
) -> anyhow::Result<Schedule> {
    let all = services.queue.schedules(queue).await?;
    Ok(choose(all, text)?)
}

fn choose(all: Vec<Schedule>, text: &str) -> Result<Schedule, CliError> {
    let known: Vec<String> = all.iter().map(|s| s.id.clone()).collect();
    let mut found: Vec<Schedule> =
        all.into_iter().filter(|s| s.id == text || place(s) == text).collect();
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(CliError::not_found(format!("there is no schedule {text}"))
            .hint(if known.is_empty() {
                "there is none at all; `leadctl schedule set --help` says how to make one".into()
            } else {
                format!("there are {}", known.join(", "))
            })
            .target(text)),
        n => {
            let choices: Vec<String> = found.iter().map(place).collect();
            Err(CliError::refused(format!("{text} could be any of {n} schedules"))
                .hint(format!("say which: {}", choices.join(" or ")))
                .target(text))
        }
    }
}

/// A schedule's place, which nothing else has.
pub(super) fn place(schedule: &Schedule) -> String {
    format!("{}/{}", schedule.queue, schedule.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::exit::Exit;
    use crate::queue::{JobOptions, Recurrence};

    fn schedule(queue: &str, id: &str) -> Schedule {
        Schedule {
            queue: queue.into(),
            id: id.into(),
            recurrence: Recurrence::Every { every_ms: 1_000 },
            name: "n".into(),
            data: serde_json::Value::Null,
            options: JobOptions::default(),
            next_at: None,
            last_at: None,
            iterations: 0,
        }
    }

    #[test]
    fn an_id_in_two_queues_needs_the_queue() {
        let all = || vec![schedule("a", "x"), schedule("b", "x"), schedule("b", "y")];
        assert_eq!(choose(all(), "y").map(|s| s.queue).ok(), Some("b".to_owned()));
        assert_eq!(choose(all(), "a/x").map(|s| s.queue).ok(), Some("a".to_owned()));
        let several = choose(all(), "x").expect_err("two");
        assert_eq!(several.exit, Exit::Refused);
        assert_eq!(several.hint.as_deref(), Some("say which: a/x or b/x"));
        let none = choose(all(), "z").expect_err("none");
        assert_eq!(none.exit, Exit::NotFound);
        assert!(none.hint.is_some_and(|hint| hint.contains("x, x, y")));
    }
}
