-- Who may use the API, and whose each campaign is.
CREATE TABLE users (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
);

-- Only a hash of each key is kept. Rows stay when a key is revoked.
CREATE TABLE api_keys (
    id           TEXT PRIMARY KEY,
    user_id      TEXT NOT NULL REFERENCES users (id),
    hash         TEXT NOT NULL,
    scope        TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER,
    last_used_at INTEGER,
    revoked_at   INTEGER
);
CREATE INDEX api_keys_by_user ON api_keys (user_id, id);

-- A campaign without an owner is the operator's.
ALTER TABLE campaigns ADD COLUMN owner TEXT REFERENCES users (id);
CREATE INDEX campaigns_by_owner ON campaigns (owner, id);
