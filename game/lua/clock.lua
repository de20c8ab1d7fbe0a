-- The own time of a shard, put in front of every script: it stands still while no gateway looks at the shard.
--   clock: key of the shard's clock, a hash: `last` look and total `downtime` (ms)
-- Returns now_ms, downtime_ms, gap_ms since the last look (0 for the first). An outage that is not written down yet
--   counts already, so that nobody who comes before the first look after it is judged by a deadline that passed in it.
local OUTAGE = 2000

local function shard_time(clock)
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local kept = redis.call('HMGET', clock, 'last', 'downtime')
  local gap, downtime = now - tonumber(kept[1] or now), tonumber(kept[2] or 0)
  if gap > OUTAGE then downtime = downtime + gap end
  return now, downtime, gap
end

