"""What a seat remembers: who said what, in order, out of the snapshot; it weighs nothing.

The memory is the snapshot's chat and timeline, as a person who scrolls up would read them.
"""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from game.engine.bots import hearing
from game.engine.facts import Channel
from game.engine.frames import GameState
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey

PRESSURE: Final[dict[PhraseKey, float]] = {
    PhraseKey.ASK: 0.0,
    PhraseKey.QUIET: 0.3,
    PhraseKey.SUSPECT: 0.5,
    PhraseKey.COUNTER: 0.5,
    PhraseKey.BLAMED: 0.6,
    PhraseKey.SHIELDED: 0.6,
    PhraseKey.DOUBT: 0.7,
    PhraseKey.NAMED: 0.7,
    PhraseKey.AGREE: 0.7,
    PhraseKey.VOTE: 0.9,
    PhraseKey.ACCUSE: 1.0,
    PhraseKey.FOUND_MAFIA: 1.0,
}
"""How hard each phrase presses the one whom it is about, a question not at all; all of them ask for an answer."""

SUPPORT: Final[dict[PhraseKey, float]] = {PhraseKey.TRUST: 1.0, PhraseKey.FOUND_CLEAR: 1.0}

Stances = dict[UserId, dict[UserId, "Stance"]]


@dataclass(slots=True)
class Stance:
    """How hard one player pressed (above 0) or backed another, and since when (ms)."""

    weight: float
    at: int


class Pressed(NamedTuple):
    """Who asked or pressed, how, and when (ms)."""

    by: UserId
    key: PhraseKey
    at: int


@dataclass(slots=True)
class Claim:
    """Somebody said to be the detective: since when, and whom they say to have found what."""

    at: int
    found: dict[UserId, bool] = field(default_factory=dict)


@dataclass(slots=True)
class Memory:
    """Everything said in this game that this seat has heard by day."""

    dawn_at: int
    """Since when it has been this day (ms)."""
    night_at: int
    """Since when it has been this night (ms)."""
    stances: Stances = field(default_factory=dict)
    detectives: dict[UserId, Claim] = field(default_factory=dict)
    doctors: dict[UserId, int] = field(default_factory=dict)
    hints: set[UserId] = field(default_factory=set)
    """Who has let on to be something, without saying what."""
    skippers: set[UserId] = field(default_factory=set)
    """Who would rather skip today's vote."""
    spoken: dict[UserId, int] = field(default_factory=dict)
    """How often each has spoken today; who spoke on an earlier day only is there with 0."""
    mine: set[Phrase] = field(default_factory=set)
    """What I have said today."""
    ours: set[Phrase] = field(default_factory=set)
    """What anybody has said today."""
    pressed: Pressed | None = None
    """Who pressed me last since I last spoke."""
    speaker: UserId | None = None
    """Who has spoken last."""
    wished: UserId | None = None
    """Whom a partner has named tonight."""


def of(seen: GameState) -> Memory:
    """All that the owner of this snapshot has heard."""
    memory = Memory(dawn_at=_last(seen, "dawn"), night_at=_last(seen, "night"))
    names = hearing.names_of(seen.players)
    me, began_at = seen.you.user_id, seen.started_at or 0
    for message in seen.chat:
        if message.channel is Channel.DAY and message.at >= began_at:
            _note_speaker(memory, message.user_id, me, message.at)
            for phrase in hearing.phrases(message, names):
                _note(memory, phrase, message.user_id, me, message.at)
            memory.speaker = message.user_id
        elif message.channel is Channel.MAFIA and message.at >= memory.night_at and message.user_id != me:
            named = [phrase.target_id for phrase in hearing.phrases(message, names) if phrase.target_id]
            memory.wished = named[-1] if named else memory.wished
    return memory


def pressers(memory: Memory, user: UserId) -> list[UserId]:
    """Who has pressed this player today in earnest."""
    earnest = PRESSURE[PhraseKey.SUSPECT]
    return [
        by
        for by, stances in memory.stances.items()
        if (stance := stances.get(user)) and stance.weight >= earnest and stance.at >= memory.dawn_at
    ]


def _last(seen: GameState, kind: str) -> int:
    return max((happening.at for happening in seen.timeline if happening.kind == kind), default=0)


def _note_speaker(memory: Memory, speaker: UserId, me: UserId, at: int) -> None:
    memory.spoken[speaker] = memory.spoken.get(speaker, 0) + (at >= memory.dawn_at)
    if speaker == me:
        memory.pressed = None


def _note(memory: Memory, phrase: Phrase, speaker: UserId, me: UserId, at: int) -> None:
    is_today = at >= memory.dawn_at
    key, target = phrase.key, phrase.target_id
    if is_today:
        memory.ours.add(phrase)
        memory.mine |= {phrase} if speaker == me else set()
    if target is None:
        _note_self(memory, key, speaker, at)
        target = memory.speaker if key is PhraseKey.ASK else None
    if target is None or target == speaker:
        return
    if key in (PhraseKey.FOUND_MAFIA, PhraseKey.FOUND_CLEAR):
        memory.detectives.setdefault(speaker, Claim(at)).found[target] = key is PhraseKey.FOUND_MAFIA
    _note_stance(memory, speaker, target, key, at)
    if target == me and key in PRESSURE and is_today:
        memory.pressed = Pressed(speaker, key, at)


def _note_self(memory: Memory, key: PhraseKey, speaker: UserId, at: int) -> None:
    """What a speaker says of themselves, or wants."""
    if key is PhraseKey.CLAIM_DETECTIVE:
        memory.detectives.setdefault(speaker, Claim(at))
    elif key is PhraseKey.CLAIM_DOCTOR:
        memory.doctors.setdefault(speaker, at)
    elif key is PhraseKey.HINT:
        memory.hints.add(speaker)
    elif key is PhraseKey.SKIP and at >= memory.dawn_at:
        memory.skippers.add(speaker)


def _note_stance(memory: Memory, speaker: UserId, target: UserId, key: PhraseKey, at: int) -> None:
    """The last word stands, but of words in one direction the strongest."""
    weight = PRESSURE.get(key, 0.0) - SUPPORT.get(key, 0.0)
    if not weight:
        return
    stances = memory.stances.setdefault(speaker, {})
    before = stances.get(target)
    if before is not None and before.weight * weight > 0 and abs(before.weight) > abs(weight):
        weight = before.weight
    stances[target] = Stance(weight, at)
