-- Messages that are still to be given to the queue. They are kept together with the leads that they
-- tell of, so that none is lost where the queue cannot be had or the process ends in between.
CREATE TABLE webhook_outbox (
    lead_id    TEXT NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
    webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    PRIMARY KEY (lead_id, webhook_id)
) WITHOUT ROWID;
