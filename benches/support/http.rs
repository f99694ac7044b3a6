//! Clients of an HTTP server that cost little themselves: they read a head and count the bytes of
//! the body.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What some clients saw.
#[derive(Debug, Default)]
pub struct Load {
    /// How long each request took, the shortest first.
    pub took: Vec<Duration>,
    /// Answers with another status than 200.
    pub refused: usize,
    /// Bytes of all bodies.
    pub bytes: usize,
    /// From the first request to the last answer.
    pub over: Duration,
}

impl Load {
    /// Answers a second.
    pub fn rate(&self) -> f64 {
        self.took.len() as f64 / self.over.as_secs_f64()
    }

    /// The time within which this part of all requests were answered, in milliseconds.
    pub fn quantile(&self, part: f64) -> f64 {
        let last = self.took.len().saturating_sub(1);
        let at = ((self.took.len() as f64 * part) as usize).min(last);
        self.took[at].as_secs_f64() * 1_000.0
    }
}

/// A request for a path with a key.
pub fn get(path: &str, key: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\n\r\n")
        .into_bytes()
}

/// Has `clients` ask `address` for `span`, each on a connection of its own and as soon as it was
/// answered, taking turns with the requests.
pub async fn load(address: &str, requests: &[Vec<u8>], clients: usize, span: Duration) -> Load {
    let begun = Instant::now();
    let mut running = Vec::new();
    for client in 0..clients {
        let mut turns: VecDeque<Vec<u8>> = requests.iter().cloned().collect();
        turns.rotate_left(client % requests.len());
        running.push(tokio::spawn(one(address.to_owned(), turns, begun + span)));
    }
    let mut all = Load::default();
    for client in running {
        let load = client.await.expect("a client");
        all.took.extend(load.took);
        all.refused += load.refused;
        all.bytes += load.bytes;
    }
    all.over = begun.elapsed();
    all.took.sort_unstable();
    all
}

async fn one(address: String, mut turns: VecDeque<Vec<u8>>, until: Instant) -> Load {
    let mut stream = TcpStream::connect(&address).await.expect("a connection");
    stream.set_nodelay(true).expect("an option");
    let mut buffer = vec![0; 256 * 1024];
    let mut load = Load::default();
    while Instant::now() < until {
        let asked = Instant::now();
        stream.write_all(&turns[0]).await.expect("a request");
        turns.rotate_left(1);
        let (is_good, bytes) = answer(&mut stream, &mut buffer).await;
        load.took.push(asked.elapsed());
        load.refused += usize::from(!is_good);
        load.bytes += bytes;
    }
    load
}

/// Reads one answer: whether it is a 200, and how many bytes its body has.
async fn answer(stream: &mut TcpStream, buffer: &mut [u8]) -> (bool, usize) {
    let mut have = 0;
    loop {
        let got = stream.read(&mut buffer[have..]).await.expect("an answer");
        assert!(got > 0, "the server hung up");
        have += got;
        let mut headers = [httparse::EMPTY_HEADER; 48];
        let mut head = httparse::Response::new(&mut headers);
        let httparse::Status::Complete(begins) = head.parse(&buffer[..have]).expect("a head")
        else {
            continue;
        };
        let length = head
            .headers
            .iter()
            .find(|header| header.name.eq_ignore_ascii_case("content-length"))
            .and_then(|header| std::str::from_utf8(header.value).ok()?.parse::<usize>().ok())
            .expect("a length");
        let is_good = head.code == Some(200);
        let mut left = (begins + length).saturating_sub(have);
        while left > 0 {
            let got = stream.read(buffer).await.expect("a body");
            assert!(got > 0, "the server hung up");
            left = left.saturating_sub(got);
        }
        return (is_good, length);
    }
}
