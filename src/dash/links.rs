//! Links that a terminal opens (OSC 8): where on a drawn screen an address stands.

use ratatui::buffer::Buffer;

use super::place::Place;
use super::state::State;
use super::view;
use crate::dash::listing::Item;

/// Longest address, in bytes: what terminals take.
const LONGEST: usize = 2_000;
/// Fewest characters of it in a line, so that a chance likeness is no link.
const LEAST: usize = 12;

/// A line of a screen that is, or is part of, an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it begins.
    pub x: u16,
    /// In which line.
    pub y: u16,
    /// How many cells.
    pub width: u16,
    /// Where it leads; [`safe`].
    pub url: String,
}

/// Whether an address can be handed to a terminal: of the web, and of nothing but the characters that
/// RFC 3986 has, none of which ends an escape sequence.
pub fn safe(url: &str) -> bool {
    let fine = |c: u8| c.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&c);
    (url.starts_with("https://") || url.starts_with("http://"))
        && url.len() <= LONGEST
        && url.bytes().all(fine)
}

/// The links of a screen: the address of the lead that is shown, where all of it is in sight.
pub fn of(state: &State, screen: &Buffer) -> Vec<Link> {
    let id = match state.place() {
        Place::Lead(id) => id.clone(),
        Place::Leads => match view::current(state) {
            Some(Item::Lead(id)) => id,
            _ => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let lead = state.leads.get().and_then(|all| all.iter().find(|lead| lead.id == id));
    let url = lead.map(|lead| lead.post.web_url()).filter(|url| safe(url));
    url.map(|url| find(&url, screen)).unwrap_or_default()
}

/// Where an address stands, also in several lines one under the other.
fn find(url: &str, screen: &Buffer) -> Vec<Link> {
    let area = screen.area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let found = pieces(url, screen, x, y);
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}

fn pieces(url: &str, screen: &Buffer, x: u16, first: u16) -> Vec<Link> {
    let mut links = Vec::new();
    let mut rest = url;
    for y in first..screen.area.bottom() {
        // All of it is ASCII: a character is a byte and a cell.
        let same = |(at, c): &(u16, char)| {
            let cell = screen.cell((x.saturating_add(*at), y));
            cell.is_some_and(|cell| cell.symbol().chars().eq([*c]))
        };
        let width = (0..).zip(rest.chars()).take_while(same).count();
        if width == 0 || (links.is_empty() && width < LEAST.min(url.len())) {
            return Vec::new();
        }
        let cells = u16::try_from(width).unwrap_or(u16::MAX);
        links.push(Link { x, y, width: cells, url: url.to_owned() });
        rest = &rest[width..];
        if rest.is_empty() {
            return links;
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_that_hold_no_escape_are_links() {
        for (url, is) in [
            ("https://www.reddit.com/r/a/comments/1/x_y/?a=b#c", true),
            ("http://127.0.0.1:8080/r/a", true),
            ("javascript:alert(1)", false),
            ("file:///etc/passwd", false),
            ("https://a/\u{1b}]8;;evil", false),
            ("https://a/\u{7}", false),
            ("https://a/b c", false),
            ("https://a/\u{9c}", false),
            ("https://a/\\", false),
            ("https://a/ü", false),
        ] {
            assert_eq!(safe(url), is, "{url:?}");
        }
        assert!(!safe(&format!("https://a/{}", "x".repeat(LONGEST))));
    }

    #[test]
    fn an_address_is_found_in_one_line_and_in_several_and_only_whole() {
        let url = "https://example.com/abcdef";
        let link = |x, y, width| Link { x, y, width, url: url.to_owned() };
        let screen = Buffer::with_lines(["", "  https://example.com/abcdef  x"]);
        assert_eq!(find(url, &screen), [link(2, 1, 26)]);
        let screen = Buffer::with_lines([" https://example.co", " m/abcdef          "]);
        assert_eq!(find(url, &screen), [link(1, 0, 18), link(1, 1, 8)]);
        for lines in
            [[" https://example.co", " x/abcdef          "], [" https://exam", "             "]]
        {
            assert_eq!(find(url, &Buffer::with_lines(lines)), []);
        }
    }
}
