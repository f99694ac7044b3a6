//! The cache: what each shared layer must do, what processes do together, and `leadctl cache`.
//!
//! - [`layers`]: each test runs against each layer, with the same expectations
//! - [`together`]: several processes, Redis going away, restarts
//! - [`operate`]: `leadctl cache`
//! - [`support`]: a chat API that counts, and layers

mod layers;
mod operate;
mod support;
mod together;
