//! Colours and shapes, by what the terminal can do. Nothing is told by colour alone.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use super::listing::Tone;

/// How many colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// None: bold, dim and reverse alone.
    None,
    /// The terminal's own sixteen.
    Sixteen,
    /// 256.
    Many,
    /// All.
    True,
}

/// How things look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Colours.
    pub depth: Depth,
    /// On a light background.
    pub light: bool,
    /// Only ASCII is written.
    pub ascii: bool,
}

/// What an environment says of its terminal.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// `TERM`.
    pub term: String,
    /// `COLORTERM`.
    pub colorterm: String,
    /// `COLORFGBG`, as in `15;0`.
    pub fgbg: String,
    /// The locale, from `LC_ALL`, `LC_CTYPE` or `LANG`.
    pub locale: String,
    /// Colour is not wanted.
    pub no_color: bool,
    /// The terminal is at the other end of SSH.
    pub far: bool,
}

impl Surroundings {
    /// Those of this process.
    pub fn read(no_color: bool) -> Self {
        let var = |name: &str| std::env::var(name).unwrap_or_default();
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(var).into_iter().find(|v| !v.is_empty());
        Self {
            term: var("TERM"),
            colorterm: var("COLORTERM"),
            fgbg: var("COLORFGBG"),
            locale: locale.unwrap_or_default(),
            no_color: no_color || !var("NO_COLOR").is_empty(),
            far: !(var("SSH_CONNECTION").is_empty() && var("SSH_TTY").is_empty()),
        }
    }

    /// Whether links (OSC 8) may be written: what does not know them passes over them, but for
    /// terminals as plain as these.
    pub fn knows_links(&self) -> bool {
        !matches!(self.term.as_str(), "" | "dumb" | "linux" | "vt100" | "vt220" | "ansi")
    }
}

impl Theme {
    /// What suits the surroundings.
    pub fn of(around: &Surroundings) -> Self {
        let depth = if around.no_color || matches!(around.term.as_str(), "" | "dumb" | "vt100") {
            Depth::None
        } else if matches!(around.colorterm.as_str(), "truecolor" | "24bit") {
            Depth::True
        } else if around.term.contains("256color") {
            Depth::Many
        } else {
            Depth::Sixteen
        };
        let background = around.fgbg.rsplit(';').next().and_then(|n| n.parse::<u8>().ok());
        let locale = around.locale.to_ascii_lowercase();
        Self {
            depth,
            light: background.is_some_and(|n| n == 7 || n == 15),
            ascii: !(locale.contains("utf-8") || locale.contains("utf8")),
        }
    }

    /// Without colour, for text that is kept.
    pub fn text() -> Self {
        Self { depth: Depth::None, light: false, ascii: false }
    }

    /// The style of a tone.
    pub fn style(&self, tone: Tone) -> Style {
        let style = Style::default();
        let style = match self.color(tone) {
            Some(color) => style.fg(color),
            None => style,
        };
        match tone {
            Tone::Bad | Tone::Accent => style.add_modifier(Modifier::BOLD),
            Tone::Warn if self.depth == Depth::None => style.add_modifier(Modifier::BOLD),
            Tone::Dim if self.depth == Depth::None => style.add_modifier(Modifier::DIM),
            _ => style,
        }
    }

    /// The colour of a tone: blue and orange rather than green and red carry the difference where
    /// there are colours enough.
    fn color(&self, tone: Tone) -> Option<Color> {
        // (sixteen, 256, true) on dark; the same on light.
        let (dark, light) = match tone {
            Tone::Normal => return None,
            Tone::Dim => {
                ((Color::DarkGray, 245, (138, 143, 152)), (Color::DarkGray, 242, (105, 110, 118)))
            }
            Tone::Good => ((Color::Green, 79, (86, 201, 160)), (Color::Green, 29, (0, 122, 84))),
            Tone::Warn => {
                ((Color::Yellow, 221, (240, 200, 90)), (Color::Magenta, 130, (150, 90, 0)))
            }
            Tone::Bad => ((Color::Red, 209, (255, 125, 95)), (Color::Red, 160, (190, 35, 20))),
            Tone::Accent => ((Color::Cyan, 117, (120, 195, 255)), (Color::Blue, 25, (0, 85, 170))),
        };
        let (sixteen, many, (r, g, b)) = if self.light { light } else { dark };
        match self.depth {
            Depth::None => None,
            Depth::Sixteen => Some(sixteen),
            Depth::Many => Some(Color::Indexed(many)),
            Depth::True => Some(Color::Rgb(r, g, b)),
        }
    }

    /// The row the cursor is on: reverse, so that it is seen without colour.
    pub fn selected(&self) -> Style {
        Style::default().add_modifier(Modifier::REVERSED)
    }

    /// Heads of columns and panes.
    pub fn head(&self) -> Style {
        self.style(Tone::Dim).add_modifier(Modifier::BOLD)
    }

    /// What stands before a state, by its shape.
    pub fn shape(tone: Tone) -> &'static str {
        match tone {
            Tone::Good => "●",
            Tone::Warn => "▲",
            Tone::Bad => "✗",
            _ => "·",
        }
    }

    /// Puts ASCII in the place of all else, where there is nothing but ASCII.
    pub fn finish(&self, buffer: &mut Buffer) {
        if !self.ascii {
            return;
        }
        for cell in &mut buffer.content {
            if let Some(c) = cell.symbol().chars().next()
                && !cell.symbol().is_ascii()
            {
                cell.set_char(ascii(c));
            }
        }
    }
}

fn ascii(c: char) -> char {
    match c {
        '│' | '┃' => '|',
        '─' | '━' => '-',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╭' | '╮' | '╰' | '╯' => {
            '+'
        }
        '▁' => '.',
        '▂' => ':',
        '▃' | '▄' => '-',
        '▅' => '=',
        '▆' => '+',
        '▇' => '*',
        '█' => '#',
        '→' | '▶' | '›' => '>',
        '←' => '<',
        '↑' => '^',
        '↓' => 'v',
        '…' => '~',
        '●' => 'o',
        '▲' => '!',
        '✗' => 'x',
        '·' => '.',
        '\u{2800}' => ' ',
        '\u{2801}'..='\u{28ff}' => '*',
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_decides_about_colour_light_and_shapes() {
        let around = |term: &str, colorterm: &str, fgbg: &str, locale: &str, no_color| {
            Theme::of(&Surroundings {
                term: term.into(),
                colorterm: colorterm.into(),
                fgbg: fgbg.into(),
                locale: locale.into(),
                no_color,
                far: false,
            })
        };
        for (theme, depth, light, ascii) in [
            (
                around("xterm-256color", "truecolor", "", "en_US.UTF-8", false),
                Depth::True,
                false,
                false,
            ),
            (around("xterm-256color", "", "0;15", "C.utf8", false), Depth::Many, true, false),
            (around("xterm", "", "15;0", "C", false), Depth::Sixteen, false, true),
            (around("xterm-256color", "truecolor", "", "", true), Depth::None, false, true),
            (around("dumb", "", "", "de_DE.UTF-8", false), Depth::None, false, false),
        ] {
            assert_eq!((theme.depth, theme.light, theme.ascii), (depth, light, ascii));
        }
    }

    #[test]
    fn states_differ_in_shape_and_nothing_but_ascii_is_left() {
        let shapes: std::collections::BTreeSet<&str> =
            [Tone::Good, Tone::Warn, Tone::Bad, Tone::Dim].map(Theme::shape).into();
        assert_eq!(shapes.len(), 4);
        let text = "│╭─▁█●▲✗→…⣿日";
        let mut buffer = Buffer::with_lines([text]);
        Theme { ascii: true, ..Theme::text() }.finish(&mut buffer);
        assert!(buffer.content.iter().all(|cell| cell.symbol().is_ascii()), "{buffer:?}");
    }
}
