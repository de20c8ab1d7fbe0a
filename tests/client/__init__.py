"""A client of the game for tests, for filling a table, and for reading; it imports nothing of the site it talks to."""

from tests.client.connection import Closed, Refused
from tests.client.player import Player, Unmet
from tests.client.record import Direction, Frame, Record
from tests.client.table import Table
from tests.client.view import View

__all__ = ["Closed", "Direction", "Frame", "Player", "Record", "Refused", "Table", "Unmet", "View"]
