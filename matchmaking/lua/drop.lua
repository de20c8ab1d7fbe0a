-- End a user's ticket, wherever it stands.
--   KEYS[1] public   KEYS[2] tickets   KEYS[3] seen   KEYS[4] called   KEYS[5] calls
--   ARGV[1] user
-- Returns the room that it was called to, false for none.
local room = redis.call('HGET', KEYS[4], ARGV[1])
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
redis.call('HDEL', KEYS[4], ARGV[1])
redis.call('ZREM', KEYS[5], ARGV[1])
return room
