"""What somebody at the door may see of a room, for the tests of the pages."""

from game.engine.ids import RoomCode, RoomId
from game.engine.settings import Settings
from lobby.picture import Picture, Seat
from lobby.rooms import Glance

CODE = RoomCode("K7M2QF")
CAST = ("Mira", "Jonas", "Aïcha", "Лена", "Wei", "Bartholomew III")


def glance(
    *, status: str = "lobby", taken: int = 6, gathering: bool = False, seated: bool = False, kicked: bool = False
) -> Glance:
    """Mira's room of ten seats."""
    host, seen = CAST[0], picture() if seated else None
    return Glance(
        RoomId("r"), CODE, status, taken, 10, host, gathering=gathering, seated=seated, kicked=kicked, picture=seen
    )


def picture(screen: str = "lobby") -> Picture:
    """The table as Jonas finds it."""
    seats = tuple(seat(number, name) for number, name in enumerate(CAST, 1))
    plain = {"is_public": False, "is_meeting": False, "is_tie": False}
    return Picture(screen, 1, seats, me=seats[1], free=4, cast=0, settings=Settings(), **plain)


def seat(number: int, name: str) -> Seat:
    """Somebody who is here and ready; of six, the fifth is away."""
    is_here = number != 5
    return Seat(
        number, name, is_bot=False, is_me=number == 2, is_host=number == 1, is_ready=True, is_here=is_here, is_out=False
    )
