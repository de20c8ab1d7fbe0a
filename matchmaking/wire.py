"""What a client may say about looking for a table among strangers; the gateway decodes into these."""

from game.wire import Event


class MatchmakingJoin(Event, frozen=True, kw_only=True, tag="matchmaking:join"):
    """Look for a table among strangers; who waits already goes on waiting."""


class MatchmakingLeave(Event, frozen=True, kw_only=True, tag="matchmaking:leave"):
    """Look no longer; in the moment of the match, give the seat up."""
