-- What there is to do for the matcher; the silent leave the queue, and after a while they lose their tickets.
--   KEYS[1] public   KEYS[2] tickets   KEYS[3] seen   KEYS[4] called   KEYS[5] calls   KEYS[6] tables
--   KEYS[7] matcher: who is at work, and up to which moment (in the shard's own time) all silence is dealt with
--   KEYS[8] clock of the shard
--   ARGV[1] name of the matcher   ARGV[2] its lease (ms)   ARGV[3] silence (ms)   ARGV[4] oblivion (ms)
--   ARGV[5] most people at once
-- Returns false while another matcher is at work; else { now (in the shard's own time), users, tickets, rooms }: those
--   who wait, the longest wait first, and the rooms of all tables.
local now, downtime = shard_time(KEYS[8])
local shard_now = now - downtime
local matcher, moment = string.match(redis.call('GET', KEYS[7]) or '', '^(%S+) (%d+)$')
if matcher and matcher ~= ARGV[1] then return false end
local silent = shard_now - tonumber(ARGV[3])
redis.call('SET', KEYS[7], string.format('%s %.0f', ARGV[1], silent), 'PX', ARGV[2])

for _, user in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], moment or '-inf', silent)) do
  redis.call('ZREM', KEYS[1], user)
end
for _, user in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', shard_now - tonumber(ARGV[4]), 'LIMIT', 0, 1000)) do
  redis.call('HDEL', KEYS[2], user)
  redis.call('ZREM', KEYS[3], user)
  redis.call('HDEL', KEYS[4], user)
  redis.call('ZREM', KEYS[5], user)
end
local users = redis.call('ZRANGE', KEYS[1], 0, tonumber(ARGV[5]) - 1)
local tickets = #users > 0 and redis.call('HMGET', KEYS[2], unpack(users)) or {}
return {shard_now, users, tickets, redis.call('HKEYS', KEYS[6])}
