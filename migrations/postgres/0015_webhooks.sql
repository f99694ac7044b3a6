-- Where new leads are told of. The secret signs what is sent and so is kept as it is.
CREATE TABLE webhooks (
    id         TEXT COLLATE "C" PRIMARY KEY,
    owner      TEXT COLLATE "C" REFERENCES users (id),
    kind       TEXT NOT NULL,
    url        TEXT NOT NULL,
    secret     TEXT NOT NULL,
    min_score  BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX webhooks_by_owner ON webhooks (owner, min_score);
