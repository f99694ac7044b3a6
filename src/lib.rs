//! leadctl: finds posts on Reddit by people who need what a business sells, and runs and operates
//! the system that does so.
//!
//! The floors of the house, top to bottom; each uses the floors below it, never one above.
//!
//! | floor | what it does |
//! | --- | --- |
//! | [`cli`] | what an operator types: one file for each noun |
//! | [`dash`] | the terminal dashboard; it takes what is wrong, in words, from `cli::overview` |
//! | [`supervisor`] | starts, watches, restarts, replaces and drains the API and worker processes |
//! | [`sandbox`] | a local stand-in for Reddit and an AI provider, reached over HTTP only |
//! | [`api`] | the HTTP API |
//! | [`worker`] | takes jobs from a queue, runs them, tells that it is alive, drains |
//! | [`jobs`] | what each kind of job does, and the payload types |
//! | [`services`] | builds everything below from the configuration, once |
//! | [`ai`] | judges of posts: the local rules and AI providers |
//! | [`reddit`] | the Reddit client, and posts from dump files |
//! | [`guard`] | what stands between us and a dependency: circuit breakers, retries, rate limits, the cache |
//! | [`queue`] | the job queue: a trait with BullMQ's semantics, and its implementation in SQL |
//! | [`store`] | campaigns, leads, subreddits |
//! | [`shared_state`] | small state that all processes see: heartbeats, breakers |
//! | [`redis_link`] | the way to Redis, bounded in time |
//! | [`db`] | the database handle and its migrations |
//! | [`telemetry`] | the table of metrics, tracing, the operations endpoints |
//! | [`config`] | settings: defaults < file < environment < flags |
//! | [`discovery`] | queries, matching, intent, scoring: pure functions of [`model`] alone |
//! | [`webhooks`] | tells programs of others of new leads |
//! | [`vault`] | secrets that are kept for others, encrypted |
//! | [`clock`] | the time, passed in |
//! | [`model`] | the words of the domain as plain data |
//! | [`plain`] | makes hostile text safe to print |
//! | [`nearest`] | what somebody may have meant |

pub mod ai;
pub mod api;
pub mod cli;
pub mod clock;
pub mod config;
pub mod dash;
pub mod db;
pub mod discovery;
pub mod guard;
pub mod jobs;
pub mod model;
pub mod nearest;
pub mod operator;
pub mod plain;
pub mod queue;
pub mod reddit;
pub mod redis_link;
pub mod sandbox;
pub mod services;
pub mod shared_state;
pub mod store;
pub mod supervisor;
pub mod telemetry;
pub mod vault;
pub mod webhooks;
pub mod worker;
