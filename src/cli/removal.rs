//! What the commands that remove a few things by name have in common.

use super::output::ActReport;

/// A thing to be removed, as it is told of; safe to print but for the id.
pub(super) struct Told {
    /// Its id, for the report.
    pub(super) id: String,
    /// What it is, as in `account alice`.
    pub(super) name: String,
    /// What else is said of one that goes, as in ` of u/alice`; may be empty.
    pub(super) more: String,
}

/// Removes each of these, or only says that it would go; a line for people for each. `remove` says
/// whether it was still there.
///
/// # Errors
/// Those of `remove`; what is left then stays.
pub(super) async fn remove_each<T>(
    dry_run: bool,
    found: &[T],
    tell: impl Fn(&T) -> Told,
    remove: impl AsyncFn(&T) -> anyhow::Result<bool>,
) -> anyhow::Result<(ActReport, Vec<String>)> {
    let (mut report, mut lines) = (ActReport::new(dry_run), Vec::new());
    let would = if dry_run { "would be removed" } else { "removed" };
    for thing in found {
        let Told { id, name, more } = tell(thing);
        if dry_run || remove(thing).await? {
            report.acted(&id);
            lines.push(format!("{name}{more} {would}"));
        } else {
            report.skipped(&id);
            lines.push(format!("{name} was gone already"));
        }
    }
    Ok((report, lines))
}
