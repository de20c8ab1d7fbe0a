-- Claim the rooms of one shard whose time has come, and keep the shard's own clock.
--   KEYS[1] deadlines   KEYS[2] clock
--   ARGV[1] lease (ms): a claim is repeated after it, should the claimant die   ARGV[2] most rooms at once
-- Returns { now_ms, downtime_ms, rooms }.
local now, downtime, gap = shard_time(KEYS[2])
-- Not at each look: what is written goes to the disk, and half a second more or less of an outage is nothing.
if gap == 0 or gap >= 500 then redis.call('HSET', KEYS[2], 'last', now, 'downtime', downtime) end
local rooms = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - downtime, 'LIMIT', 0, ARGV[2])
for _, room in ipairs(rooms) do
  redis.call('ZADD', KEYS[1], now - downtime + tonumber(ARGV[1]), room)
end
return {now, downtime, rooms}
