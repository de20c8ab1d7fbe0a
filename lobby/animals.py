"""Friendly names for those who have not thought of one, in their language; never longer than a seat can show."""

import secrets
from typing import Final

from django.utils.translation import gettext_lazy as _

from accounts.names import LONGEST

# Translators: words for a friendly name such as "Merry Otter", with commas between them. They need not be these animals
# and manners, nor as many; but each of the one list has to fit each of the other, so take animals of one gender, keep
# a name within 20 letters, and be kind.
_MANNERS: Final = _(
    "Able,Bold,Brave,Bright,Calm,Careful,Cheerful,Clever,Cosy,Curious,Daring,Dreamy,Eager,Early,Fair,Fluffy,Gentle,"
    "Golden,Happy,Honest,Humble,Jolly,Kind,Lively,Lucky,Mellow,Merry,Mighty,Modest,Nimble,Patient,Polite,Proud,Quick,"
    "Quiet,Silver,Sunny,Swift,Warm,Witty"
)
_ANIMALS: Final = _(
    "Badger,Beaver,Bison,Camel,Cheetah,Crane,Dolphin,Eagle,Falcon,Finch,Fox,Gecko,Giraffe,Hare,Hedgehog,Heron,Ibex,"
    "Kestrel,Koala,Lark,Lemur,Lynx,Magpie,Marten,Moose,Newt,Ocelot,Otter,Owl,Panda,Penguin,Puffin,Quail,Raven,Robin,"
    "Seal,Squirrel,Tapir,Turtle,Wombat"
)
# Translators: the order of the two words of a friendly name.
_PATTERN: Final = _("{manner} {animal}")

CHOICE: Final = 30
"""How many a page holds to choose from."""


def pick() -> str:
    """Draw one for a newcomer; of ten strangers, two rarely get the same."""
    while len(name := _draw()) > LONGEST:
        pass
    return name


def some(count: int) -> list[str]:
    """Draw so many to choose from."""
    return [pick() for _each in range(count)]


def _draw() -> str:
    manner, animal = (secrets.choice(str(words).split(",")).strip() for words in (_MANNERS, _ANIMALS))
    return str(_PATTERN).format(manner=manner, animal=animal)
