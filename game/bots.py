"""Takes the turns of bots at the edge: finds whose moment has come and puts what they want to say into words."""

import uuid
from collections.abc import Sequence
from typing import Final

from game import phrases
from game.engine.bots import turns
from game.engine.commands import BotTurn, Say
from game.engine.facts import Said
from game.engine.ids import UserId
from game.engine.phrases import Phrase
from game.engine.state import RoomState

LATELY: Final = 20
"""So many messages have to pass before the same words may come again."""

BETWEEN: Final = 7
"""How many ways to say a thing lie between two neighbours at the table."""


def taken(state: RoomState, turn: turns.Turn, *, chat: Sequence[Said], now_ms: int) -> BotTurn:
    """What the bot does in this turn, as a command; `chat` is the room's, oldest first."""
    intent = turns.intent(state, turn, chat=chat, now_ms=now_ms)
    if not isinstance(intent, Phrase):
        return BotTurn(turn.bot, turn.at, intent)
    words = _words(state, turn.bot, intent, chat)
    return BotTurn(turn.bot, turn.at, Say(turn.bot, str(uuid.uuid4()), words, intent))


def _words(state: RoomState, bot: UserId, phrase: Phrase, chat: Sequence[Said]) -> str:
    """A phrase in the voice of the bot's seat, each time in the next words of it, and not in those still in the air."""
    alike = [(said, said.phrase) for said in chat if said.phrase and said.phrase.key is phrase.key]
    voice = BETWEEN * [*state.players].index(bot) + sum(said.user_id == bot for said, _phrase in alike)
    lately = chat[-LATELY:]
    heard = {said.message.replace(_name(state, other) or "{name}", "{name}") for said, other in alike if said in lately}
    return phrases.fresh(phrase, _name(state, phrase), voice, heard)


def _name(state: RoomState, phrase: Phrase) -> str:
    """The name of the player whom the phrase is about, "" for nobody."""
    about = state.players.get(phrase.target_id) if phrase.target_id else None
    return about.username if about else ""
