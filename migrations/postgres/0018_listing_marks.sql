-- How far listings were read for a campaign. A mark means nothing where shape is another: the campaign
-- has changed since, or what is read of a listing.
CREATE TABLE listing_marks (
    campaign_id TEXT COLLATE "C" NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    listing     TEXT COLLATE "C" NOT NULL,
    shape       TEXT NOT NULL,
    mark        JSONB NOT NULL,
    read_at     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (campaign_id, listing)
);
