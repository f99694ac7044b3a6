-- $1 leads of realistic size, two seconds apart from $2 on. Mixing (a * n % m) spreads each column
-- apart from the others, the same at each run.
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < $1),
mixed AS (
    SELECT n, n * 2654435761 % 4294967296 AS a, n * 2246822519 % 4294967296 AS b,
           n * 3266489917 % 4294967296 AS c
    FROM numbers
),
columns AS (
    SELECT n,
           printf('%013d', n) AS id,
           CASE WHEN n % 5000 = 1 THEN 'rare' ELSE 'c' || (a / 64 % 4) END AS campaign,
           CASE WHEN n % 4000 = 2 THEN 'rare_sub' ELSE 'sub' || (b / 64 % 20) END AS subreddit,
           CASE c / 64 % 5 WHEN 0 THEN 'solution_seeking' WHEN 1 THEN 'pain_point'
                WHEN 2 THEN 'comparison' WHEN 3 THEN 'competitor_complaint'
                ELSE 'discussion' END AS intent,
           CASE WHEN b / 4096 % 1000 = 0 THEN 'converted' WHEN b / 4096 % 20 = 1 THEN 'saved'
                WHEN b / 4096 % 4 = 2 THEN 'dismissed' ELSE 'new' END AS status,
           40 + MAX(0, (a / 4096 % 61) * (c / 4096 % 61) / 60) AS score,
           $2 + n * 2000 AS at
    FROM mixed
),
times AS (
    SELECT *, strftime('%Y-%m-%dT%H:%M:%S.000Z', at / 1000 - 3600, 'unixepoch') AS posted FROM columns
)
INSERT INTO leads (id, campaign_id, subreddit_key, intent, status, score, score_parts, post, judgement,
                   matched, found_at, updated_at)
SELECT id, campaign, subreddit, intent, status, score,
    '[{"name":"intent","weight":35.0,"value":0.825,"points":28.875,"why":"solution_seeking, 65 % sure"},'
    || '{"name":"recency","weight":25.0,"value":0.05,"points":1.25,"why":"13.1 days old, half-life 3.0 days"},'
    || '{"name":"engagement","weight":10.0,"value":1.0,"points":10.0,"why":"5 votes, 166 comments"},'
    || '{"name":"fit","weight":30.0,"value":0.95,"points":28.5,"why":"late payments (also in the title)"}]',
    '{"id":"t3_' || id || '","kind":"submission","subreddit":"' || subreddit
    || '","author":"early_finch_115","title":"Any tool that chases late payments for you? (' || n
    || ')","body":"We grew from one person to a six-person architecture practice last June. I want something '
    || 'that sends reminders by itself when an invoice is overdue. Does that exist for $25 a month or less? '
    || 'Thanks for reading.","permalink":"/r/' || subreddit || '/comments/' || id
    || '/any_tool_that_chases/","url":null,"score":5,"num_comments":166,"over_18":false,"removed":false,'
    || '"stickied":false,"created_at":"' || posted || '"}',
    '{"is_lead":true,"intent":"' || intent
    || '","sentiment":"negative","fit":0.95,"confidence":0.65,"reason":"asks for a way to deal with late '
    || 'payments (\"want something that\")","judged_by":{"judge":"rules","model":"v1"}}',
    '["late payments","invoicing"]', at, at
FROM times
