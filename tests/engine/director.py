"""Directs two worlds through a game: in public the same happens in both, in secret whatever hypothesis draws."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from game.engine import night
from game.engine.commands import (
    CastVote,
    Connect,
    DetectiveInspect,
    Disconnect,
    DoctorSave,
    Done,
    Leave,
    MafiaKill,
    Mute,
    RoomCommand,
    Say,
    SetReady,
)
from game.engine.ids import ConnectionId, UserId
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.state import Phase, Role, RoomState
from tests.engine.two_worlds import Worlds

T = TypeVar("T")
Secret = tuple[UserId | None, UserId | None]
"""Whom the mafia choose and whom the doctor guards."""

PHASES = 9
GAPS_MS = (0, 1, 400, 1_600, 4_000, 9_000, 31_000)


class Director:
    """Draws what happens, and lets it happen in both worlds."""

    def __init__(self, data: st.DataObject, worlds: Worlds) -> None:
        self._data = data
        self._worlds = worlds

    def play(self) -> None:
        """A few phases of a game."""
        for _ in range(PHASES):
            phase, round_ = self._worlds.state.phase, self._worlds.state.round
            match phase:
                case Phase.NIGHT:
                    self._night()
                case Phase.DAY:
                    self._day()
                case _:
                    self._vote()
            while (self._worlds.state.phase, self._worlds.state.round) == (phase, round_):
                self._worlds.wake()

    def _night(self) -> None:
        """Everybody taps; who acts, and how, may differ wherever the viewer cannot know it."""
        secrets = self._secrets()
        for user in self._draw(st.permutations(self._worlds.state.acting)):
            self._pause()
            self._probe()
            if any(secrets) or self._chance(7):
                self._worlds.do(*self._orders(user, secrets))
            if self._chance(1):
                self._chatter(with_absence=not any(secrets))

    def _day(self) -> None:
        for user in self._draw(st.lists(st.sampled_from(self._worlds.state.living), max_size=6)):
            self._pause()
            self._alike(Done(user)) if self._chance(5) else self._chatter(with_absence=True)

    def _vote(self) -> None:
        for user in self._draw(st.lists(st.sampled_from(self._worlds.state.living), max_size=8)):
            self._pause()
            others = [None, *(each for each in self._worlds.state.living if each not in self._worlds.pair)]
            self._alike(CastVote(user, self._pick(others)))
            if self._chance(1):
                self._chatter(with_absence=True)

    def _chatter(self, *, with_absence: bool) -> None:
        """Something that anybody may try at any time; where it is a secret, the viewer hears nothing of it."""
        user, target = (self._pick(list(self._worlds.state.players)) for _ in range(2))
        tries: list[RoomCommand] = [
            Say(user, "id", "hello"),
            Mute(user, 5, "flooding"),
            SetReady(user, ready=True),
            CastVote(user, target),
            Connect(user, ConnectionId(f"{user}#1")),
        ]
        if self._may_try_to_kill(user):
            tries.append(MafiaKill(user, target))
        if with_absence:
            tries += [Disconnect(user, ConnectionId(f"{user}#1")), Leave(user)]
        self._alike(self._pick(tries))
        self._probe()

    def _probe(self) -> None:
        """Whatever the viewer tries, the answer tells nothing."""
        viewer, target = self._worlds.viewer, self._pick(list(self._worlds.state.players))
        for ask in (MafiaKill, DoctorSave, DetectiveInspect, Done, CastVote):
            self._worlds.probe(ask(viewer, target))
        self._worlds.probe(Say(viewer, "id", "hello"))

    def _may_try_to_kill(self, user: UserId) -> bool:
        return all(world.player(user).role is not Role.MAFIA for world in self._worlds.both)

    def _alike(self, command: RoomCommand) -> None:
        self._worlds.do(command, command)

    # -- the secrets of a night

    def _secrets(self) -> tuple[Secret, Secret] | tuple[()]:
        """What the mafia and the doctor do in each world, with the same victim in both; nothing in an idle night."""
        state = self._worlds.state
        is_anybody_going = any(player.grace_ends_at for player in state.players.values())
        if night.is_meeting(state) or is_anybody_going or self._chance(1):
            return ()
        victim = self._pick([None, *(user for user in state.living if self._may_try_to_kill(user))])
        options = [_secrets_of(world.state, victim) for world in self._worlds.both]
        one = self._pick(options[0])
        alike = [other for other in options[1] if self._is_alike(one, other)]
        return (one, self._pick(alike)) if alike else ()

    def _is_alike(self, one: Secret, other: Secret) -> bool:
        """Whether the viewer, who may be one of those who choose, sees the same."""
        viewer = self._worlds.viewer
        state = self._worlds.state
        if viewer in state.acting_as(Role.MAFIA):
            return one[0] == other[0]
        return viewer not in state.acting_as(Role.DOCTOR) or one[1] == other[1]

    def _orders(self, user: UserId, secrets: tuple[Secret, Secret] | tuple[()]) -> list[RoomCommand]:
        """What this player does in each world; the viewer does the same in both."""
        orders = []
        suspects = [self._suspect(user), self._suspect(user)]
        if user == self._worlds.viewer:
            suspects[1] = suspects[0]
        for world, secret, suspect in zip(self._worlds.both, secrets or ((None, None),) * 2, suspects, strict=True):
            orders.append(_order(world.state, user, secret, suspect))
        return orders

    def _suspect(self, user: UserId) -> UserId | None:
        """Anybody living; for the viewer nobody whose side differs."""
        hidden = self._worlds.pair if user == self._worlds.viewer and self._worlds.are_sides_exchanged else ()
        return self._pick([None, *(each for each in self._worlds.state.living if each not in (user, *hidden))])

    # -- dice

    def _pause(self) -> None:
        self._worlds.wait(self._pick(GAPS_MS[:5] if self._worlds.state.phase is Phase.NIGHT else GAPS_MS))

    def _chance(self, of_eight: int) -> bool:
        return self._data.draw(st.integers(0, 7)) < of_eight

    def _pick(self, options: Sequence[T]) -> T:
        return self._data.draw(st.sampled_from(options))

    def _draw(self, strategy: st.SearchStrategy[list[UserId]]) -> list[UserId]:
        return self._data.draw(strategy)


def _secrets_of(state: RoomState, victim: UserId | None) -> list[Secret]:
    """All that mafia and doctor can do for just this victim to die."""
    prey = [user for user in state.living if state.players[user].role is not Role.MAFIA]
    wards = [
        user
        for doctor in state.acting_as(Role.DOCTOR)
        for user in state.living
        if not isinstance(reduce(state, DoctorSave(doctor, user), state.timers.phase_began_at), Refusal)
    ]
    secrets = [(kill, save) for kill in (None, *prey) for save in (None, *wards)]
    return [(kill, save) for kill, save in secrets if (None if kill == save else kill) == victim]


def _order(state: RoomState, user: UserId, secret: Secret, suspect: UserId | None) -> RoomCommand:
    kill, save = secret
    match state.players[user].role:
        case Role.MAFIA if kill is not None:
            return MafiaKill(user, kill)
        case Role.DOCTOR if save is not None:
            return DoctorSave(user, save)
        case Role.DETECTIVE if suspect is not None and not night.is_meeting(state):
            return DetectiveInspect(user, suspect)
        case _:
            return Done(user, suspect)
