//! Clients that notice everything: they retry nothing, and know what came over which connection.

use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A client of one address with at most one connection.
pub struct Client {
    address: SocketAddr,
    keep_alive: bool,
    stream: Option<TcpStream>,
    /// Connections made so far.
    pub connections: usize,
    /// Answers that said that the connection ends.
    pub told_to_close: usize,
}

impl Client {
    /// One that keeps its connection as long as the server does, or one that makes one for each
    /// request.
    pub fn new(address: SocketAddr, keep_alive: bool) -> Self {
        Self { address, keep_alive, stream: None, connections: 0, told_to_close: 0 }
    }

    /// Sends one request and reads the answer to its end; gives the status.
    pub async fn get(&mut self, path: &str) -> Result<u16> {
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => {
                self.connections += 1;
                TcpStream::connect(self.address).await?
            }
        };
        let close = if self.keep_alive { "" } else { "connection: close\r\n" };
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n{close}\r\n");
        stream.write_all(request.as_bytes()).await?;
        let (status, closes) = read(&mut stream).await?;
        if self.keep_alive && closes {
            self.told_to_close += 1;
        } else if self.keep_alive {
            self.stream = Some(stream);
        }
        Ok(status)
    }
}

/// Reads one answer: its status, and whether the connection ends with it.
async fn read(stream: &mut TcpStream) -> Result<(u16, bool)> {
    let odd = |what: &str| Error::new(ErrorKind::InvalidData, what.to_owned());
    let (mut got, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        if let Some(end) = got.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&got[..end]).to_ascii_lowercase();
            let status = head.get(9..12).and_then(|s| s.parse().ok());
            let status = status.ok_or_else(|| odd("no status"))?;
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            let length: usize =
                length.and_then(|n| n.parse().ok()).ok_or_else(|| odd("no length"))?;
            if got.len() >= end + 4 + length {
                return Ok((status, head.contains("connection: close")));
            }
        }
        match stream.read(&mut buffer).await? {
            0 => return Err(Error::new(ErrorKind::UnexpectedEof, "the connection was cut")),
            n => got.extend_from_slice(&buffer[..n]),
        }
    }
}
