"""The plain game twice more, apart from the code under test: as fractions, and played by everybody at the table."""

from fractions import Fraction
from functools import cache

from game.engine import night
from game.engine.commands import CastVote, MafiaKill, RoomCommand, Tick
from game.engine.dice import Dice
from game.engine.settings import SettingsPatch
from game.engine.state import Phase, Role, RoomState, Side
from game.simulation.party import Party


@cache
def odds(mafia: int, others: int, *, is_day: bool) -> Fraction:
    """The mafia's odds by the recursion of Migdal (2010), and of Braverman, Etesami and Mossel (2008)."""
    if mafia == 0:
        return Fraction(0)
    if mafia >= others:
        return Fraction(1)
    if not is_day:
        return odds(mafia, others - 1, is_day=True)
    share = Fraction(mafia, mafia + others)
    return share * odds(mafia - 1, others, is_day=False) + (1 - share) * odds(mafia, others - 1, is_day=False)


def winner(players: int, rules: SettingsPatch, seed: str) -> Side | None:
    """Who wins a game in which the lot decides, and everybody at the table votes as it fell."""
    party = Party(players, rules, seed)
    while party.state.phase is not Phase.ENDED:
        for command in _commands(party.state):
            party.do(command)
        party.do(Tick(), at=party.state.timers.phase_ends_at or 0)
    return party.state.running.winner


def _commands(state: RoomState) -> list[RoomCommand]:
    """What is to be done in this phase."""
    lot = Dice(state.running.seed, f"lot:{state.round}:{state.phase}")
    if state.phase is Phase.VOTING:
        victim = lot.pick(state.living)
        return [CastVote(user, None if user == victim else victim) for user in state.living]
    if state.phase is Phase.NIGHT and not night.is_meeting(state):
        others = [user for user in state.living if state.players[user].side is Side.VILLAGERS]
        return [MafiaKill(state.acting_as(Role.MAFIA)[0], lot.pick(others))]
    return []
