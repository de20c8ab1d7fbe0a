"""People with one trick, as scripts for a mafioso's seat; each does nothing but this all game long."""

from game.engine.bots import policy
from game.engine.commands import CastVote, Done, MafiaKill
from game.engine.dice import Dice
from game.engine.frames import GameState
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Phase


def false_detective(seen: GameState, dice: Dice) -> policy.Intent | None:
    """Claims to be the detective every day and has always found somebody."""
    if seen.phase is Phase.DAY:
        return Phrase(PhraseKey.FOUND_MAFIA, _first(seen))
    return _votes(seen, _first(seen)) or _by_night(seen, dice)


def careful_liar(seen: GameState, dice: Dice) -> policy.Intent | None:
    """Claims to be the detective from the second day on, and never more than could be."""
    if seen.phase is Phase.DAY:
        return Phrase(PhraseKey.FOUND_MAFIA, _first(seen)) if seen.round > 1 and not dice.below(3) else None
    return policy.decide(seen, dice=dice)


def mute(seen: GameState, dice: Dice) -> policy.Intent | None:
    """Never says a word."""
    return None if seen.phase is Phase.DAY else policy.decide(seen, dice=dice)


def skipper(seen: GameState, dice: Dice) -> policy.Intent | None:
    """Always votes to skip."""
    return _votes(seen, None) or policy.decide(seen, dice=dice)


def hunter(seen: GameState, dice: Dice) -> policy.Intent | None:
    """Accuses the same player again and again, until they are out."""
    if seen.phase is Phase.DAY:
        return Phrase(PhraseKey.ACCUSE, _first(seen))
    return _votes(seen, _first(seen)) or _by_night(seen, dice)


def echo(seen: GameState, dice: Dice) -> policy.Intent | None:
    """Trusts whoever speaks, and votes as most do."""
    if seen.phase is Phase.DAY:
        return Phrase(PhraseKey.TRUST, _first(seen))
    leaders = sorted(seen.votes.counts, key=lambda option: -seen.votes.counts[option])
    leader = next((UserId(user) for user in leaders if user in _prey(seen)), _first(seen))
    return _votes(seen, leader) or _by_night(seen, dice)


def _by_night(seen: GameState, dice: Dice) -> policy.Intent | None:
    if seen.phase is not Phase.NIGHT or seen.you.done:
        return Done(seen.you.user_id) if seen.phase is Phase.NIGHT else None
    return MafiaKill(seen.you.user_id, dice.pick(_prey(seen)))


def _votes(seen: GameState, target: UserId | None) -> CastVote | None:
    return CastVote(seen.you.user_id, target) if seen.phase is Phase.VOTING else None


def _first(seen: GameState) -> UserId:
    return _prey(seen)[0]


def _prey(seen: GameState) -> list[UserId]:
    mafia = (seen.you.user_id, *seen.you.allies)
    return [player.user_id for player in seen.players if player.alive and player.user_id not in mafia]
