//! Recorded exchanges, given back as they were recorded, so that the real clients can be run against
//! what the real services once answered.
//!
//! - [`recording`]: the file: one exchange a line
//! - [`matching`]: which exchange answers which request
//! - [`mod@verify`]: sends every exchange through the real client, and says what came of it
//!
//! # The file
//!
//! One JSON object a line. `method`, `path` and `status` say what was asked and answered; `host`,
//! `query`, `request_body` (or `request`), `headers` and `body` say more; `id`, `kind` and
//! `provider` are names. What is missing is taken for `GET`, `/`, 200 or nothing. A `body` that is a
//! string is given back as that text, any other JSON value in the very bytes of the file, and null
//! as an empty body. A header with a list of values is given back so often. Headers that belong to
//! the connection of that time (`content-length`, `content-encoding`, `transfer-encoding`,
//! `connection`) are left out, as the body is recorded decoded.
//!
//! # Which exchange answers
//!
//! 1. `/exchange/N/...` is answered by the exchange of line N alone (blank lines not counted, from
//!    1), where method and path are its own; else with 421. That is how a client is led to one
//!    exchange whatever else is in the file: its base address is `URL/exchange/N`.
//! 2. Otherwise the exchanges of the same method and path are looked at. Paths are compared decoded,
//!    without regard to case, a `/` or `.json` at the end. In front of the path may stand `/reddit`,
//!    as in the addresses of the invented posts, or a recorded host, as in `/oauth.reddit.com/r/a/new`.
//! 3. The one that fits best answers. A host that is the recorded one counts 100 (by the path, else
//!    by the header `host`); a request body that is the same 50, one that names the same `model` 10;
//!    each part of the query or of a form that is the same 4, one that differs or is missing -2, one
//!    that is not recorded -1. `raw_json` is no part of that.
//! 4. Where several fit as well they answer in turn, in the file's order, and then from the first.
//! 5. A token that nobody recorded is made up, so that a client can sign in. Anything else is
//!    answered with 404 and the header `x-replay: none`.
//!
//! Faults that are ordered and the latency that is asked for come over all that.

pub mod matching;
pub mod recording;
pub mod verify;

pub use matching::Replay;
pub use recording::{Exchange, Recording, RecordingError};
pub use verify::{Outcome, Verified, verify};
