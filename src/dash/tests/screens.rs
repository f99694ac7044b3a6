use std::time::Duration;

use ratatui::layout::Size;

use super::samples::{HOSTILE, NOW, degraded, empty, healthy, hostile, silent};
use crate::dash::actions::Deed;
use crate::dash::data::JobRef;
use crate::dash::place::{Place, View};
use crate::dash::screen::frame;
use crate::dash::state::{Over, State};
use crate::dash::term::lines;
use crate::dash::theme::{Depth, Theme};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn drawn(state: &State, (width, height): (u16, u16)) -> String {
    lines(&frame(state, &Theme::text(), Size { width, height })).join("\n")
}

fn at(mut state: State, place: Place) -> State {
    state.places = vec![Place::Overview, place];
    state
}

fn places(queue: &str, id: &str) -> Vec<(&'static str, Place)> {
    let job = JobRef { queue: queue.into(), id: id.into() };
    vec![
        ("overview", Place::Overview),
        ("findings", Place::Findings),
        ("queues", Place::Queues),
        ("jobs", Place::Jobs { queue: queue.into(), state: None }),
        ("job", Place::Job(job)),
        ("letters", Place::Letters),
        ("group", Place::Group("3fa9c1d2e4".into())),
        ("workers", Place::Workers),
        ("breakers", Place::Breakers),
        ("breaker", Place::Breaker("ai:gemini".into())),
        ("cache", Place::Cache),
        ("leads", Place::Leads),
        ("lead", Place::Lead("q1sgkae1n5fvr".into())),
        ("schedules", Place::Schedules),
        ("events", Place::Events),
        ("processes", Place::Processes),
        ("logs", Place::Logs),
    ]
}

#[test]
fn the_overview_at_every_size() {
    for (name, state) in [
        ("healthy", healthy()),
        ("degraded", degraded()),
        ("empty", empty()),
        ("hostile", hostile()),
    ] {
        for size in SIZES {
            insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), drawn(&state, size));
        }
    }
    insta::assert_snapshot!("degraded_60x15", drawn(&degraded(), (60, 15)));
    insta::assert_snapshot!("silent_80x24", drawn(&silent(), (80, 24)));
}

#[test]
fn every_view_where_something_is_wrong() {
    for (name, place) in places("lead-discovery", "12").into_iter().skip(1) {
        insta::assert_snapshot!(format!("view_{name}"), drawn(&at(degraded(), place), (100, 24)));
    }
}

#[test]
fn every_view_at_every_size_whatever_is_in_it() {
    for (name, state) in [
        ("healthy", healthy()),
        ("degraded", degraded()),
        ("empty", empty()),
        ("hostile", hostile()),
    ] {
        for (what, place) in places("lead-discovery", "12") {
            let state = at(state.clone(), place);
            for (width, height) in SIZES {
                let screen = drawn(&state, (width, height));
                let what = format!("{name} {what} {width}x{height}\n{screen}");
                let lines: Vec<&str> = screen.lines().collect();
                assert_eq!(lines.len(), usize::from(height), "{what}");
                // The title, the verdict, the tabs, something to look at, and the keys.
                assert!(lines[0].starts_with("leadctl"), "{what}");
                assert!(lines[1].chars().count() > 10, "{what}");
                assert!(lines[2].starts_with("1 Ov"), "{what}");
                assert!(!lines[3].is_empty(), "{what}");
                assert!(lines.last().is_some_and(|foot| foot.len() > 10), "{what}");
            }
        }
    }
}

#[test]
fn nothing_but_ascii_and_no_colour_where_that_is_asked_for() {
    let theme = Theme { ascii: true, ..Theme::text() };
    for (what, place) in places("lead-discovery", "12") {
        let frame = frame(&at(degraded(), place), &theme, Size { width: 120, height: 40 });
        for cell in &frame.content {
            assert!(cell.symbol().is_ascii(), "{what}: {:?}", cell.symbol());
            let plain = ratatui::style::Color::Reset;
            assert_eq!((cell.fg, cell.bg), (plain, plain), "{what}");
        }
    }
    let screen = lines(&frame(&degraded(), &theme, Size { width: 80, height: 24 })).join("\n");
    insta::assert_snapshot!("ascii_80x24", screen);
}

#[test]
fn a_pane_can_have_all_the_room() {
    let mut state = at(healthy(), Place::Letters);
    let lines_of = |state: &State| drawn(state, (120, 40)).matches('╭').count();
    state.places = vec![Place::Overview];
    assert!(lines_of(&state) > 6);
    for panes in [1, 3] {
        state.look_mut().expanded += 1;
        assert_eq!(lines_of(&state), panes, "{}", drawn(&state, (120, 40)));
    }
    state.look_mut().expanded = 3;
    assert!(drawn(&state, (80, 24)).contains("Budgets left"));
}

#[test]
fn what_is_over_the_view() {
    let mut state = at(degraded(), Place::Letters);
    state.over = Some(Over::Help { typed: String::new() });
    insta::assert_snapshot!("help", drawn(&state, (100, 40)));
    state.over = Some(Over::Palette { typed: "s".into(), chosen: 1 });
    insta::assert_snapshot!("palette", drawn(&state, (100, 24)));
    state.over = Some(Over::Sort { chosen: 2 });
    insta::assert_snapshot!("sort", drawn(&state, (80, 24)));
    let jobs = state.letters.get().expect("letters").groups[0].jobs.clone();
    state.over =
        Some(Over::Confirm { deed: Deed::Retry { jobs }, typed: String::new(), wrong: None });
    insta::assert_snapshot!("confirm", drawn(&state, (100, 24)));
}

#[test]
fn a_source_that_does_not_answer_is_told_with_its_age_and_what_it_told_stays() {
    let mut state = healthy();
    state.tick(NOW.plus(Duration::from_secs(40)));
    let screen = drawn(&state, (100, 24));
    let second = screen.lines().nth(1).expect("a verdict");
    assert!(second.contains("no answer about queues for 40s"), "{second}");
    assert!(screen.contains("lead-discovery"), "{screen}");
    assert!(screen.contains("no answer for 40s"), "{screen}");
}

#[test]
fn looking_back_shows_all_panes_as_they_were() {
    let mut state = healthy();
    let waiting = |state: &State| {
        state.parts().queue("lead-discovery").map(|queue| queue.status.counts.waiting)
    };
    assert_eq!(waiting(&state), Some(40));
    state.cursor = Some(super::samples::ago(200));
    assert_eq!(waiting(&state), Some(106));
    let screen = drawn(&state, (120, 40));
    assert!(screen.contains("frozen, 3m20s ago"), "{screen}");
    assert!(screen.contains("11:56:40 UTC"), "{screen}");
    assert!(screen.contains("waiting 106"), "{screen}");
}

#[test]
fn any_size_and_any_theme_can_be_drawn() {
    let sizes = [(1, 1), (3, 2), (10, 3), (20, 6), (40, 10), (60, 15), (79, 19), (300, 80)];
    let themes = [
        Theme::text(),
        Theme { depth: Depth::True, light: true, ascii: true },
        Theme { depth: Depth::Sixteen, light: false, ascii: false },
    ];
    let states = [silent(), empty(), healthy(), degraded(), hostile()];
    for mut state in states {
        for (_, place) in places("lead-discovery", "12") {
            state.places = vec![Place::Overview, place];
            for (size, theme) in sizes.iter().zip(themes.iter().cycle()) {
                for over in [None, Some(Over::Help { typed: String::new() }), Some(Over::Filter)] {
                    state.over = over;
                    let size = Size { width: size.0, height: size.1 };
                    let frame = frame(&state, theme, size);
                    if theme.ascii {
                        assert!(frame.content.iter().all(|cell| cell.symbol().is_ascii()));
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_that_strangers_write_acts_on_the_terminal() {
    let name = format!("q{HOSTILE}");
    let mut all = places(&name, HOSTILE);
    all.push(("breaker", Place::Breaker(HOSTILE.into())));
    all.push(("group", Place::Group("3fa9c1d2e4".into())));
    for (what, place) in all {
        let mut state = at(hostile(), place);
        state.look_mut().filter = String::new();
        for size in [(60, 15), (120, 40)] {
            let frame = frame(&state, &Theme::text(), Size { width: size.0, height: size.1 });
            for cell in &frame.content {
                let acts = |c: char| {
                    c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
                };
                assert!(!cell.symbol().chars().any(acts), "{what}: {:?}", cell.symbol());
            }
        }
        state.over = Some(Over::Palette { typed: HOSTILE.into(), chosen: 0 });
        drawn(&state, (80, 24));
    }
    let screen = drawn(&hostile(), (200, 60));
    assert!(screen.contains("q\\u{1b}[2J"), "{screen}");
}

#[test]
fn one_pane_has_no_tabs() {
    let mut state = healthy();
    assert!(drawn(&state, (100, 30)).contains("1 Overview"));
    state.options.single = true;
    assert!(!drawn(&state, (100, 30)).contains("1 Overview"));
}

#[test]
fn a_view_as_json_holds_what_it_shows() {
    for view in View::ALL {
        let mut state = degraded();
        state.begin(view);
        let value = crate::dash::view::json::of(&state);
        assert_eq!(value["view"], view.name());
        assert_eq!(value["at"], "2026-01-31T12:00:00.000Z");
        assert!(!value["content"].is_null(), "{view:?}");
    }
}
