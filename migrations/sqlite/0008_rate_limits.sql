-- Rate limits (GCRA): the theoretical arrival time of each key, in microseconds since 1970, which
-- are finer than a timestamp of this database. A row whose time has passed means the same as none.
CREATE TABLE rate_limits (
    key    TEXT PRIMARY KEY,
    tat_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
