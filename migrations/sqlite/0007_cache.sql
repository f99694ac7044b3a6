-- The cache of what costs money or budget. Times are milliseconds since the Unix epoch.

CREATE TABLE cache_entries (
    key     TEXT PRIMARY KEY,
    kind    TEXT NOT NULL,
    bytes   INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    value   BLOB NOT NULL
);

-- Answers what has ended, what ends soonest, and how much there is, without a look at the values.
CREATE INDEX cache_entries_by_end ON cache_entries (kind, ends_at, key, bytes);

-- Who makes an answer, until the lease ends.
CREATE TABLE cache_leases (
    key     TEXT PRIMARY KEY,
    token   TEXT NOT NULL,
    ends_at INTEGER NOT NULL
) WITHOUT ROWID;

-- What was counted, and since when.
CREATE TABLE cache_figures (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
