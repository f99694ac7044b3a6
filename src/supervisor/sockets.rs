//! Listening sockets: opened by the supervisor and handed down, or opened by the process itself.

use std::io;
use std::net::{SocketAddr, TcpListener};

/// The listening socket handed down (by the supervisor or by systemd's socket activation), else
/// one opened on `addr`.
///
/// # Errors
/// The address cannot be had; the message names it.
pub fn inherited_or_bound(addr: SocketAddr) -> io::Result<TcpListener> {
    if let Some(listener) = listenfd::ListenFd::from_env().take_tcp_listener(0)? {
        return Ok(listener);
    }
    bind(addr)
}

/// Opens a listening socket.
///
/// # Errors
/// The address cannot be had; the message names it.
pub fn bind(addr: SocketAddr) -> io::Result<TcpListener> {
    TcpListener::bind(addr)
        .map_err(|e| io::Error::new(e.kind(), format!("cannot listen on {addr}: {e}")))
}
