use std::sync::Arc;
use std::time::Duration;

use crate::model::{Timestamp, text_enum};

use super::key::Key;

/// The layout that [`Entry::encode`] writes.
const LAYOUT: u8 = 1;
/// The answer is a negative one.
const NEGATIVE: u8 = 1;
/// Bytes before what the entry is about.
const HEAD: usize = 2 + 6 * 8 + 2;
/// Bytes of the checksum at the end.
const CHECKSUM: usize = 8;
/// Longest text of what an entry is about, in bytes.
const MAX_ABOUT: usize = 100;

text_enum! {
    /// Where an answer came from.
    pub enum Source {
        /// This process's memory.
        Memory = "memory",
        /// What all processes share.
        Shared = "shared",
        /// It was made just now.
        Fresh = "fresh",
        /// An answer whose time has passed, as no newer one was to be had.
        Stale = "stale",
    }
}

/// An answer with where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served<T> {
    /// The answer.
    pub value: T,
    /// Where it came from.
    pub source: Source,
    /// How long ago it was made.
    pub age: Duration,
}

/// What making an answer cost, and so what each later use of it saves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// Tokens sent to a provider.
    pub input_tokens: u64,
    /// Tokens that it answered with.
    pub output_tokens: u64,
    /// Money, in billionths of a US dollar.
    pub nano_usd: u64,
}

/// An answer that was made just now and is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    /// The answer.
    pub value: Vec<u8>,
    /// It says that there is nothing to be had: kept for a short time only, never served stale.
    pub negative: bool,
    /// How long it holds; shortened a little by chance. An answer with none is not kept.
    pub ttl: Duration,
    /// What it cost.
    pub cost: Cost,
    /// What it is about, for people: a post, a subreddit. Cut where it is long.
    pub about: String,
}

/// A kept answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The answer.
    pub value: Vec<u8>,
    /// It says that there is nothing to be had.
    pub negative: bool,
    /// When it was made.
    pub stored_at: Timestamp,
    /// Until when it holds.
    pub fresh_until: Timestamp,
    /// Until when it may be served where no newer one is to be had.
    pub stale_until: Timestamp,
    /// What it cost.
    pub cost: Cost,
    /// What it is about; hostile.
    pub about: String,
}

impl Entry {
    /// Keeps `fresh`, made at `now`. `shortened`, from 0 to 1, says how much of the greatest
    /// shortening (a tenth) its time gets, so that what was made at once does not end at once.
    pub(super) fn new(fresh: Fresh, now: Timestamp, stale_for: Duration, shortened: f64) -> Self {
        let ttl = fresh.ttl.mul_f64(1.0 - 0.1 * shortened.clamp(0.0, 1.0));
        let fresh_until = now.plus(ttl);
        let stale_for = if fresh.negative { Duration::ZERO } else { stale_for };
        let mut about = fresh.about;
        about.truncate(about.floor_char_boundary(MAX_ABOUT));
        Self {
            value: fresh.value,
            negative: fresh.negative,
            stored_at: now,
            fresh_until,
            stale_until: fresh_until.plus(stale_for),
            cost: fresh.cost,
            about,
        }
    }

    /// Whether it holds.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now < self.fresh_until
    }

    /// Whether it may be served where no newer one is to be had.
    pub fn is_servable(&self, now: Timestamp) -> bool {
        now < self.stale_until
    }

    /// As it is written to a shared layer, under `key` alone.
    pub fn encode(&self, key: &Key) -> Vec<u8> {
        let about = self.about.as_bytes();
        let mut bytes = Vec::with_capacity(HEAD + about.len() + self.value.len() + CHECKSUM);
        bytes.extend([LAYOUT, if self.negative { NEGATIVE } else { 0 }]);
        for time in [self.stored_at, self.fresh_until, self.stale_until] {
            bytes.extend(time.millis().to_le_bytes());
        }
        for n in [self.cost.input_tokens, self.cost.output_tokens, self.cost.nano_usd] {
            bytes.extend(n.to_le_bytes());
        }
        bytes.extend(u16::try_from(about.len()).unwrap_or(0).to_le_bytes());
        bytes.extend(about);
        bytes.extend(&self.value);
        bytes.extend(checksum(key, &bytes));
        bytes
    }

    /// Reads what was written under `key`; nothing where it is damaged or another key's.
    pub fn decode(key: &Key, bytes: &[u8]) -> Option<Self> {
        let (body, sum) = bytes.split_last_chunk::<CHECKSUM>()?;
        if checksum(key, body) != *sum || body.first() != Some(&LAYOUT) {
            return None;
        }
        let flags = *body.get(1)?;
        let word =
            |n: usize| -> Option<[u8; 8]> { body.get(2 + 8 * n..10 + 8 * n)?.try_into().ok() };
        let time = |n| Some(Timestamp::from_millis(i64::from_le_bytes(word(n)?)));
        let number = |n| Some(u64::from_le_bytes(word(n)?));
        let about_len = u16::from_le_bytes(body.get(HEAD - 2..HEAD)?.try_into().ok()?);
        let (about, value) = body.get(HEAD..)?.split_at_checked(usize::from(about_len))?;
        Some(Self {
            value: value.to_vec(),
            negative: flags & NEGATIVE != 0,
            stored_at: time(0)?,
            fresh_until: time(1)?,
            stale_until: time(2)?,
            cost: Cost {
                input_tokens: number(3)?,
                output_tokens: number(4)?,
                nano_usd: number(5)?,
            },
            about: String::from_utf8(about.to_vec()).ok()?,
        })
    }

    pub(super) fn served(self: &Arc<Self>, source: Source, now: Timestamp) -> Served<Arc<Self>> {
        Served { value: Arc::clone(self), source, age: now.since(self.stored_at) }
    }
}

/// Ties the bytes to the key, so that an entry under another key is as good as damaged.
fn checksum(key: &Key, body: &[u8]) -> [u8; CHECKSUM] {
    let mut sum = [0; CHECKSUM];
    blake3::Hasher::new().update(key.hash()).update(body).finalize_xof().fill(&mut sum);
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::key::{Kind, Tenant};
    use super::*;

    fn key(name: &str) -> Key {
        Key::of(Kind::Ai, &Tenant::none()).field("name", name).finish()
    }

    fn entry(value: &[u8]) -> Entry {
        let fresh = Fresh {
            value: value.to_vec(),
            negative: value.is_empty(),
            ttl: Duration::from_secs(100),
            cost: Cost { input_tokens: 3, output_tokens: 2, nano_usd: 1 },
            about: "t3_ü".to_owned(),
        };
        Entry::new(fresh, Timestamp::from_secs(1_000), Duration::from_secs(50), 0.5)
    }

    #[test]
    fn times_are_shortened_by_a_tenth_at_most() {
        let ends = |shortened| {
            let fresh = Fresh {
                value: Vec::new(),
                negative: false,
                ttl: Duration::from_secs(100),
                cost: Cost::default(),
                about: String::new(),
            };
            Entry::new(fresh, Timestamp::from_secs(0), Duration::ZERO, shortened).fresh_until
        };
        assert_eq!(ends(0.0), Timestamp::from_secs(100));
        assert_eq!(ends(1.0), Timestamp::from_secs(90));
        assert_eq!(ends(7.0), Timestamp::from_secs(90));
        assert_eq!(ends(0.5), Timestamp::from_secs(95));
    }

    #[test]
    fn a_negative_answer_is_never_served_stale() {
        let (yes, no) = (entry(b"x"), entry(b""));
        assert_eq!(yes.stale_until, yes.fresh_until.plus(Duration::from_secs(50)));
        assert_eq!(no.stale_until, no.fresh_until);
    }

    #[test]
    fn long_words_of_what_it_is_about_are_cut_between_characters() {
        let fresh = Fresh { about: "ü".repeat(80), ..fresh() };
        let entry = Entry::new(fresh, Timestamp::default(), Duration::ZERO, 0.0);
        assert_eq!(entry.about, "ü".repeat(50));
        let fresh = Fresh { about: format!("x{}", "ü".repeat(80)), ..self::fresh() };
        assert_eq!(Entry::new(fresh, Timestamp::default(), Duration::ZERO, 0.0).about.len(), 99);
    }

    fn fresh() -> Fresh {
        Fresh {
            value: Vec::new(),
            negative: false,
            ttl: Duration::from_secs(1),
            cost: Cost::default(),
            about: String::new(),
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(value in proptest::collection::vec(any::<u8>(), 0..200)) {
            let entry = entry(&value);
            let bytes = entry.encode(&key("a"));
            prop_assert_eq!(Entry::decode(&key("a"), &bytes), Some(entry));
            prop_assert_eq!(Entry::decode(&key("b"), &bytes), None);
        }

        #[test]
        fn any_damage_is_seen(at in 0usize..80, flip in 1u8.., cut in 0usize..80) {
            let bytes = entry(b"some answer").encode(&key("a"));
            let mut flipped = bytes.clone();
            let at = at % flipped.len();
            flipped[at] ^= flip;
            prop_assert_eq!(Entry::decode(&key("a"), &flipped), None);
            let cut = cut % bytes.len();
            prop_assert_eq!(Entry::decode(&key("a"), &bytes[..cut]), None);
        }

        #[test]
        fn no_bytes_break_the_reading(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(Entry::decode(&key("a"), &bytes), None);
        }
    }
}
