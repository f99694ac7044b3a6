use clap::Args;
use serde::Serialize;

use super::{find, told};
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::failure::exit_of;
use crate::cli::output::{Cell, Column, ListMeta, Record};
use crate::services::{Proven, Services};
use crate::store::SealedAccount;

/// Which accounts.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl accounts check
  leadctl accounts check alice -o json

For each account a new token is asked for, and whose it is. Ends with 0 where Reddit takes all, with 8
where it takes some; where it takes none, with what is wrong with the first: 1 it is refused, 4 Reddit
is not reached, 7 the key at hand is not the account's.")]
pub struct CheckArgs {
    /// Their ids; all where none is given
    #[arg(value_name = "ID")]
    ids: Vec<String>,
}

/// What Reddit says of an account.
#[derive(Debug, Serialize)]
struct Checked {
    id: String,
    owner: Option<String>,
    ok: bool,
    username: String,
    scope: Option<String>,
    remaining: Option<f64>,
    reset_ms: Option<u64>,
    error: Option<String>,
}

impl CheckArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let checked = self.check(&services).await;
        ctx.close(services).await;
        let (rows, failed) = checked?;
        let hint = "there are no accounts; `leadctl accounts add` adds one";
        let meta = ListMeta { empty_hint: Some(hint.to_owned()), ..ListMeta::default() };
        ctx.out.list(&rows, meta)?;
        match failed {
            None => Ok(Exit::Done),
            Some(_) if rows.iter().any(|row| row.ok) => Ok(Exit::Partly),
            Some(error) => Err(error),
        }
    }

    /// What came of each, and what is wrong with the first that Reddit does not take.
    async fn check(
        &self,
        services: &Services,
    ) -> anyhow::Result<(Vec<Checked>, Option<anyhow::Error>)> {
        let mut accounts = Vec::new();
        for id in &self.ids {
            accounts.push(find(services, id).await?);
        }
        if self.ids.is_empty() {
            accounts = services.store.accounts().await?;
        }
        let (mut rows, mut failed) = (Vec::new(), None);
        for sealed in accounts {
            let proven = services.prove_account(&sealed).await;
            let id = &sealed.account.id;
            let proven = proven.map_err(|error| told(error, id)).and_then(|p| same(&sealed, p));
            rows.push(row(&sealed, &proven));
            if let Err(error) = proven {
                failed = failed.or(Some(error));
            }
        }
        Ok((rows, failed))
    }
}

/// Refuses a token that is another user's, and a user whom Reddit has taken out of use.
fn same(sealed: &SealedAccount, proven: Proven) -> anyhow::Result<Proven> {
    let known = &sealed.account.username;
    let failed = |why: String| {
        let error = CliError::new(Exit::Failed, why).target(sealed.account.id.clone());
        Err(error.into())
    };
    if proven.suspended {
        return failed(format!("u/{known} is suspended on Reddit"));
    }
    if !proven.username.eq_ignore_ascii_case(known) {
        return failed(format!("the token is of u/{} and not of u/{known}", proven.username));
    }
    Ok(proven)
}

fn row(sealed: &SealedAccount, proven: &anyhow::Result<Proven>) -> Checked {
    let account = &sealed.account;
    let left = proven.as_ref().ok().and_then(|proven| proven.left);
    Checked {
        id: account.id.clone(),
        owner: account.owner.clone(),
        ok: proven.is_ok(),
        username: account.username.clone(),
        scope: match proven {
            Ok(proven) => proven.scope.clone(),
            Err(_) => account.scope.clone(),
        },
        remaining: left.map(|(remaining, _)| remaining),
        reset_ms: left.and_then(|(_, reset)| u64::try_from(reset.as_millis()).ok()),
        error: proven.as_ref().err().map(|error| match exit_of(error) {
            Exit::Unreachable => format!("not reached: {error}"),
            _ => error.to_string(),
        }),
    }
}

impl Record for Checked {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("id", |r: &Checked| Cell::text(&r.id)),
                Column::new("owner", |r| Cell::maybe(r.owner.as_deref())),
                Column::new("ok", |r| Cell::text(if r.ok { "yes" } else { "no" })),
                Column::new("username", |r: &Checked| Cell::text(&r.username)),
                Column::new("scope", |r| Cell::maybe(r.scope.as_deref())),
                Column::new("remaining", |r| {
                    Cell::maybe(r.remaining.map(|left| format!("{left:.0}")))
                }),
                Column::new("reset", |r| {
                    Cell::maybe(r.reset_ms.map(|ms| format!("{} s", ms.div_ceil(1000))))
                }),
                Column::new("error", |r| Cell::maybe(r.error.as_deref())),
            ]
        }
    }
}
