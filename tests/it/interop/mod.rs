//! Side by side with BullMQ as it comes from npm: what one adds, the other does; what one has, the
//! other can read and change.
//!
//! - [`node`]: the scripts of tests/node, as processes
//! - [`produced`]: jobs that Node adds are done here
//! - [`worked`]: jobs that are added here are done by Node
//! - [`operated`]: a queue that only Node has written
//! - [`commands`]: the same by the command line, with all that a stranger may have written
//! - [`processes`]: workers as processes, on both sides
//! - [`board`]: Bull Board, over a queue of ours

mod board;
mod commands;
mod node;
mod operated;
mod processes;
mod produced;
mod worked;
