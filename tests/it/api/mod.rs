//! The HTTP API as its users meet it.
//!
//! - [`keys`]: who is let in; [`owners`]: what each user sees
//! - [`walk`]: every operation, by its own description
//! - [`writes`]: what is sent twice, exported, or asked from a browser
//! - [`events`]: streams of what happens
//! - [`webhooks`]: messages to others

mod events;
mod keys;
mod owners;
mod walk;
mod webhooks;
mod writes;
