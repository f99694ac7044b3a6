//! A Redis of the bench's own.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A `redis-server` that keeps nothing on disk, killed when dropped.
pub struct Redis {
    child: Child,
    pub port: u16,
}

impl Redis {
    /// Starts it on a free port.
    pub fn start() -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
        let port = free.expect("a free port").port();
        let child = Command::new("redis-server")
            .args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", ""])
            .args(["--appendonly", "no"])
            .stdout(Stdio::null())
            .spawn()
            .expect("redis-server is installed");
        let deadline = Instant::now() + Duration::from_secs(10);
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "redis-server does not answer");
            std::thread::sleep(Duration::from_millis(10));
        }
        Self { child, port }
    }

    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }
}

/// Jobs that [`fill`] makes.
pub const JOBS: usize = 1_000_000;

/// Half of the jobs wait, in a list; half have completed, in a set.
const FILL: &str = r#"
local prefix, first, last = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
for n = first, last do
  local id = 'job-' .. n
  redis.call('HSET', prefix .. id, 'name', 'lead', 'data', ARGV[4], 'opts', '{"attempts":3}',
    'timestamp', n, 'priority', '0')
  if n % 2 == 0 then
    redis.call('LPUSH', prefix .. 'wait', id)
  else
    redis.call('ZADD', prefix .. 'completed', n, id)
  end
end"#;

/// Writes a million jobs into a BullMQ queue.
pub fn fill(connection: &mut redis::Connection, queue: &str) {
    let script = redis::Script::new(FILL);
    for first in (0..JOBS).step_by(5_000) {
        let mut call = script.prepare_invoke();
        call.arg(format!("bull:{queue}:")).arg(first).arg(first + 4_999);
        call.arg(r#"{"campaign":"acme","strategy":"targeted"}"#);
        call.invoke::<()>(connection).expect("written");
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
