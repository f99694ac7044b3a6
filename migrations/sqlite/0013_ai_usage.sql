-- What was asked of AI providers, for whose campaigns ('' is the operator), by month.
CREATE TABLE ai_usage (
    owner         TEXT NOT NULL,
    month         TEXT NOT NULL,
    provider      TEXT NOT NULL,
    model         TEXT NOT NULL,
    calls         INTEGER NOT NULL,
    input_tokens  INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    nano_usd      INTEGER NOT NULL,
    PRIMARY KEY (owner, month, provider, model)
) WITHOUT ROWID;
