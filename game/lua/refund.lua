-- Take back one try that was spent, as long as its window lasts.
--   KEYS[1] counter
-- Returns how many tries are left counted.
local tries = tonumber(redis.call('GET', KEYS[1]) or 0)
if tries > 1 then return redis.call('DECR', KEYS[1]) end
redis.call('DEL', KEYS[1])
return 0
