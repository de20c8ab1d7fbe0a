-- How it stands with the tickets of one process's sockets; seeing them is a sign of life, and puts the silent back
-- where they were in the queue. This alone lets anybody wait.
--   KEYS[1] public   KEYS[2] tickets   KEYS[3] seen   KEYS[4] called   KEYS[5] clock of the shard
--   ARGV[1] age (ms) at which a sign is renewed   ARGV[2...] users
-- Returns { now_ms, downtime_ms, waiting, longest, places }: longest is since when (in the shard's own time) the first
--   of the queue waits, false for nobody; a place is the room that a ticket was called to, "" for none yet, and false
--   where there is no ticket.
local now, downtime = shard_time(KEYS[5])
local shard_now = now - downtime
local places = {}
if #ARGV > 1 then
  local users = {unpack(ARGV, 2)}
  local signs = redis.call('ZMSCORE', KEYS[3], unpack(users))
  local rooms = redis.call('HMGET', KEYS[4], unpack(users))
  for place, user in ipairs(users) do
    places[place] = signs[place] and (rooms[place] or '')
    if signs[place] and shard_now - tonumber(signs[place]) >= tonumber(ARGV[1]) then
      redis.call('ZADD', KEYS[3], shard_now, user)
      if not rooms[place] then
        local ticket = redis.call('HGET', KEYS[2], user)
        redis.call('ZADD', KEYS[1], string.match(ticket, '^{"since":(%d+)'), user)
      end
    end
  end
end
local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
return {now, downtime, redis.call('ZCARD', KEYS[1]), first[2] or false, places}
