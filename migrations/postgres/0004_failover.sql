-- What is kept beside a queue on Redis, so that nothing is lost while Redis is away. Times are
-- milliseconds since the Unix epoch.

-- Jobs that were accepted and are not known to be finished.
CREATE TABLE failover_journal (
    queue    TEXT COLLATE "C" NOT NULL,
    id       TEXT COLLATE "C" NOT NULL,
    name     TEXT NOT NULL,
    data     TEXT NOT NULL,
    options  TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (queue, id)
);

-- Who runs which job (until its lease runs out), and what has been completed, during an outage and
-- until all copies of a job are settled.
CREATE TABLE failover_ledger (
    queue       TEXT COLLATE "C" NOT NULL,
    id          TEXT COLLATE "C" NOT NULL,
    token       TEXT NOT NULL,
    done        BIGINT NOT NULL,
    result      TEXT,
    lease_until BIGINT NOT NULL,
    PRIMARY KEY (queue, id)
);

-- A copy of the schedules. change: 0 as on Redis, 1 to be set there, 2 to be removed there.
CREATE TABLE failover_schedules (
    queue      TEXT COLLATE "C" NOT NULL,
    id         TEXT COLLATE "C" NOT NULL,
    recurrence TEXT NOT NULL,
    name       TEXT NOT NULL,
    data       TEXT NOT NULL,
    options    TEXT NOT NULL,
    next_at    BIGINT,
    last_at    BIGINT,
    iterations BIGINT NOT NULL,
    change     BIGINT NOT NULL,
    PRIMARY KEY (queue, id)
);

-- Since when Redis has been away and why, the mark that shows whether it came back empty, whose
-- turn it is to move jobs.
CREATE TABLE failover_notes (
    key   TEXT COLLATE "C" PRIMARY KEY,
    value TEXT NOT NULL,
    at    BIGINT NOT NULL
);
