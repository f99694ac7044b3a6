-- What counted for the objectives of the service, one row a minute over all processes. Minutes are those
-- since the Unix epoch.
CREATE TABLE slo_events (
    slo    TEXT NOT NULL,
    minute INTEGER NOT NULL,
    total  INTEGER NOT NULL,
    bad    INTEGER NOT NULL,
    PRIMARY KEY (slo, minute)
) WITHOUT ROWID;
