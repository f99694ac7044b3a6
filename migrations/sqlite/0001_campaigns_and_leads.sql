-- Times are milliseconds since the Unix epoch. *_key columns are lower case, for comparing.

CREATE TABLE campaigns (
    id                 TEXT PRIMARY KEY,
    name               TEXT NOT NULL,
    name_key           TEXT NOT NULL UNIQUE,
    description        TEXT NOT NULL,
    keywords           TEXT NOT NULL,
    negative_keywords  TEXT NOT NULL,
    subreddits         TEXT NOT NULL,
    competitors        TEXT NOT NULL,
    blocked_subreddits TEXT NOT NULL,
    status             TEXT NOT NULL,
    version            INTEGER NOT NULL,
    created_at         INTEGER NOT NULL,
    updated_at         INTEGER NOT NULL
);

CREATE TABLE leads (
    -- The order of finding; never used again, so that a reader can follow.
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    campaign_id   TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    subreddit_key TEXT NOT NULL,
    intent        TEXT NOT NULL,
    status        TEXT NOT NULL,
    score         INTEGER NOT NULL,
    score_parts   TEXT NOT NULL,
    post          TEXT NOT NULL,
    judgement     TEXT NOT NULL,
    matched       TEXT NOT NULL,
    found_at      INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL
);
-- Lists are newest first. Each index ends with found_at (and, as every index, with seq), so that a
-- page is read from the index in order and the scan stops when the page is full.
CREATE INDEX leads_by_time ON leads (found_at);
CREATE INDEX leads_by_campaign ON leads (campaign_id, found_at);
CREATE INDEX leads_by_campaign_status ON leads (campaign_id, status, found_at);
CREATE INDEX leads_by_campaign_score ON leads (campaign_id, score, found_at);
CREATE INDEX leads_by_score ON leads (score, found_at);
CREATE INDEX leads_by_subreddit ON leads (subreddit_key, found_at);
CREATE INDEX leads_by_intent ON leads (intent, found_at);
CREATE INDEX leads_by_status ON leads (status, found_at);

-- What became of each post for each campaign, so that it is judged once for each version of it.
CREATE TABLE judged (
    campaign_id TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    post_id     TEXT NOT NULL,
    version     INTEGER NOT NULL,
    outcome     TEXT NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, post_id)
) WITHOUT ROWID;

-- Fingerprints of the texts of leads, for finding near-identical ones.
CREATE TABLE fingerprints (
    campaign_id TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    post_id     TEXT NOT NULL,
    text        INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, post_id)
) WITHOUT ROWID;
CREATE INDEX fingerprints_by_time ON fingerprints (campaign_id, at);

CREATE TABLE subreddits (
    name_key    TEXT PRIMARY KEY,
    profile     TEXT NOT NULL,
    analysed_at INTEGER NOT NULL
);

-- How far an import has come.
CREATE TABLE imports (
    key        TEXT PRIMARY KEY,
    checkpoint TEXT NOT NULL,
    updated_at INTEGER NOT NULL
);
