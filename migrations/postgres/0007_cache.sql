-- The cache of what costs money or budget. Times are milliseconds since the Unix epoch.

CREATE TABLE cache_entries (
    key     TEXT COLLATE "C" PRIMARY KEY,
    kind    TEXT COLLATE "C" NOT NULL,
    bytes   BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    value   BYTEA NOT NULL
);

-- Answers what has ended, what ends soonest, and how much there is, without a look at the values.
CREATE INDEX cache_entries_by_end ON cache_entries (kind, ends_at, key, bytes);

-- Who makes an answer, until the lease ends.
CREATE TABLE cache_leases (
    key     TEXT COLLATE "C" PRIMARY KEY,
    token   TEXT NOT NULL,
    ends_at BIGINT NOT NULL
);

-- What was counted, and since when.
CREATE TABLE cache_figures (
    name  TEXT COLLATE "C" PRIMARY KEY,
    value BIGINT NOT NULL
);
