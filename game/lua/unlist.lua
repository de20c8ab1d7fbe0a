-- Take a room from the list that should not be there, unless it has changed meanwhile.
--   KEYS[1] room   KEYS[2] listed rooms of the shard   ARGV[1] version, 0 for a room that is gone
-- Returns 1 when taken, 0 otherwise.
local head = redis.call('GETRANGE', KEYS[1], 0, 40)
if (string.match(head, '^{"version":(%d+)') or '0') ~= ARGV[1] then return 0 end
return redis.call('ZREM', KEYS[2], string.match(KEYS[1], 'room:(.+)$'))
