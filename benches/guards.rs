//! What guards cost, and what they save: a guarded call beside a bare one, and an outage on a
//! simulated clock.

// A bench may fail loudly.
#![allow(clippy::expect_used, clippy::panic, clippy::cast_precision_loss)]

mod breakers;
mod support;

fn main() {
    breakers::run();
}
