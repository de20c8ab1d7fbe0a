-- Nobody is there for this ticket: it is silent from now on, and not called until it is seen again (look.lua).
--   KEYS[1] public   KEYS[2] seen   KEYS[3] clock of the shard
--   ARGV[1] user   ARGV[2] the last sign (in the shard's own time) of the socket that is gone   ARGV[3] silence (ms)
-- Returns 1; 0 when there was a later sign: of another socket, which is there.
local now, downtime = shard_time(KEYS[3])
local seen = redis.call('ZSCORE', KEYS[2], ARGV[1])
if not seen or tonumber(seen) > tonumber(ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[2], now - downtime - tonumber(ARGV[3]), ARGV[1])
redis.call('ZREM', KEYS[1], ARGV[1])
return 1
