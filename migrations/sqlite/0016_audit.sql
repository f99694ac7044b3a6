-- What operators have done. Times are milliseconds since the Unix epoch.
CREATE TABLE audit (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id   TEXT NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    target  TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail  TEXT NOT NULL
);

-- Finds what is old enough to be forgotten.
CREATE INDEX audit_by_time ON audit (at);
