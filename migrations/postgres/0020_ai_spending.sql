-- Tokens that a provider had in its own cache, and so sold for less.
ALTER TABLE ai_usage ADD COLUMN cached_tokens BIGINT NOT NULL DEFAULT 0;

-- What was spent on AI providers, for whose campaigns ('' is the operator), by day in UTC, and how
-- often the rules judged as a budget was spent.
CREATE TABLE ai_days (
    owner     TEXT COLLATE "C" NOT NULL,
    day       TEXT COLLATE "C" NOT NULL,
    nano_usd  BIGINT NOT NULL,
    held_back BIGINT NOT NULL,
    PRIMARY KEY (owner, day)
);
CREATE INDEX ai_days_by_day ON ai_days (day);

-- What somebody may spend in a month, where it is not what the settings say.
CREATE TABLE ai_budgets (
    owner      TEXT COLLATE "C" PRIMARY KEY,
    nano_usd   BIGINT NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
