-- How many leads of a campaign are in each status, kept by the triggers below, so that nobody has to
-- count. Each change is a row of its own, and what counts is their sum: nobody waits for another who
-- counts the same. Readers put the rows together when they have become many.
CREATE TABLE lead_counts (
    campaign_id TEXT COLLATE "C" NOT NULL,
    status      TEXT COLLATE "C" NOT NULL,
    n           BIGINT NOT NULL
);

INSERT INTO lead_counts (campaign_id, status, n)
SELECT campaign_id, status, COUNT(*) FROM leads GROUP BY campaign_id, status;

CREATE FUNCTION leads_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lead_counts (campaign_id, status, n)
    SELECT campaign_id, status, COUNT(*) FROM added GROUP BY 1, 2;
    RETURN NULL;
END $$;
CREATE TRIGGER leads_added AFTER INSERT ON leads REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION leads_added();

CREATE FUNCTION leads_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lead_counts (campaign_id, status, n)
    SELECT campaign_id, status, -COUNT(*) FROM removed GROUP BY 1, 2;
    RETURN NULL;
END $$;
CREATE TRIGGER leads_removed AFTER DELETE ON leads REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION leads_removed();

CREATE FUNCTION leads_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lead_counts (campaign_id, status, n)
    SELECT campaign_id, status, SUM(one)::BIGINT
    FROM (
        SELECT campaign_id, status, 1 AS one FROM after_move
        UNION ALL
        SELECT campaign_id, status, -1 FROM before_move
    ) moved
    GROUP BY 1, 2
    HAVING SUM(one) <> 0;
    RETURN NULL;
END $$;
CREATE TRIGGER leads_moved AFTER UPDATE ON leads
    REFERENCING OLD TABLE AS before_move NEW TABLE AS after_move
    FOR EACH STATEMENT EXECUTE FUNCTION leads_moved();
