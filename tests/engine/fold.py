"""What a client knows that only applies the frames it gets: the oracle for "a snapshot says what the frames said"."""

from collections.abc import Callable
from typing import Any, TypeAlias

from msgspec import json

from game.engine.frames import AnyFrame, GameState

Known: TypeAlias = dict[str, Any]
ROOM = ("roomId", "roomCode", "status", "isPublic", "hostId", "maxPlayers", "settings")
SEAT = ("userId", "username", "ready", "connected", "alive", "isBot")


def nothing(me: str) -> Known:
    """What is known before the first frame."""
    return {
        "me": me,
        "phase": "lobby",
        "round": 0,
        "endsAt": None,
        "setup": None,
        "end": None,
        "votes": {"counts": {}, "cast": 0},
        "role": None,
        "allies": [],
        "inspections": [],
        "roles": {},
        "sides": {},
        "chat": [],
    }


def plain(frame: AnyFrame | GameState) -> Known:
    """The frame as it is on the wire."""
    decoded: Known = json.decode(json.encode(frame))
    return decoded


def snapshot(frame: Known) -> Known:
    """As much of a snapshot as frames carry."""
    seen = {key: frame[key] for key in (*ROOM, "phase", "round", "endsAt", "players", "chat")}
    you = frame["you"]
    roles = {seat["userId"]: seat.pop("role") for seat in seen["players"] if "role" in seat}
    sides = {seat["userId"]: seat.pop("side") for seat in seen["players"] if "side" in seat}
    return {
        "me": you["userId"],
        **seen,
        "setup": frame.get("setup"),
        "end": frame.get("end"),
        "votes": frame["votes"],
        "role": you["role"],
        "allies": you["allies"],
        "inspections": you["inspections"],
        "roles": roles,
        "sides": sides,
    }


def fold(known: Known, frame: Known) -> Known:
    """What is known after one more frame."""
    handler = _HANDLERS.get(frame["type"])
    return handler(known, frame) if handler else known


def _room(known: Known, frame: Known) -> Known:
    room = {key: frame[key] for key in ROOM}
    players = [{key: seat[key] for key in SEAT} for seat in frame["players"]]
    if frame["status"] == "lobby":
        # The secret talk of a game is gone with it.
        chat = [message for message in known["chat"] if message["channel"] not in ("mafia", "dead")]
        return {**nothing(known["me"]), **room, "players": players, "chat": chat, "votes": _no_votes(room)}
    return {**known, **room, "players": players}


def _commitment(known: Known, frame: Known) -> Known:
    return {**known, "setup": frame["setup"]}


def _role(known: Known, frame: Known) -> Known:
    allies = dict.fromkeys(frame["allies"], "mafia")
    return {**known, "role": frame["role"], "allies": frame["allies"], "roles": {known["me"]: frame["role"], **allies}}


def _phase(known: Known, frame: Known) -> Known:
    votes = _no_votes(known)
    if "candidates" in frame:
        votes["candidates"] = frame["candidates"]
    ends_at = None if frame["phase"] == "ended" else frame["endsAt"]
    began = {**known, "phase": frame["phase"], "round": frame["round"], "endsAt": ends_at, "votes": votes}
    for death in frame.get("deaths", ()):
        began = _buried(began, death["userId"], death)
    return began


def _no_votes(known: Known) -> Known:
    ballots: Known = {"ballots": {}} if known["settings"]["openVotes"] else {}
    return {"counts": {}, "cast": 0, **ballots}


def _buried(known: Known, user: str, notice: Known) -> Known:
    roles, sides = dict(known["roles"]), dict(known["sides"])
    if "role" in notice:
        roles[user] = notice["role"]
    if "side" in notice and user not in roles:
        sides[user] = notice["side"]
    return {**known, "roles": roles, "sides": sides}


def _votes(known: Known, frame: Known) -> Known:
    update = {key: frame[key] for key in ("counts", "cast", "ballots") if key in frame}
    return {**known, "votes": {**known["votes"], **update}}


def _result(known: Known, frame: Known) -> Known:
    user = frame["eliminatedUserId"]
    return _buried(known, user, frame) if user else known


def _found(known: Known, frame: Known) -> Known:
    return {**known, "inspections": [*known["inspections"], frame["inspectResult"]]}


def _said(known: Known, frame: Known) -> Known:
    message = {key: value for key, value in frame.items() if key != "type"}
    return {**known, "chat": [*known["chat"], message][-100:]}


def _end(known: Known, frame: Known) -> Known:
    end = {key: value for key, value in frame.items() if key != "type"}
    return {**known, "end": end, "roles": frame["roles"], "sides": {}}


_HANDLERS: dict[str, Callable[[Known, Known], Known]] = {
    "room:update": _room,
    "game:commitment": _commitment,
    "game:role": _role,
    "game:phase": _phase,
    "vote:update": _votes,
    "vote:result": _result,
    "action:result": _found,
    "chat:message": _said,
    "game:end": _end,
}
