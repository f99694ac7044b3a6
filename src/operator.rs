//! Who runs this process.

use nix::unistd::{User, gethostname, getuid};

/// `user@host` of whoever runs this process; behind `sudo`, of who called it.
pub fn who() -> String {
    let called = std::env::var("SUDO_USER").ok().filter(|name| is_name(name));
    let user = called.unwrap_or_else(user);
    let host = gethostname()
        .map_or_else(|_| "unknown".to_owned(), |name| name.to_string_lossy().into_owned());
    format!("{user}@{host}")
}

/// The user that the process runs as: a name, or a number where it has none.
pub fn user() -> String {
    let uid = getuid();
    let user = User::from_uid(uid).ok().flatten();
    user.map_or_else(|| uid.to_string(), |user| user.name)
}

/// Whether it could be the name of a user: the variable may hold anything.
fn is_name(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_runs_it() {
        let who = who();
        let (user, host) = who.split_once('@').expect("user@host");
        assert!(!user.is_empty() && !host.is_empty(), "{who}");
        assert!(is_name("ann.b-2") && !is_name("") && !is_name("a b") && !is_name("a@b"));
    }
}
