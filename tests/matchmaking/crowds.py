"""Waiting people for the tests of grouping, in sentences."""

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from matchmaking.grouping import DUE_MS, NEWCOMER_GAMES, STEP_MS, Waiting, group

NOW = 1_000_000
VETERAN = 50
HOMES = ("", "", "", "a", "b", "c", "d")


def crowd(
    count: int, *, waited: int = 0, name: str = "user", skill: float = 25.0, games: int = VETERAN
) -> list[Waiting]:
    """So many people alike."""
    return [Waiting(f"{name}{number:04}", NOW - waited, skill, games) for number in range(count)]


def sizes(waiting: Sequence[Waiting], *, later: int = 0, fill: bool = False) -> list[int]:
    """How many sit at each table made now, or later."""
    return [len(each.users) for each in group(waiting, NOW + later, fill=fill)]


def tables(waiting: Sequence[Waiting], *, fill: bool = False) -> list[list[Waiting]]:
    """Who sits at each table made now, in the order of their making."""
    by_user = {one.user: one for one in waiting}
    return [[by_user[user] for user in each.users] for each in group(waiting, NOW, fill=fill)]


def evening(waiting: Iterable[Waiting], *, step: int = STEP_MS, until: int = 40_000) -> dict[str, int]:
    """How long each waited, as the matcher looks every half a second; who never sat down is not in it."""
    coming, queue, waits = sorted(waiting, key=lambda one: one.since), dict[str, Waiting](), dict[str, int]()
    for now in range(NOW, NOW + until, step):
        queue |= {one.user: one for one in coming if now - step < one.since <= now}
        for table in group(list(queue.values()), now):
            waits |= {user: now - queue.pop(user).since for user in table.users}
    return waits


def waited(one: Waiting) -> int:
    """For how long, by now."""
    return NOW - one.since


def is_due(table: Iterable[Waiting]) -> bool:
    """Whether somebody's time is up."""
    return any(waited(one) >= DUE_MS for one in table)


def addresses(people: Iterable[Waiting]) -> int:
    """How many could sit together."""
    people = list(people)
    return len({one.address for one in people if one.address}) + sum(not one.address for one in people)


def people(
    *,
    waits: tuple[int, int] = (0, 40_000),
    games: Sequence[int] = (0, NEWCOMER_GAMES, VETERAN),
    leaves: Sequence[float] = (0.0, 0.0, 0.3, 1.0),
    least: int = 0,
    most: int = 60,
) -> st.SearchStrategy[list[Waiting]]:
    """Any crowd; few different values, so that people meet others like them."""
    likely = [wait for wait in (0, 5_000, 12_000, DUE_MS) if waits[0] <= wait <= waits[1]]
    since = st.one_of(st.integers(*waits), st.sampled_from(likely)).map(lambda wait: NOW - wait)
    skill = st.one_of(st.sampled_from([25.0, 30.0]), st.floats(0, 50))
    somebody = st.builds(
        Waiting, st.just(""), since, skill, st.sampled_from(games), st.sampled_from(leaves), st.sampled_from(HOMES)
    )
    return st.lists(somebody, min_size=least, max_size=most).map(
        lambda drawn: [one._replace(user=f"user{number:02}") for number, one in enumerate(drawn)]
    )
