"""Judges the recorded frames of one game against its invariants; it asks no server and repairs nothing.

`check(records)` gives one sentence for each violation, headed by the invariant's number:

- I1 every client sees the same course of phases, forward only, also across reconnects.
- I2 there is exactly one end, equal for all.
- I3 a role never changes, and the deal is the one that was announced.
- I4 the living only shrink, by at most one a night and one a vote (the absent apart).
- I7 the winner follows from the roles of those alive at the end.
- I9 what a client has put together from frames equals a fresh snapshot.
- I11 no frame tells a client a role that is neither its own, a fellow mafioso's, nor public.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeAlias

from tests.client.record import Direction, Frame, Record
from tests.client.view import PHASES, View
from tests.client.witness import Moment, Roles, Witness, dealt, witnesses
from tests.gateway import leaks

Step: TypeAlias = tuple[int, int, bool]

SNAPSHOTS = frozenset({"game:state", "auth:reconnect", "room:watching"})
QUIET_DAYS = 10
WINDOW_MS = 2000


def check(records: Iterable[Record]) -> list[str]:
    """All violations in the records of all players of one game; none is an empty list."""
    seen = witnesses(records)
    roles = dealt(seen)
    found = [
        *_course(seen),
        *_one_end(seen),
        *_roles_stand(seen, roles),
        *_living_shrink(seen),
        *_winner_follows(seen),
        *_fold_is_snapshot(seen),
        *leaks.told(seen, roles),
    ]
    return list(dict.fromkeys(found))


# -- I1


def _course(seen: list[Witness]) -> Iterator[str]:
    """Compare each client's steps with the course that all of them together saw."""
    told = {_step(m.after) for w in seen for m in w.moments if m.event == "game:phase" or _is_running(m)}
    place = {step: n for n, step in enumerate(sorted(told))}
    for witness in seen:
        yield from _own_course(witness, place)
    yield from _same_words(seen)


def _own_course(witness: Witness, place: Mapping[Step, int]) -> Iterator[str]:
    reached, is_unbroken = -1, False
    for moment in witness.moments:
        if moment.record.direction is Direction.OPENED:
            is_unbroken = False
        if moment.event != "game:phase" and not _is_running(moment):
            continue
        here = place[_step(moment.after)]
        name = f"I1 {witness.name}: {moment.after.phase} {moment.after.round}"
        if here < reached or (here == reached and moment.event == "game:phase"):
            yield f"{name} came again or too late"
        elif is_unbroken and moment.event == "game:phase" and here > reached + 1:
            yield f"{name} came, but what was before it did not"
        reached, is_unbroken = max(here, reached), True


def _same_words(seen: list[Witness]) -> Iterator[str]:
    told: dict[Step, Frame] = {}
    for witness in seen:
        for moment in witness.heard("game:phase"):
            frame = moment.record.frame
            if "round" in frame and told.setdefault(_step(moment.after), frame) != frame:
                yield f"I1 {witness.name}: {moment.after.phase} {moment.after.round} was told to others in another way"


def _step(view: View) -> Step:
    return (view.round, PHASES.index(view.phase), bool(view.candidates))


def _is_running(moment: Moment) -> bool:
    return moment.event in SNAPSHOTS and moment.after.phase != "lobby"


# -- I2


def _one_end(seen: list[Witness]) -> Iterator[str]:
    ends = [(w.name, m) for w in seen for m in w.moments if m.after.end and m.after.end != m.before.end]
    if not ends:
        yield "I2 nobody was told of an end"
        return
    for (_, one), (name, other) in pairwise(ends):
        if _facts(one.after) != _facts(other.after):
            yield f"I2 {name} was told another end"
    late = min(moment.record.at for _, moment in ends) + WINDOW_MS
    for witness in seen:
        if len(witness.heard("game:end")) > 1:
            yield f"I2 {witness.name} was told of the end more than once"
        if witness.was_there(late) and witness.last.end is None:
            yield f"I2 {witness.name} was there and was never told of the end"


def _facts(view: View) -> Frame:
    return {name: value for name, value in (view.end or {}).items() if name in {"winner", "roles", "stats"}}


# -- I3


def _roles_stand(seen: list[Witness], roles: Roles) -> Iterator[str]:
    for witness in seen:
        for moment in witness.moments:
            for user, role in _believed(moment.after).items():
                if roles.get(user, role) != role:
                    yield f"I3 {witness.name}: {moment.after.name(user)} was {roles[user]}, then {role}"
        setup, end = witness.last.setup, witness.last.end
        if setup and end and "roles" in end and not _is_deal(Counter(end["roles"].values()), setup):
            yield f"I3 {witness.name}: the roles are not those that were announced"


def _believed(view: View) -> Roles:
    seen = {seat.user_id: seat.role for seat in view.seats.values() if seat.role}
    return {**seen, view.me: view.role} if view.role else seen


def _is_deal(counts: Counter[str], setup: Frame) -> bool:
    return all(counts[role] == int(setup.get(role) or 0) for role in ("mafia", "detective", "doctor", "villager"))


# -- I4


def _living_shrink(seen: list[Witness]) -> Iterator[str]:
    for witness in seen:
        voted_out = Counter(m.after.round for m in witness.heard("vote:result") if m.record.frame["eliminatedUserId"])
        yield from (f"I4 {witness.name}: {n} went by the vote of round {r}" for r, n in voted_out.items() if n > 1)
        for moment in witness.moments:
            yield from _resurrection(witness, moment)
            yield from _massacre(witness, moment)


def _resurrection(witness: Witness, moment: Moment) -> Iterator[str]:
    before, after = moment.before, moment.after
    if before.status == after.status == "in_game":
        risen = [user for user in after.living if user in before.seats and not before.seats[user].alive]
        yield from (f"I4 {witness.name}: {after.name(user)} is alive again" for user in risen)


def _massacre(witness: Witness, moment: Moment) -> Iterator[str]:
    deaths = moment.record.frame.get("deaths", ()) if moment.event == "game:phase" else ()
    seats = [moment.before.seats[death["userId"]] for death in deaths if death["userId"] in moment.before.seats]
    yield from (f"I4 {witness.name}: {seat.username} died twice" for seat in seats if not seat.alive)
    if sum(seat.connected for seat in seats) > 1:
        yield f"I4 {witness.name}: more than one died in night {moment.after.round}"


# -- I7


def _winner_follows(seen: list[Witness]) -> Iterator[str]:
    for witness in seen:
        view, end = witness.last, witness.last.end
        if end and "roles" in end and end["winner"] not in _possible_winners(view, end["roles"]):
            yield f"I7 {witness.name}: {end['winner']} won, against the roles of the living"


def _possible_winners(view: View, roles: Roles) -> set[str]:
    mafia = sum(roles[user] == "mafia" for user in view.living)
    if mafia == 0:
        return {"villagers"}
    if mafia * 2 >= len(view.living):
        return {"mafia"}
    return {"villagers"} if view.round >= QUIET_DAYS else set()


# -- I9


def _fold_is_snapshot(seen: list[Witness]) -> Iterator[str]:
    """A snapshot that was asked for must tell nothing new; one that came by itself may, so either will do."""
    for witness in seen:
        for answers in _syncs(witness):
            news = [_difference(answer) for answer in answers]
            if news and all(news):
                yield f"I9 {witness.name}: a snapshot told otherwise than the frames before it: {', '.join(news[0])}"


def _syncs(witness: Witness) -> Iterator[list[Moment]]:
    """The snapshots that may answer each `room:sync`, or each `room:watch` of one who looks on already."""
    answers: list[Moment] | None = None
    asked_at, questions = 0.0, {"room:sync"}
    for moment in witness.moments:
        if moment.record.direction is Direction.OUT and moment.record.event in questions:
            yield answers or []
            answers, asked_at = [], moment.record.at
        elif moment.record.direction is Direction.CLOSED:
            answers, questions = None, {"room:sync"}
        elif moment.event in {"game:state", "room:watching"}:
            questions = {"room:sync", "room:watch"}
            if answers is not None and moment.record.at <= asked_at + WINDOW_MS:
                answers.append(moment)
    yield answers or []


def _difference(moment: Moment) -> list[str]:
    folded, fresh = _comparable(moment.before), _comparable(moment.after)
    missed = [name for name in fresh if folded[name] != fresh[name]]
    return missed if _ends_with(moment.after, moment.before) else [*missed, "chat"]


def _ends_with(fresh: View, folded: View) -> bool:
    """Whether the chat that was heard is the last of the whole chat: who came late has not heard the beginning."""
    heard = [line.id for line in folded.chat]
    return not heard or [line.id for line in fresh.chat][-len(heard) :] == heard


def _comparable(view: View) -> dict[str, object]:
    is_voting = view.phase == "voting"
    return {
        "room": (view.room_id, view.room_code, view.status, view.host_id, view.settings),
        "phase": _step(view),
        "endsAt": view.ends_at if view.status == "in_game" else None,
        "players": {
            seat.user_id: (seat.username, seat.alive, seat.connected, seat.is_bot, seat.role)
            for seat in view.seats.values()
        },
        "role": (view.role, set(view.allies)),
        "inspections": dict(view.inspections),
        "votes": (dict(view.counts), view.cast, view.vote) if is_voting else None,
    }
