use crossterm::event::KeyCode;

use super::samples::{ago, degraded, empty, healthy};
use crate::dash::actions::Deed;
use crate::dash::data::{JobRef, PageAsked};
use crate::dash::input::Effect;
use crate::dash::keys::Key;
use crate::dash::place::{Place, View};
use crate::dash::state::{Over, State};
use crate::queue::JobState;
use crate::supervisor::ChildKind;

/// Presses keys as they would be typed; `<Enter>` and the like for those that have no character.
fn press(state: &mut State, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = [
            ("<Enter>", KeyCode::Enter),
            ("<Esc>", KeyCode::Esc),
            ("<Tab>", KeyCode::Tab),
            ("<BackTab>", KeyCode::BackTab),
            ("<Down>", KeyCode::Down),
            ("<Backspace>", KeyCode::Backspace),
        ];
        let (key, len) = match named.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, code)) => (Key::Code(*code), name.len()),
            None => (Key::Code(KeyCode::Char(first)), first.len_utf8()),
        };
        effects.extend(state.key(key));
        rest = &rest[len..];
    }
    effects
}

fn jobs(queue: &str, state: Option<JobState>) -> Place {
    Place::Jobs { queue: queue.into(), state }
}

fn job(id: &str) -> JobRef {
    JobRef { queue: "lead-discovery".into(), id: id.into() }
}

#[test]
fn keys_lead_to_places_and_back() {
    for (keys, place) in [
        ("2", Place::Queues),
        ("4", Place::Letters),
        ("0", Place::Events),
        ("o", Place::Logs),
        ("p", Place::Processes),
        ("<Tab>", Place::Queues),
        ("<BackTab>", Place::Logs),
        ("!", Place::Findings),
        ("!j<Enter>", Place::Breakers),
        ("3", jobs("lead-discovery", None)),
        ("3l", jobs("lead-discovery", Some(JobState::Waiting))),
        ("3h", jobs("lead-discovery", Some(JobState::Paused))),
        ("3b", jobs("subreddit-analysis", None)),
        ("2j<Enter>", jobs("subreddit-analysis", None)),
        ("<Enter><Enter>", Place::Job(job("12"))),
        ("<Enter><Enter><Esc><Esc>", Place::Overview),
        ("<Enter><Enter><Esc><Esc><Esc>", Place::Overview),
        ("4<Enter>", Place::Group("3fa9c1d2e4".into())),
        ("4<Enter>j<Enter>", Place::Job(job("1"))),
        ("6<Enter>", Place::Breaker("ai:gemini".into())),
        ("8<Enter>", Place::Lead("q1sgkae1n5fvr".into())),
        (":dead<Enter>", Place::Letters),
        (":jobs sub<Enter>", jobs("subreddit-analysis", None)),
        (":nonsense<Enter>", Place::Overview),
        ("?q", Place::Overview),
        ("2/sub<Enter><Enter>", jobs("subreddit-analysis", None)),
        ("2z", Place::Queues),
    ] {
        let mut state = degraded();
        press(&mut state, keys);
        assert_eq!(*state.place(), place, "{keys}");
    }
}

#[test]
fn leaving_takes_a_q_at_the_first_place_only() {
    let mut state = degraded();
    let quit = Effect::Quit { keep: false };
    assert!(!press(&mut state, "2<Enter><Enter>qq").contains(&quit));
    assert!(!press(&mut state, "<Esc><Esc><Esc><Esc>").contains(&quit));
    assert_eq!(press(&mut state, "q"), vec![quit]);
    assert_eq!(press(&mut state, "2Q"), vec![Effect::Look, Effect::Quit { keep: true }]);
}

#[test]
fn what_changes_something_asks_first_and_names_all_that_is_meant() {
    let retry = |ids: &[&str]| Deed::Retry { jobs: ids.iter().map(|id| job(id)).collect() };
    let queues = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let reason = || "down".to_owned();
    let gemini = || vec!["ai:gemini".to_owned()];
    for (keys, deed) in [
        // Only the failed one of the page can be run again, only the delayed one promoted.
        ("3AR", retry(&["15"])),
        ("3AP", Deed::Promote { jobs: vec![job("14")] }),
        ("3jD", Deed::Remove { jobs: vec![job("13")] }),
        ("3<Enter>R", retry(&["12"])),
        ("4jR", retry(&["0", "1"])),
        ("4<Enter>mjmR", retry(&["0", "2"])),
        ("4<Enter> j R", retry(&["0", "2"])),
        ("2U", Deed::Pause { queues: queues(&["lead-discovery"]) }),
        ("2jU", Deed::Resume { queues: queues(&["subreddit-analysis"]) }),
        ("2AU", Deed::Pause { queues: queues(&["lead-discovery", "subreddit-analysis"]) }),
        (
            "9S",
            Deed::RunNow { schedules: vec![("lead-discovery".into(), "leads-invoices".into())] },
        ),
        ("6Tdown", Deed::Trip { breakers: gemini(), why: reason() }),
        ("6<Enter>Cdown", Deed::Reset { breakers: gemini(), why: reason() }),
        ("2L8", Deed::Slots { queues: queues(&["lead-discovery"]), slots: Some(8) }),
        ("pR", Deed::Restart { kind: ChildKind::Api, count: 1 }),
        ("pjL3", Deed::Scale { kind: ChildKind::Worker, count: 3 }),
        ("7mX", Deed::Flush { kinds: vec![crate::guard::cache::Kind::ALL[0]], entries: 3_200 }),
    ] {
        let mut state = degraded();
        let asked = press(&mut state, keys);
        assert!(!asked.iter().any(|effect| matches!(effect, Effect::Do(_))), "{keys}");
        assert!(matches!(state.over, Some(Over::Confirm { .. })), "{keys}: {:?}", state.notice);
        let typed = deed.needs() != crate::dash::actions::Needs::Nothing;
        let mut refused = state.clone();
        assert_eq!(press(&mut refused, "<Esc>"), vec![Effect::Look], "{keys}");
        assert_eq!(refused.over, None);
        let done = press(&mut state, if typed { "<Enter>" } else { "y" });
        assert_eq!(done, vec![Effect::Do(deed)], "{keys}");
        assert!(state.look().marked.is_empty());
    }
}

#[test]
fn nothing_is_done_where_nothing_is_or_only_looking_is_allowed() {
    let mut state = empty();
    assert_eq!(press(&mut state, "4R"), vec![Effect::Look]);
    assert!(state.over.is_none());
    assert!(
        state.notice.as_ref().is_some_and(|(text, ok, _)| text.contains("no failed job") && !ok)
    );
    let mut state = degraded();
    state.options.read_only = true;
    for keys in ["4R", "2U", "6T", "9S", "7X", "3D"] {
        press(&mut state, keys);
        assert_eq!(state.over, None, "{keys}");
    }
    let mut state = degraded();
    press(&mut state, "2L0<Enter>");
    let wrong = |over: &Option<Over>| matches!(over, Some(Over::Confirm { wrong: Some(_), .. }));
    assert!(wrong(&state.over), "0 slots are none");
}

#[test]
fn a_filter_is_typed_live_and_asked_of_the_source() {
    let mut state = degraded();
    press(&mut state, "3/over");
    let asked = state.asked().expect("a page");
    assert_eq!((asked.filter.as_str(), asked.queue.as_str()), ("over", "lead-discovery"));
    assert_eq!(crate::dash::view::listing(&state).rows.len(), 1);
    press(&mut state, "<Backspace>x<Enter>");
    assert_eq!(state.asked().expect("a page").filter, "ovex");
    assert_eq!(state.over, None);
    press(&mut state, "<Esc>");
    assert_eq!((state.look().filter.as_str(), state.place()), ("", &jobs("lead-discovery", None)));
}

#[test]
fn pages_go_on_and_back() {
    let mut state = degraded();
    press(&mut state, "3n");
    assert_eq!(state.asked().and_then(|asked| asked.cursor), Some("more".into()));
    press(&mut state, "N");
    let first = PageAsked { queue: "lead-discovery".into(), ..PageAsked::default() };
    assert_eq!(state.asked(), Some(first));
    press(&mut state, "nl");
    assert_eq!(state.asked().and_then(|asked| asked.cursor), None, "another state begins anew");
}

#[test]
fn time_can_be_stopped_and_gone_through() {
    let mut state = healthy();
    press(&mut state, "f");
    assert!(state.cursor.is_some());
    press(&mut state, "[[{");
    assert_eq!(state.at(), ago(80));
    press(&mut state, "]");
    assert_eq!(state.at(), ago(70));
    press(&mut state, "{{{{{{{{{{{{{{{{{{{{");
    assert_eq!(state.at(), ago(900), "there is nothing before");
    press(&mut state, "f");
    assert_eq!(state.cursor, None);
    press(&mut state, "[");
    assert_eq!(state.at(), ago(10), "a step back stops the time");
    press(&mut state, "]]");
    assert_eq!(state.cursor, None, "a step past the end goes on with it");
}

#[test]
fn the_pace_is_set_and_reading_is_stopped() {
    let mut state = healthy();
    assert_eq!(press(&mut state, "+"), vec![Effect::Pace]);
    assert_eq!(state.interval.as_millis(), 500);
    press(&mut state, "+++");
    assert_eq!(state.interval.as_millis(), 250);
    press(&mut state, "--------------");
    assert_eq!(state.interval.as_secs(), 30);
    assert_eq!(press(&mut state, "u"), vec![Effect::Pace]);
    assert!(state.paused);
}

#[test]
fn ids_and_commands_are_copied() {
    for (keys, text) in [
        ("2y", "lead-discovery"),
        ("3y", "lead-discovery/12"),
        ("3<Enter>y", "lead-discovery/12"),
        ("4y", "3fa9c1d2e4"),
        ("8<Enter>y", "https://www.reddit.com/r/freelance/comments/abc/which_tool/"),
        ("3lY", "leadctl jobs ls --queue lead-discovery --state waiting"),
        ("4<Enter>Y", "leadctl dlq show 3fa9c1d2e4"),
        ("1Y", "leadctl status"),
    ] {
        let effects = press(&mut degraded(), keys);
        assert_eq!(effects.last(), Some(&Effect::Copy(text.into())), "{keys}");
    }
}

#[test]
fn the_cursor_stays_on_what_it_was_on() {
    let mut state = degraded();
    press(&mut state, "2j");
    press(&mut state, "i");
    let on = crate::dash::view::current(&state);
    assert_eq!(on, Some(crate::dash::listing::Item::Queue("subreddit-analysis".into())));
    let listing = crate::dash::view::listing(&state);
    assert_eq!(crate::dash::view::row(&listing, &state.look()), 0, "the order is turned round");
}

#[test]
fn lists_are_sorted_by_a_menu_or_column_by_column() {
    for (keys, sort) in [
        ("2", None),
        ("2s<Enter>", None),
        ("2sj<Enter>", Some((0, false))),
        ("2sss<Enter>", Some((1, false))),
        ("2sjji", Some((1, true))),
        ("2sjj<Esc>", None),
        ("2l", Some((0, false))),
        ("2ll", Some((1, false))),
        ("2lh", None),
        ("2li", Some((0, true))),
        ("2lil", Some((1, true))),
        ("2lis<Down><Enter>", Some((1, true))),
        ("3s<Down><Enter>", Some((0, false))),
    ] {
        let mut state = degraded();
        press(&mut state, keys);
        assert_eq!(state.look().sort, sort, "{keys}");
        assert_eq!(state.over, None, "{keys}");
    }
    let mut state = degraded();
    press(&mut state, "2h");
    let last = crate::dash::view::listing(&state).columns.len() - 1;
    assert_eq!(state.look().sort, Some((last, false)), "before the first is the last");
}

#[test]
fn panes_are_expanded_in_turn_and_the_view_is_saved_by_either_key() {
    let mut state = healthy();
    let mut seen = Vec::new();
    for _ in 0..4 {
        press(&mut state, "e");
        seen.push(state.look().expanded);
    }
    assert_eq!(seen, [1, 2, 3, 0]);
    press(&mut state, "4e");
    assert_eq!(state.look().expanded, 1);
    press(&mut state, "e");
    assert_eq!(state.look().expanded, 0);
    assert_eq!(press(&mut state, "w"), vec![Effect::Save]);
    assert_eq!(state.key(Key::Ctrl('s')), vec![Effect::Save]);
}

#[test]
fn the_mouse_goes_to_tabs_moves_the_cursor_and_opens() {
    use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
    let screen = ratatui::layout::Rect::new(0, 0, 120, 40);
    let does = |state: &mut State, kind, column, row| {
        state.mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }, screen)
    };
    let click = MouseEventKind::Down(MouseButton::Left);
    let mut state = degraded();
    // The second tab; the second row; once more on it.
    assert_eq!(does(&mut state, click, 13, 2), vec![Effect::Look]);
    assert_eq!(*state.place(), Place::Queues);
    assert_eq!(does(&mut state, click, 20, 6), vec![]);
    let second = crate::dash::listing::Item::Queue("subreddit-analysis".into());
    assert_eq!(crate::dash::view::current(&state), Some(second.clone()));
    does(&mut state, MouseEventKind::ScrollUp, 0, 0);
    assert_ne!(crate::dash::view::current(&state), Some(second.clone()));
    does(&mut state, MouseEventKind::ScrollDown, 0, 0);
    assert_eq!(crate::dash::view::current(&state), Some(second));
    does(&mut state, click, 20, 6);
    assert_eq!(*state.place(), jobs("subreddit-analysis", None));
    // Nothing where there is nothing, and nothing under a question.
    let mut state = degraded();
    assert_eq!(does(&mut state, click, 119, 2), vec![]);
    assert_eq!(does(&mut state, click, 20, 39), vec![]);
    press(&mut state, "2U");
    assert_eq!(does(&mut state, click, 1, 2), vec![]);
    assert_eq!(*state.place(), Place::Queues);
}

#[test]
fn views_without_a_source_are_not_shown() {
    let mut state = empty();
    assert!(!state.views().contains(&View::Cache) && !state.views().contains(&View::Breakers));
    press(&mut state, "7");
    assert_eq!(*state.place(), Place::Overview);
    state.options.has_store = false;
    assert!(!state.views().contains(&View::Leads));
    assert!(healthy().views().len() == View::ALL.len());
}
