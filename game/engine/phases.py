"""The course of a game: what begins when, and what happens when a phase runs out."""

from typing import assert_never

from game.engine import ballot, day, edit, ending, night, presence, reveal
from game.engine.change import Change
from game.engine.facts import PhaseBegan, VoteEnded
from game.engine.ids import UserId
from game.engine.state import Actions, Death, Happening, Phase, RoomState, VoteRecord

RUNOFF_S = 20


def begin_night(state: RoomState, now_ms: int) -> Change:
    """The next round starts; the first night is longer by the time to look at one's role."""
    first = state.round == 0
    seconds = state.settings.night_time + (state.settings.reveal_time if first else 0)
    return _begin(edit.state(state, round=state.round + 1), Phase.NIGHT, seconds, now_ms)


def due(state: RoomState) -> int | None:
    """When the running phase ends (ms), the announced deadline or earlier; None outside of a game."""
    match state.phase:
        case Phase.LOBBY | Phase.ENDED:
            return None
        case Phase.NIGHT:
            return night.due(state)
        case Phase.DAY:
            return day.due(state)
        case Phase.VOTING:
            return ballot.due(state)
        case _:
            assert_never(state.phase)


def advance(state: RoomState, now_ms: int) -> Change:
    """End the running phase and begin what follows."""
    match state.phase:
        case Phase.NIGHT:
            return _dawn(state, now_ms)
        case Phase.DAY:
            return begin_voting(state, now_ms)
        case Phase.VOTING:
            return _close_vote(state, now_ms)
        case _:
            raise LookupError(state.phase)


def begin_voting(state: RoomState, now_ms: int) -> Change:
    """The talking is over; everybody living may vote."""
    return _begin(edit.game(state, extensions=0, runoff=()), Phase.VOTING, state.settings.vote_time, now_ms)


def _dawn(state: RoomState, now_ms: int) -> Change:
    """Save, kill, inspection, announcement; whoever left during the night is counted out with the victim."""
    killed = night.victim(state)
    fallen = tuple(user for user, player in state.players.items() if player.leaving or user == killed)
    recorded = night.record(state, fallen)
    for user in fallen:
        recorded = presence.count_out(recorded, user, now_ms)
    deaths = tuple(reveal.death(recorded, user) for user in fallen)
    told = edit.chronicle(recorded, Happening("dawn", state.round, now_ms, deaths=deaths))
    if side := ending.winner(told):
        return ending.finish(told, side, now_ms, deaths)
    learned = night.inspected(told)
    today = _begin(learned.state, Phase.DAY, state.settings.discussion_time, now_ms, deaths=deaths)
    return Change(today.state, today.facts + learned.facts)


def _close_vote(state: RoomState, now_ms: int) -> Change:
    leaders, elected = ballot.leaders(state), ballot.elected(state)
    is_tie = len(leaders) > 1
    told = _announced(state, elected, now_ms, tie=is_tie)
    if is_tie and state.settings.runoff and not state.running.runoff:
        tied = edit.game(told.state, runoff=tuple(leaders), extensions=0)
        return told.then(_begin(tied, Phase.VOTING, RUNOFF_S, now_ms))
    counted = told.state if elected is None else presence.count_out(told.state, elected, now_ms)
    side = ending.winner(counted)
    if side is None and ending.is_exhausted(counted):
        side = ending.EXHAUSTION_WINNER
    after = ending.finish(counted, side, now_ms) if side else begin_night(counted, now_ms)
    return Change(after.state, told.facts + after.facts)


def _announced(state: RoomState, elected: UserId | None, now_ms: int, *, tie: bool) -> Change:
    (counts, _, ballots), (role, side) = ballot.tally(state), reveal.of(state, elected)
    happening = Happening(
        "vote",
        state.round,
        now_ms,
        eliminated_user_id=elected,
        role=role,
        side=side,
        counts=counts,
        ballots=ballots,
        tie=tie,
    )
    kept = VoteRecord(state.round, state.votes, elected, tie)
    noted = edit.game(edit.chronicle(state, happening), votes=(*state.running.votes, kept))
    return Change(noted, (VoteEnded(elected, counts, tie, role, side),))


def _begin(
    state: RoomState,
    phase: Phase,
    seconds: int,
    now_ms: int,
    *,
    deaths: tuple[Death, ...] | None = None,
) -> Change:
    ends_at = now_ms + seconds * 1000
    cleared = edit.state(state, phase=phase, actions=Actions(), votes={})
    timed = edit.timers(cleared, phase_began_at=now_ms, phase_ends_at=ends_at, last_tap_at=0, last_vote_at=0)
    began = PhaseBegan(phase, timed.round, seconds, ends_at, deaths, timed.candidates)
    if phase is not Phase.DAY and not timed.candidates:
        timed = edit.chronicle(timed, Happening(phase.value, timed.round, now_ms))
    return Change(timed, (began,))
