//! The terminal: taken, and given back however this ends.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::ThreadId;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::style::Print;
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{execute, queue};
use nix::sys::signal::{Signal, raise};
use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::links::Link;

/// Bytes kept before they are written: a whole screen in one write.
const BUFFER: usize = 64 << 10;

static TAKEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The terminal, for as long as this lives.
pub struct Term {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    mouse: bool,
    /// What is on the screen as links.
    links: Vec<Link>,
}

impl Term {
    /// Takes the terminal.
    ///
    /// # Errors
    /// It cannot be set up.
    pub fn take(mouse: bool) -> io::Result<Self> {
        give_back_on_panic();
        let backend = CrosstermBackend::new(BufWriter::with_capacity(BUFFER, io::stdout()));
        let term = Self { terminal: Terminal::new(backend)?, mouse, links: Vec::new() };
        enter(mouse)?;
        Ok(term)
    }

    /// What draws.
    pub fn terminal(&mut self) -> &mut Terminal<CrosstermBackend<BufWriter<Stdout>>> {
        &mut self.terminal
    }

    /// All is drawn anew the next time.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn clear(&mut self) -> io::Result<()> {
        // `Terminal::clear` asks the terminal where its cursor is, and what is typed would be taken for
        // the answer.
        self.links.clear();
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::new(0, 0, size.width, size.height))
    }

    /// Whether something on the screen is a link.
    pub fn has_links(&self) -> bool {
        !self.links.is_empty()
    }

    /// Has the terminal know what on the screen just drawn leads where, and what no longer does.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn link(&mut self, screen: &Buffer, links: Vec<Link>) -> io::Result<()> {
        if links == self.links {
            return Ok(());
        }
        let before = std::mem::replace(&mut self.links, links);
        let backend = self.terminal.backend_mut();
        // Drawing writes only what has changed: what was a link would stay one.
        for (link, is_link) in before
            .iter()
            .map(|link| (link, false))
            .chain(self.links.iter().map(|link| (link, true)))
        {
            let area = Rect { x: link.x, y: link.y, width: link.width, height: 1 };
            let area = area.intersection(screen.area);
            let cells = area.positions().filter_map(|at| Some((at.x, at.y, screen.cell(at)?)));
            if is_link {
                write!(backend, "{}", opens(&link.url))?;
            }
            backend.draw(cells)?;
            if is_link {
                write!(backend, "{CLOSES}")?;
            }
        }
        Backend::flush(backend)
    }

    /// Gives the terminal to the shell, stops, and takes it again when somebody says go on.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn suspend(&mut self) -> io::Result<()> {
        leave()?;
        raise(Signal::SIGSTOP).map_err(io::Error::from)?;
        enter(self.mouse)?;
        self.clear()
    }

    /// Gives the terminal back before its time.
    pub fn give_back(&mut self) {
        let _ = leave();
    }

    /// Puts a text on the clipboard, by way of the terminal (OSC 52).
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut out = io::stdout();
        queue!(out, Print(format!("\u{1b}]52;c;{}\u{7}", base64(text.as_bytes()))))?;
        out.flush()
    }
}

impl Drop for Term {
    fn drop(&mut self) {
        let _ = Backend::flush(self.terminal.backend_mut());
        let _ = leave();
    }
}

fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mut out = io::stdout();
    execute!(out, EnterAlternateScreen, Hide, DisableLineWrap)?;
    if mouse {
        execute!(out, EnableMouseCapture)?;
    }
    Ok(())
}

fn leave() -> io::Result<()> {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    // Each is tried, also where one fails.
    let told =
        execute!(io::stdout(), DisableMouseCapture, EnableLineWrap, LeaveAlternateScreen, Show);
    disable_raw_mode()?;
    told
}

/// The thread that draws gives the terminal back before its panic is told; what other threads say
/// would only spoil the screen, and is told by the source that grows old.
fn give_back_on_panic() {
    let drawing: ThreadId = std::thread::current().id();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if std::thread::current().id() == drawing {
                let _ = leave();
            }
            if !TAKEN.load(Ordering::SeqCst) {
                usual(info);
            }
        }));
    });
}

/// Ends a link.
const CLOSES: &str = "\u{1b}]8;;\u{1b}\\";

/// Begins a link to an address that is safe. Its parts in several lines are one by their id.
fn opens(url: &str) -> String {
    format!("\u{1b}]8;id=lead;{url}\u{1b}\\")
}

/// Writes a frame as lines that stay on the screen.
///
/// # Errors
/// The terminal is gone.
pub fn leave_frame(frame: &Buffer) -> io::Result<()> {
    let mut out = io::stdout();
    let text = lines(frame).join("\n");
    writeln!(out, "{text}")?;
    out.flush()
}

/// A frame as text, without what is blank at the end of lines.
pub fn lines(frame: &Buffer) -> Vec<String> {
    let area = frame.area;
    let line = |y: u16| {
        let mut line = String::new();
        let mut x = area.left();
        while x < area.right() {
            let symbol = frame.cell((x, y)).map_or(" ", |cell| cell.symbol());
            line.push_str(symbol);
            x += (unicode_width::UnicodeWidthStr::width(symbol) as u16).max(1);
        }
        line.trim_end().to_owned()
    };
    (area.top()..area.bottom()).map(line).collect()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for n in 0..4 {
            let digit = DIGITS[(group >> (18 - 6 * n) & 63) as usize];
            text.push(if n <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_to_the_clipboard_in_base_64() {
        for (text, code) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(text.as_bytes()), code);
        }
    }

    #[test]
    fn a_link_is_begun_and_ended_as_osc_8_has_it() {
        let begun = opens("https://example.com/a?b=c");
        assert_eq!(begun, "\u{1b}]8;id=lead;https://example.com/a?b=c\u{1b}\\");
        assert_eq!(CLOSES, "\u{1b}]8;;\u{1b}\\");
    }

    #[test]
    fn a_frame_as_text_keeps_wide_characters_and_no_blanks_at_the_end() {
        assert_eq!(lines(&Buffer::with_lines(["日本 x  ", "   "])), ["日本 x", ""]);
    }
}
