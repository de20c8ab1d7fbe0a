-- Nobody is there for this ticket: it is silent from now on, and not called until it is seen again (look.lua).
--   KEYS[1] public   KEYS[2] seen   KEYS[3] clock of the shard
--   ARGV[1] user   ARGV[2] silence (ms)
-- Returns 0.
local now, downtime = shard_time(KEYS[3])
redis.call('ZADD', KEYS[2], 'XX', now - downtime - tonumber(ARGV[2]), ARGV[1])
redis.call('ZREM', KEYS[1], ARGV[1])
return 0
