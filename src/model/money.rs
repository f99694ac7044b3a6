//! Money: counted in whole billionths of a US dollar, told in dollars.

/// Billionths in one.
const NANO: f64 = 1e9;

/// US dollars as billionths; what is negative is nothing.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn nano_usd(usd: f64) -> u64 {
    (usd * NANO).round().max(0.0) as u64
}

/// Billionths as US dollars.
#[allow(clippy::cast_precision_loss)]
pub fn usd(nano_usd: u64) -> f64 {
    nano_usd as f64 / NANO
}
