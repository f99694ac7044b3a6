-- What operators have done.
CREATE TABLE audit (
    seq     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    op_id   TEXT COLLATE "C" NOT NULL UNIQUE,
    at      TIMESTAMPTZ NOT NULL,
    actor   TEXT COLLATE "C" NOT NULL,
    action  TEXT COLLATE "C" NOT NULL,
    target  TEXT NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    detail  JSONB NOT NULL
);

-- Finds what is old enough to be forgotten.
CREATE INDEX audit_by_time ON audit (at);
