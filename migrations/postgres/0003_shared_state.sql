-- Small state that all processes see; an entry is gone once its time has passed.
CREATE TABLE shared_state (
    key        TEXT COLLATE "C" PRIMARY KEY,
    value      TEXT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX shared_state_by_expiry ON shared_state (expires_at);
