use std::collections::BTreeMap;

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::services::Services;
use crate::telemetry::slo::budget::WINDOW_DAYS;
use crate::telemetry::slo::{Slo, Standing, State, Window};

pub(super) async fn run(ctx: &Context) -> anyhow::Result<Exit> {
    let services = Services::open(ctx.settings().clone()).await?;
    let objectives = services.objectives().await;
    services.close().await;
    let latency_ms = ctx.settings().slo.latency_ms;
    let rows: Vec<SloRow> = objectives?
        .into_iter()
        .map(|(slo, target, standing)| SloRow::new(slo, target, latency_ms, standing))
        .collect();
    let good = rows.iter().all(|row| row.state.is_good());
    ctx.out.list(&rows, ListMeta::default())?;
    Ok(if good { Exit::Done } else { Exit::Failed })
}

/// An objective as a row. Shares are percentages.
#[derive(Debug, Clone, Serialize)]
struct SloRow {
    slo: Slo,
    /// The objective in words.
    objective: String,
    target_percent: f64,
    window_days: u64,
    state: State,
    events: u64,
    bad: u64,
    /// Absent where nothing has happened.
    good_percent: Option<f64>,
    budget_left_percent: f64,
    /// Absent over a window in which nothing has happened.
    burn_rates: BTreeMap<Window, Option<f64>>,
}

impl SloRow {
    fn new(slo: Slo, target: f64, latency_ms: u64, standing: Standing) -> Self {
        let target_percent = rounded(target * 100.0, 4);
        let what = match slo {
            Slo::Availability => "of requests without an error".to_owned(),
            Slo::Latency => format!("of requests within {latency_ms} ms"),
            Slo::Jobs => "of jobs end well".to_owned(),
        };
        let good = standing.counts.error_ratio().map(|bad| rounded((1.0 - bad) * 100.0, 4));
        let rate = |w: &Window| standing.burn_rates.get(w).map(|rate| rounded(*rate, 2));
        let burn_rates = Window::ALL.iter().map(|w| (*w, rate(w)));
        Self {
            slo,
            objective: format!("{target_percent} % {what}"),
            target_percent,
            window_days: WINDOW_DAYS,
            state: standing.state,
            events: standing.counts.total,
            bad: standing.counts.bad,
            good_percent: good,
            budget_left_percent: rounded(standing.budget_left * 100.0, 1),
            burn_rates: burn_rates.collect(),
        }
    }

    fn state(&self) -> Cell {
        let (word, tone) = match self.state {
            State::NoData => ("no data", Tone::Dim),
            State::Ok => ("ok", Tone::Good),
            State::BurningSlowly => ("burning slowly", Tone::Warn),
            State::BurningFast => ("burning fast", Tone::Bad),
            State::Spent => ("spent", Tone::Bad),
        };
        Cell::text(word).tone(tone)
    }

    fn burns(&self, window: Window) -> Cell {
        self.burn_rates.get(&window).copied().flatten().map_or_else(Cell::absent, Cell::number)
    }
}

impl Record for SloRow {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("slo", |r| Cell::text(r.slo.as_str())),
                Column::new("objective", |r| Cell::text(&r.objective)),
                Column::new("state", SloRow::state),
                Column::new("events", |r| Cell::number(r.events)),
                Column::new("bad", |r| Cell::number(r.bad)),
                Column::wide("good", |r| Cell::maybe(r.good_percent.map(|p| format!("{p} %")))),
                Column::new("budget_left", |r| {
                    Cell::number(format!("{} %", r.budget_left_percent))
                }),
                Column::wide("burn_5m", |r| r.burns(Window::M5)),
                Column::wide("burn_30m", |r| r.burns(Window::M30)),
                Column::new("burn_1h", |r| r.burns(Window::H1)),
                Column::new("burn_6h", |r| r.burns(Window::H6)),
                Column::new("burn_3d", |r| r.burns(Window::D3)),
                Column::wide("burn_30d", |r| r.burns(Window::D30)),
            ]
        }
    }
}

fn rounded(n: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (n * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telemetry::slo::{Counts, judge};

    #[test]
    fn figures_are_told_in_percent_and_rounded() {
        let counts = Counts { total: 3_000, bad: 1 };
        let standing = judge(0.999, &BTreeMap::from([(Window::D30, counts)]));
        let row = SloRow::new(Slo::Latency, 0.999, 500, standing);
        let json = serde_json::to_value(&row).expect("JSON");
        assert_eq!(json["objective"], "99.9 % of requests within 500 ms");
        assert_eq!(json["good_percent"], 99.9667);
        assert_eq!(json["budget_left_percent"], 66.7);
        assert_eq!(json["burn_rates"]["30d"], 0.33);
        assert!(json["burn_rates"]["5m"].is_null(), "{json}");
        assert_eq!(json["state"], "ok");
    }
}
