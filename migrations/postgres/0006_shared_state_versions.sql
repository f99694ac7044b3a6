-- What several processes change at once is changed only from the version that was read.
ALTER TABLE shared_state ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
