"""The fair deal (house rules, "Setup"): commitment first, then roles, both from one secret seed."""

from hashlib import sha256

from game.engine import dice
from game.engine.ids import UserId
from game.engine.setup import Setup
from game.engine.state import Role


def commitment(*, seed: str, order: tuple[UserId, ...], setup: Setup) -> str:
    """SHA-256 (hex) over seed, seat order and setup, one line each.

    The lines are the hex seed; the user ids in seat order joined by commas; and
    `mafia/detective/doctor/villager/firstNight`. Joined by a line feed, UTF-8. Anyone can recompute it.
    """
    make_up = f"{setup.mafia}/{setup.detective}/{setup.doctor}/{setup.villager}/{setup.first_night}"
    return sha256("\n".join((seed, ",".join(order), make_up)).encode()).hexdigest()


def roles(*, seed: str, order: tuple[UserId, ...], setup: Setup) -> dict[UserId, Role]:
    """The role of each seat: the pack of roles, shuffled by the seed, dealt in seat order."""
    pack = [
        *[Role.MAFIA] * setup.mafia,
        *[Role.DETECTIVE] * setup.detective,
        *[Role.DOCTOR] * setup.doctor,
        *[Role.VILLAGER] * setup.villager,
    ]
    return dict(zip(order, dice.shuffled(pack, seed=seed, label="deal"), strict=True))
