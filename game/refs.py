"""What a client's `ref` was answered with, so that a resent frame is answered again and not applied twice."""

from typing import Final

from msgspec import structs

from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.state import Answer, RoomState

REMEMBERED: Final = 16


def answer(state: RoomState, user: UserId, ref: str) -> Answer | None:
    """The answer that this ref got before, if it is still remembered."""
    return next((each for each in state.refs.get(user, ()) if each.ref == ref), None)


def remember(state: RoomState, user: UserId, ref: str, refusal: Refusal | None) -> RoomState:
    """The room with this answer among the user's last ones; those who have no seat any more are forgotten."""
    kept = (*state.refs.get(user, ()), Answer(ref, refusal or ""))[-REMEMBERED:]
    others = {each: answers for each, answers in state.refs.items() if each in state.players}
    return structs.replace(state, refs={**others, user: kept})
