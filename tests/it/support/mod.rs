//! What the tests share.
//!
//! - [`api`]: an API process and somebody who asks it
//! - [`data`]: campaigns and leads
//! - [`home`]: a home directory of one's own, and leadctl run in it to its end
//! - [`postgres`]: a private Postgres, and databases in it
//! - [`process`]: the binary as a person runs it, and waiting for what must come about
//! - [`reddit`]: a Reddit that answers when it is told to
//! - [`redis`]: a private redis-server
//! - [`world`]: the system in this process, with a sandbox, under one clock
//! - [`embedded`]: the embedded installation below a home, from inside; its sandbox and worker
//! - [`http`]: clients that retry nothing
//! - [`letters`]: jobs that have failed for good
//! - [`leads`]: campaigns, leads and dumps of invented posts

pub mod api;
pub mod data;
pub mod embedded;
pub mod home;
pub mod http;
pub mod leads;
pub mod letters;
pub mod postgres;
pub mod process;
pub mod reddit;
pub mod redis;
pub mod world;
