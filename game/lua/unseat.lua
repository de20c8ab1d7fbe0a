-- Give a claim back, if it is still for this room and was not renewed since.
--   KEYS[1] user, code or recorder   ARGV[1] room, or name of the recorder
--   ARGV[2] moment (microseconds): a claim that is newer stays
-- Returns 1 when given back, else 0.
local standing = redis.call('GET', KEYS[1])
if not standing then return 0 end
local room, since = string.match(standing, '^([^@]+)@?(%d*)')
if room ~= ARGV[1] or (tonumber(since) or 0) > tonumber(ARGV[2]) then return 0 end
return redis.call('DEL', KEYS[1])
