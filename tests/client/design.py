"""The system design's event map, and nothing that came after; it narrows any frame to what the design promised.

A client that hears and says only this can still play a whole game: `--seed-only` proves it.
"""

from tests.client.record import Frame

HEARD: dict[str, frozenset[str]] = {
    "auth:success": frozenset({"userId"}),
    "auth:reconnect": frozenset({"roomId", "gameState"}),
    "matchmaking:found": frozenset({"roomId"}),
    # The design gives every room a code and a host, but no other event that could carry them.
    "room:update": frozenset({"players", "status", "roomCode", "hostId"}),
    "room:error": frozenset({"reason"}),
    "game:phase": frozenset({"phase", "duration"}),
    "game:role": frozenset({"role"}),
    "action:result": frozenset({"inspectResult"}),
    "chat:message": frozenset({"userId", "message"}),
    "chat:mute": frozenset({"userId"}),
    "vote:update": frozenset({"counts"}),
    "vote:result": frozenset({"eliminatedUserId"}),
    "game:end": frozenset({"winner", "roles", "stats"}),
}

SAID: dict[str, frozenset[str]] = {
    "auth:identify": frozenset({"username"}),
    "matchmaking:join": frozenset(),
    "matchmaking:leave": frozenset(),
    "room:create": frozenset({"isPublic", "maxPlayers"}),
    "room:join": frozenset({"roomCode"}),
    "room:leave": frozenset(),
    "room:ready": frozenset(),
    "room:unready": frozenset(),
    "room:kick": frozenset({"userId"}),
    "room:start": frozenset(),
    "action:mafiaKill": frozenset({"targetId"}),
    "action:doctorSave": frozenset({"targetId"}),
    "action:detectiveInspect": frozenset({"targetId"}),
    "chat:send": frozenset({"message"}),
    "vote:cast": frozenset({"targetId"}),
}


def narrow(frame: Frame, events: dict[str, frozenset[str]]) -> Frame | None:
    """The frame with the design's fields alone, or None when the design has no such event."""
    fields = events.get(frame.get("type", ""))
    if fields is None:
        return None
    return {name: value for name, value in frame.items() if name == "type" or name in fields}
