"""Names for those who have not thought of one; never longer than a seat can show."""

import secrets

NAMES = (
    "Badger",
    "Bison",
    "Crane",
    "Dingo",
    "Falcon",
    "Ferret",
    "Gecko",
    "Heron",
    "Ibex",
    "Jackal",
    "Kestrel",
    "Lemur",
    "Lynx",
    "Magpie",
    "Marten",
    "Moose",
    "Newt",
    "Otter",
    "Puffin",
    "Quail",
    "Raven",
    "Stoat",
    "Tapir",
    "Wombat",
)


def pick() -> str:
    """Draw one for a newcomer."""
    return secrets.choice(NAMES)
