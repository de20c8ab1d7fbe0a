"""A player tells the moderators of another, with what was said around it. It judges nobody, and tells nobody else."""

import uuid
from collections.abc import Sequence
from typing import Final, NamedTuple

from game import keys, wire
from game.engine import view
from game.engine.frames import Message
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.state import Phase, RoomState
from game.house import House
from game.outbox import Line, PlayerReported
from game.session import Socket

PER_GAME: Final = 5
"""So many a player may report in one game, or between two; the same report again is no other one."""

CONTEXT: Final = 20
_AFTERWARDS: Final = 5
_COUNTED_S: Final = 24 * 60 * 60


class _Moment(NamedTuple):
    """What the reporter has before them."""

    state: RoomState
    by: UserId
    heard: Sequence[Message]
    now_ms: int


async def report(house: House, socket: Socket, event: wire.ChatReport) -> Refusal | None:
    """`chat:report`: it is owed to the records once it is acknowledged, and kept once, however often it is told."""
    state = await house.play.look(socket.room) if socket.room else None
    if state is None or socket.user not in state.players:
        return Refusal.NOT_IN_ROOM
    feed = house.hub.feeds.get(state.room_id)
    chat = feed.chat if feed else await house.store.chat(state.room_id)
    moment = _Moment(state, socket.user, view.heard(state, socket.user, chat), house.live.now_ms())
    about = _about(moment, event)
    if about is None:
        return Refusal.INVALID
    complaint = _complaint(moment, event, about)
    if not await _may_report(house, complaint):
        return Refusal.RATE_LIMITED
    await house.note(complaint.room_id, complaint)
    return None


def _about(moment: _Moment, event: wire.ChatReport) -> UserId | None:
    """Whom it is about: another person, at the table or heard there; None where it is nobody."""
    players = moment.state.players
    if event.message_id is None:
        about = UserId(event.user_id) if event.user_id in players else None
    else:
        about = next((message.user_id for message in moment.heard if message.id == event.message_id), None)
    seat = players.get(about) if about else None
    return None if about == moment.by or (seat and seat.is_bot) else about


def _complaint(moment: _Moment, event: wire.ChatReport, about: UserId) -> PlayerReported:
    state, by = moment.state, moment.by
    game = state.game.game_id if state.game and state.phase is not Phase.LOBBY else None
    return PlayerReported(
        report_id=str(uuid.uuid5(uuid.UUID(state.room_id), f"{by}:{about}:{game}:{event.message_id}")),
        room_id=state.room_id,
        game_id=game,
        reporter_id=by,
        user_id=about,
        username=_name(state, about),
        message_id=event.message_id,
        reason=event.reason,
        at=moment.now_ms,
        context=[_line(state, message) for message in _around(moment.heard, event.message_id)],
    )


def _around(heard: Sequence[Message], message_id: str | None) -> Sequence[Message]:
    """The last that was said, or what was said before the message and right after it."""
    places = [place for place, message in enumerate(heard) if message.id == message_id]
    end = places[0] + 1 + _AFTERWARDS if places else len(heard)
    return heard[: min(end, len(heard))][-CONTEXT:]


def _line(state: RoomState, said: Message) -> Line:
    return Line(
        id=said.id,
        user_id=said.user_id,
        username=_name(state, said.user_id),
        channel=said.channel,
        message=said.message,
        at=said.at,
    )


def _name(state: RoomState, user: UserId) -> str:
    """What somebody is called at the table; "" once they have left it."""
    return state.players[user].username if user in state.players else ""


async def _may_report(house: House, complaint: PlayerReported) -> bool:
    """Whether it is one of the few that a player has; one that is told again has been counted."""
    key = keys.reports(UserId(complaint.reporter_id), complaint.game_id or complaint.room_id)
    counting = house.live.redis.pipeline()
    counting.sadd(key, complaint.report_id).expire(key, _COUNTED_S).scard(key)
    is_new, _, count = await counting.execute()
    if is_new and count > PER_GAME:
        await house.live.redis.srem(key, complaint.report_id)
        return False
    return True
