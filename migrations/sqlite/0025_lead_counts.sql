-- How many leads of a campaign are in each status, kept by the triggers below, so that nobody has to
-- count. Rows of campaigns that are gone come to nothing.
CREATE TABLE lead_counts (
    campaign_id TEXT NOT NULL,
    status      TEXT NOT NULL,
    n           INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, status)
) WITHOUT ROWID;

INSERT INTO lead_counts (campaign_id, status, n)
SELECT campaign_id, status, COUNT(*) FROM leads GROUP BY campaign_id, status;

CREATE TRIGGER leads_added AFTER INSERT ON leads BEGIN
    INSERT INTO lead_counts (campaign_id, status, n) VALUES (new.campaign_id, new.status, 1)
    ON CONFLICT (campaign_id, status) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER leads_removed AFTER DELETE ON leads BEGIN
    UPDATE lead_counts SET n = n - 1 WHERE campaign_id = old.campaign_id AND status = old.status;
END;
CREATE TRIGGER leads_moved AFTER UPDATE OF campaign_id, status ON leads
WHEN old.status <> new.status OR old.campaign_id <> new.campaign_id BEGIN
    UPDATE lead_counts SET n = n - 1 WHERE campaign_id = old.campaign_id AND status = old.status;
    INSERT INTO lead_counts (campaign_id, status, n) VALUES (new.campaign_id, new.status, 1)
    ON CONFLICT (campaign_id, status) DO UPDATE SET n = n + 1;
END;
