"""Whom a bot suspects, and how far: evidence added up in log-odds, the way a villager on this seat would.

A mafioso's mind works the same way, without what only the mafia know: so a mafioso talks and votes as villagers do.
"""

from dataclasses import dataclass
from math import exp, log
from typing import NamedTuple

from game.engine.bots import claims, weights
from game.engine.bots.memory import Memory
from game.engine.bots.temper import Temper
from game.engine.dice import Dice
from game.engine.frames import GameState
from game.engine.ids import UserId
from game.engine.state import Happening, Role, Side


@dataclass(slots=True)
class Mind:
    """What a bot makes of the table."""

    mafia: int
    """How many mafiosi are still at the table, as far as the dead have told."""
    sides: dict[UserId, Side]
    """Who is what beyond doubt, the bot itself included."""
    beliefs: dict[UserId, float]
    """How far those are believed who say to be the detective."""
    suspicion: dict[UserId, float]
    """The living but the bot itself."""

    @property
    def ranked(self) -> list[UserId]:
        """The most suspicious first."""
        return sorted(self.suspicion, key=lambda user: -self.suspicion[user])


class Judgement(NamedTuple):
    """What is made of everybody before their words are weighed; words against a believed detective weigh less."""

    sides: dict[UserId, Side]
    beliefs: dict[UserId, float]
    credit: dict[UserId, float]
    """How much each one's words count."""


def of(seen: GameState, memory: Memory, temper: Temper, dice: Dice) -> Mind:
    """What the owner of this snapshot makes of it."""
    me = seen.you
    sides = _sides(seen)
    is_mine = me.role is Role.DETECTIVE or me.user_id in memory.detectives
    beliefs = claims.beliefs(seen, memory, sides, is_mine=is_mine)
    score = _feelings(seen, temper, dice)
    _add_claims(score, memory, beliefs)
    _add_doctors(score, seen, memory)
    _add_hints(score, memory)
    _add_patient(score, seen)
    _add_votes(score, seen, sides)
    _add_silence(score, seen, memory)
    mafia = _mafia(seen, sides)
    prior = _prior(seen, sides)
    _add_words(score, memory, me.user_id, Judgement(sides, beliefs, _credits(score, sides, prior)))
    for user, side in sides.items():
        score[user] = weights.CERTAIN if side is Side.MAFIA else -weights.CERTAIN
    living = {player.user_id for player in seen.players if player.alive and player.user_id != me.user_id}
    return Mind(mafia, sides, beliefs, {user: value for user, value in score.items() if user in living})


def _sides(seen: GameState) -> dict[UserId, Side]:
    sides = {seen.you.user_id: Side.VILLAGERS}
    for player in seen.players:
        if not player.alive and player.user_id != seen.you.user_id:
            if isinstance(player.role, Role):
                sides[player.user_id] = Side.MAFIA if player.role is Role.MAFIA else Side.VILLAGERS
            elif isinstance(player.side, Side):
                sides[player.user_id] = player.side
    for inspection in seen.you.inspections:
        sides[inspection.user_id] = Side.MAFIA if inspection.is_mafia else Side.VILLAGERS
    return sides


def _mafia(seen: GameState, sides: dict[UserId, Side]) -> int:
    fallen = sum(sides.get(player.user_id) is Side.MAFIA for player in seen.players if not player.alive)
    return max((seen.setup.mafia if seen.setup else 1) - fallen, 1)


def _prior(seen: GameState, sides: dict[UserId, Side]) -> float:
    """The log-odds of any player of whom nothing is known."""
    found = sum(side is Side.MAFIA for side in sides.values())
    hidden = max((seen.setup.mafia if seen.setup else 1) - found, 1)
    unknown = len(seen.players) - len(sides)
    return log(hidden / max(unknown - hidden, 1))


def _feelings(seen: GameState, temper: Temper, dice: Dice) -> dict[UserId, float]:
    """Where everybody begins: with a feeling of this bot's, new each round or, with the stubborn, for ever."""
    felt = dice.on("feeling" if temper.is_stubborn else f"feeling:{seen.round}")
    reach = weights.DOUBT * temper.doubt
    return {player.user_id: reach * felt.swing() for player in seen.players}


def _add_claims(score: dict[UserId, float], memory: Memory, beliefs: dict[UserId, float]) -> None:
    for user, belief in beliefs.items():
        found = memory.detectives[user].found
        if belief == 0:
            score[user] += weights.LIAR
            for target, is_mafia in found.items():
                score[target] += -weights.TURNED if is_mafia else weights.TURNED
            continue
        score[user] += weights.CLAIM * (1 - 2 * belief)
        for target, is_mafia in found.items():
            score[target] += belief * (weights.FOUND if is_mafia else -weights.CLEARED)


def _add_doctors(score: dict[UserId, float], seen: GameState, memory: Memory) -> None:
    """A doctor nobody contradicts is believed; two cannot both be."""
    me = seen.you
    is_taken = not (seen.setup and seen.setup.doctor) or me.role is Role.DOCTOR
    is_taken = is_taken or Role.DOCTOR in claims.revealed(seen).values()
    claimants = [user for user in memory.doctors if user != me.user_id]
    for user in claimants:
        is_doubtful = is_taken or len(claimants) > 1
        score[user] += weights.LIAR / 2 if is_taken else weights.DOCTOR * (1 if is_doubtful else -1)


def _add_hints(score: dict[UserId, float], memory: Memory) -> None:
    for user in memory.hints:
        score[user] -= weights.HINT


def _add_patient(score: dict[UserId, float], seen: GameState) -> None:
    """After a night without a death a doctor thinks well of the last patient: somebody was after them."""
    dawns = [happening for happening in seen.timeline if happening.kind == "dawn"]
    patient = seen.you.saves[-1] if seen.you.saves else None
    if patient and dawns and not dawns[-1].deaths:
        score[patient] -= weights.SAVED


def _add_votes(score: dict[UserId, float], seen: GameState, sides: dict[UserId, Side]) -> None:
    votes = [happening for happening in seen.timeline if happening.kind == "vote"]
    for vote in votes:
        if vote.ballots and vote.eliminated_user_id in sides:
            _add_ballots(score, vote.ballots, vote.eliminated_user_id, sides[vote.eliminated_user_id])
    for user, count in _counts(votes).items():
        score[user] += count


def _add_ballots(score: dict[UserId, float], ballots: dict[UserId, UserId | None], out: UserId, side: Side) -> None:
    for voter, target in ballots.items():
        if target == out:
            score[voter] += weights.WRONG_VOTE if side is Side.VILLAGERS else -weights.RIGHT_VOTE
        elif side is Side.MAFIA:
            score[voter] += weights.RIGHT_VOTE / 2


def _counts(votes: list[Happening]) -> dict[UserId, float]:
    """Who had votes in the last vote and is still suspected for it."""
    counts = {
        UserId(option): count for option, count in ((votes and votes[-1].counts) or {}).items() if option != "skip"
    }
    cast = sum(counts.values())
    return {user: weights.LAST_COUNT * count / cast for user, count in counts.items()}


def _add_silence(score: dict[UserId, float], seen: GameState, memory: Memory) -> None:
    """Nobody hides by saying nothing; the first day is too early to tell."""
    rounds = min(seen.round - 1, weights.SILENT_ROUNDS)
    if rounds > 0 and memory.spoken:
        for user in score:
            if user not in memory.spoken:
                score[user] += weights.SILENCE * rounds


def _credits(score: dict[UserId, float], sides: dict[UserId, Side], prior: float) -> dict[UserId, float]:
    """How much each one's words count: from 1, surely honest, to -1."""
    known = {Side.VILLAGERS: 1.0, Side.MAFIA: -1.0}
    return {
        user: known[sides[user]] if user in sides else 1 - weights.SCEPSIS * _chance(prior + value)
        for user, value in score.items()
    }


def _add_words(score: dict[UserId, float], memory: Memory, me: UserId, known: Judgement) -> None:
    """Each speaker counts once about each player: to say a thing a hundred times makes it no truer."""
    for speaker, stances in memory.stances.items():
        if speaker == me:
            continue
        for target, stance in stances.items():
            weight = stance.weight * (1 if stance.at >= memory.dawn_at else weights.FADED)
            doubt = 1 - known.beliefs.get(target, 0)
            score[target] += known.credit[speaker] * weight * (weights.PUSH * doubt if weight > 0 else weights.TRUST)
            if target == me:
                score[speaker] += weight * (weights.GRUDGE if weight > 0 else weights.THANKS)
            elif target in known.sides:
                score[speaker] += _record(weight, known.sides[target])


def _record(weight: float, side: Side) -> float:
    """What it says of a speaker that the player they pressed or backed is of this side."""
    if weight > 0:
        return weight * (weights.BAD_CALL if side is Side.VILLAGERS else -weights.GOOD_CALL)
    return -weight * (weights.SHIELD if side is Side.MAFIA else 0.0)


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))
