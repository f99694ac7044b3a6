-- What is kept beside a queue on Redis, so that nothing is lost while Redis is away. Times are
-- milliseconds since the Unix epoch.

-- Jobs that were accepted and are not known to be finished.
CREATE TABLE failover_journal (
    queue    TEXT NOT NULL,
    id       TEXT NOT NULL,
    name     TEXT NOT NULL,
    data     TEXT NOT NULL,
    options  TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (queue, id)
) WITHOUT ROWID;

-- Who runs which job (until its lease runs out), and what has been completed, during an outage and
-- until all copies of a job are settled.
CREATE TABLE failover_ledger (
    queue       TEXT NOT NULL,
    id          TEXT NOT NULL,
    token       TEXT NOT NULL,
    done        INTEGER NOT NULL,
    result      TEXT,
    lease_until INTEGER NOT NULL,
    PRIMARY KEY (queue, id)
) WITHOUT ROWID;

-- A copy of the schedules. change: 0 as on Redis, 1 to be set there, 2 to be removed there.
CREATE TABLE failover_schedules (
    queue      TEXT NOT NULL,
    id         TEXT NOT NULL,
    recurrence TEXT NOT NULL,
    name       TEXT NOT NULL,
    data       TEXT NOT NULL,
    options    TEXT NOT NULL,
    next_at    INTEGER,
    last_at    INTEGER,
    iterations INTEGER NOT NULL,
    change     INTEGER NOT NULL,
    PRIMARY KEY (queue, id)
) WITHOUT ROWID;

-- Since when Redis has been away and why, the mark that shows whether it came back empty, whose
-- turn it is to move jobs.
CREATE TABLE failover_notes (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    at    INTEGER NOT NULL
) WITHOUT ROWID;
