-- Move the wake of a room that had nothing to do, unless it has changed meanwhile.
--   KEYS[1] room   KEYS[2] deadlines   ARGV[1] version   ARGV[2] next wake, in the shard's own time
-- Returns 1 when moved; 0 otherwise. A room that is gone loses its wake.
local room = string.match(KEYS[1], 'room:(.+)$')
local head = redis.call('GETRANGE', KEYS[1], 0, 40)
if head == '' then
  redis.call('ZREM', KEYS[2], room)
  return 0
end
if string.match(head, '^{"version":(%d+)') ~= ARGV[1] then return 0 end
redis.call('ZADD', KEYS[2], ARGV[2], room)
return 1
