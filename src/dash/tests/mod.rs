//! The screen and its keys, from the state alone.

mod pressed;
mod samples;
mod screens;
mod wire;
