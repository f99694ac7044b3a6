use std::collections::HashMap;

use super::text::Stems;
use crate::model::Post;

/// Fewest words of a text that can be compared: short texts are alike by chance.
const FEWEST_WORDS: usize = 12;
/// Words in one shingle.
const SHINGLE: usize = 3;
/// Most bits in which the fingerprints of near-identical texts differ. Posts are short: one word
/// more in a hundred turns several bits. Texts that have nothing in common differ in 32 of 64, give
/// or take 4.
const DISTANCE: u32 = 7;
/// With one band more than [`DISTANCE`], two fingerprints within it agree in at least one band.
const BANDS: u32 = DISTANCE + 1;
/// Bits of a band.
const BAND_BITS: u32 = u64::BITS / BANDS;

/// A 64-bit SimHash over shingles of stemmed words: texts that are nearly the same differ in few
/// bits. `None` where the text is too short to tell.
///
/// Source: M. Charikar, "Similarity Estimation Techniques from Rounding Algorithms", STOC 2002; the
/// index over bands of bits: G. Manku et al., "Detecting Near-Duplicates for Web Crawling", WWW 2007.
pub fn fingerprint(post: &Post) -> Option<u64> {
    let stems = Stems::of(post);
    let words: Vec<&str> = stems.words().collect();
    if words.len() < FEWEST_WORDS {
        return None;
    }
    let mut weights = [0_i32; 64];
    for shingle in words.windows(SHINGLE) {
        let mut hasher = blake3::Hasher::new();
        for word in shingle {
            hasher.update(word.as_bytes()).update(b" ");
        }
        let mut first = [0; 8];
        first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
        let bits = u64::from_le_bytes(first);
        for (bit, weight) in weights.iter_mut().enumerate() {
            *weight += if bits >> bit & 1 == 1 { 1 } else { -1 };
        }
    }
    Some(weights.iter().enumerate().fold(
        0,
        |hash, (bit, &weight)| {
            if weight > 0 { hash | 1 << bit } else { hash }
        },
    ))
}

/// Fingerprints seen so far, with an index over bands of their bits.
#[derive(Debug, Default)]
pub struct NearDuplicates {
    bands: HashMap<(u32, u64), Vec<u64>>,
    len: usize,
}

impl NearDuplicates {
    /// None seen.
    pub fn new() -> Self {
        Self::default()
    }

    /// Remembers a fingerprint.
    pub fn insert(&mut self, fingerprint: u64) {
        for key in bands(fingerprint) {
            self.bands.entry(key).or_default().push(fingerprint);
        }
        self.len += 1;
    }

    /// Whether one within [`DISTANCE`] bits has been seen.
    pub fn similar(&self, fingerprint: u64) -> bool {
        bands(fingerprint).any(|key| {
            self.bands.get(&key).is_some_and(|seen| {
                seen.iter().any(|other| (other ^ fingerprint).count_ones() <= DISTANCE)
            })
        })
    }

    /// How many are remembered.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

fn bands(fingerprint: u64) -> impl Iterator<Item = (u32, u64)> {
    (0..BANDS).map(move |band| (band, fingerprint >> (band * BAND_BITS) & ((1 << BAND_BITS) - 1)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::discovery::patterns::tests::post;

    const TEXT: &str = "I run a small studio with three people and we lose hours every month \
        because nobody remembers to send the invoices on time, and clients then pay late. What do \
        you use to keep track of hours and get paid without chasing everyone by mail? We tried \
        spreadsheets, a wall calendar and two apps that were far too big for us. Ideally it should \
        work on a phone, remind clients by itself and cost less than a dinner each month.";

    #[test]
    fn a_copy_with_a_new_title_word_is_found_and_another_text_is_not() {
        let mut seen = NearDuplicates::new();
        seen.insert(fingerprint(&post("Getting paid", TEXT)).expect("long enough"));
        let copy = post("Getting paid", &format!("{TEXT} Thanks!"));
        assert!(seen.similar(fingerprint(&copy).expect("long enough")));
        let other = "We moved our bakery to a bigger shop last spring and the new oven needs \
            twice the power, so our landlord asks for a bigger deposit. Has anyone here been \
            through that with a landlord and what did you agree on in the end?";
        assert!(!seen.similar(fingerprint(&post("Oven", other)).expect("long enough")));
    }

    #[test]
    fn short_texts_have_no_fingerprint() {
        assert_eq!(fingerprint(&post("Help", "which invoicing app?")), None);
    }

    proptest! {
        #[test]
        fn up_to_seven_bits_are_always_found(hash: u64, bits in prop::array::uniform7(0_u32..64)) {
            let mut seen = NearDuplicates::new();
            seen.insert(hash);
            let turned = bits.iter().fold(0_u64, |turned, bit| turned | 1 << bit);
            prop_assert!(seen.similar(hash ^ turned));
        }
    }
}
