-- Reddit accounts in whose names Reddit is asked. client_secret and token are encrypted with the key
-- that key_id names. One for each user, and one for the installation, which has no owner.
CREATE TABLE reddit_accounts (
    id            TEXT COLLATE "C" PRIMARY KEY,
    owner         TEXT COLLATE "C" REFERENCES users (id),
    username      TEXT NOT NULL,
    client_id     TEXT NOT NULL,
    grant_type    TEXT NOT NULL,
    scope         TEXT,
    key_id        TEXT NOT NULL,
    client_secret TEXT,
    token         TEXT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX reddit_accounts_by_owner ON reddit_accounts (COALESCE(owner, ''));
