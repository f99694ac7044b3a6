//! A local stand-in for Reddit and an OpenAI-compatible provider, so that the system can be tried
//! without any account. The system reaches it over HTTP only, through its real clients.
//!
//! - [`options`]: what the invented posts are made from, and when each of them is posted
//! - [`places`]: the invented subreddits, and the campaign that fits them
//! - `mixture`: what is posted how often, and in which manner
//! - [`posts`]: the posts themselves, each a pure function of the options and its number
//! - [`text`]: the templates that their words come from
//! - [`world`]: the newest posts, held ready for being asked for
//! - [`search`]: Reddit's search syntax
//! - [`obedient`]: a model that follows every order that gets through to it
//! - [`server`]: the HTTP server
//! - [`replay`]: recorded exchanges in place of what is invented
//! - [`latency`]: how long answers take
//! - [`fault`]: faults on demand, and what the sandbox was asked
//! - [`control`]: the way to a running sandbox
//! - [`handoff`]: where it runs and with which options, for other processes
//! - [`score`]: how well what was found fits what is true

pub mod control;
pub mod fault;
pub mod handoff;
pub mod latency;
mod mixture;
pub mod obedient;
pub mod options;
pub mod places;
pub mod posts;
pub mod replay;
pub mod score;
pub mod search;
pub mod server;
pub mod text;
pub mod world;

pub use control::{ControlError, SandboxControl};
pub use fault::{FaultMode, FaultOrder, FaultTarget, SandboxStats};
pub use handoff::Handoff;
pub use latency::Latency;
pub use options::SandboxOptions;
pub use places::sample_campaign;
pub use posts::Truth;
pub use score::{PostTruth, ScoreReport, truths};
pub use server::{Play, SandboxError, dump_line, router, serve};
