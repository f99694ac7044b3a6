-- What attempts at jobs did, call by call.
CREATE TABLE job_traces (
    seq        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         TEXT COLLATE "C" NOT NULL UNIQUE,
    queue      TEXT COLLATE "C" NOT NULL,
    job_id     TEXT COLLATE "C" NOT NULL,
    request_id TEXT COLLATE "C",
    started_at TIMESTAMPTZ NOT NULL,
    ended_at   TIMESTAMPTZ,
    outcome    TEXT COLLATE "C" NOT NULL,
    trace      JSONB NOT NULL
);
CREATE INDEX job_traces_by_job ON job_traces (job_id, queue);
CREATE INDEX job_traces_by_request ON job_traces (request_id) WHERE request_id IS NOT NULL;
-- Finds what is old enough to be forgotten.
CREATE INDEX job_traces_by_time ON job_traces (started_at);
