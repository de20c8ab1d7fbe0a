"""What a viewer may know of a room, made from an allow-list; together with the projection the only maker of frames."""

from collections.abc import Sequence
from typing import Any

from msgspec import UNSET, UnsetType

from game.engine import ballot, reveal, talk
from game.engine.facts import Said
from game.engine.frames import (
    Ending,
    Fairness,
    GameState,
    KnownPlayer,
    Message,
    RoomUpdate,
    Seat,
    Stage,
    Stats,
    Suspicion,
    Votes,
    You,
)
from game.engine.ids import UserId
from game.engine.setup import Setup
from game.engine.state import Death, Game, Phase, Role, RoomState

CHAT_LENGTH = 100


def room(state: RoomState) -> RoomUpdate:
    """The room as everybody may see it at any time."""
    return RoomUpdate(
        room_id=state.room_id,
        room_code=state.room_code,
        status=state.status,
        is_public=state.is_public,
        host_id=state.host_id,
        max_players=state.max_players,
        settings=state.settings,
        players=tuple(
            Seat(user, player.username, player.ready, player.connected, player.alive, player.is_bot)
            for user, player in state.players.items()
        ),
        starts_at=_starts_at(state),
    )


def snapshot(state: RoomState, viewer: UserId, *, chat: Sequence[Said], now_ms: int) -> GameState:
    """Everything that this player may know at this moment; `chat` is the room's, oldest first."""
    return GameState(**_shown(state, viewer, chat, now_ms), you=_you(state, viewer))


def stage(state: RoomState, *, chat: Sequence[Said], now_ms: int) -> Stage:
    """Everything that anybody may know at this moment, with a seat or without."""
    return Stage(**_shown(state, None, chat, now_ms))


def allies(state: RoomState, user: UserId) -> tuple[UserId, ...]:
    """The other mafia, for a mafioso; nobody for anybody else."""
    if state.players[user].role is not Role.MAFIA:
        return ()
    return tuple(each for each, player in state.players.items() if player.role is Role.MAFIA and each != user)


def ending(state: RoomState, *, is_public: bool) -> Ending:
    """All that the end of a game tells; asked before the end it is a bug. What leads to the replay is not public."""
    game = state.running
    if game.winner is None:
        raise LookupError(state.room_id)
    return Ending(
        winner=game.winner,
        roles=_roles(state),
        stats=Stats(state.round, game.nights, game.votes, _suspicions(state), _spoken(state)),
        fairness=Fairness(game.seed, game.commitment, game.order, game.setup),
        game_id=UNSET if is_public else game.game_id,
    )


def heard(state: RoomState, viewer: UserId | None, chat: Sequence[Said]) -> tuple[Message, ...]:
    """The last messages that this player may read; without a player those that everybody may."""
    audible = [said for said in chat if (talk.hears(state, viewer, said) if viewer else talk.is_public(said))]
    return tuple(map(message, audible[-CHAT_LENGTH:]))


def message(said: Said) -> Message:
    """What is heard of it by whoever may hear it, at once or in a snapshot."""
    return Message(
        said.message_id,
        said.user_id,
        said.message,
        said.channel,
        said.at,
        said.phrase or UNSET,
        said.flag or UNSET,
    )


def _shown(state: RoomState, viewer: UserId | None, chat: Sequence[Said], now_ms: int) -> dict[str, Any]:
    """What a snapshot shows to a player, or to nobody in particular."""
    game = _current(state)
    return {
        "room_id": state.room_id,
        "room_code": state.room_code,
        "phase": state.phase,
        "round": state.round,
        "started_at": game.started_at if game else None,
        "ends_at": state.timers.phase_ends_at,
        "now": now_ms,
        "settings": state.settings,
        "host_id": state.host_id,
        "status": state.status,
        "is_public": state.is_public,
        "max_players": state.max_players,
        "players": tuple(_known(state, viewer, user) for user in state.players),
        "votes": _votes(state),
        "chat": heard(state, viewer, chat),
        "timeline": game.timeline if game else (),
        "setup": _setup(game),
        "end": ending(state, is_public=viewer is None) if state.phase is Phase.ENDED else UNSET,
        "starts_at": _starts_at(state),
    }


def _starts_at(state: RoomState) -> int | UnsetType:
    return state.appointment.starts_at if state.appointment else UNSET


def _current(state: RoomState) -> Game | None:
    return None if state.phase is Phase.LOBBY else state.game


def _setup(game: Game | None) -> Setup | UnsetType:
    return game.setup if game else UNSET


def _you(state: RoomState, viewer: UserId) -> You:
    player = state.players[viewer]
    vote = state.votes.get(viewer, "")
    return You(
        user_id=viewer,
        role=player.role,
        allies=allies(state, viewer),
        alive=player.alive,
        target=_target(state, viewer),
        vote=(ballot.SKIP if vote is None else vote) or None,
        pick=state.actions.picks.get(viewer),
        done=viewer in state.actions.taps,
        inspections=state.running.inspections if player.role is Role.DETECTIVE else (),
        saves=_saves(state) if player.role is Role.DOCTOR else (),
    )


def _saves(state: RoomState) -> tuple[UserId | None, ...]:
    return tuple(night.save for night in state.running.nights)


def _target(state: RoomState, viewer: UserId) -> UserId | None:
    own = state.actions.taps.get(viewer)
    match state.players[viewer].role:
        case Role.MAFIA if viewer in state.acting:
            return state.actions.mafia_kill or own
        case Role.DOCTOR:
            return state.actions.doctor_save or own
        case Role.DETECTIVE:
            return state.actions.detective_inspect or own
        case _:
            return own


def _known(state: RoomState, viewer: UserId | None, user: UserId) -> KnownPlayer:
    player = state.players[user]
    notice = _notice(state, viewer, user)
    return KnownPlayer(
        user_id=user,
        username=player.username,
        alive=player.alive,
        connected=player.connected,
        is_bot=player.is_bot,
        ready=player.ready,
        role=notice.role or UNSET,
        side=notice.side or UNSET,
    )


def _notice(state: RoomState, viewer: UserId | None, user: UserId) -> Death:
    """As much of a player's role as this viewer may know."""
    player = state.players[user]
    is_ally = viewer is not None and player.role is state.players[viewer].role is Role.MAFIA
    if state.phase is Phase.ENDED or user == viewer or is_ally:
        return Death(user, role=player.role)
    return Death(user) if player.alive else reveal.death(state, user)


def _votes(state: RoomState) -> Votes:
    counts, cast, ballots = ballot.tally(state)
    return Votes(counts, cast, UNSET if ballots is None else ballots, state.candidates or UNSET)


def _roles(state: RoomState) -> dict[UserId, Role]:
    return {user: player.role for user, player in state.players.items() if player.role is not None}


def _suspicions(state: RoomState) -> dict[UserId, Suspicion]:
    guesses = [
        (by, target) for night in state.running.nights for by, target in night.suspicions.items() if by != target
    ]
    return {user: _score(state, [target for by, target in guesses if by == user]) for user in state.running.order}


def _spoken(state: RoomState) -> dict[UserId, int]:
    return {user: player.spoken for user, player in state.players.items() if player.spoken}


def _score(state: RoomState, targets: list[UserId]) -> Suspicion:
    right = [target for target in targets if state.players[target].role is Role.MAFIA]
    return Suspicion(len(right), len(targets))
