//! What crosses a process or a socket, in one binary.
