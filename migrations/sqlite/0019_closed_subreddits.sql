-- Subreddits of campaigns that Reddit said cannot be read, and when they are asked for again.
CREATE TABLE closed_subreddits (
    campaign_id TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    name_key    TEXT NOT NULL,
    name        TEXT NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    since       INTEGER NOT NULL,
    asked_at    INTEGER NOT NULL,
    tries       INTEGER NOT NULL,
    next_at     INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, name_key)
) WITHOUT ROWID;
