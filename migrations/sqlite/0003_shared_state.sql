-- Small state that all processes see; an entry is gone once its time has passed.
CREATE TABLE shared_state (
    key        TEXT PRIMARY KEY,
    value      TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX shared_state_by_expiry ON shared_state (expires_at);
