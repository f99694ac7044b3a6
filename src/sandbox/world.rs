//! The newest posts, held ready for being asked for.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Mutex, PoisonError};

use super::options::SandboxOptions;
use super::posts::{Invented, Truth, invent};
use super::search::{Searchable, words};
use crate::model::Timestamp;

/// Most posts held ready; Reddit shows no more than a thousand of a listing either.
const HELD: usize = 20_000;
/// How much of a text makes it known again, in characters.
const KEY_CHARS: usize = 120;

/// A post held ready for being listed and searched.
#[derive(Debug)]
pub struct Held {
    /// The post.
    pub invented: Invented,
    /// Its words.
    pub searchable: Searchable,
}

/// The newest posts.
#[derive(Debug)]
pub struct World {
    options: SandboxOptions,
    window: Mutex<Window>,
}

/// The posts held at one time.
#[derive(Debug, Default)]
pub struct Window {
    next: u64,
    posts: VecDeque<Held>,
    known: HashMap<u64, (u64, Truth)>,
}

impl World {
    /// A world in which nothing was asked for yet.
    pub fn new(options: SandboxOptions) -> Self {
        Self { options, window: Mutex::default() }
    }

    /// What it is made from.
    pub fn options(&self) -> &SandboxOptions {
        &self.options
    }

    /// Looks at the posts that exist at `now`.
    pub fn look<T>(&self, now: Timestamp, look: impl FnOnce(&Window) -> T) -> T {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        window.grow(&self.options, self.options.count_at(now));
        look(&window)
    }
}

impl Window {
    /// The posts held, newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Held> {
        self.posts.iter().rev()
    }

    /// What is true of the post with this text, where it is held.
    pub fn truth(&self, title: &str, body: &str) -> Option<Truth> {
        self.known.get(&text_key(title, body)).map(|(_, truth)| *truth)
    }

    fn grow(&mut self, options: &SandboxOptions, count: u64) {
        self.next = self.next.max(count.saturating_sub(HELD as u64));
        while self.next < count {
            let invented = invent(options, self.next);
            let post = &invented.post;
            let key = text_key(&post.title, &post.body);
            self.known.insert(key, (self.next, invented.truth));
            let searchable = Searchable {
                title: words(&post.title),
                body: words(&post.body),
                subreddit: post.subreddit.to_lowercase(),
                author: post.author.as_deref().unwrap_or_default().to_lowercase(),
            };
            self.posts.push_back(Held { invented, searchable });
            self.next += 1;
        }
        while self.posts.len() > HELD {
            let Some(gone) = self.posts.pop_front() else { break };
            let key = text_key(&gone.invented.post.title, &gone.invented.post.body);
            if self.known.get(&key).is_some_and(|(n, _)| *n == gone.invented.n) {
                self.known.remove(&key);
            }
        }
    }
}

/// Names a text by its letters and digits, so that it is known again after what is between them
/// was changed on its way, or its end was cut off.
pub fn text_key(title: &str, body: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(title).hash(&mut hasher);
    letters(&body.trim_start().chars().take(KEY_CHARS).collect::<String>()).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_holds_the_newest_and_knows_their_truth() {
        let epoch = Timestamp::from_secs(1_780_000_000);
        let options = SandboxOptions { seed: 1, rate_per_minute: 60.0, backlog: 50, epoch };
        let world = World::new(options.clone());
        let before = world.look(epoch.minus(std::time::Duration::from_secs(1)), |w| w.posts.len());
        assert!(before <= 50);
        let later = epoch.plus(std::time::Duration::from_secs(30));
        world.look(later, |window| {
            assert_eq!(window.posts.len(), 81);
            let newest = window.newest_first().next().map(|held| held.invented.n);
            assert_eq!(newest, Some(80));
            let post = invent(&options, 80);
            assert_eq!(window.truth(&post.post.title, &post.post.body), Some(post.truth));
            assert_eq!(window.truth("unheard of", "text"), None);
        });
        let much_later = epoch.plus(std::time::Duration::from_secs(40_000));
        world.look(much_later, |window| assert_eq!(window.posts.len(), HELD));
    }
}
