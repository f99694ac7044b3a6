use std::collections::BTreeMap;

use clap::Args;
use serde::Serialize;

use super::budget::OPERATOR;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record};
use crate::cli::values;
use crate::model::text_enum;
use crate::services::Services;
use crate::store::AiUsage;

text_enum! {
    /// What usage is summed up by.
    pub enum By {
        /// The month.
        Month = "month",
        /// The provider, in each month.
        Provider = "provider",
        /// The model, in each month.
        Model = "model",
        /// The user, in each month.
        User = "user",
    }
}

/// Which usage.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl usage ls
  leadctl usage ls --by month
  leadctl usage ls --month 2026-01 --by user
  leadctl usage ls --provider openai -o json

Months are those of UTC. Money is reckoned with the prices that were set at the time; `leadctl cache
stats` tells what was not spent.")]
pub struct LsArgs {
    /// Of this month, as in 2026-01
    #[arg(long, value_name = "MONTH", value_parser = month)]
    month: Option<String>,
    /// Of this provider
    #[arg(long, value_name = "NAME")]
    provider: Option<String>,
    /// Of this user's campaigns: an id, or operator for those without an owner
    #[arg(long, value_name = "USER")]
    user: Option<String>,
    /// Sum up by this in each month: month, provider, model or user
    #[arg(long, value_name = "WHAT", value_parser = values::one_of::<By>(By::ALL.iter().map(|b| b.as_str())))]
    by: Option<By>,
}

fn month(text: &str) -> Result<String, String> {
    let digits = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('-') {
        Some((year, month)) if digits(year, 4) && digits(month, 2) => Ok(text.to_owned()),
        _ => Err("not a month; give it as in 2026-01".to_owned()),
    }
}

/// What was used; what was summed over is absent.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Row {
    month: String,
    provider: Option<String>,
    model: Option<String>,
    user: Option<String>,
    calls: u64,
    input_tokens: u64,
    cached_tokens: u64,
    output_tokens: u64,
    cost_usd: f64,
}

impl From<AiUsage> for Row {
    fn from(used: AiUsage) -> Self {
        Self {
            month: used.month,
            provider: Some(used.provider),
            model: Some(used.model),
            user: Some(used.owner.unwrap_or_else(|| OPERATOR.to_owned())),
            calls: used.calls,
            input_tokens: used.input_tokens,
            cached_tokens: used.cached_tokens,
            output_tokens: used.output_tokens,
            cost_usd: used.cost_usd,
        }
    }
}

impl Row {
    /// Without what is summed over.
    fn only(mut self, by: By) -> Self {
        if !matches!(by, By::Provider | By::Model) {
            self.provider = None;
        }
        if by != By::Model {
            self.model = None;
        }
        if by != By::User {
            self.user = None;
        }
        self
    }

    fn add(&mut self, other: &Self) {
        self.calls += other.calls;
        self.input_tokens += other.input_tokens;
        self.cached_tokens += other.cached_tokens;
        self.output_tokens += other.output_tokens;
        self.cost_usd += other.cost_usd;
    }
}

fn summed(rows: Vec<Row>, by: Option<By>) -> Vec<Row> {
    let Some(by) = by else { return rows };
    let mut sums: BTreeMap<_, Row> = BTreeMap::new();
    for row in rows.into_iter().map(|row| row.only(by)) {
        let key = (row.month.clone(), row.provider.clone(), row.model.clone(), row.user.clone());
        match sums.get_mut(&key) {
            Some(sum) => sum.add(&row),
            None => {
                sums.insert(key, row);
            }
        }
    }
    sums.into_values().collect()
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let used = services.store.usage().await;
        ctx.close(services).await;
        let mut rows: Vec<Row> = used?.into_iter().map(Row::from).collect();
        let fits = |wanted: &Option<String>, found: Option<&String>| {
            wanted.as_ref().is_none_or(|wanted| found == Some(wanted))
        };
        rows.retain(|row| {
            fits(&self.month, Some(&row.month))
                && fits(&self.provider, row.provider.as_ref())
                && fits(&self.user, row.user.as_ref())
        });
        let hint = "no AI provider was asked; docs/ai.md says how one is set up";
        let meta = ListMeta { empty_hint: Some(hint.to_owned()), ..ListMeta::default() };
        ctx.out.list(&summed(rows, self.by), meta)?;
        Ok(Exit::Done)
    }
}

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("month", |r: &Row| Cell::text(&r.month)),
                Column::new("provider", |r| Cell::maybe(r.provider.as_deref())),
                Column::new("model", |r| Cell::maybe(r.model.as_deref())),
                Column::new("user", |r| Cell::maybe(r.user.as_deref())),
                Column::new("calls", |r| Cell::number(r.calls)),
                Column::new("input_tokens", |r| Cell::number(r.input_tokens)),
                Column::new("cached_tokens", |r| Cell::number(r.cached_tokens)),
                Column::new("output_tokens", |r| Cell::number(r.output_tokens)),
                Column::new("cost_usd", |r| Cell::number(format!("{:.6}", r.cost_usd))),
            ]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(month: &str, provider: &str, user: &str, calls: u64) -> Row {
        let used = AiUsage {
            month: month.to_owned(),
            provider: provider.to_owned(),
            model: "m".to_owned(),
            owner: Some(user.to_owned()),
            calls,
            input_tokens: 10,
            cached_tokens: 4,
            output_tokens: 1,
            cost_usd: 0.5,
        };
        used.into()
    }

    #[test]
    fn usage_is_summed_up_by_one_thing_in_each_month() {
        let rows = vec![
            row("2026-01", "a", "ann", 1),
            row("2026-01", "b", "ann", 2),
            row("2026-01", "a", "bob", 4),
            row("2026-02", "a", "ann", 8),
        ];
        let calls = |by| {
            let sums = summed(rows.clone(), by);
            sums.iter().map(|row| row.calls).collect::<Vec<_>>()
        };
        assert_eq!(calls(None), [1, 2, 4, 8]);
        assert_eq!(calls(Some(By::Month)), [7, 8]);
        assert_eq!(calls(Some(By::Provider)), [5, 2, 8]);
        assert_eq!(calls(Some(By::User)), [3, 4, 8]);
        let sum = &summed(rows, Some(By::Month))[0];
        assert_eq!((sum.cached_tokens, sum.cost_usd, sum.user.as_deref()), (12, 1.5, None));
        assert!(month("2026-1").is_err() && month("2026-12").is_ok());
    }
}
