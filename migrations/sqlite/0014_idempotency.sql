-- Answers to requests with an Idempotency-Key, kept for a day. One without a status is being made,
-- by whoever holds it until locked_until.
CREATE TABLE idempotency (
    owner        TEXT NOT NULL,
    key          TEXT NOT NULL,
    request      TEXT NOT NULL,
    status       INTEGER,
    head         TEXT,
    body         TEXT,
    created_at   INTEGER NOT NULL,
    locked_until INTEGER NOT NULL,
    PRIMARY KEY (owner, key)
) WITHOUT ROWID;
CREATE INDEX idempotency_by_time ON idempotency (created_at);
