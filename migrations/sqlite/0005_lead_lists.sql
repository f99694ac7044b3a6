-- Lists of leads by any combination of filters. The columns behind seq are those that a filter may
-- ask for as well: what does not pass is passed over within the index, without a look at the row.
DROP INDEX leads_by_campaign_status;
DROP INDEX leads_by_campaign_score;
DROP INDEX leads_by_score;
DROP INDEX leads_by_subreddit;
DROP INDEX leads_by_intent;
DROP INDEX leads_by_status;
CREATE INDEX leads_by_subreddit
    ON leads (subreddit_key, found_at, seq, campaign_id, intent, status, score);
CREATE INDEX leads_by_score ON leads (score, found_at, seq, intent, status);
CREATE INDEX leads_by_campaign_score ON leads (campaign_id, score, found_at, seq, intent, status);
CREATE INDEX leads_by_intent_status ON leads (intent, status, found_at, seq, score);
CREATE INDEX leads_by_campaign_intent_status
    ON leads (campaign_id, intent, status, found_at, seq, score);
