-- What attempts at jobs did, call by call. Times are milliseconds since the Unix epoch.
CREATE TABLE job_traces (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    queue      TEXT NOT NULL,
    job_id     TEXT NOT NULL,
    request_id TEXT,
    started_at INTEGER NOT NULL,
    ended_at   INTEGER,
    outcome    TEXT NOT NULL,
    trace      TEXT NOT NULL
);
CREATE INDEX job_traces_by_job ON job_traces (job_id, queue);
CREATE INDEX job_traces_by_request ON job_traces (request_id) WHERE request_id IS NOT NULL;
-- Finds what is old enough to be forgotten.
CREATE INDEX job_traces_by_time ON job_traces (started_at);
