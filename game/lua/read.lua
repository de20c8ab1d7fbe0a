-- Read one room at one moment.
--   KEYS[1] room   KEYS[2] actions   KEYS[3] votes   KEYS[4] log   KEYS[5] seen   KEYS[6] clock of the shard
--   ARGV[1] version already known, -1 for none   ARGV[2] silence (ms) after which a connection counts as late
-- Returns { version, now_ms, downtime_ms, state, actions, votes, entries, late }: version 0 when there is no room;
--   state is false when the known version still stands; entries are the log after the known version;
--   late is member, last sign (in the shard's own time), ...
local now, downtime = shard_time(KEYS[6])
local late = redis.call('ZRANGEBYSCORE', KEYS[5], '-inf', now - downtime - tonumber(ARGV[2]), 'WITHSCORES')
local known = tonumber(ARGV[1])
local state = redis.call('GET', KEYS[1])
local version = state and tonumber(string.match(state, '^{"version":(%d+)')) or 0
if version == known then return {version, now, downtime, false, {}, {}, {}, late} end
local entries = {}
if known >= 0 and version > 0 then
  entries = redis.call('XRANGE', KEYS[4], (known + 1) .. '-0', '+')
end
return {
  version, now, downtime, state,
  redis.call('HGETALL', KEYS[2]), redis.call('HGETALL', KEYS[3]), entries, late
}
