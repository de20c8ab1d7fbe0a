"""When a bot takes a turn: moments drawn from the seed at a person's pace; it never looks at a role."""

from functools import lru_cache
from typing import Final

from game.engine import dice
from game.engine.ids import UserId
from game.engine.phases import RUNOFF_S
from game.engine.state import Phase, RoomState

Stretch = tuple[int, int]
"""From when to when (ms after the phase began) one turn may come."""

QUICK: Final[dict[Phase, tuple[Stretch, ...]]] = {
    Phase.NIGHT: ((1_500, 7_000),),
    Phase.DAY: ((800, 2_800), (3_000, 5_500), (6_000, 8_000)),
    Phase.VOTING: ((800, 3_800), (4_000, 5_500)),
}
"""No living person is left who would have to follow: the dead wait for the end."""

LAST_WORD: Final = 0.7
"""How much of a quick day has to be over before the bots want to vote."""

GLANCE_MS: Final = 8_000
GLANCES: Final = (3, 12)
"""How often a bot looks up in a day, so that it answers what was said to it, and how seldom or often at the most."""

NIGHT: Final = ((10, 40), (45, 70))
VOTE: Final = ((8, 50), (56, 74))
DAY: Final = (4, 90)
"""Per cent of the phase: the turns of a night and of a vote, and between which a day's are spread."""

NIGHT_AT_MOST_MS: Final = 30_000
"""However long a night may be, people do not want to wait for bots."""

_GRAIN: Final = 2


def moments(state: RoomState, bot: UserId) -> tuple[int, ...]:
    """The moments (ms) of the running phase at which this bot takes a turn, in order; none outside of a game.

    They depend on nothing but the seed, the settings and what everybody sees. In the night each of them is a tap,
    whatever the role, so that the end of the night tells nothing.
    """
    if state.phase in (Phase.LOBBY, Phase.ENDED):
        return ()
    began_at = state.timers.phase_began_at
    label = f"pace:{bot}:{state.round}:{state.phase}:{','.join(state.candidates)}"
    grains = _grains(state.running.seed, label)
    return tuple(
        began_at + start + (end - start) * grain // 2 ** (8 * _GRAIN)
        for (start, end), grain in zip(_stretches(state), grains, strict=False)
    )


def is_quick(state: RoomState) -> bool:
    """Whether only bots are left to play on."""
    return not any(player.alive and player.is_present and not player.is_bot for player in state.players.values())


def day_ms(whole: int, *, is_quick: bool) -> int:
    """How long the talk of a day takes, of a day that is so long (ms) at the most."""
    return min(whole, QUICK[Phase.DAY][-1][1]) if is_quick else whole


def _stretches(state: RoomState) -> tuple[Stretch, ...]:
    span = _span_ms(state)
    if is_quick(state):
        return tuple((min(start, span - 1), min(end, span)) for start, end in QUICK[state.phase])
    return _unhurried(state.phase, span)


def _span_ms(state: RoomState) -> int:
    """How long the phase was meant to be: its end may have been moved since."""
    settings = state.settings
    match state.phase:
        case Phase.NIGHT:
            return settings.night_time * 1000
        case Phase.DAY:
            return settings.discussion_time * 1000
        case _:
            return (RUNOFF_S if state.candidates else settings.vote_time) * 1000


@lru_cache(maxsize=64)
def _unhurried(phase: Phase, span: int) -> tuple[Stretch, ...]:
    match phase:
        case Phase.NIGHT:
            return _parts(NIGHT, min(span, NIGHT_AT_MOST_MS))
        case Phase.VOTING:
            return _parts(VOTE, span)
        case _:
            return _glances(span)


def _glances(span: int) -> tuple[Stretch, ...]:
    first, last = (span * percent // 100 for percent in DAY)
    glances = min(max(span // GLANCE_MS, GLANCES[0]), GLANCES[1])
    slot = (last - first) // glances
    return tuple((first + slot * each, first + slot * (each + 1)) for each in range(glances))


def _parts(parts: tuple[Stretch, ...], span: int) -> tuple[Stretch, ...]:
    return tuple((span * start // 100, span * end // 100) for start, end in parts)


@lru_cache(maxsize=1024)
def _grains(seed: str, label: str) -> tuple[int, ...]:
    """Sixteen even numbers below 2^16."""
    digest = dice.digest(seed=seed, label=label)
    return tuple(int.from_bytes(digest[at : at + _GRAIN], "big") for at in range(0, len(digest), _GRAIN))
