-- How the queue stands, and who was called to a table lately. To be named here is a sign of life, and puts the silent
-- back where they were in the queue.
--   KEYS[1] public   KEYS[2] tickets   KEYS[3] seen   KEYS[4] called   KEYS[5] calls   KEYS[6] clock of the shard
--   ARGV[1] moment (in the shard's own time) from which on calls are news, +inf for no news   ARGV[2...] users
-- Returns { now_ms, downtime_ms, waiting, longest, places, news }: longest is since when (in the shard's own time) the
--   first of the queue waits, false for nobody; a place is the room that a user's ticket was called to, "" for none yet,
--   false where there is no ticket; news is user, room, ...
local now, downtime = shard_time(KEYS[6])
local shard_now = now - downtime
local places, news = {}, {}
for place = 2, #ARGV do
  local user = ARGV[place]
  local ticket, room = redis.call('HGET', KEYS[2], user), redis.call('HGET', KEYS[4], user)
  places[place - 1] = ticket and (room or '')
  if ticket then redis.call('ZADD', KEYS[3], shard_now, user) end
  if ticket and not room then redis.call('ZADD', KEYS[1], string.match(ticket, '^{"since":(%d+)'), user) end
end
for _, user in ipairs(redis.call('ZRANGEBYSCORE', KEYS[5], ARGV[1], '+inf')) do
  news[#news + 1] = user
  news[#news + 1] = redis.call('HGET', KEYS[4], user)
end
local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
return {now, downtime, redis.call('ZCARD', KEYS[1]), first[2] or false, places, news}
