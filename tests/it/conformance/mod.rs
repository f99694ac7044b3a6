//! What every [`JobQueue`] must do, whatever carries it: each test runs against each implementation,
//! with the same expectations.
//!
//! - [`fixture`]: a fresh queue of each implementation, and what tests need around it
//! - one file for each theme
//!
//! To add an implementation, give `fixture` a function that makes one and name it in the call of
//! `for_each_queue!`.

mod adding;
mod attempts;
mod changing;
mod consuming;
mod events;
mod fixture;
mod hostile;
mod listing;
mod obliteration;
mod order;
mod reports;
mod retention;
mod schedules;
mod stalled;
mod sweeping;
mod waiting;

macro_rules! suite {
    ($implementation:ident $($theme:ident { $($test:ident)+ })+) => {
        mod $implementation {
            $(mod $theme {
                $(#[test]
                fn $test() {
                    use crate::conformance::{fixture, $theme};
                    fixture::run(fixture::$implementation(), $theme::$test);
                })+
            })+
        }
    };
}

macro_rules! for_each_queue {
    ($($tests:tt)+) => {
        suite!(sqlite $($tests)+);
        suite!(postgres $($tests)+);
        suite!(failover $($tests)+);
        suite!(bullmq $($tests)+);
    };
}

for_each_queue! {
    adding {
        a_job_is_kept_as_it_was_given
        jobs_without_an_id_get_one_each
        the_same_id_twice_is_one_job
        the_same_id_from_many_at_once_is_one_job
        an_id_stays_taken_when_its_job_has_finished
        bulk_answers_come_in_order
        duplicates_inside_one_bulk_are_told
        ids_that_would_clash_are_refused
        options_out_of_range_are_refused
        names_of_queues_are_checked
    }
    order {
        first_come_first_served
        lifo_goes_before_all_others
        lower_priorities_run_first_and_none_at_all_before_them
        a_delayed_job_waits_for_its_time
        a_delayed_job_keeps_its_priority
        promotion_ends_a_delay
        only_delayed_jobs_can_be_promoted
    }
    attempts {
        a_result_is_kept
        a_failed_attempt_is_followed_by_another
        the_last_failed_attempt_fails_the_job
        a_fixed_backoff_delays_each_attempt_alike
        an_exponential_backoff_doubles
        jitter_only_shortens_the_backoff
        a_permanent_failure_is_not_repeated
        a_failure_can_ask_for_a_longer_wait
        asking_for_a_wait_gives_no_further_attempt
        a_panic_is_a_failed_attempt
    }
    stalled {
        the_job_of_a_worker_that_is_gone_is_done_by_another
        a_job_that_stalls_too_often_fails
        a_lost_lock_cancels_the_handler_and_its_result_is_not_kept
        a_lock_is_renewed_while_the_handler_works
    }
    changing {
        a_paused_queue_starts_nothing
        a_failed_job_can_be_retried_and_keeps_its_history
        a_completed_job_can_be_retried
        only_finished_jobs_can_be_retried
        a_job_can_be_removed_with_all_that_belongs_to_it
        an_active_job_cannot_be_removed
        what_is_not_there_cannot_be_changed
    }
    sweeping {
        a_drain_takes_what_waits
        a_drain_takes_delayed_jobs_only_when_asked_to
        a_dry_drain_only_tells
        a_clean_takes_the_oldest_first
        a_clean_leaves_what_is_young
        a_dry_clean_only_tells
        each_state_can_be_cleaned_that_does_not_run
        a_large_queue_is_swept_whole
    }
    obliteration {
        nothing_is_left_of_an_obliterated_queue
        a_queue_at_work_is_obliterated_by_force_alone
        an_unknown_queue_is_obliterated_at_once
    }
    schedules {
        an_interval_has_its_next_job_at_once
        a_cron_expression_is_read_in_its_zone
        setting_a_schedule_again_replaces_it
        a_schedule_goes_on_when_its_job_has_run
        a_promoted_job_is_not_made_again
        a_schedule_can_be_run_now
        a_removed_schedule_takes_its_job_along
        the_next_job_of_a_schedule_is_not_removed_or_swept
        schedules_of_all_queues_are_listed_in_order
        what_cannot_be_scheduled_is_refused
    }
    reports {
        progress_is_kept_and_told
        log_lines_are_numbered_and_paged
        reports_of_a_job_that_is_gone_are_refused
        a_handler_reports_through_its_job
    }
    listing {
        an_unknown_queue_is_empty
        counts_follow_the_jobs
        the_oldest_waiting_job_is_told
        queues_are_listed_by_name
        pages_cover_each_job_once_in_order
        finished_jobs_come_newest_first
        a_cursor_holds_while_jobs_move
        a_cursor_of_another_kind_is_refused
        no_job_waits_for_children_where_there_are_no_flows
    }
    events {
        events_tell_the_life_of_a_job_in_order
        a_cursor_goes_on_where_it_was
        a_cursor_of_another_kind_is_refused
        failures_are_told_with_their_reason
        pausing_is_told
    }
    waiting {
        a_completed_job_is_waited_for
        a_failed_job_is_waited_for
        a_job_that_finished_before_is_told_at_once
        a_job_that_does_not_finish_times_out
        a_job_that_is_not_there_is_gone
        a_job_removed_on_completion_is_still_told
        a_job_removed_on_failure_is_still_told
        a_job_that_is_removed_is_gone
    }
    consuming {
        concurrency_is_used_and_kept
        concurrency_can_change_while_it_works
        each_job_is_done_once_by_several_workers
        a_stop_waits_for_what_is_in_flight
        a_stop_gives_back_what_does_not_end
        a_job_tells_its_worker_and_its_attempt
        a_worker_that_is_idle_picks_up_what_is_added
    }
    retention {
        a_job_can_be_removed_when_it_completes
        only_so_many_completed_jobs_are_kept
        only_so_many_failed_jobs_are_kept
        jobs_that_are_too_old_are_removed
    }
    hostile {
        names_and_payloads_come_back_as_they_were
        ids_with_odd_characters_are_kept_apart
        a_name_with_wildcards_is_only_itself
        reasons_and_lines_come_back_as_they_were
        a_nul_is_refused_in_names_and_harmless_elsewhere
    }
}
