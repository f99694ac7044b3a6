use super::output::Output;
use super::overview::jobs;

/// Says that the queue is away and that these many jobs are kept all the same; nothing where there
/// are none.
pub(super) fn note(out: &Output, spooled: u64) {
    if spooled > 0 {
        out.note(&format!(
            "Redis is away: {} kept in the database; workers run them from there, or they go to \
             Redis when it is back",
            match spooled {
                1 => "1 job is".to_owned(),
                n => format!("{} are", jobs(n)),
            }
        ));
    }
}
