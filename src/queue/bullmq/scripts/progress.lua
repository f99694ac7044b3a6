-- As BullMQ's updateProgress. KEYS: job, events, meta. ARGV: id, progress.
if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
redis.call('HSET', KEYS[1], 'progress', ARGV[2])
redis.call('XADD', KEYS[2], 'MAXLEN', '~', redis.call('HGET', KEYS[3], 'opts.maxLenEvents') or 10000,
  '*', 'event', 'progress', 'jobId', ARGV[1], 'data', ARGV[2])
return 0
