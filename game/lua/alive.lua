-- Signs of life of one room's sockets, and what has become of the room meanwhile (the hub's anti-entropy).
--   KEYS[1] room   KEYS[2] seen   KEYS[3] clock of the shard
--   ARGV[1] silence (ms) after which a connection counts as late   ARGV[2...] members that are alive
-- Returns { version, now_ms, downtime_ms, late }: late is member, last sign (in the shard's own time), ...
local now, downtime = shard_time(KEYS[3])
local head = redis.call('GETRANGE', KEYS[1], 0, 40)
local version = tonumber(string.match(head, '^{"version":(%d+)') or 0)
if version > 0 then
  for place = 2, #ARGV do redis.call('ZADD', KEYS[2], now - downtime, ARGV[place]) end
end
local late = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now - downtime - tonumber(ARGV[1]), 'WITHSCORES')
return {version, now, downtime, late}
