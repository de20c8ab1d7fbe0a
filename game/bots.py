"""Takes the turns of bots at the edge: finds whose moment has come and puts what they want to say into words."""

import uuid
from collections.abc import Sequence

from game import phrases
from game.engine.bots import turns
from game.engine.bots.policy import Intent
from game.engine.commands import BotTurn, Move, Say
from game.engine.facts import Said
from game.engine.ids import UserId
from game.engine.phrases import Phrase
from game.engine.state import RoomState


def taken(state: RoomState, turn: turns.Turn, *, chat: Sequence[Said], now_ms: int) -> BotTurn:
    """What the bot does in this turn, as a command; `chat` is the room's, oldest first."""
    intent = turns.intent(state, turn, chat=chat, now_ms=now_ms)
    return BotTurn(turn.bot, turn.at, _move(state, turn.bot, intent))


def _move(state: RoomState, bot: UserId, intent: Intent | None) -> Move | None:
    if not isinstance(intent, Phrase):
        return intent
    about = state.players.get(intent.target_id) if intent.target_id else None
    message_id = uuid.uuid4()
    words = phrases.text(intent, about.username if about else "", message_id.int)
    return Say(bot, str(message_id), words, intent)
