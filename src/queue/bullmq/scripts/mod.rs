//! Scripts of our own, for what the engine's crate has no call for or takes too many trips for. They
//! work on BullMQ's keys by BullMQ's rules.

use std::sync::LazyLock;

use redis::Script;

macro_rules! scripts {
    ($($(#[$meta:meta])* $name:ident = $file:literal;)+) => {
        $($(#[$meta])*
        pub(super) static $name: LazyLock<Script> =
            LazyLock::new(|| Script::new(include_str!($file)));)+
    };
}

scripts! {
    /// Adds jobs.
    ADD = "add.lua";
    /// Renews locks.
    EXTEND = "extend.lua";
    /// Removes jobs that wait for children.
    ORPHAN = "orphan.lua";
    /// Keeps why an attempt failed.
    FAILED = "failed.lua";
    /// Adds a line to a log.
    LOG = "log.lua";
    /// Sets a field of a hash that is there.
    PATCH = "patch.lua";
    /// Replaces the progress.
    PROGRESS = "progress.lua";
}
