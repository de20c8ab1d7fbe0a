"""What somebody at the door may see of a room, for the tests of the pages."""

from game.engine.ids import RoomCode, RoomId
from lobby.rooms import Glance

CODE = RoomCode("K7M2QF")


def glance(
    *, status: str = "lobby", taken: int = 6, gathering: bool = False, seated: bool = False, kicked: bool = False
) -> Glance:
    """Mira's room of ten seats."""
    return Glance(RoomId("r"), CODE, status, taken, 10, "Mira", gathering=gathering, seated=seated, kicked=kicked)
