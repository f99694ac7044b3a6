//! The one place that knows exit codes.

/// Ways a command can end, by the number that the shell sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done; an empty match is done.
    Done = 0,
    /// Failed.
    Failed = 1,
    /// The command line or a value on it is wrong.
    Usage = 2,
    /// What was named does not exist.
    NotFound = 3,
    /// A dependency (database, Redis, Reddit, AI provider, API) is unreachable.
    Unreachable = 4,
    /// The time was up.
    TimedOut = 5,
    /// The awaited job failed.
    JobFailed = 6,
    /// Refused: a conflict, or it needs `--yes`.
    Refused = 7,
    /// Some of many failed.
    Partly = 8,
    /// `doctor` or `why` found something.
    Finding = 9,
    /// Another run holds the lock that was asked for.
    Locked = 75,
    /// Ended by SIGINT, after an orderly farewell.
    Interrupted = 130,
    /// Ended by SIGTERM.
    Terminated = 143,
}

/// For `--help`, docs and man pages.
pub const HELP: &str = "\
Exit codes:
  0  done (an empty match is done)
  1  failed
  2  usage: the command line or a value on it is wrong
  3  not found
  4  a dependency is unreachable
  5  timed out
  6  the awaited job failed
  7  refused: a conflict, or it needs --yes
  8  partly failed: some of many
  9  a finding (doctor, why)
  75  another run holds the lock (--lock)
  130, 141, 143  ended by SIGINT, SIGPIPE, SIGTERM";

impl Exit {
    /// What `check` ends with where something is worth a look, by the convention of monitoring
    /// plug-ins, which has other meanings for 1 to 3.
    pub const WARNING: Self = Self::Failed;
    /// The same where something needs someone.
    pub const CRITICAL: Self = Self::Usage;
    /// The same where it could not be looked at.
    pub const UNKNOWN: Self = Self::NotFound;

    /// The stable name used in JSON errors.
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Usage => "usage",
            Self::NotFound => "not_found",
            Self::Unreachable => "unreachable",
            Self::TimedOut => "timed_out",
            Self::JobFailed => "job_failed",
            Self::Refused => "refused",
            Self::Partly => "partly_failed",
            Self::Finding => "finding",
            Self::Locked => "locked",
            Self::Interrupted => "interrupted",
            Self::Terminated => "terminated",
        }
    }
}

/// An error together with how the command is to end and what the operator can do.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct CliError {
    /// How the command ends.
    pub exit: Exit,
    /// One sentence: what was wrong, and where.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// What it was about: an id, a file, an address.
    pub target: Option<String>,
}

impl CliError {
    /// An error that ends the command with `exit`.
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), hint: None, target: None }
    }

    /// A wrong value on the command line.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// Something that does not exist.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(Exit::NotFound, message)
    }

    /// Something that is not allowed as things stand.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(Exit::Refused, message)
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds what it was about.
    #[must_use]
    pub fn target(mut self, target: impl Into<String>) -> Self {
        self.target = Some(target.into());
        self
    }
}
