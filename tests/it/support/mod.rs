//! What the tests share.
//!
//! - [`process`]: the binary as a person runs it, and waiting for what must come about

pub mod process;
