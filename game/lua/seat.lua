-- One seat a user: take, or renew, the claim on a user for a room.
--   KEYS[1] user   ARGV[1] room   ARGV[2] the claim that may be replaced, as it was read, "" for none
-- Returns { 1, claim } when it is ours now, { 0, claim } with the one that stands. A claim is "room@microseconds".
local standing = redis.call('GET', KEYS[1])
local is_ours = standing and string.match(standing, '^[^@]+') == ARGV[1]
if standing and not is_ours and standing ~= ARGV[2] then return {0, standing} end
local time = redis.call('TIME')
local claim = ARGV[1] .. '@' .. time[1] .. string.format('%06d', time[2])
redis.call('SET', KEYS[1], claim)
return {1, claim}
