"""Who is told of a fact, and in which frame; with the view the only maker of what a browser gets."""

from dataclasses import dataclass
from typing import assert_never

from msgspec import UNSET, structs

from game.engine import talk, view
from game.engine.facts import (
    AnyFact,
    Connected,
    Dealt,
    GameEnded,
    Inspected,
    Muted,
    PhaseBegan,
    Resync,
    RoomChanged,
    Said,
    Targeted,
    Unseated,
    VoteCounted,
    VoteEnded,
)
from game.engine.frames import (
    ActionResult,
    ActionUpdate,
    AnyFrame,
    ChatMessage,
    ChatMute,
    GameCommitment,
    GameEnd,
    GamePhase,
    GameRole,
    RoomLeft,
    VoteResult,
    VoteUpdate,
)
from game.engine.ids import UserId
from game.engine.state import Inspection, Phase, Role, RoomState


@dataclass(frozen=True, slots=True)
class Parcel:
    """One frame, and exactly those who get it: these players and, where it is public, whoever looks on."""

    audience: tuple[UserId, ...]
    frame: AnyFrame
    is_public: bool = False


def project(fact: AnyFact, state: RoomState) -> tuple[Parcel, ...]:  # noqa: C901, PLR0911, PLR0912 - a table
    """The frames that a fact becomes, in order; `state` is the room after it.

    Nothing comes of `Connected` (the hub's own concern) and of `Resync` (a snapshot for each viewer).
    """
    match fact:
        case RoomChanged():
            return _all(state, view.room(state))
        case Dealt():
            return _deal(state)
        case PhaseBegan():
            return _all(state, _phase(fact))
        case VoteCounted():
            ballots = UNSET if fact.ballots is None else fact.ballots
            return _all(state, VoteUpdate(fact.counts, fact.cast, ballots))
        case VoteEnded():
            return _all(state, _result(fact))
        case Muted():
            notice = ChatMute(fact.user_id, fact.until, fact.reason)
            return (Parcel((fact.user_id,), notice),) if fact.at_night else _all(state, notice)
        case GameEnded():
            return _end(state)
        case Said():
            hearers = tuple(user for user in state.players if talk.hears(state, user, fact))
            return (Parcel(hearers, _message(fact), is_public=talk.is_public(fact)),)
        case Targeted():
            return (Parcel(tuple(state.acting_as(Role.MAFIA)), ActionUpdate(fact.target, fact.by)),)
        case Inspected():
            return (Parcel((fact.detective,), ActionResult(Inspection(fact.user_id, fact.is_mafia))),)
        case Unseated():
            return (Parcel((fact.user_id,), RoomLeft(state.room_id, fact.reason)),)
        case Connected() | Resync():
            return ()
        case _:
            assert_never(fact)


def _all(state: RoomState, frame: AnyFrame) -> tuple[Parcel, ...]:
    return (Parcel(tuple(state.players), frame, is_public=True),)


def _deal(state: RoomState) -> tuple[Parcel, ...]:
    game = state.running
    promise = _all(state, GameCommitment(game.commitment, game.setup))
    roles = [
        Parcel((user,), GameRole(player.role, view.allies(state, user)))
        for user, player in state.players.items()
        if player.role is not None
    ]
    return (*promise, *roles)


def _phase(fact: PhaseBegan) -> GamePhase:
    return GamePhase(
        phase=fact.phase,
        duration=fact.duration,
        ends_at=fact.ends_at,
        round=fact.round,
        deaths=UNSET if fact.deaths is None else fact.deaths,
        candidates=fact.candidates or UNSET,
    )


def _result(fact: VoteEnded) -> VoteResult:
    return VoteResult(fact.eliminated, fact.counts, fact.tie, fact.role or UNSET, fact.side or UNSET)


def _end(state: RoomState) -> tuple[Parcel, ...]:
    if state.phase is not Phase.ENDED:
        return ()  # The table has gone on to a rematch since: there is no end to show any more.
    end = view.ending(state, is_public=False)
    told = GameEnd(end.winner, end.roles, end.stats, end.fairness)
    own = structs.replace(told, game_id=end.game_id)
    return (Parcel((), told, is_public=True), Parcel(tuple(state.players), own))


def _message(said: Said) -> ChatMessage:
    return ChatMessage(*structs.astuple(view.message(said)))
