//! Posts from files of one submission or comment a line, as in the public dumps, plain or zstd.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use super::things::ThingError as DumpError;
use crate::model::Post;

/// Longest line that is read, in bytes.
pub const MAX_LINE: usize = 8 * 1024 * 1024;
/// Public dumps are compressed with windows of up to 2 GiB.
const WINDOW_LOG_MAX: u32 = 31;
/// How much is read at once, in bytes.
const BUFFER: usize = 256 * 1024;

/// Reads one submission or comment, bare or wrapped in `{"kind": .., "data": ..}`.
///
/// # Errors
/// The line is not JSON, not a submission or comment, or has no id.
pub fn parse_line(line: &[u8]) -> Result<Post, DumpError> {
    super::things::post(line)
}

/// What [`LineReader::next_line`] came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineStatus {
    /// A line, without its end.
    Line,
    /// A line longer than [`MAX_LINE`]; it was passed over and the next one can be read.
    TooLong,
}

/// Reads a dump line by line. It blocks; async code runs it on a thread of its own.
pub struct LineReader {
    lines: Box<dyn BufRead + Send>,
    bytes: Arc<AtomicU64>,
    total: Option<u64>,
    line: u64,
}

/// Opens a dump file.
///
/// # Errors
/// It cannot be opened or read.
pub fn open(path: &Path) -> io::Result<LineReader> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    let mut reader = LineReader::new(file)?;
    reader.total = metadata.is_file().then_some(metadata.len());
    Ok(reader)
}

/// Reads a dump from standard input; waits for its first bytes.
///
/// # Errors
/// It cannot be read.
pub fn stdin() -> io::Result<LineReader> {
    LineReader::new(io::stdin())
}

impl LineReader {
    /// Reads a dump from anywhere; its first bytes tell whether it is compressed.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn new(input: impl Read + Send + 'static) -> io::Result<Self> {
        let bytes = Arc::new(AtomicU64::new(0));
        let mut input = Counting { input, bytes: Arc::clone(&bytes) };
        let mut start = Vec::with_capacity(4);
        input.by_ref().take(4).read_to_end(&mut start)?;
        let compressed = is_zstd(&start);
        if !compressed && start.starts_with(b"\xef\xbb\xbf") {
            start.drain(..3);
        }
        let whole = Cursor::new(start).chain(input);
        let lines: Box<dyn BufRead + Send> = if compressed {
            let mut decoder = zstd::stream::read::Decoder::new(whole)?;
            decoder.window_log_max(WINDOW_LOG_MAX)?;
            Box::new(BufReader::with_capacity(BUFFER, decoder))
        } else {
            Box::new(BufReader::with_capacity(BUFFER, whole))
        };
        Ok(Self { lines, bytes, total: None, line: 0 })
    }

    /// Reads the next line that is not blank into `buf`, in place of what it held; none at the end.
    ///
    /// # Errors
    /// The input cannot be read, or what is compressed is damaged or broken off.
    pub fn next_line(&mut self, buf: &mut Vec<u8>) -> io::Result<Option<LineStatus>> {
        loop {
            buf.clear();
            let most = MAX_LINE as u64 + 1;
            if self.lines.by_ref().take(most).read_until(b'\n', buf)? == 0 {
                return Ok(None);
            }
            self.line += 1;
            if buf.len() > MAX_LINE && !buf.ends_with(b"\n") {
                buf.clear();
                buf.shrink_to(BUFFER);
                self.lines.skip_until(b'\n')?;
                return Ok(Some(LineStatus::TooLong));
            }
            while buf.last().is_some_and(u8::is_ascii_whitespace) {
                buf.pop();
            }
            if !buf.is_empty() {
                return Ok(Some(LineStatus::Line));
            }
        }
    }

    /// Number of the line read last, counted from 1, blank ones included; 0 before the first.
    pub fn line_number(&self) -> u64 {
        self.line
    }

    /// Bytes taken from the input so far, compressed where it is: runs ahead of the lines by what
    /// is buffered.
    pub fn bytes_read(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Size of the input in bytes, to compare [`bytes_read`](Self::bytes_read) with; absent for
    /// what is not a file.
    pub fn total_bytes(&self) -> Option<u64> {
        self.total
    }
}

impl std::fmt::Debug for LineReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LineReader").field("line", &self.line).finish_non_exhaustive()
    }
}

/// A zstd frame, or a skippable one, with which files of parallel compressors begin.
fn is_zstd(start: &[u8]) -> bool {
    match start {
        [0x28, 0xb5, 0x2f, 0xfd] => true,
        [first, 0x2a, 0x4d, 0x18] => first & 0xf0 == 0x50,
        _ => false,
    }
}

struct Counting<R> {
    input: R,
    bytes: Arc<AtomicU64>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.input.read(buf)?;
        self.bytes.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PostKind;

    fn all(input: &[u8]) -> Vec<(u64, LineStatus, Vec<u8>)> {
        let mut reader = LineReader::new(Cursor::new(input.to_vec())).unwrap();
        let (mut buf, mut lines) = (Vec::new(), Vec::new());
        while let Some(status) = reader.next_line(&mut buf).unwrap() {
            lines.push((reader.line_number(), status, buf.clone()));
        }
        assert_eq!(reader.bytes_read(), input.len() as u64);
        lines
    }

    #[test]
    fn lines_of_plain_and_compressed_input() {
        let text = b"{\"a\":1}\r\n\n  \n{\"b\":2}";
        let expected = vec![
            (1, LineStatus::Line, b"{\"a\":1}".to_vec()),
            (4, LineStatus::Line, b"{\"b\":2}".to_vec()),
        ];
        assert_eq!(all(text), expected);
        assert_eq!(all(&[b"\xef\xbb\xbf".as_slice(), text].concat()), expected);
        let packed = zstd::encode_all(text.as_slice(), 3).unwrap();
        assert_eq!(all(&packed), expected);
        // Concatenated frames, the first of them skippable, are one text.
        let skippable = [0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9];
        assert_eq!(all(&[skippable.as_slice(), &packed].concat()), expected);
        assert!(all(b"").is_empty());
    }

    #[test]
    fn a_line_beyond_the_bound_is_passed_over_alone() {
        let mut input = vec![b'x'; MAX_LINE];
        input.push(b'\n');
        input.extend(vec![b'y'; MAX_LINE + 1]);
        input.extend_from_slice(b"\nz\n");
        let lines = all(&input);
        let kinds: Vec<_> =
            lines.iter().map(|(n, status, line)| (*n, *status, line.len())).collect();
        use LineStatus::{Line, TooLong};
        assert_eq!(kinds, [(1, Line, MAX_LINE), (2, TooLong, 0), (3, Line, 1)]);
    }

    #[test]
    fn a_broken_off_file_is_an_error_and_not_an_end() {
        let packed = zstd::encode_all(b"{}\n".repeat(1000).as_slice(), 3).unwrap();
        let cut = packed[..packed.len() - 4].to_vec();
        let mut reader = LineReader::new(Cursor::new(cut)).unwrap();
        let mut buf = Vec::new();
        let end = loop {
            match reader.next_line(&mut buf) {
                Ok(Some(_)) => {}
                end => break end,
            }
        };
        assert!(end.is_err());
    }

    #[test]
    fn corpus_every_line_of_the_recorded_dumps_is_a_post() {
        let folder = std::env::var("LEADCTL_CORPUS")
            .expect("set LEADCTL_CORPUS to the folder that holds submissions.ndjson");
        for (file, kind, count) in [
            ("submissions.ndjson", PostKind::Submission, 1714),
            ("comments.ndjson", PostKind::Comment, 1698),
        ] {
            let mut reader = open(&Path::new(&folder).join(file)).unwrap();
            let (mut buf, mut posts) = (Vec::new(), 0);
            while let Some(status) = reader.next_line(&mut buf).unwrap() {
                assert_eq!(status, LineStatus::Line);
                let post = parse_line(&buf)
                    .unwrap_or_else(|e| panic!("{file} line {}: {e}", reader.line_number()));
                assert_eq!(post.kind, kind);
                assert!(post.permalink.starts_with('/') && post.created_at.millis() > 0);
                posts += 1;
            }
            assert_eq!(posts, count, "{file}");
        }
    }
}
