//! What every circuit breaker must do, whatever carries its state: 45 cases, each by its number,
//! against memory, SQLite and Redis. Breakers made in one world are those of so many processes.
//!
//! - [`fixture`]: a world with a time that is set by hand, and calls written as letters
//! - one file for each theme

mod by_hand;
mod closed;
mod fixture;
mod half_open;
mod open;
mod together;

macro_rules! suite {
    ($state:ident $($theme:ident { $($case:ident)+ })+) => {
        mod $state {
            $($(#[test]
            fn $case() {
                use crate::breakers::{fixture, $theme};
                fixture::run(fixture::$state(), $theme::$case);
            })+)+
        }
    };
}

macro_rules! for_each_state {
    ($($cases:tt)+) => {
        suite!(memory $($cases)+);
        suite!(sqlite $($cases)+);
        suite!(redis $($cases)+);
    };
}

for_each_state! {
    closed {
        case_01_a_new_breaker_is_closed_and_permits
        case_02_below_the_minimum_nothing_opens_it
        case_03_below_the_threshold_it_stays_closed
        case_04_at_the_threshold_it_opens_on_that_very_call
        case_05_slow_calls_alone_open_it
        case_06_slow_and_failed_are_counted_apart
        case_07_a_count_window_forgets_the_oldest
        case_08_a_time_window_forgets_as_time_passes
        case_09_a_time_window_left_behind_is_empty
        case_10_ignored_errors_count_neither_way
        case_11_errors_that_do_not_count_are_successes
        case_12_a_result_can_be_a_failure
        case_13_a_cancelled_call_changes_no_figure
        case_14_counters_are_exact
        case_15_failures_in_a_row
        case_16_sampling_needs_enough_calls_a_second
    }
    open {
        case_17_it_rejects_without_calling
        case_18_each_rejection_is_counted
        case_19_it_stays_open_to_the_last_tick
        case_20_after_the_wait_it_is_half_open
        case_21_the_wait_grows_up_to_its_bound
        case_22_the_other_side_sets_the_wait
        case_23_late_outcomes_do_not_disturb_it
    }
    half_open {
        case_24_exactly_so_many_trials
        case_25_not_more_in_sum_however_many_ask
        case_26_good_trials_close_it
        case_27_failed_trials_open_it_again
        case_28_slow_trials_open_it_again
        case_29_a_trial_given_back_frees_its_place
        case_30_trials_that_take_too_long
        case_31_a_dead_process_holds_no_trial_for_ever
    }
    by_hand {
        case_32_forced_open_until_released_or_expired
        case_33_disabled_and_metrics_only_permit_everything
        case_34_reset_forgets_all_but_the_counters
        case_35_every_manual_state_from_every_state
        case_36_closed_to_half_open_is_refused
        case_37_changes_carry_who_when_why
    }
    together {
        case_38_one_event_for_each_change
        case_39_events_are_in_order
        case_40_saved_and_restored
        case_41_a_damaged_form_is_closed_and_empty
        case_42_two_processes_with_one_state
        case_43_alone_and_back_again
        case_44_a_clock_that_is_set_changes_no_wait
        case_45_what_is_out_of_range_is_refused_by_name
    }
}
