-- Write one change of one room, all of it or nothing.
--   KEYS[1] room   KEYS[2] actions   KEYS[3] votes   KEYS[4] log   KEYS[5] seen
--   KEYS[6] deadlines of the shard   KEYS[7] outbox of the shard   KEYS[8] clock of the shard   KEYS[9] its listed rooms
--   KEYS[10] where the log is kept for the records, if this change ends a game
--   ARGV[1] version we read   ARGV[2] commit id   ARGV[3] new state, "" to delete the room
--   ARGV[4] next wake, in the shard's own time   ARGV[5] last moment for this change, likewise, 0 for none
--   ARGV[6] log entry   ARGV[7] actions, ARGV[8] votes: JSON arrays of field, value, ...; "" to leave them
--   ARGV[9] member of seen that gave a sign of life, "" for none   ARGV[10] rank among the listed, "" to list it nowhere
--   ARGV[11...] entries for the outbox
-- Returns { 1, version, now_ms, downtime_ms, moment } when written; the moment is in microseconds,
--           and 0 when it was written before under this commit id;
--         { 0, version, now_ms, downtime_ms, state, actions, votes } when someone else was first;
--         {-1, version, now_ms, downtime_ms } when it came too late.
local now, downtime = shard_time(KEYS[8])
local shard_now = now - downtime
local time = redis.call('TIME')
local moment = time[1] .. string.format('%06d', time[2])
local state = redis.call('GET', KEYS[1])
local version = state and tonumber(string.match(state, '^{"version":(%d+)')) or 0
local expected = tonumber(ARGV[1])
local written = expected + 1

if version ~= expected then
  local entry = redis.call('XRANGE', KEYS[4], written .. '-0', written .. '-0')[1]
  if entry and entry[2][2] == ARGV[2] then return {1, written, now, downtime, '0'} end
  return {0, version, now, downtime, state, redis.call('HGETALL', KEYS[2]), redis.call('HGETALL', KEYS[3])}
end
if tonumber(ARGV[5]) > 0 and shard_now >= tonumber(ARGV[5]) then
  return {-1, version, now, downtime}
end

local function rewrite(key, flat)
  if flat == '' then return end
  redis.call('DEL', key)
  local fields = cjson.decode(flat)
  if #fields > 0 then redis.call('HSET', key, unpack(fields)) end
end

for place = 11, #ARGV do
  redis.call('XADD', KEYS[7], '*', 'event', ARGV[place])
end
local room = string.match(KEYS[1], 'room:(.+)$')
if ARGV[10] == '' then redis.call('ZREM', KEYS[9], room) else redis.call('ZADD', KEYS[9], ARGV[10], room) end
redis.call('XADD', KEYS[4], 'MAXLEN', '~', 20000, written .. '-0', 'commit', ARGV[2], 'entry', ARGV[6])
-- Before the room may go, or its next game may push this one out of the log. A record that can never be written
-- leaves it behind: a week is time to mend that.
if KEYS[10] then
  redis.call('COPY', KEYS[4], KEYS[10])
  redis.call('EXPIRE', KEYS[10], 7 * 86400)
end
if ARGV[3] == '' then
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5])
  redis.call('ZREM', KEYS[6], room)
  return {1, written, now, downtime, moment}
end
redis.call('SET', KEYS[1], ARGV[3])
rewrite(KEYS[2], ARGV[7])
rewrite(KEYS[3], ARGV[8])
redis.call('ZADD', KEYS[6], ARGV[4], room)
if ARGV[9] ~= '' then redis.call('ZADD', KEYS[5], shard_now, ARGV[9]) end
return {1, written, now, downtime, moment}
