-- Subreddits of campaigns that Reddit said cannot be read, and when they are asked for again.
CREATE TABLE closed_subreddits (
    campaign_id TEXT COLLATE "C" NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    name_key    TEXT COLLATE "C" NOT NULL,
    name        TEXT NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    since       TIMESTAMPTZ NOT NULL,
    asked_at    TIMESTAMPTZ NOT NULL,
    tries       BIGINT NOT NULL,
    next_at     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (campaign_id, name_key)
);
