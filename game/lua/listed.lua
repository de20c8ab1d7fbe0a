-- The fullest of the rooms of a shard that anybody may join.
--   KEYS[1] listed rooms of the shard   ARGV[1] how many at most
-- Returns room, how many people wait there, ...
return redis.call('ZREVRANGE', KEYS[1], 0, tonumber(ARGV[1]) - 1, 'WITHSCORES')
