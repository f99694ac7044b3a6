//! Commands that are defined when they are asked for. There are some 120 with 600 options: to define
//! them all takes longer than to parse what was typed.

use std::cell::Cell;

use clap::error::Error;
use clap::{ArgMatches, Args, Command, CommandFactory, FromArgMatches, Subcommand};

use super::Cli;

thread_local! {
    /// Nothing is put off.
    static NOW: Cell<bool> = const { Cell::new(false) };
}

/// The command line with all of its commands, for those who look at more than one.
pub fn whole() -> Command {
    NOW.set(true);
    let command = Cli::command();
    NOW.set(false);
    command
}

/// Arguments or commands that are defined when the command they belong to was named. Its line in the
/// list of commands must stand where it is used, as nothing else is known of it there.
#[derive(Debug)]
pub(super) struct Later<T>(pub(super) T);

fn later(command: Command, define: fn(Command) -> Command) -> Command {
    if NOW.get() { define(command) } else { command.defer(define) }
}

impl<T: FromArgMatches> FromArgMatches for Later<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches(matches).map(Self)
    }

    fn from_arg_matches_mut(matches: &mut ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches_mut(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }

    fn update_from_arg_matches_mut(&mut self, matches: &mut ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches_mut(matches)
    }
}

impl<T: Args> Args for Later<T> {
    fn augment_args(command: Command) -> Command {
        later(command, T::augment_args)
    }

    fn augment_args_for_update(command: Command) -> Command {
        later(command, T::augment_args_for_update)
    }
}

impl<T: Subcommand> Subcommand for Later<T> {
    fn augment_subcommands(command: Command) -> Command {
        later(command, T::augment_subcommands)
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        later(command, T::augment_subcommands_for_update)
    }

    fn has_subcommand(name: &str) -> bool {
        T::has_subcommand(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_command_does_not_depend_on_when_it_is_defined() {
        let (mut later, whole) = (Cli::command(), whole());
        let listed: Vec<_> = later.get_subcommands().cloned().collect();
        later.build();
        assert!(listed.len() > 30, "{} commands", listed.len());
        for listed in listed {
            let name = listed.get_name();
            assert_eq!(listed.get_arguments().count(), 0, "{name} is not put off");
            let [later, whole] =
                [&later, &whole].map(|root| root.find_subcommand(name).expect("it is there"));
            let said = |command: &Command| {
                [command.get_about(), command.get_long_about()]
                    .map(|text| text.map(ToString::to_string))
            };
            assert_eq!(said(&listed), said(later), "{name}");
            assert_eq!(said(later), said(whole), "{name}");
            assert!(whole.get_arguments().count() + whole.get_subcommands().count() > 0, "{name}");
        }
    }
}
