//! Tells programs of others of new leads.
//!
//! - [`check_url`]: what an address must be
//! - [`mod@message`]: what is said, in the words of who reads it
//! - [`mod@sign`]: so that a reader knows who said it
//! - [`mod@send`]: says it, to public addresses only
//!
//! Inside: `address` (which addresses are public).

mod address;
mod message;
mod send;
mod sign;

pub use address::is_public;
pub use message::{Note, message};
pub use send::{SendError, check_url, send};
pub use sign::{SIGNATURE, TIMESTAMP, sign};
