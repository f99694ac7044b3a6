-- Answers to requests with an Idempotency-Key, kept for a day. One without a status is being made,
-- by whoever holds it until locked_until.
CREATE TABLE idempotency (
    owner        TEXT COLLATE "C" NOT NULL,
    key          TEXT COLLATE "C" NOT NULL,
    request      TEXT NOT NULL,
    status       BIGINT,
    head         TEXT,
    body         TEXT,
    created_at   TIMESTAMPTZ NOT NULL,
    locked_until TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (owner, key)
);
CREATE INDEX idempotency_by_time ON idempotency (created_at);
