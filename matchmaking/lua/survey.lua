-- What there is to do for the matcher; the silent leave the queue, and after a while they lose their tickets.
--   KEYS[1] public   KEYS[2] tickets   KEYS[3] seen   KEYS[4] called   KEYS[5] tables   KEYS[6] matcher
--   KEYS[7] clock of the shard
--   ARGV[1] name of the matcher   ARGV[2] its lease (ms)   ARGV[3] silence (ms)   ARGV[4] oblivion (ms)
--   ARGV[5] most people at once
-- Returns false while another matcher is at work; else { now (in the shard's own time), users, tickets, rooms }: those
--   who wait, the longest wait first, and the rooms of all tables
local now, downtime = shard_time(KEYS[7])
local shard_now = now - downtime
local matcher = redis.call('GET', KEYS[6])
if matcher and matcher ~= ARGV[1] then return false end
redis.call('SET', KEYS[6], ARGV[1], 'PX', ARGV[2])

for _, user in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', shard_now - tonumber(ARGV[3]))) do
  redis.call('ZREM', KEYS[1], user)
end
for _, user in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', shard_now - tonumber(ARGV[4]), 'LIMIT', 0, 1000)) do
  redis.call('HDEL', KEYS[2], user)
  redis.call('ZREM', KEYS[3], user)
  redis.call('HDEL', KEYS[4], user)
end
local users = redis.call('ZRANGE', KEYS[1], 0, tonumber(ARGV[5]) - 1)
local tickets = #users > 0 and redis.call('HMGET', KEYS[2], unpack(users)) or {}
return {shard_now, users, tickets, redis.call('HKEYS', KEYS[5])}
