-- KEYS[1]: the key. ARGV: what is added to the state, the window, the patience, and the time, all
-- in microseconds; an empty time is the server's own.
-- Answers with: 1 or 0, the state, the time.
local now = tonumber(ARGV[4])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local tat = tonumber(redis.call('GET', KEYS[1]) or 0)
local next = math.max(tat, now) + ARGV[1]
if next - ARGV[2] - now > tonumber(ARGV[3]) then
  return {0, tat, now}
end
if next > tat and next > now then
  local ttl = math.ceil((next - now) / 1000)
  redis.call('SET', KEYS[1], string.format('%.0f', next), 'PX', ttl)
end
return {1, next, now}
