-- Claim the rooms of one shard whose time has come, and keep the shard's own clock.
--   KEYS[1] deadlines   KEYS[2] clock
--   ARGV[1] lease (ms): a claim is repeated after it, should the claimant die   ARGV[2] most rooms at once
--   ARGV[3] gap (ms) between two looks that counts as an outage: the shard's own time stands still in it
-- Returns { now_ms, downtime_ms, rooms }.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local downtime = tonumber(redis.call('HGET', KEYS[2], 'downtime') or 0)
local last = tonumber(redis.call('HGET', KEYS[2], 'last') or now)
if now - last > tonumber(ARGV[3]) then
  downtime = downtime + now - last
  redis.call('HSET', KEYS[2], 'downtime', downtime)
end
redis.call('HSET', KEYS[2], 'last', now)
local rooms = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - downtime, 'LIMIT', 0, ARGV[2])
for _, room in ipairs(rooms) do
  redis.call('ZADD', KEYS[1], now - downtime + tonumber(ARGV[1]), room)
end
return {now, downtime, rooms}
