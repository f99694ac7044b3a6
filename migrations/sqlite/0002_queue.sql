-- The embedded job queue. Times are milliseconds since the Unix epoch.

CREATE TABLE queues (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    paused  INTEGER NOT NULL DEFAULT 0,
    -- The number given to a job last.
    last_id INTEGER NOT NULL DEFAULT 0
);

-- Where a job is: lane 0 ready (waiting, or prioritized where rank > 0), 1 delayed, 2 active,
-- 3 completed, 4 failed. rank and position order the jobs of a lane:
--   ready      rank = priority, position = when it became ready (negative: put before all others)
--   delayed    position = when it may run
--   active     position = until when its lock holds
--   finished   position = when it finished
CREATE TABLE jobs (
    seq              INTEGER PRIMARY KEY AUTOINCREMENT,
    queue_id         INTEGER NOT NULL REFERENCES queues (id),
    id               TEXT NOT NULL,
    lane             INTEGER NOT NULL,
    rank             INTEGER NOT NULL,
    position         INTEGER NOT NULL,
    name             TEXT NOT NULL,
    data             TEXT NOT NULL,
    options          TEXT NOT NULL,
    priority         INTEGER NOT NULL,
    attempts_made    INTEGER NOT NULL DEFAULT 0,
    attempts_started INTEGER NOT NULL DEFAULT 0,
    stalled_count    INTEGER NOT NULL DEFAULT 0,
    progress         TEXT,
    result           TEXT,
    failed_reason    TEXT,
    stacktrace       TEXT NOT NULL DEFAULT '[]',
    worker           TEXT,
    lock_token       TEXT,
    schedule_id      TEXT,
    created_at       INTEGER NOT NULL,
    run_at           INTEGER,
    processed_at     INTEGER,
    finished_at      INTEGER
);
CREATE UNIQUE INDEX jobs_by_id ON jobs (queue_id, id);
CREATE INDEX jobs_in_order ON jobs (queue_id, lane, rank, position);

CREATE TABLE job_logs (
    job_seq INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    text    TEXT NOT NULL,
    PRIMARY KEY (job_seq, number)
) WITHOUT ROWID;

-- What happened lately; the oldest are forgotten.
CREATE TABLE queue_events (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    queue_id INTEGER NOT NULL REFERENCES queues (id),
    at       INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    job_id   TEXT,
    data     TEXT NOT NULL
);
CREATE INDEX queue_events_by_queue ON queue_events (queue_id, seq);

CREATE TABLE schedules (
    queue_id    INTEGER NOT NULL REFERENCES queues (id),
    id          TEXT NOT NULL,
    recurrence  TEXT NOT NULL,
    name        TEXT NOT NULL,
    data        TEXT NOT NULL,
    options     TEXT NOT NULL,
    next_at     INTEGER,
    next_job_id TEXT,
    last_at     INTEGER,
    iterations  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (queue_id, id)
) WITHOUT ROWID;

-- How many jobs are in each lane, kept by the triggers below, so that nobody has to count.
CREATE TABLE queue_counts (
    queue_id INTEGER NOT NULL REFERENCES queues (id),
    lane     INTEGER NOT NULL,
    ranked   INTEGER NOT NULL,
    n        INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (queue_id, lane, ranked)
) WITHOUT ROWID;

CREATE TRIGGER queues_added AFTER INSERT ON queues BEGIN
    INSERT INTO queue_counts (queue_id, lane, ranked)
    VALUES (new.id, 0, 0), (new.id, 0, 1), (new.id, 1, 0), (new.id, 2, 0), (new.id, 3, 0), (new.id, 4, 0);
END;
CREATE TRIGGER jobs_added AFTER INSERT ON jobs BEGIN
    UPDATE queue_counts SET n = n + 1
    WHERE queue_id = new.queue_id AND lane = new.lane AND ranked = (new.rank > 0);
END;
CREATE TRIGGER jobs_removed AFTER DELETE ON jobs BEGIN
    UPDATE queue_counts SET n = n - 1
    WHERE queue_id = old.queue_id AND lane = old.lane AND ranked = (old.rank > 0);
END;
CREATE TRIGGER jobs_moved AFTER UPDATE OF lane ON jobs WHEN old.lane <> new.lane BEGIN
    UPDATE queue_counts SET n = n - 1
    WHERE queue_id = old.queue_id AND lane = old.lane AND ranked = (old.rank > 0);
    UPDATE queue_counts SET n = n + 1
    WHERE queue_id = new.queue_id AND lane = new.lane AND ranked = (new.rank > 0);
END;
