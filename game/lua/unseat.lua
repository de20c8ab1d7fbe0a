-- Give a user's claim back, if it is still for this room.
--   KEYS[1] user   ARGV[1] room
-- Returns 1 when given back, else 0.
local standing = redis.call('GET', KEYS[1])
if not standing or string.match(standing, '^[^@]+') ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
