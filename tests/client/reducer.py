"""How a view changes with each frame: `reduce(view, frame) -> view`; it does no input or output and keeps no state.

An event that is not in the table changes nothing, so a client never breaks on one that it does not know.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from tests.client.record import Frame
from tests.client.view import Act, Message, Seat, View

Reducer: TypeAlias = Callable[[View, Frame], View]
CHAT_KEPT = 100


def reduce(view: View, frame: Frame) -> View:
    """The view after a frame from the server."""
    reducer = HEARD.get(frame.get("type", ""))
    return reducer(view, frame) if reducer else view


def accepted(view: View, frame: Frame) -> View:
    """The view after the server took what this player sent."""
    event, target = str(frame["type"]), frame.get("targetId")
    view = replace(view, acts=(*view.acts, Act(view.round, event, target)))
    if event == "vote:cast":
        return replace(view, vote=target or SKIP)
    return replace(view, target=target) if event in NIGHT_ACTS else view


SKIP = "skip"
NIGHT_ACTS = frozenset({"action:mafiaKill", "action:doctorSave", "action:detectiveInspect"})


# -- who I am, and the room


def _identified(view: View, frame: Frame) -> View:
    return replace(view, me=frame["userId"])


def _room(view: View, frame: Frame) -> View:
    if frame.get("status") == "lobby" and view.status != "lobby":
        view = View(me=view.me, chat=view.chat)  # a rematch begins with nothing known
    return replace(
        view,
        room_id=frame.get("roomId", view.room_id),
        room_code=frame.get("roomCode", view.room_code),
        status=frame.get("status", view.status),
        host_id=frame.get("hostId", view.host_id),
        settings=frame.get("settings", view.settings),
        seats=_seats(view, frame.get("players", ())),
    )


def _seats(view: View, players: object) -> dict[str, Seat]:
    """The table as told, keeping the roles that were told before."""
    rows: list[Frame] = list(players) if isinstance(players, list | tuple) else []
    return {row["userId"]: _seat(row, view.seats.get(row["userId"])) for row in rows}


def _seat(row: Frame, before: Seat | None) -> Seat:
    return Seat(
        user_id=row["userId"],
        username=row.get("username", ""),
        ready=row.get("ready", False),
        connected=row.get("connected", True),
        alive=row.get("alive", True),
        is_bot=row.get("isBot", False),
        role=row.get("role", before.role if before else None),
    )


def _left(view: View, frame: Frame) -> View:
    return replace(view, left=frame.get("reason", "left"))


# -- the game


def _commitment(view: View, frame: Frame) -> View:
    return replace(view, setup=frame.get("setup", {}))


def _role(view: View, frame: Frame) -> View:
    role, allies = frame["role"], tuple(frame.get("allies", ()))
    known = {view.me: role, **dict.fromkeys(allies, "mafia")}
    return replace(view, role=role, allies=allies, seats=_with_roles(view.seats, known))


def _phase(view: View, frame: Frame) -> View:
    night = frame["phase"] == "night"
    round_ = frame.get("round", view.round + night)
    view = replace(
        view,
        status="ended" if frame["phase"] == "ended" else "in_game",
        phase=frame["phase"],
        round=round_,
        ends_at=frame.get("endsAt"),
        candidates=tuple(frame.get("candidates", ())),
        target=None,
        vote=None,
        counts={},
        cast=0,
    )
    return _buried(view, frame.get("deaths", ()))


def _buried(view: View, deaths: object) -> View:
    rows: list[Frame] = list(deaths) if isinstance(deaths, list | tuple) else []
    seats = dict(view.seats)
    for death in rows:
        seat = seats.get(death["userId"], Seat(death["userId"], ""))
        seats[seat.user_id] = replace(seat, alive=False, role=death.get("role", seat.role))
    return replace(view, seats=seats)


def _result(view: View, frame: Frame) -> View:
    found = frame["inspectResult"]
    return replace(view, inspections={**view.inspections, found["userId"]: found["isMafia"]})


def _shared_target(view: View, frame: Frame) -> View:
    return replace(view, target=frame.get("targetId"))


def _chat(view: View, frame: Frame) -> View:
    return replace(view, chat=(*view.chat, _message(frame))[-CHAT_KEPT:])


def _message(frame: Frame) -> Message:
    return Message(frame.get("id", ""), frame["userId"], frame["message"], frame.get("channel", ""))


def _votes(view: View, frame: Frame) -> View:
    return replace(view, counts=frame["counts"], cast=frame.get("cast", view.cast))


def _vote_result(view: View, frame: Frame) -> View:
    out = frame.get("eliminatedUserId")
    return view if out is None else _buried(view, [{**frame, "userId": out}])


def _end(view: View, frame: Frame) -> View:
    roles: Mapping[str, str] = frame.get("roles", {})
    seats = _with_roles(view.seats, roles)
    return replace(view, status="ended", phase="ended", candidates=(), end=frame, seats=seats)


def _with_roles(seats: Mapping[str, Seat], roles: Mapping[str, str]) -> dict[str, Seat]:
    return {user: replace(seat, role=roles.get(user, seat.role)) for user, seat in seats.items()}


# -- the whole at once


def _snapshot(view: View, frame: Frame) -> View:
    """A snapshot replaces all that was known; only what this player did before is kept."""
    state: Frame = frame["gameState"]
    you, votes = state.get("you", {}), state.get("votes", {})
    whole = View(
        me=you.get("userId", view.me),
        room_id=state.get("roomId", ""),
        room_code=state.get("roomCode", ""),
        status=state.get("status", ""),
        host_id=state.get("hostId", ""),
        settings=state.get("settings", {}),
        setup=state.get("setup") or {},
        seats=_seats(View(), state.get("players", ())),
        phase=state.get("phase", "lobby"),
        round=state.get("round") or 0,
        ends_at=state.get("endsAt"),
        candidates=tuple(votes.get("candidates") or ()),
        role=you.get("role"),
        allies=tuple(you.get("allies") or ()),
        inspections={row["userId"]: row["isMafia"] for row in you.get("inspections", ())},
        target=you.get("target"),
        vote=you.get("vote"),
        acts=view.acts,
        counts=votes.get("counts", {}),
        cast=votes.get("cast", 0),
        chat=tuple(map(_message, state.get("chat", ()))),
    )
    return _ended_snapshot(whole, state.get("end"))


def _stage(view: View, frame: Frame) -> View:
    """What anybody may know; whoever looks on is nobody at this table, with a seat on another socket or without."""
    return _snapshot(replace(view, me=""), frame)


def _ended_snapshot(view: View, end: Frame | None) -> View:
    return view if end is None else _end(view, end)


HEARD: dict[str, Reducer] = {
    "auth:success": _identified,
    "auth:reconnect": _snapshot,
    "game:state": _snapshot,
    "room:update": _room,
    "room:watching": _stage,
    "room:left": _left,
    "game:commitment": _commitment,
    "game:role": _role,
    "game:phase": _phase,
    "game:end": _end,
    "action:result": _result,
    "action:update": _shared_target,
    "chat:message": _chat,
    "vote:update": _votes,
    "vote:result": _vote_result,
}
