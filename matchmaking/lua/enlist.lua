-- Give a user a ticket, or leave the one that there is.
--   KEYS[1] tickets   KEYS[2] seen   KEYS[3] clock of the shard
--   ARGV[1] user   ARGV[2] ticket, a JSON object without its `since`   ARGV[3] silence (ms)
-- Returns 1 when the ticket is new, else 0. A new one is silent: it waits as soon as its socket is seen (look.lua).
local now, downtime = shard_time(KEYS[3])
local since = string.format('%.0f', now - downtime)
if redis.call('HSETNX', KEYS[1], ARGV[1], '{"since":' .. since .. ',' .. string.sub(ARGV[2], 2)) == 0 then return 0 end
redis.call('ZADD', KEYS[2], now - downtime - tonumber(ARGV[3]), ARGV[1])
return 1
