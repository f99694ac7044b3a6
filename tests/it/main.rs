//! What crosses a process or a socket, in one binary.

// Test helpers may fail loudly; clippy knows only #[test] functions as tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accounts;
mod ai_corpus;
mod api;
mod audit;
mod breaker;
mod breakers;
mod bullmq;
mod bullmq_large;
mod cache;
mod campaigns;
mod config;
mod conformance;
mod corpus_reddit;
mod dash;
mod database;
mod db;
mod db_copy;
mod dlq;
mod doctor;
mod drill;
mod events;
mod failover;
mod fairness;
mod faults;
mod fields;
mod find;
mod generated;
mod interop;
mod jobs;
mod leads;
mod leads_eval;
mod leads_import;
mod limits;
mod notify;
mod operate;
mod otel;
mod postgres_outage;
mod prompt_safety;
mod reading;
mod reddit_names;
mod rolling;
mod secrets;
mod slo;
mod subreddits;
mod support;
mod trace;
mod up;
mod usage;
mod workers;
