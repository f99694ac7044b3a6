//! The way of a job through the system, as it is kept for `leadctl trace`.
//!
//! - [`Origin`]: who had a job added, by which request; goes with the job through the queue
//! - [`Recorder`]: notes what an attempt does, for whatever runs inside it
//! - [`Work`]: what was noted
//!
//! Both are local to a task: what is called need not be handed anything. Outside a job nothing is
//! noted, and nothing is spent on it.

mod origin;
mod recorder;
mod work;

pub use origin::Origin;
pub use recorder::{
    Recorder, call, found_leads, looked_up, note_breaker, note_status, note_tokens, note_what,
    tried,
};
pub use work::{Call, Lookups, Step, Totals, Work};
