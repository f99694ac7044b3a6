-- Rate limits (GCRA): the theoretical arrival time of each key, in microseconds since 1970, as in
-- the other database. A row whose time has passed means the same as none.
CREATE TABLE rate_limits (
    key    TEXT COLLATE "C" PRIMARY KEY,
    tat_us BIGINT NOT NULL
);
