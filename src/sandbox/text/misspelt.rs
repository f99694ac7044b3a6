//! Texts as they are typed on a phone, in a hurry.

use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

/// How often, in a hundred, a word is mistyped.
const MISTYPED: u32 = 7;
/// Words that are short for others, and others that are often spelt wrong.
const HABITS: &[(&str, &[&str])] = &[
    ("about", &["abt"]),
    ("accountant", &["acountant", "accountent"]),
    ("and", &["n", "&"]),
    ("anybody", &["anybdy", "any1"]),
    ("anyone", &["any1", "anyon"]),
    ("because", &["bc", "cuz", "becuase"]),
    ("client", &["cleint", "client"]),
    ("clients", &["cleints", "clients"]),
    ("definitely", &["definately"]),
    ("do", &["do", "do", "d"]),
    ("does", &["dose", "does"]),
    ("for", &["for", "4"]),
    ("hours", &["hrs", "hours"]),
    ("invoice", &["invoice", "invoice", "invioce", "invocie"]),
    ("invoices", &["invoices", "invoices", "invoces", "inovices"]),
    ("invoicing", &["invoicing", "invocing"]),
    ("month", &["month", "mnth"]),
    ("people", &["ppl", "people"]),
    ("please", &["pls", "plz"]),
    ("really", &["rly", "realy"]),
    ("recommend", &["recomend", "reccomend", "recommend"]),
    ("recommendations", &["recs", "recomendations"]),
    ("separate", &["seperate"]),
    ("software", &["software", "sofware"]),
    ("something", &["smth", "somthing"]),
    ("thanks", &["thx", "tks"]),
    ("though", &["tho"]),
    ("timesheets", &["timesheets", "timesheats"]),
    ("tracking", &["tracking", "traking"]),
    ("use", &["use", "use", "us"]),
    ("with", &["w/", "with"]),
    ("you", &["u", "you"]),
    ("your", &["ur", "your", "you're"]),
];

/// The text with habits and mistakes, drawn from `chance`: without capitals half of the time, with
/// few marks.
pub fn misspelt(text: &str, chance: &mut ChaCha8Rng) -> String {
    let lower = chance.random_bool(0.5);
    let unmarked = chance.random_bool(0.5);
    let words = text.split(' ').map(|word| {
        let written = habit(word, chance).unwrap_or_else(|| mistyped(word, chance));
        let written = if unmarked { without_marks(&written) } else { written };
        if lower { written.to_lowercase() } else { written }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn habit(word: &str, chance: &mut ChaCha8Rng) -> Option<String> {
    let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let (_, forms) = HABITS.iter().find(|(usual, _)| usual.eq_ignore_ascii_case(bare))?;
    let form = forms.choose(chance)?;
    Some(word.replacen(bare, form, 1))
}

/// A letter too few, too many, or two in the wrong order, now and then.
fn mistyped(word: &str, chance: &mut ChaCha8Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let plain = letters.iter().filter(|c| c.is_ascii_alphabetic()).count();
    // Names and numbers are looked at twice.
    if plain < 4 || plain + 1 < letters.len() || chance.random_range(0..100) >= MISTYPED {
        return word.to_owned();
    }
    let at = chance.random_range(1..plain - 1);
    match chance.random_range(0..3) {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        _ => letters.insert(at, letters[at]),
    }
    letters.into_iter().collect()
}

/// Without apostrophes and marks at its end.
fn without_marks(word: &str) -> String {
    word.trim_end_matches(['.', ',', '?', '!', ':', ';']).replace('\'', "")
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn mistakes_are_made_and_the_same_ones_each_time() {
        let text = "Can anyone recommend invoicing software for a small studio? Thanks, everybody.";
        let of = |seed| misspelt(text, &mut ChaCha8Rng::seed_from_u64(seed));
        let written: Vec<String> = (0..50).map(of).collect();
        assert_eq!(written, (0..50).map(of).collect::<Vec<_>>());
        assert!(written.iter().all(|w| w != text));
        assert!(written.iter().any(|w| w.contains("reccomend")));
        assert!(written.iter().any(|w| w.contains("invoicing")), "not every word is wrong");
        assert!(
            written.iter().any(|w| w.contains('?')) && written.iter().any(|w| !w.contains('?'))
        );
    }
}
