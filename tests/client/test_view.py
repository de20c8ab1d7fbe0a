"""The reducer: what a player knows after each frame. Nothing but Python."""

from tests.client.record import Frame
from tests.client.reducer import accepted, reduce
from tests.client.view import View

CAST = ("ann", "bob", "cat", "dan")


def room(status: str = "lobby", **fields: object) -> Frame:
    players = [{"userId": user, "username": user.title(), "alive": True} for user in CAST]
    return {"type": "room:update", "status": status, "hostId": "ann", "players": players, **fields}


def phase(name: str, round_: int = 1, **fields: object) -> Frame:
    return {"type": "game:phase", "phase": name, "round": round_, "endsAt": 5, **fields}


def told(*frames: Frame, me: str = "ann") -> View:
    view = View(me=me)
    for frame in frames:
        view = reduce(view, frame)
    return view


def test_an_unknown_event_changes_nothing() -> None:
    assert told(room(), {"type": "weather:report", "rain": True}) == told(room())


def test_the_dead_of_the_dawn_are_no_longer_among_the_living() -> None:
    view = told(room("in_game"), phase("night"), phase("day", deaths=[{"userId": "bob", "role": "doctor"}]))
    assert view.living == ["ann", "cat", "dan"]
    assert view.seats["bob"].role == "doctor"


def test_a_role_once_shown_outlives_a_room_update() -> None:
    out = {"type": "vote:result", "eliminatedUserId": "cat", "role": "mafia", "counts": {}, "tie": False}
    view = told(room("in_game"), phase("voting"), out, room("in_game"))
    assert view.seats["cat"].role == "mafia"


def test_a_new_phase_begins_without_votes_and_targets() -> None:
    view = told(room("in_game"), phase("voting"), {"type": "vote:update", "counts": {"bob": 2}, "cast": 2})
    view = accepted(view, {"type": "vote:cast", "targetId": "bob"})
    assert (view.counts, view.vote) == ({"bob": 2}, "bob")
    view = reduce(view, phase("night", 2))
    assert (view.counts, view.cast, view.vote) == ({}, 0, None)


def test_a_rematch_forgets_the_last_game() -> None:
    played = told(room("in_game"), {"type": "game:role", "role": "mafia", "allies": ["bob"]}, phase("night"))
    assert played.allies == ("bob",)
    again = reduce(reduce(played, phase("ended")), room("lobby"))
    assert (again.role, again.allies, again.round, again.seats["bob"].role) == (None, (), 0, None)


def test_rounds_are_counted_by_nights_for_a_client_that_is_not_told() -> None:
    phases = [{"type": "game:phase", "phase": name} for name in ("night", "day", "voting", "night")]
    assert told(room("in_game"), *phases).round == 2


def test_a_snapshot_replaces_what_was_known() -> None:
    state = {
        "status": "in_game",
        "phase": "voting",
        "round": 3,
        "endsAt": 9,
        "players": [{"userId": "ann", "username": "Ann", "alive": True}],
        "you": {
            "userId": "ann",
            "role": "detective",
            "allies": [],
            "inspections": [{"userId": "bob", "isMafia": True}],
        },
        "votes": {"counts": {"skip": 1}, "cast": 1, "candidates": ["ann", "skip"]},
        "chat": [],
    }
    view = told(room("in_game"), {"type": "game:state", "gameState": state})
    assert list(view.seats) == ["ann"]
    assert (view.role, view.inspections) == ("detective", {"bob": True})
    assert view.candidates == ("ann", "skip")


def test_the_end_shows_every_role() -> None:
    roles = {"ann": "villager", "bob": "mafia", "cat": "doctor", "dan": "villager"}
    view = told(room("in_game"), {"type": "game:end", "winner": "mafia", "roles": roles, "stats": {}})
    assert {user: seat.role for user, seat in view.seats.items()} == roles
