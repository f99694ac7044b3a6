-- Adds a line to a job's log and keeps the newest. KEYS: job, its log. ARGV: line, lines to keep.
if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
redis.call('RPUSH', KEYS[2], ARGV[1])
redis.call('LTRIM', KEYS[2], -tonumber(ARGV[2]), -1)
return 0
