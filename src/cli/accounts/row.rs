use serde::Serialize;

use crate::cli::output::{Block, Cell, Column, Record};
use crate::cli::time::ago;
use crate::model::{RedditAccount, Timestamp};
use crate::services::Services;
use crate::store::SealedAccount;

/// An account as it is told of; no secret is in it.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    #[serde(flatten)]
    pub(super) account: RedditAccount,
    /// What the key that encrypted it is known by.
    key_id: String,
    /// Whether the key at hand is that one.
    readable: bool,
    #[serde(skip)]
    now: Timestamp,
}

impl Row {
    /// Accounts as rows. A key that cannot be had reads none of them.
    pub(super) fn of(services: &Services, accounts: Vec<SealedAccount>) -> Vec<Self> {
        let vault = services.vault().ok().flatten();
        let now = services.clock.now();
        let row = |sealed: SealedAccount| Self {
            readable: vault.as_ref().is_some_and(|vault| vault.id() == sealed.key_id),
            account: sealed.account,
            key_id: sealed.key_id,
            now,
        };
        accounts.into_iter().map(row).collect()
    }

    /// For people.
    pub(super) fn text(&self) -> String {
        let account = &self.account;
        let key = if self.readable { "at hand" } else { "not at hand: it cannot be used" };
        Block::new()
            .line("id", &account.id)
            .line("owner", account.owner.as_deref().unwrap_or("the installation"))
            .line("reddit user", format!("u/{}", account.username))
            .line("app", &account.client_id)
            .line("grant", account.grant.as_str())
            .line("scope", account.scope.as_deref().unwrap_or_default())
            .line("key", format!("{} ({key})", self.key_id))
            .line("added", format!("{}, {}", ago(account.created_at, self.now), account.created_at))
            .line("set", format!("{}, {}", ago(account.updated_at, self.now), account.updated_at))
            .text()
    }
}

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("id", |r: &Row| Cell::text(&r.account.id)),
                Column::new("owner", |r| Cell::maybe(r.account.owner.as_deref())),
                Column::new("username", |r: &Row| Cell::text(&r.account.username)),
                Column::new("grant", |r| Cell::text(r.account.grant.as_str())),
                Column::new("client_id", |r: &Row| Cell::text(&r.account.client_id)),
                Column::new("readable", |r| Cell::text(if r.readable { "yes" } else { "no" })),
                Column::new("set", |r| Cell::text(ago(r.account.updated_at, r.now))),
                Column::wide("scope", |r| Cell::maybe(r.account.scope.as_deref())),
                Column::wide("created_at", |r| Cell::text(r.account.created_at.to_string())),
                Column::wide("updated_at", |r| Cell::text(r.account.updated_at.to_string())),
            ]
        }
    }
}
