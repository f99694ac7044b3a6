-- How far listings were read for a campaign. A mark means nothing where shape is another: the campaign
-- has changed since, or what is read of a listing.
CREATE TABLE listing_marks (
    campaign_id TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    listing     TEXT NOT NULL,
    shape       TEXT NOT NULL,
    mark        TEXT NOT NULL,
    read_at     INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, listing)
) WITHOUT ROWID;
