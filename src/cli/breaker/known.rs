use crate::cli::exit::{CliError, Exit};
use crate::cli::output::plain;
use crate::services::Services;

/// The breakers that were named, or all.
///
/// # Errors
/// One is not known, or the shared state cannot be reached.
pub(super) async fn named(services: &Services, names: &[String]) -> anyhow::Result<Vec<String>> {
    let known = services.guards.known().await?;
    if names.is_empty() {
        return Ok(known);
    }
    if let Some(name) = names.iter().find(|name| !known.contains(name)) {
        let shown: Vec<_> = known.iter().map(|name| plain(name)).collect();
        let error = CliError::new(Exit::NotFound, format!("there is no breaker {}", plain(name)));
        let error = error.hint(format!("there are {}", shown.join(", "))).target(name.clone());
        return Err(error.into());
    }
    let mut names = names.to_vec();
    names.sort();
    names.dedup();
    Ok(names)
}
