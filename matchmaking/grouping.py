"""Who of the waiting plays with whom: values in, values out; it knows no queue, no clock and no dice.

`group` looks at the waiting from the longest wait to the shortest. Each in turn, unless already at a table, finds the
nearest in skill within a window that widens with the wait. It promises, and tests hold it to it:

- Nobody is at two tables, and the order of the input changes nothing.
- A table has six to ten people, no two of one address ("" is nobody's address).
- It is made when its sixth has waited GROW_MS; when it has ten who waited SETTLE_MS, or ten who leave people enough for
  more tables; and when somebody's time is up (DUE_MS).
- Its skills lie within the window of its longest waiter, and newcomers sit apart from others while six of each wait.
- Whose time is up may sit with anybody. If anybody's is, and at least four of different addresses wait, the one who
  has waited longest is at a table now, whatever the skills. Only such tables may have four or five people.
- A table leaves one to three of its pool behind only if every size from six up to all those in its reach would: 13 are
  7 and 6, of 11 six play and five wait. The pool is the newcomers or the others; at a table for somebody whose time is
  up, everybody.
- Nor are one to three left alone in the queue whom the table could take with a wider window: it waits for that, unless
  somebody of them came less than GROW_MS ago; then others may come, too.
- The cost is that of sorting. Passing over people of an address that is at the table already is paid from a purse;
  should thousands empty it, the rest wait for the next step, but the longest waiter comes first and can always pay.
"""

import itertools
import math
from collections import Counter
from collections.abc import Sequence, Sized
from operator import itemgetter
from typing import NamedTuple

from game.engine.gathering import SEATS
from game.engine.seats import NO_SHOW_MS
from game.engine.setup import MIN_SEATS
from matchmaking.row import Row

FEWEST, MOST = 6, SEATS
SMALLEST = MIN_SEATS
"""So few may play when somebody's time is up."""
STRANDED = range(1, SMALLEST)
"""So many never should be left behind: they cannot even play when their time is up."""
UNEVEN = frozenset({1, 2, 3, 4, 5, 11})
"""So many people do not make tables of six to ten."""

GROW_MS = 4_000
"""How long six wait for the seventh to the tenth."""
SETTLE_MS = 1_000
"""How long the last ten wait, so that of those who come together three do not find the others gone."""
AMPLE = 2 * FEWEST
"""So many people or more always make tables of six to ten."""
MAX_WAIT_MS = 30_000
STEP_MS = 500
"""How often the matcher looks."""
DUE_MS = MAX_WAIT_MS - STEP_MS - 1_000
"""When the time is up: what is left is for the matcher's step, the room and the word of it."""

NEWCOMER_GAMES = 5
SHIELD_MS = 10_000
"""How long newcomers wait for newcomers when there are fewer than six of them."""
LEAVER_MS = 10_000
"""How much longer somebody waits who always leaves."""
DOUBT_GAMES = 5
"""A rate of leaving counts half after so many games."""

NARROW, WIDENING = 8.0, 2.0
"""The window of skills at first (one sigma of all players), and what each second adds."""
ANY = 1e9
"""A window for everybody."""
APART = 1e4
"""How far newcomers are put from the others: beyond every window but ANY."""
PURSE, PURSE_EACH = 10_000, 2
"""How many people of an address that sits at the table already may be passed over in a search: at all, and for each."""


class Waiting(NamedTuple):
    """A ticket and the record of its user: all that the choice goes by."""

    user: str
    since: int
    """When they came, in ms."""
    skill: float = 25.0
    games: int = 0
    leaves: float = 0.0
    """Which part of the games they left, 0 to 1."""
    address: str = ""
    """Where they come from, hashed; "" if unknown or of no meaning."""


class Group(NamedTuple):
    """People for one table, the longest waiter first."""

    users: tuple[str, ...]
    least: int
    """With how many it may still start, bots counted, when somebody does not appear."""


def group(waiting: Sequence[Waiting], now: int, *, fill: bool = False) -> list[Group]:
    """The tables that can start now; with *fill* bots take empty seats, so one person whose time is up is enough."""
    people = _by_wait(waiting)
    waits = [now - one.since for one in people]
    ripe = [wait >= LEAVER_MS or wait >= _patience(one) for one, wait in zip(people, waits, strict=True)]
    pools = _pools(people, waits, ripe)
    places = [one.skill - APART * pool for one, pool in zip(people, pools, strict=True)]
    row = Row(places, [one.address for one in people], _purse(people))
    tables = _due(row, waits, needed(DUE_MS, fill=fill))
    row.take(index for index, is_ripe in enumerate(ripe) if not is_ripe and not row.gone[index])
    tables += _ready(row, waits, pools)
    return [Group(tuple(people[index].user for index in sorted(table)), _least(waits[min(table)])) for table in tables]


def needed(waited: int, *, fill: bool) -> int:
    """With how many people a table can be made whose longest waiter has waited *waited* ms; bots *fill* the rest."""
    if waited < DUE_MS:
        return FEWEST
    return 1 if fill else SMALLEST


def window(waited: int) -> float:
    """How far apart the skills of a table may lie whose longest waiter has waited *waited* ms."""
    return NARROW + WIDENING * waited / 1000


def _by_wait(waiting: Sequence[Waiting]) -> list[Waiting]:
    """Everybody once, the longest wait first; of two tickets of one user the same one counts in any order."""
    if len({one.user for one in waiting}) < len(waiting):
        waiting = list({one.user: one for one in sorted(waiting)}.values())
    return sorted(sorted(waiting, key=itemgetter(0)), key=itemgetter(1))


def _patience(one: Waiting) -> float:
    """How long somebody is kept waiting for having left games; few games prove little."""
    return LEAVER_MS * one.leaves * one.games / (one.games + DOUBT_GAMES)


def _purse(people: Sized) -> int:
    """What two searches, one after the other, may spend each."""
    return PURSE + PURSE_EACH * len(people)


def _pools(people: Sequence[Waiting], waits: Sequence[int], ripe: Sequence[bool]) -> list[bool]:
    """For each whether they wait for newcomers; whoever has too few of their own kind soon goes to the others."""
    newcomers = [one.games < NEWCOMER_GAMES for one in people]
    counts = Counter(itertools.compress(newcomers, ripe))
    rare = counts[True] <= counts[False]
    if counts[rare] >= FEWEST:
        return newcomers
    return [not new if new is rare and wait >= SHIELD_MS else new for new, wait in zip(newcomers, waits, strict=True)]


def _due(row: Row, waits: Sequence[int], fewest: int) -> list[list[int]]:
    """Tables for those whose time is up, out of everybody."""
    tables = []
    for index, wait in enumerate(waits):
        if wait < DUE_MS:
            break
        if row.gone[index]:
            continue
        table = _table(row, index, row.left, ANY)
        if len(table) < fewest or (len(table) < FEWEST and not row.purse):
            break
        row.take(table)
        tables.append(table)
    return tables


def _ready(row: Row, waits: Sequence[int], pools: Sequence[bool]) -> list[list[int]]:
    """Tables of six to ten whose people are near each other and have waited for more."""
    row.purse = _purse(waits)
    left = Counter(pool for index, pool in enumerate(pools) if not row.gone[index])
    tables = []
    for index, (wait, pool) in enumerate(zip(waits, pools, strict=True)):
        if row.gone[index]:
            continue
        table = _table(row, index, left[pool], window(wait))
        if len(table) >= FEWEST and _has_waited(table, waits, left[pool]) and not _strands(row, table, waits):
            row.take(table)
            left[pool] -= len(table)
            tables.append(table)
    return tables


def _table(row: Row, person: int, pool: int, width: float) -> list[int]:
    """Those to sit with the person, out of a pool of so many; too few of them are no table yet."""
    near = row.near(person, _share(pool), width)
    sizes = range(len(near), FEWEST - 1, -1)
    return near[: next((size for size in sizes if pool - size not in STRANDED), len(near))]


def _share(pool: int) -> int:
    """How many of a pool one table takes, so that all the others can sit down, too: of 13 seven, of 21 seven."""
    if pool <= MOST or pool - MOST not in UNEVEN:
        return min(pool, MOST)
    return math.ceil(pool / math.ceil(pool / MOST))


def _has_waited(table: Sequence[int], waits: Sequence[int], pool: int) -> bool:
    """Whether it need not wait for more people."""
    by_wait = sorted(table)
    full = len(table) == MOST and (pool - MOST >= AMPLE or waits[by_wait[-1]] >= SETTLE_MS)
    return full or waits[by_wait[FEWEST - 1]] >= GROW_MS


def _strands(row: Row, table: Sequence[int], waits: Sequence[int]) -> bool:
    """Whether a few would be left whom a wider window reaches, and nobody else seems to come to them."""
    if row.left - len(table) not in STRANDED:
        return False
    alone = set(row.near(table[0], row.left, ANY)) - set(table)
    return bool(alone) and waits[max(alone)] >= GROW_MS


def _least(waited: int) -> int:
    """Six; four if the longest waiter's time is up before the table is sure to have gathered."""
    return SMALLEST if waited + NO_SHOW_MS >= DUE_MS else FEWEST
