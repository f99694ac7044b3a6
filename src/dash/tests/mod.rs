//! The screen and its keys, from the state alone.
