-- Removes jobs that wait for children, with all that they have, and says how many. Their children
-- stay where they are. A parent of theirs in another queue waits for them no longer.
--
-- KEYS[1] waiting-children
-- ARGV[1] what the queue's keys begin with
-- ARGV[2] how many at most
local prefix = ARGV[1]
local ids = redis.call('ZRANGE', KEYS[1], 0, tonumber(ARGV[2]) - 1)
for _, id in ipairs(ids) do
  local job = prefix .. id
  local fields = redis.call('HMGET', job, 'parentKey', 'deid')
  local parent, dedup = fields[1], fields[2]
  if dedup and redis.call('GET', prefix .. 'de:' .. dedup) == id then
    redis.call('DEL', prefix .. 'de:' .. dedup, prefix .. 'dn:' .. dedup)
  end
  if parent and redis.call('SREM', parent .. ':dependencies', job) == 1
    and redis.call('SCARD', parent .. ':dependencies') == 0 then
    local parent_id = string.match(parent, '.*:(.*)')
    local theirs = string.sub(parent, 1, #parent - #parent_id)
    -- One of this queue goes as well, in its own turn.
    if theirs ~= prefix and redis.call('ZREM', theirs .. 'waiting-children', parent_id) == 1 then
      redis.call('RPUSH', theirs .. 'wait', parent_id)
      if redis.call('HEXISTS', theirs .. 'meta', 'paused') == 0 then
        redis.call('ZADD', theirs .. 'marker', 0, '0')
      end
      redis.call('XADD', theirs .. 'events', '*', 'event', 'waiting', 'jobId', parent_id,
        'prev', 'waiting-children')
    end
  end
  redis.call('DEL', job, job .. ':logs', job .. ':dependencies', job .. ':processed',
    job .. ':failed', job .. ':unsuccessful')
end
if #ids > 0 then
  redis.call('ZREMRANGEBYRANK', KEYS[1], 0, #ids - 1)
end
return #ids
