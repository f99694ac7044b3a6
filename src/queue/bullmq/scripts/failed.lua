-- Keeps why an attempt failed, if the lock is still ours. KEYS: job, lock. ARGV: token, stacktrace,
-- reason, 1 where the attempt is to be counted here. Answers 1 where it was kept.
if redis.call('GET', KEYS[2]) ~= ARGV[1] or redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], 'stacktrace', ARGV[2], 'failedReason', ARGV[3])
if ARGV[4] == '1' then redis.call('HINCRBY', KEYS[1], 'atm', 1) end
return 1
