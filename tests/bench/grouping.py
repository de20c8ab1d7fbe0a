"""What it costs to group a queue: `python -m tests.bench.grouping`; it asks no server and judges nothing."""

import statistics
import sys
from random import Random
from time import process_time

from matchmaking.grouping import DUE_MS, Waiting, group

COUNTS = (1_000, 10_000, 100_000)
RUNS = 5


def main() -> None:
    """Print what queues of several lengths and kinds cost."""
    kinds = {"strangers": None, "half of one address": 0.5, "all of one address": 1.0}
    sys.stdout.write(f"medians of {RUNS} runs, CPU milliseconds of one process\n{'':20}")
    sys.stdout.write("".join(f"{count:>10,}" for count in COUNTS) + "\n")
    for name, crowding in kinds.items():
        costs = [cost(crowd(count, crowding or 0.0)) for count in COUNTS]
        sys.stdout.write(f"{name:20}" + "".join(f"{cost * 1e3:>10.1f}" for cost in costs) + "\n")


def crowd(count: int, crowding: float) -> list[Waiting]:
    """So many who came within the longest wait, a part of them from the same address."""
    dice = Random(count)
    return [
        Waiting(
            user=f"{dice.getrandbits(64):016x}",
            since=dice.randrange(DUE_MS),
            skill=dice.gauss(25, 8.3),
            games=dice.randrange(40),
            leaves=dice.random() ** 4,
            address="home" if dice.random() < crowding else str(number),
        )
        for number in range(count)
    ]


def cost(waiting: list[Waiting]) -> float:
    """Median CPU seconds of one call."""
    times = []
    for _ in range(RUNS):
        before = process_time()
        group(waiting, DUE_MS)
        times.append(process_time() - before)
    return statistics.median(times)


if __name__ == "__main__":
    main()
