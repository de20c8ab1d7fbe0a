-- Who of these holds a ticket that was called to this room.
--   KEYS[1] tickets   KEYS[2] called
--   ARGV[1] room   ARGV[2...] users
-- Returns for each user the ticket, or false.
local tickets = {}
for place = 2, #ARGV do
  local is_for_us = redis.call('HGET', KEYS[2], ARGV[place]) == ARGV[1]
  tickets[place - 1] = is_for_us and redis.call('HGET', KEYS[1], ARGV[place])
end
return tickets
