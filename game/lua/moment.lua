-- The moment by the clock that all scripts of this shard share; it changes nothing.
--   KEYS[1] any key of the shard
-- Returns microseconds since the epoch, as text of always the same length.
local time = redis.call('TIME')
return string.format('%011d%06d', time[1], time[2])
