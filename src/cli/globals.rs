//! Options that every command takes.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;

use super::output::{Acts, Format, Output};
use crate::config::Overrides;

/// Options that every command takes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Options of every command")]
pub struct Globals {
    /// How data is printed
    #[arg(short, long, value_enum, default_value_t, global = true, value_name = "FORMAT")]
    pub output: Format,
    /// Columns of tables and CSV, separated by commas
    #[arg(long, value_delimiter = ',', global = true, value_name = "NAMES")]
    pub columns: Option<Vec<String>>,
    /// Leave out the header line of tables and CSV
    #[arg(long, global = true)]
    pub no_headers: bool,
    /// Say nothing but data and errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// No colour, as also with NO_COLOR set
    #[arg(long, global = true)]
    pub no_color: bool,
    /// Configuration file [env: LEADCTL_CONFIG]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Installation to work on: a [profile.NAME] of the configuration file [env: LEADCTL_PROFILE]
    #[arg(long, global = true, value_name = "NAME")]
    pub profile: Option<String>,
    /// Where the database and the locks live [env: LEADCTL_DATA_DIR]
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// What is logged to standard error: off, error, warn, info, debug, trace, or a filter [env: LEADCTL_LOG]
    #[arg(long, global = true, value_name = "FILTER")]
    pub log: Option<String>,
}

impl Globals {
    /// How and where this command prints.
    pub fn to_output(&self) -> Output {
        let no_color = self.no_color || std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
        Output {
            format: self.output,
            color: !no_color && !dumb && std::io::stdout().is_terminal(),
            quiet: self.quiet,
            columns: self.columns.clone(),
            headers: !self.no_headers,
            acts: Acts::default(),
        }
    }

    /// The settings that these options give.
    pub fn overrides(&self) -> Overrides {
        let mut values = Vec::new();
        if let Some(dir) = &self.data_dir {
            values.push(("data_dir", dir.to_string_lossy().into_owned()));
        }
        if let Some(log) = &self.log {
            values.push(("log", log.clone()));
        }
        Overrides { config: self.config.clone(), profile: self.profile.clone(), values }
    }
}
