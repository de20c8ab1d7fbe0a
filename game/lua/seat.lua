-- One seat a user: take the claim on a user for a room.
--   KEYS[1] user   ARGV[1] room   ARGV[2] the claim that may be replaced, as it was read, "" for none
-- Returns { 1, claim } when it is ours now, { 0, claim } with the one that stands. A claim is "room@ms".
local standing = redis.call('GET', KEYS[1])
if standing and standing ~= ARGV[2] then return {0, standing} end
local time = redis.call('TIME')
local claim = ARGV[1] .. '@' .. (time[1] * 1000 + math.floor(time[2] / 1000))
redis.call('SET', KEYS[1], claim)
return {1, claim}
