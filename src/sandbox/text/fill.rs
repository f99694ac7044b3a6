use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::slots;

/// Words may hold slots themselves, this deep.
const MAX_DEPTH: u8 = 4;

/// Puts words into slots, the same word for the same slot.
#[derive(Debug)]
pub struct Filler<'r> {
    chance: &'r mut ChaCha8Rng,
    chosen: Vec<(String, &'static str)>,
}

impl<'r> Filler<'r> {
    /// A filler that has chosen nothing yet.
    pub fn new(chance: &'r mut ChaCha8Rng) -> Self {
        Self { chance, chosen: Vec::new() }
    }

    /// `text` with words for its slots; a slot that nobody knows stays as it is.
    pub fn fill(&mut self, text: &str) -> String {
        self.fill_to(text, 0)
    }

    fn fill_to(&mut self, text: &str, depth: u8) -> String {
        let mut filled = String::with_capacity(text.len() * 2);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((slot, after)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            match self.word(slot) {
                Some(word) if depth < MAX_DEPTH => filled.push_str(&self.fill_to(word, depth + 1)),
                Some(word) => filled.push_str(word),
                None => filled.push_str(&format!("{{{slot}}}")),
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    fn word(&mut self, slot: &str) -> Option<&'static str> {
        if let Some((_, word)) = self.chosen.iter().find(|(name, _)| name == slot) {
            return Some(word);
        }
        let words = slots::words(slot.trim_end_matches(|c: char| c.is_ascii_digit()));
        let taken = |word: &str| self.chosen.iter().any(|(_, chosen)| *chosen == word);
        let free: Vec<&'static str> = words.iter().copied().filter(|word| !taken(word)).collect();
        let word = free.choose(self.chance).or_else(|| words.first()).copied()?;
        self.chosen.push((slot.to_owned(), word));
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn a_slot_keeps_its_word_and_a_numbered_one_gets_another() {
        for seed in 0..50 {
            let mut chance = ChaCha8Rng::seed_from_u64(seed);
            let text = Filler::new(&mut chance).fill("{rival}|{rival2}|{rival}|{unheard of}|{");
            let parts: Vec<&str> = text.split('|').collect();
            assert_eq!(parts[0], parts[2]);
            assert_ne!(parts[0], parts[1]);
            assert_eq!(parts[3..], ["{unheard of}", "{"]);
        }
    }
}
