"""Whatever people try, in whatever order, a game keeps its invariants and ends."""

from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from game.engine import deal, ending, phases, timing, view
from game.engine.commands import RoomCommand, Tick
from game.engine.state import Game, Phase, Role, RoomState, Side
from tests.engine import moves
from tests.engine.table import Table

DAYS_WITHOUT_A_DEATH = 10
LONGEST_GAME = 16 * (DAYS_WITHOUT_A_DEATH + 1) * 6
"""Each of sixteen players dies on the tenth quiet day, and a round has no more than six wakings without people."""

COURSE = {Phase.LOBBY: 0, Phase.NIGHT: 1, Phase.DAY: 2, Phase.VOTING: 3, Phase.ENDED: 9}


class AnyTable(RuleBasedStateMachine):
    """A table at which anybody may try anything."""

    table: Table

    @initialize(table=moves.tables())
    def begin(self, table: Table) -> None:
        self.table = table

    @rule(gap_ms=st.sampled_from(moves.GAPS_MS), command=moves.commands)
    def anything(self, gap_ms: int, command: RoomCommand) -> None:
        self._ask(gap_ms, command)

    @rule(gap_ms=st.sampled_from(moves.GAPS_MS), command=moves.deeds | moves.votes)
    def something_sensible(self, gap_ms: int, command: RoomCommand) -> None:
        self._ask(gap_ms, command)

    @rule()
    def time(self) -> None:
        if not self.table.state.closed:
            before, asleep_until = self.table.state, timing.wake_at(self.table.state, self.table.now)
            self.table.wake()
            after = self.table.state
            assert after != before or timing.wake_at(after, self.table.now) > asleep_until

    def _ask(self, gap_ms: int, command: RoomCommand) -> None:
        before = self.table.state
        self.table.now += gap_ms
        if self.table.do(command) is None:
            follows(before, self.table.state)
            assert (phases.due(self.table.state) or self.table.now + 1) > self.table.now
        else:
            assert self.table.state is before

    @invariant()
    def the_room_is_whole(self) -> None:
        state = self.table.state
        assert state.closed or state.host_id in state.players
        assert len(state.players) <= state.max_players
        assert not any(player.leaving for player in state.players.values()) or state.phase is Phase.NIGHT
        if state.phase not in (Phase.LOBBY, Phase.ENDED):
            assert ending.winner(state) is None

    @invariant()
    def the_roles_are_those_of_the_deal(self) -> None:
        state = self.table.state
        if state.phase is Phase.LOBBY:
            assert {player.role for player in state.players.values()} <= {None}
            return
        game = state.running
        roles = {user: player.role for user, player in state.players.items()}
        assert roles == deal.roles(seed=game.seed, order=game.order, setup=game.setup)
        setup = game.setup
        assert Counter(roles.values()) == +Counter(
            {
                Role.MAFIA: setup.mafia,
                Role.DETECTIVE: setup.detective,
                Role.DOCTOR: setup.doctor,
                Role.VILLAGER: setup.villager,
            }
        )

    @invariant()
    def the_winner_follows_from_the_living(self) -> None:
        state = self.table.state
        if state.phase is Phase.ENDED:
            exhausted = Side.VILLAGERS if ending.is_exhausted(state) else None
            assert state.running.winner == (ending.winner(state) or exhausted)
            assert view.ending(state, is_public=False).winner is state.running.winner

    def teardown(self) -> None:
        table = getattr(self, "table", None)
        if table is None:
            return
        for _ in range(LONGEST_GAME):
            if table.state.closed or table.phase in (Phase.LOBBY, Phase.ENDED):
                return
            table.now = max(table.now, timing.wake_at(table.state, table.now))
            self._ask(0, Tick())
        raise AssertionError(table.state)


def follows(before: RoomState, after: RoomState) -> None:
    """One state may come after another."""
    if before.game is None or after.game is None or before.game.game_id != after.game.game_id:
        return
    if before.phase is Phase.LOBBY or after.phase is Phase.LOBBY:
        return
    assert (before.round, COURSE[before.phase]) <= (after.round, COURSE[after.phase]) or after.phase is Phase.ENDED
    assert set(after.living) <= set(before.living)
    assert {user: player.role for user, player in before.players.items()} == {
        user: player.role for user, player in after.players.items()
    }
    _told_truly(before.game, after.game)
    nights, votes = after.game.nights[len(before.game.nights) :], after.game.votes[len(before.game.votes) :]
    gone = {user for user, player in before.players.items() if player.leaving or player.grace_ends_at is not None}
    for night in nights:
        assert len(set(night.deaths) - gone) <= 1
    assert len([vote for vote in votes if vote.eliminated_user_id]) <= 1


def _told_truly(before: Game, after: Game) -> None:
    """History only grows, and the promise stays."""
    assert (before.seed, before.commitment, before.order, before.setup) == (
        after.seed,
        after.commitment,
        after.order,
        after.setup,
    )
    assert after.timeline[: len(before.timeline)] == before.timeline
    assert after.nights[: len(before.nights)] == before.nights
    assert after.votes[: len(before.votes)] == before.votes


AnyTable.TestCase.settings = settings(max_examples=20, stateful_step_count=40, deadline=None)
TestAnyTable = AnyTable.TestCase
