//! Charts of the last fifteen minutes: lines in braille with axes, and sparklines in text.

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::symbols::Marker;
use ratatui::text::Span;
use ratatui::widgets::{Axis, Chart, Dataset, GraphType, Widget};

use super::table::frame_of;
use super::words::short;
use crate::dash::history::{KEPT, Parts};
use crate::dash::listing::Tone;
use crate::dash::state::State;
use crate::dash::theme::Theme;

const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// What a line of a chart shows.
pub struct Series<'a> {
    /// Its name.
    pub name: &'static str,
    /// How it is meant.
    pub tone: Tone,
    /// The figure.
    pub figure: &'a dyn Fn(&Parts) -> Option<f64>,
}

/// Bars in text for figures, the largest as high as can be; a blank where nothing is known.
pub fn bars(figures: &[Option<f64>]) -> String {
    let most = figures.iter().flatten().copied().fold(0.0, f64::max);
    let bar = |figure: &Option<f64>| match figure {
        None => ' ',
        Some(_) if most <= 0.0 => BARS[0],
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some(value) => BARS[((value / most * 7.0).round() as usize).min(7)],
    };
    figures.iter().map(bar).collect()
}

/// A sparkline of the last minutes.
pub fn spark(
    state: &State,
    columns: usize,
    span: Duration,
    figure: impl Fn(&Parts) -> Option<f64>,
) -> String {
    bars(&state.history.columns(state.at(), span, columns, figure))
}

/// A chart in a pane: lines over the last fifteen minutes, and the moment looked at.
pub fn draw(
    state: &State,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
    title: &str,
    series: &[Series],
) {
    let now = state.now;
    let lines: Vec<Vec<(f64, f64)>> =
        series.iter().map(|one| state.history.series(now, one.figure)).collect();
    let most = lines.iter().flatten().map(|(_, value)| *value).fold(0.0, f64::max);
    let top = round_up(most);
    let at = |x: f64| lines.iter().map(|line| value_at(line, x)).collect::<Vec<_>>();
    let back = state.at().millis() - now.millis();
    #[allow(clippy::cast_precision_loss)]
    let cursor = state.cursor.map(|_| back as f64 / 1000.0);
    let mut name = title.to_owned();
    for (one, value) in series.iter().zip(at(cursor.unwrap_or(0.0))) {
        let value = value.map_or_else(|| "-".to_owned(), number);
        name.push_str(&format!(" · {} {value}", one.name));
    }
    let inside = frame_of(theme, &name, area, frame.buffer_mut(), false);
    let stroke = cursor.map(|x| [(x, 0.0), (x, top)]);
    let mut sets: Vec<Dataset> = series
        .iter()
        .zip(&lines)
        .map(|(one, line)| {
            Dataset::default()
                .marker(Marker::Braille)
                .graph_type(GraphType::Line)
                .style(theme.style(one.tone))
                .data(line)
        })
        .collect();
    if let Some(stroke) = &stroke {
        let set = Dataset::default().marker(Marker::Braille).graph_type(GraphType::Line);
        sets.push(set.style(theme.style(Tone::Accent)).data(stroke));
    }
    let dim = theme.style(Tone::Dim);
    let label = |text: String| Span::styled(text, dim);
    let seconds = KEPT.as_secs_f64();
    let times =
        if inside.width >= 50 { vec!["-15m", "-10m", "-5m", "now"] } else { vec!["-15m", "now"] };
    let x = Axis::default()
        .bounds([-seconds, 0.0])
        .style(dim)
        .labels(times.into_iter().map(|text| label(text.to_owned())));
    let middle = label(number(top / 2.0));
    let ends = [label("0".to_owned()), label(number(top))];
    let [low, high] = ends;
    let y = Axis::default().bounds([0.0, top]).style(dim);
    let y = if inside.height >= 7 { y.labels([low, middle, high]) } else { y.labels([low, high]) };
    Chart::new(sets).x_axis(x).y_axis(y).render(inside, frame.buffer_mut());
}

/// The last value no later than `x`.
fn value_at(line: &[(f64, f64)], x: f64) -> Option<f64> {
    let after = line.partition_point(|(at, _)| *at <= x);
    line.get(after.checked_sub(1)?).map(|(_, value)| *value)
}

fn number(n: f64) -> String {
    if n == 0.0 || n >= 10.0 { short(n) } else { format!("{n:.1}") }
}

/// The next number of the kind 1, 2, 5, 10, 20, 50, …
fn round_up(most: f64) -> f64 {
    if most <= 1.0 {
        return 1.0;
    }
    let unit = 10_f64.powf(most.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0];
    steps.iter().map(|step| step * unit).find(|top| *top >= most).unwrap_or(10.0 * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_show_the_largest_highest_and_leave_out_what_is_not_known() {
        assert_eq!(bars(&[None, Some(0.0), Some(1.0), Some(2.0)]), " ▁▅█");
        assert_eq!(bars(&[Some(0.0), Some(0.0)]), "▁▁");
        assert_eq!(bars(&[]), "");
    }

    #[test]
    fn axes_end_at_round_numbers() {
        for (most, top) in
            [(0.0, 1.0), (0.4, 1.0), (1.2, 2.0), (7.0, 10.0), (10.0, 10.0), (123.0, 200.0)]
        {
            assert_eq!(round_up(most), top, "{most}");
        }
        assert_eq!(value_at(&[(-3.0, 1.0), (-1.0, 2.0)], -2.0), Some(1.0));
        assert_eq!(value_at(&[(-3.0, 1.0)], -4.0), None);
    }
}
