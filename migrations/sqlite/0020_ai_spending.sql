-- Tokens that a provider had in its own cache, and so sold for less.
ALTER TABLE ai_usage ADD COLUMN cached_tokens INTEGER NOT NULL DEFAULT 0;

-- What was spent on AI providers, for whose campaigns ('' is the operator), by day in UTC, and how
-- often the rules judged as a budget was spent.
CREATE TABLE ai_days (
    owner     TEXT NOT NULL,
    day       TEXT NOT NULL,
    nano_usd  INTEGER NOT NULL,
    held_back INTEGER NOT NULL,
    PRIMARY KEY (owner, day)
) WITHOUT ROWID;
CREATE INDEX ai_days_by_day ON ai_days (day);

-- What somebody may spend in a month, where it is not what the settings say.
CREATE TABLE ai_budgets (
    owner      TEXT PRIMARY KEY,
    nano_usd   INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) WITHOUT ROWID;
