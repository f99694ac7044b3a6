//! Rebuilds when a migration is added: they are embedded at compile time. And has the program loaded at
//! a fixed address.

use std::env::var;

fn main() {
    println!("cargo:rerun-if-changed=migrations");
    // A command that scripts run very often is to start fast. Loaded at a changing address, 2 MB of
    // tables would have to be written anew at each start, page by page: a sixth of the time that
    // `jobs enqueue` takes. Heap, stack and libraries stay where nobody can foresee.
    let is = |name: &str, value: &str| var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
