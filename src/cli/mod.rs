//! The command line: one file for each noun, each with its arguments and its `run`.

pub mod exit;
pub mod output;
