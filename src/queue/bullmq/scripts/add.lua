-- Adds jobs, in order, as BullMQ's addStandardJob, addDelayedJob and addPrioritizedJob do; a job
-- whose id is there is left as it is. Answers 1 for each that was there and 0 for each that is new.
--
-- KEYS: wait, meta, id, delayed, prioritized, active, events, marker, pc, repeat
-- ARGV: prefix of the queue's keys, now, then for the next job of a schedule: its id, the job whose
--       turn it is and the time of the next one (three empty strings otherwise), then for each job:
--       id, name, data, options, delay, priority, push command, schedule's field, schedule's id
-- Answers -1 where the turn is not that job's, or the next one is there already.
local call = redis.call
local wait, meta, delayed, prioritized = KEYS[1], KEYS[2], KEYS[4], KEYS[5]
local events, marker = KEYS[7], KEYS[8]
local prefix, now = ARGV[1], tonumber(ARGV[2])
local scheduler, turn, next_at = ARGV[3], ARGV[4], ARGV[5]

local max_events = call('HGET', meta, 'opts.maxLenEvents')
if not max_events then
  max_events = 10000
  call('HSET', meta, 'opts.maxLenEvents', max_events)
end

if scheduler ~= '' then
  local current = call('ZSCORE', KEYS[10], scheduler)
  if not current or turn ~= 'repeat:' .. scheduler .. ':' .. current then return -1 end
  if call('EXISTS', prefix .. ARGV[6]) == 1 then return -2 end
  call('ZADD', KEYS[10], next_at, scheduler)
  call('HINCRBY', KEYS[10] .. ':' .. scheduler, 'ic', 1)
end

local attributes = call('HMGET', meta, 'paused', 'concurrency')
local blocked = attributes[1] or
  (attributes[2] and call('LLEN', KEYS[6]) >= tonumber(attributes[2]))

-- Jobs delayed to the same millisecond are told apart by the lower 12 bits of the score.
local function delayed_score(at)
  local lowest, highest = at * 0x1000, (at + 1) * 0x1000 - 1
  local last = call('ZREVRANGEBYSCORE', delayed, highest, lowest, 'WITHSCORES', 'LIMIT', 0, 1)
  local score = tonumber(last[2])
  if not score then return lowest end
  return math.min(score + 1, highest)
end

local existed = {}
local ready = false
for i = 6, #ARGV, 9 do
  local id, name, data, options = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
  local delay, priority = tonumber(ARGV[i + 4]), tonumber(ARGV[i + 5])
  local key = prefix .. id
  if call('EXISTS', key) == 1 then
    call('XADD', events, 'MAXLEN', '~', max_events, '*', 'event', 'duplicated', 'jobId', id)
    table.insert(existed, 1)
  else
    -- BullMQ counts every job, also those that bring an id.
    call('INCR', KEYS[3])
    call('HSET', key, 'name', name, 'data', data, 'opts', options, 'timestamp', now,
      'delay', delay, 'priority', priority)
    if ARGV[i + 7] ~= '' then call('HSET', key, ARGV[i + 7], ARGV[i + 8]) end
    call('XADD', events, '*', 'event', 'added', 'jobId', id, 'name', name)
    if delay > 0 then
      local at = now + delay
      call('ZADD', delayed, delayed_score(at), id)
      call('XADD', events, 'MAXLEN', '~', max_events, '*', 'event', 'delayed', 'jobId', id,
        'delay', at)
      local first = call('ZRANGE', delayed, 0, 0, 'WITHSCORES')
      call('ZADD', marker, tonumber(first[2]) / 0x1000, '1')
    else
      if priority > 0 then
        local counter = call('INCR', KEYS[9])
        call('ZADD', prioritized, priority * 0x100000000 + counter % 0x100000000, id)
      else
        call(ARGV[i + 6], wait, id)
      end
      ready = true
      call('XADD', events, 'MAXLEN', '~', max_events, '*', 'event', 'waiting', 'jobId', id)
    end
    table.insert(existed, 0)
  end
end
if ready and not blocked then call('ZADD', marker, 0, '0') end
return existed
