"""The vote: who may vote for whom, how it is counted, and who leads; the only place where votes change."""

from game.engine import edit
from game.engine.change import Change
from game.engine.commands import CastVote
from game.engine.facts import Resync, VoteCounted
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.state import Phase, RoomState

SKIP = "skip"
"""How a vote for nobody is named among the counts."""

LATE_MS = 5_000
EXTENSION_MS = 7_000
MAX_EXTENSIONS = 2
SETTLED_MS = 2_000
"""Fairness to a late swing, and the calm after the last change (house rules, "Time")."""


def cast(state: RoomState, command: CastVote, now_ms: int) -> Change | Refusal:
    """Record a vote, replacing the voter's earlier one; a target of None is a vote to skip."""
    if refusal := _may_not_vote(state, command, now_ms):
        return refusal
    return _recounted(state, {**state.votes, command.by: command.target}, now_ms)


def withdraw(state: RoomState, user: UserId, now_ms: int) -> Change:
    """Take away the votes for a player who is out; the own ballot stands, or its going would tell for whom it was."""
    votes = {voter: target for voter, target in state.votes.items() if target != user}
    return Change(state) if votes == state.votes else _recounted(state, votes, now_ms)


def counts(state: RoomState) -> dict[str, int]:
    """Votes for each option that has any, in seat order, skip last."""
    targets = [SKIP if target is None else target for target in state.votes.values()]
    return {option: targets.count(option) for option in (*state.players, SKIP) if option in targets}


def leaders(state: RoomState) -> list[str]:
    """The options with the most votes; several on a tie, none without votes."""
    tallied = counts(state)
    most = max(tallied.values(), default=0)
    return [option for option, votes in tallied.items() if votes == most]


def elected(state: RoomState) -> UserId | None:
    """The one who has to go; None on a tie for the lead, when skipping leads, or without votes."""
    match leaders(state):
        case [only] if only != SKIP:
            return UserId(only)
        case _:
            return None


def tally(state: RoomState) -> tuple[dict[str, int], int, dict[UserId, UserId | None] | None]:
    """What is public of a running vote: counts, how many voted, and the ballots where votes are open."""
    return (
        counts(state),
        len([user for user in state.living if user in state.votes]),
        dict(state.votes) if state.settings.open_votes else None,
    )


def due(state: RoomState) -> int | None:
    """When the vote ends (ms): at its deadline, or soon after everybody who is here has voted."""
    ends_at = state.timers.phase_ends_at
    if ends_at is None or not state.awaited or any(user not in state.votes for user in state.awaited):
        return ends_at
    return min(ends_at, state.timers.last_vote_at + SETTLED_MS)


def _may_not_vote(state: RoomState, command: CastVote, now_ms: int) -> Refusal | None:
    if state.phase is not Phase.VOTING or now_ms >= (state.timers.phase_ends_at or 0):
        return Refusal.WRONG_PHASE
    if command.by not in state.living:
        return Refusal.DEAD
    if command.target == command.by or (command.target is not None and command.target not in state.living):
        return Refusal.BAD_TARGET
    is_option = not state.candidates or (command.target or SKIP) in state.candidates
    return None if is_option else Refusal.BAD_TARGET


def _recounted(state: RoomState, votes: dict[UserId, UserId | None], now_ms: int) -> Change:
    counted = edit.timers(edit.state(state, votes=votes), last_vote_at=now_ms)
    return Change(counted, (VoteCounted(*tally(counted)),)).then(_fair(state, counted, now_ms))


def _fair(before: RoomState, after: RoomState, now_ms: int) -> Change:
    ends_at, extensions = after.timers.phase_ends_at or 0, after.running.extensions
    is_late = 0 < ends_at - now_ms <= LATE_MS
    if not is_late or extensions == MAX_EXTENSIONS or leaders(before) == leaders(after):
        return Change(after)
    longer = edit.timers(after, phase_ends_at=ends_at + EXTENSION_MS)
    return Change(edit.game(longer, extensions=extensions + 1), (Resync(),))
