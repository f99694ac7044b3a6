-- Renews locks, as BullMQ's extendLocks, and takes back those that have run out while their jobs
-- are still active and nobody else's. KEYS: stalled, active. ARGV: prefix of the queue's keys,
-- milliseconds, then id and token of each job. Answers the ids of those that are lost.
local lost = {}
for i = 3, #ARGV, 2 do
  local id, token = ARGV[i], ARGV[i + 1]
  local lock = ARGV[1] .. id .. ':lock'
  local holder = redis.call('GET', lock)
  if holder == token or (not holder and redis.call('LPOS', KEYS[2], id)) then
    redis.call('SET', lock, token, 'PX', ARGV[2])
    redis.call('SREM', KEYS[1], id)
  else
    table.insert(lost, id)
  end
end
return lost
