//! What the kernel knows of this process, under the names that Prometheus' client libraries use
//! (<https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics>).

use ::metrics::{counter, gauge};
use nix::unistd::{SysconfVar, sysconf};

use super::metrics as names;

/// Sets the gauges; on systems without `/proc` none.
pub(super) fn refresh() {
    let read = |file: &str| std::fs::read_to_string(format!("/proc/self/{file}")).ok();
    if let Some(seen) = read("stat").as_deref().and_then(|stat| Seen::parse(stat, &units())) {
        counter!(names::PROCESS_CPU).absolute(seen.cpu_millis);
        gauge!(names::PROCESS_RESIDENT).set(float(seen.resident));
        gauge!(names::PROCESS_VIRTUAL).set(float(seen.virtual_memory));
        gauge!(names::PROCESS_THREADS).set(float(seen.threads));
    }
    if let Ok(open) = std::fs::read_dir("/proc/self/fd") {
        // The one by which it is read is not counted.
        gauge!(names::PROCESS_FDS).set(float((open.count() as u64).saturating_sub(1)));
    }
    if let Some(most) = read("limits").as_deref().and_then(most_files) {
        gauge!(names::PROCESS_MAX_FDS).set(float(most));
    }
}

/// What the kernel counts in.
struct Units {
    /// Ticks in a second.
    ticks: u64,
    /// Bytes in a page.
    page: u64,
}

fn units() -> Units {
    let of = |variable, usual| {
        let value = sysconf(variable).ok().flatten();
        value.and_then(|n| u64::try_from(n).ok()).filter(|n| *n > 0).unwrap_or(usual)
    };
    Units { ticks: of(SysconfVar::CLK_TCK, 100), page: of(SysconfVar::PAGE_SIZE, 4096) }
}

/// What `/proc/self/stat` says.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    /// Milliseconds of processor time.
    cpu_millis: u64,
    /// Bytes of memory that are resident.
    resident: u64,
    /// Bytes of memory that are mapped.
    virtual_memory: u64,
    threads: u64,
}

impl Seen {
    /// Reads the fields that proc(5) describes: behind the name, which may hold anything, the first
    /// is number 3.
    fn parse(stat: &str, units: &Units) -> Option<Self> {
        let (_, rest) = stat.rsplit_once(')')?;
        let fields: Vec<&str> = rest.split_whitespace().collect();
        let field = |number: usize| fields.get(number - 3)?.parse::<u64>().ok();
        let ticks = field(14)? + field(15)?;
        Some(Self {
            cpu_millis: ticks.saturating_mul(1_000) / units.ticks,
            threads: field(20)?,
            virtual_memory: field(23)?,
            resident: field(24)?.saturating_mul(units.page),
        })
    }
}

/// How many files may be open.
fn most_files(limits: &str) -> Option<u64> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[allow(clippy::cast_precision_loss)]
fn float(n: u64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_kernel_says_is_read_whatever_the_name() {
        let stat =
            "12 (a b) 7) S 1 12 12 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 9 0 1000 8192000 500 1";
        let units = Units { ticks: 100, page: 4096 };
        let seen = Seen::parse(stat, &units).unwrap();
        let expected =
            Seen { cpu_millis: 3_000, resident: 500 * 4096, virtual_memory: 8_192_000, threads: 9 };
        assert_eq!(seen, expected);
        for odd in ["", "12 (x) S", "12 x S 1 2 3"] {
            assert_eq!(Seen::parse(odd, &units), None, "{odd}");
        }
        let limits =
            "Limit  Soft Limit\nMax open files            1024                 524288  files\n";
        assert_eq!(most_files(limits), Some(1024));
        assert_eq!(most_files("Max open files  unlimited  unlimited  files\n"), None);
    }
}
