"""How many of each role a table gets (house rules, "Setup"): data first, then the host's wishes; deals nothing."""

from msgspec import Struct

from game.engine.settings import FirstNight, Settings

MIN_SEATS = 4
MAX_SEATS = 16


class Setup(Struct, frozen=True, rename="camel"):
    """The public make-up of one game; the rest of the table are villagers."""

    mafia: int
    detective: int
    doctor: int
    villager: int
    first_night: FirstNight


# seats: (mafia, detective, doctor, first night), measured: docs/balance.md has the figures and the reason of each row.
# Rules of thumb: mafia about as the square root of the table (Migdal 2010; Braverman, Etesami, Mossel 2008); an even
# number on the first day allows no more wrong votes than one player less; a night of meeting rather than a kill.
_MEETING, _KILL = FirstNight.MEETING, FirstNight.KILL
TABLE: dict[int, tuple[int, int, int, FirstNight]] = {
    4: (1, 1, 1, _MEETING),
    5: (1, 0, 1, _MEETING),
    6: (1, 0, 1, _MEETING),
    7: (2, 1, 1, _MEETING),
    8: (2, 1, 1, _MEETING),
    9: (2, 1, 0, _MEETING),
    10: (2, 1, 0, _MEETING),
    11: (2, 1, 0, _MEETING),
    12: (2, 1, 0, _MEETING),
    13: (3, 1, 1, _MEETING),
    14: (3, 1, 1, _MEETING),
    15: (3, 1, 0, _KILL),
    16: (3, 1, 0, _KILL),
}


def choose(seats: int, settings: Settings) -> Setup | None:
    """The setup for this many seats, with the host's choices over the table's.

    None when they do not fit: mafia at least half of the table, more roles than seats, or no such table.
    """
    if seats not in TABLE:
        return None
    mafia, detective, doctor, first_night = TABLE[seats]
    mafia = mafia if settings.mafia is None else settings.mafia
    detective = detective if settings.detective is None else int(settings.detective)
    doctor = doctor if settings.doctor is None else int(settings.doctor)
    villager = seats - mafia - detective - doctor
    if mafia * 2 >= seats or villager < 0:
        return None
    return Setup(mafia, detective, doctor, villager, settings.first_night or first_night)
