-- What was asked of AI providers, for whose campaigns ('' is the operator), by month.
CREATE TABLE ai_usage (
    owner         TEXT COLLATE "C" NOT NULL,
    month         TEXT COLLATE "C" NOT NULL,
    provider      TEXT COLLATE "C" NOT NULL,
    model         TEXT COLLATE "C" NOT NULL,
    calls         BIGINT NOT NULL,
    input_tokens  BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    nano_usd      BIGINT NOT NULL,
    PRIMARY KEY (owner, month, provider, model)
);
