//! Side by side with BullMQ as it comes from npm: what one adds, the other does; what one has, the
//! other can read and change.
//!
//! - [`node`]: the scripts of tests/node, as processes
//! - [`produced`]: jobs that Node adds are done here
//! - [`worked`]: jobs that are added here are done by Node
//! - [`operated`]: a queue that only Node has written
//! - [`board`]: Bull Board, over a queue of ours

mod board;
mod node;
mod operated;
mod produced;
mod worked;
