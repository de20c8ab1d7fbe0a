-- Spend one try of a budget that fills anew after a window.
--   KEYS[1] counter   ARGV[1] window (seconds)
-- Returns how many tries this window has seen, this one included.
local tries = redis.call('INCR', KEYS[1])
if tries == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return tries
