//! A model that does what it is told, to find out who gets to tell it anything.
//!
//! It stands for the worst model that might be asked: it knows no hierarchy of speakers and sees
//! through every disguise. What it cannot do is read structure that is not there. So it decides by
//! the characters of the request alone, as a naive model reads them:
//!
//! - **Where an instruction can stand** ([`reading`]). The first system message is the task, and is
//!   done by judging. All else that is spoken outside of the data is an instruction: messages of
//!   other speakers than the user, the user's words before and behind the data, and all of them where
//!   nothing was said to be data. The data begins at the fence that the user's message opens with.
//!   It ends at the first thing that *looks* like the other end of that fence: in letters of any
//!   script, with characters between that nobody sees, with another mark or none. Tokens that change
//!   the speaker in some model's template (`<|im_start|>`, `[INST]`, ...) do so wherever their
//!   characters stand, and lines that begin as in a transcript (`System:`, `### Instruction`) do so
//!   where a line begins.
//! - **What an order is** ([`orders`]). Words of command and of the outcome near each other, in
//!   several languages, or results that are dictated as JSON; after [`decode`] has undone tags,
//!   zero-width characters, look-alikes, entities, escapes, base64, and text written backwards.
//! - **Whom it obeys.** An order that reached it as an instruction is followed for every post, and
//!   dictated results are put before its own. An order within a post is followed as well, for that
//!   post's own judgement: that much every author can have by writing something else. Results that a
//!   post dictates are recited beside the others, under whatever number they were given.
//!
//! It says nothing of whether a real model, which weighs words and not characters, would be swayed by
//! a post that stays within the data; nobody can promise that. It shows that no post gets out.

pub mod decode;
pub mod orders;
pub mod reading;

pub use orders::{Order, Told};
pub use reading::{Heard, Task, TaskPost, hear};
