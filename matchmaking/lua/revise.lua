-- Change one table and the tickets of its people, all of it or nothing; the one place where two matchers can collide.
--   KEYS[1] public   KEYS[2] tickets   KEYS[3] seen   KEYS[4] called   KEYS[5] calls   KEYS[6] tables
--   KEYS[7] clock of the shard
--   ARGV[1] room   ARGV[2] the table as it was read, "" for none   ARGV[3] as it is to be, "" to end it
--   ARGV[4] silence (ms)
--   ARGV[5...] users, each behind a sign: + is called to the table, < goes back to the queue, - loses the ticket
-- Returns 1; or 0 when the table is another by now, or somebody to be called does not wait any more.
-- Who goes back does so with the old `since`: at once, or, after silence, when the socket is seen again (look.lua).
if (redis.call('HGET', KEYS[6], ARGV[1]) or '') ~= ARGV[2] then return 0 end
for place = 5, #ARGV do
  local sign, user = string.sub(ARGV[place], 1, 1), string.sub(ARGV[place], 2)
  if sign == '+' and not redis.call('ZSCORE', KEYS[1], user) then return 0 end
end

local now, downtime = shard_time(KEYS[7])
for place = 5, #ARGV do
  local sign, user = string.sub(ARGV[place], 1, 1), string.sub(ARGV[place], 2)
  if sign == '+' then
    redis.call('ZREM', KEYS[1], user)
    redis.call('HSET', KEYS[4], user, ARGV[1])
    redis.call('ZADD', KEYS[5], now - downtime, user)
  elseif redis.call('HGET', KEYS[4], user) == ARGV[1] then
    redis.call('HDEL', KEYS[4], user)
    redis.call('ZREM', KEYS[5], user)
    if sign == '<' then
      local ticket, seen = redis.call('HGET', KEYS[2], user), redis.call('ZSCORE', KEYS[3], user)
      if seen and now - downtime - tonumber(seen) < tonumber(ARGV[4]) then
        redis.call('ZADD', KEYS[1], string.match(ticket, '^{"since":(%d+)'), user)
      end
    else
      redis.call('HDEL', KEYS[2], user)
      redis.call('ZREM', KEYS[3], user)
    end
  end
end
if ARGV[3] == '' then
  redis.call('HDEL', KEYS[6], ARGV[1])
else
  redis.call('HSET', KEYS[6], ARGV[1], ARGV[3])
end
return 1
