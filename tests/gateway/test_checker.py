"""The checker itself: a sound game passes, and one broken promise of each kind is found. Nothing but Python."""

from collections.abc import Callable, Iterable

import pytest

from tests.client.record import Direction, Frame, Record
from tests.gateway.checker import check

CAST = ("ann", "bob", "cat", "dan", "eve")
ROLES = {"ann": "mafia", "bob": "detective", "cat": "doctor", "dan": "villager", "eve": "mafia"}
SETUP = {"mafia": 2, "detective": 1, "doctor": 1, "villager": 1, "firstNight": "kill"}
END: Frame = {"type": "game:end", "winner": "villagers", "roles": ROLES, "stats": {"rounds": 2}, "fairness": {}}


class Tapes:
    """A game as its players' sockets recorded it."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        for user in CAST:
            self.line(user, Direction.OPENED)
            self.to(user, {"type": "auth:success", "userId": user})

    def line(self, user: str, direction: Direction, frame: Frame | None = None) -> None:
        self.records.append(Record(user, direction, float(len(self.records)), frame or {}))

    def to(self, users: str | Iterable[str], *frames: Frame) -> None:
        for user in [users] if isinstance(users, str) else users:
            for frame in frames:
                self.line(user, Direction.IN, frame)

    def away(self, user: str) -> None:
        self.line(user, Direction.CLOSED, {"code": 1006})

    def back(self, user: str, state: Frame) -> None:
        self.line(user, Direction.OPENED)
        self.to(user, {"type": "auth:success", "userId": user}, {"type": "auth:reconnect", "gameState": state})

    def synced(self, user: str, state: Frame) -> None:
        self.line(user, Direction.OUT, {"type": "room:sync", "ref": "s"})
        self.to(user, {"type": "ack", "ref": "s"}, {"type": "game:state", "gameState": state})


def room(status: str, *, out: Iterable[str] = (), settings: Frame | None = None) -> Frame:
    players = [
        {"userId": u, "username": u, "connected": True, "alive": u not in set(out), "isBot": False} for u in CAST
    ]
    return {"type": "room:update", "status": status, "settings": settings or {}, "hostId": "ann", "players": players}


def phase(name: str, round_: int, **fields: object) -> Frame:
    return {"type": "game:phase", "phase": name, "round": round_, "duration": 30, "endsAt": round_ * 100, **fields}


def state(viewer: str, name: str, round_: int, *, out: Iterable[str] = (), **you: object) -> Frame:
    """A snapshot of the game at the beginning of that phase."""
    out, role = set(out), ROLES[viewer]
    known = out | {viewer} | ({"ann", "eve"} if role == "mafia" else set())
    players = [
        {"userId": u, "username": u, "alive": u not in out, "connected": True, "isBot": False}
        | ({"role": ROLES[u]} if u in known else {})
        for u in CAST
    ]
    return {
        "status": "in_game",
        "phase": name,
        "round": round_,
        "endsAt": round_ * 100,
        "settings": {},
        "hostId": "ann",
        "players": players,
        "you": {"userId": viewer, "role": role, "allies": sorted(known - out - {viewer}), "inspections": [], **you},
        "votes": {"counts": {}, "cast": 0},
        "chat": [],
    }


def result(out: str | None) -> Frame:
    return {"type": "vote:result", "eliminatedUserId": out, "counts": {}, "tie": False, "role": ROLES.get(out or "")}


def begun(settings: Frame | None = None) -> Tapes:
    tapes = Tapes()
    tapes.to(CAST, room("in_game", settings=settings), {"type": "game:commitment", "setup": SETUP})
    for user, role in ROLES.items():
        allies = sorted({"ann", "eve"} - {user}) if role == "mafia" else []
        tapes.to(user, {"type": "game:role", "role": role, "allies": allies})
    tapes.to(CAST, phase("night", 1))
    return tapes


def first_day(tapes: Tapes, *deaths: str) -> None:
    tapes.to(CAST, phase("day", 1, deaths=[{"userId": user, "role": ROLES[user]} for user in deaths or ("dan",)]))


def ended(tapes: Tapes, end: Frame = END) -> None:
    tapes.to(CAST, phase("voting", 1), result("eve"), phase("night", 2), phase("day", 2, deaths=[]))
    tapes.to(CAST, phase("voting", 2), result("ann"), phase("ended", 2), end)


def complete(middle: Callable[[Tapes], None] = lambda _: None) -> list[str]:
    """The verdict on a sound game with something put in after the first dawn."""
    tapes = begun()
    first_day(tapes)
    middle(tapes)
    ended(tapes)
    return check(tapes.records)


def only(number: str, found: list[str]) -> bool:
    return bool(found) and all(violation.startswith(f"{number} ") for violation in found)


def test_a_sound_game_passes() -> None:
    assert complete() == []


def test_a_sound_game_with_an_absence_and_a_snapshot_passes() -> None:
    def middle(tapes: Tapes) -> None:
        tapes.away("cat")
        tapes.back("cat", state("cat", "day", 1, out=["dan"]))
        tapes.synced("bob", state("bob", "day", 1, out=["dan"]))
        tapes.synced("eve", state("eve", "day", 1, out=["dan"]))

    assert complete(middle) == []


@pytest.mark.parametrize("again", [phase("day", 1), phase("night", 1)])
def test_a_phase_that_comes_again_breaks_i1(again: Frame) -> None:
    assert only("I1", complete(lambda tapes: tapes.to("cat", again)))


def test_a_phase_announced_again_after_its_snapshot_breaks_i1() -> None:
    def middle(tapes: Tapes) -> None:
        tapes.away("cat")
        tapes.back("cat", state("cat", "day", 1, out=["dan"]))
        tapes.to("cat", phase("day", 1))

    assert only("I1", complete(middle))


def test_a_phase_that_one_client_missed_breaks_i1() -> None:
    tapes = begun()
    tapes.to(set(CAST) - {"eve"}, phase("day", 1, deaths=[]))
    ended(tapes)
    assert check(tapes.records) == ["I1 eve: voting 1 came, but what was before it did not"]


def test_a_phase_told_in_another_way_breaks_i1() -> None:
    tapes = begun()
    tapes.to(set(CAST) - {"eve"}, phase("day", 1, deaths=[]))
    tapes.to("eve", {**phase("day", 1, deaths=[]), "endsAt": 7})
    ended(tapes)
    assert "I1 eve: day 1 was told to others in another way" in check(tapes.records)


def test_a_second_end_breaks_i2() -> None:
    tapes = begun()
    first_day(tapes)
    ended(tapes)
    tapes.to("bob", END)
    assert only("I2", check(tapes.records))


def test_an_end_that_differs_breaks_i2() -> None:
    tapes = begun()
    first_day(tapes)
    ended(tapes)
    tapes.records[-1] = Record("eve", Direction.IN, 0.0, {**END, "stats": {"rounds": 3}})
    assert only("I2", check(tapes.records))


def test_a_missing_end_breaks_i2() -> None:
    tapes = begun()
    assert check(tapes.records) == ["I2 nobody was told of an end"]
    first_day(tapes)
    ended(tapes)
    tapes.records.pop()
    assert check(tapes.records) == ["I2 eve was there and was never told of the end"]


def test_a_role_that_changes_breaks_i3() -> None:
    found = complete(lambda tapes: tapes.to("cat", {"type": "game:role", "role": "villager", "allies": []}))
    assert "I3 cat: cat was doctor, then villager" in found


def test_a_deal_other_than_announced_breaks_i3() -> None:
    tapes = begun()
    tapes.to("bob", {"type": "game:commitment", "setup": {**SETUP, "mafia": 1, "villager": 2}})
    first_day(tapes)
    ended(tapes)
    assert only("I3", check(tapes.records))


def test_a_resurrection_breaks_i4() -> None:
    assert only("I4", complete(lambda tapes: tapes.to(CAST, room("in_game"), room("in_game", out=["dan"]))))


def test_two_deaths_in_a_night_break_i4() -> None:
    tapes = begun()
    first_day(tapes, "dan", "cat")
    ended(tapes)
    assert only("I4", check(tapes.records))


def test_two_out_by_one_vote_break_i4() -> None:
    tapes = begun()
    first_day(tapes)
    tapes.to(CAST, phase("voting", 1), result("eve"), result("ann"), phase("ended", 1), END)
    assert only("I4", check(tapes.records))


def test_a_winner_against_the_roles_breaks_i7() -> None:
    tapes = begun()
    first_day(tapes)
    ended(tapes, {**END, "winner": "mafia"})
    assert only("I7", check(tapes.records))


@pytest.mark.parametrize(
    "stale",
    [
        state("bob", "day", 1, out=[]),
        state("bob", "night", 1, out=["dan"]),
        {**state("bob", "day", 1, out=["dan"]), "endsAt": 101},
        state("bob", "day", 1, out=["dan"], inspections=[{"userId": "cat", "isMafia": False}]),
    ],
)
def test_a_snapshot_with_news_breaks_i9(stale: Frame) -> None:
    found = complete(lambda tapes: tapes.synced("bob", stale))
    assert any(violation.startswith("I9 bob") for violation in found)


def test_a_snapshot_with_chat_that_was_not_heard_breaks_i9() -> None:
    lines = [{"id": id_, "userId": "ann", "message": "Hm.", "channel": "day", "at": 1} for id_ in ("a", "b")]

    def middle(tapes: Tapes) -> None:
        tapes.to("bob", {"type": "chat:message", **lines[0]})
        tapes.synced("bob", {**state("bob", "day", 1, out=["dan"]), "chat": lines})

    assert only("I9", complete(middle))


LEAKS: list[Frame] = [
    {"type": "game:state", "gameState": {**state("bob", "day", 1, out=["dan"]), "fairness": {"seed": "1"}}},
    {
        "type": "room:update",
        "status": "in_game",
        "players": [{**p, "role": ROLES[p["userId"]]} for p in room("")["players"]],
    },
    {"type": "action:result", "inspectResult": {"userId": "ann", "isMafia": True}},
    {"type": "action:update", "targetId": "bob", "byId": "ann"},
    {"type": "chat:message", "id": "1", "userId": "ann", "message": "bob?", "channel": "mafia", "at": 1},
    {"type": "chat:message", "id": "1", "userId": "dan", "message": "boo", "channel": "dead", "at": 1},
    {"type": "vote:update", "counts": {}, "cast": 0, "ballots": {"ann": "bob"}},
    {"type": "vote:note", "userId": "eve", "side": "mafia"},
    {"type": "hint", "allies": ["eve"]},
]


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: str(leak["type"]))
def test_a_secret_told_to_the_doctor_breaks_i11(leak: Frame) -> None:
    found = complete(lambda tapes: tapes.to("cat", leak, room("in_game", out=["dan"])))
    assert any(violation.startswith("I11 cat") for violation in found)


@pytest.mark.parametrize(("shown", "told", "leaks"), [("role", "role", 0), ("side", "role", 1), ("none", "role", 1)])
def test_the_role_of_the_dead_is_told_as_the_settings_allow(shown: str, told: str, leaks: int) -> None:
    tapes = begun({"revealRoles": shown})
    tapes.to("cat", phase("day", 1, deaths=[{"userId": "dan", told: "villager"}]))
    assert len([violation for violation in check(tapes.records) if violation.startswith("I11")]) == leaks
