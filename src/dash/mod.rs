//! The terminal dashboard.
//!
//! - [`source`]: what is read, beside the thread that draws
//! - [`data`], [`history`], [`state`]: what is known, and was, as plain data; [`place`]: where one is
//! - [`view`], [`listing`], [`theme`]: the state as a picture; pure functions
//! - [`keys`], [`input`], [`mouse`], [`order`], [`targets`], [`palette`], [`actions`]: what keys mean and do
//! - [`term`], [`links`], [`screen`]: the terminal, and the loop around it

pub mod actions;
pub mod data;
pub mod history;
pub mod input;
pub mod keys;
pub mod links;
pub mod listing;
mod mouse;
mod order;
mod palette;
pub mod place;
pub mod screen;
pub mod source;
pub mod state;
pub mod targets;
pub mod term;
pub mod theme;
pub mod view;

#[cfg(test)]
mod tests;

use crate::cli::overview::NextRun;
use crate::queue::Schedule;

/// Schedules as the overview has them.
fn next_runs(schedules: &[Schedule]) -> Vec<NextRun> {
    let next = |schedule: &Schedule| NextRun {
        queue: schedule.queue.clone(),
        id: schedule.id.clone(),
        recurrence: schedule.recurrence.clone(),
        next_at: schedule.next_at,
        last_at: schedule.last_at,
    };
    schedules.iter().map(next).collect()
}
