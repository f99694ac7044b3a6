-- What counted for the objectives of the service, one row a minute over all processes. Minutes are those
-- since the Unix epoch.
CREATE TABLE slo_events (
    slo    TEXT COLLATE "C" NOT NULL,
    minute BIGINT NOT NULL,
    total  BIGINT NOT NULL,
    bad    BIGINT NOT NULL,
    PRIMARY KEY (slo, minute)
);
