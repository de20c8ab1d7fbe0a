"""One room as this process shows it: its sockets, its newest state, and the chat that a snapshot repeats."""

from collections import deque
from collections.abc import Collection, Iterable, Sequence

from msgspec import json

from game.closing import CloseCode
from game.engine import onlookers, view
from game.engine.facts import AnyFact, Channel, Dealt, LeaveReason, Resync, RoomChanged, Said, Unseated
from game.engine.frames import AnyFrame, GameState, Reconnect, RoomLeft, RoomWatching, StateFrame
from game.engine.ids import UserId
from game.engine.project import project
from game.engine.refusals import Refusal
from game.engine.state import RoomState
from game.session import Socket


class Feed:
    """The followers of one room in this process; told each change once and in order."""

    def __init__(self, state: RoomState, chat: Iterable[Said]) -> None:
        """Begin at this state; `chat` is what was said before, oldest first."""
        self.state = state
        self.sockets: dict[UserId, Socket] = {}
        self.onlookers: dict[Socket, None] = {}
        """Sockets without a seat, in the order of their coming."""
        self._chat = {channel: deque[Said](maxlen=view.CHAT_LENGTH) for channel in Channel}
        for said in chat:
            self._chat[said.channel].append(said)

    @property
    def is_followed(self) -> bool:
        """Whether any socket of this process needs it."""
        return bool(self.sockets or self.onlookers)

    @property
    def chat(self) -> list[Said]:
        """What was said lately, oldest first."""
        return sorted((said for channel in self._chat.values() for said in channel), key=lambda said: said.at)

    def attach(self, socket: Socket) -> None:
        """Let this socket follow; the user's earlier one, if any, is closed."""
        earlier = self.sockets.get(socket.user)
        if earlier is not None and earlier.connection != socket.connection:
            _supersede(earlier)
        self.sockets[socket.user] = socket
        socket.room = self.state.room_id

    def detach(self, socket: Socket) -> None:
        """Let this socket go, unless a newer one has taken its place."""
        if self.sockets.get(socket.user) is socket:
            del self.sockets[socket.user]
            socket.room = None

    def tell(self, state: RoomState, facts: Sequence[AnyFact], now_ms: int) -> None:
        """Show what happened up to this state; the picture of the room is sent once, as it is now.

        An outage moves the deadlines with no fact of its own: the players have to see that, too. And a picture that
        comes after a deal was too late to make a client forget the game before.
        """
        has_stood_still, self.state = state.downtime != self.state.downtime, state
        last_change = _last_place(facts, RoomChanged)
        is_belated = 0 <= _last_place(facts, Dealt) < last_change
        for place, fact in enumerate(facts):
            if isinstance(fact, Said):
                self._chat[fact.channel].append(fact)
            if not isinstance(fact, RoomChanged) or place == last_change:
                self._show(fact)
        # Once, however much has come together: a snapshot is large, and a bounded queue holds few.
        if has_stood_still or is_belated or any(isinstance(fact, Resync) for fact in facts):
            self.resync(now_ms)
        self._let_go()

    def resync(self, now_ms: int) -> None:
        """Send everybody a whole snapshot."""
        for user, socket in self.sockets.items():
            if user in self.state.players:
                self.greet(socket, now_ms)
        self.unveil(self.onlookers, now_ms)

    def greet(self, socket: Socket, now_ms: int) -> None:
        """Send one follower a whole snapshot."""
        socket.put(encoded(StateFrame(self._snapshot(socket.user, now_ms))))

    def welcome_back(self, socket: Socket, now_ms: int) -> None:
        """Send one follower the snapshot that a reconnect begins with."""
        socket.put(encoded(Reconnect(self.state.room_id, self._snapshot(socket.user, now_ms))))

    def unveil(self, watching: Collection[Socket], now_ms: int) -> None:
        """Send those who look on the whole stage."""
        if watching:
            stage = encoded(RoomWatching(view.stage(self.state, chat=self.chat, now_ms=now_ms)))
            for socket in watching:
                socket.put(stage)

    def disband(self, farewell: RoomLeft) -> None:
        """The room is gone: tell whoever is still here."""
        for onlooker in self.onlookers:
            onlooker.put(encoded(farewell))
        self.onlookers.clear()
        for socket in list(self.sockets.values()):
            socket.put(encoded(farewell))
            self.detach(socket)

    def _snapshot(self, user: UserId, now_ms: int) -> GameState:
        return view.snapshot(self.state, user, chat=self.chat, now_ms=now_ms)

    def _show(self, fact: AnyFact) -> None:
        for parcel in project(fact, self.state):
            audience = [self.sockets[user] for user in parcel.audience if user in self.sockets]
            audience += self.onlookers if parcel.is_public else ()
            if audience:
                frame = encoded(parcel.frame)
                for socket in audience:
                    socket.put(frame)
        if isinstance(fact, Unseated) and fact.user_id in self.sockets:
            self.detach(self.sockets[fact.user_id])

    def _let_go(self) -> None:
        """Of sockets whose player has a newer one, or, after a Redis that went back in time, no seat any more.

        And of those who may not look on any more.
        """
        for user, socket in list(self.sockets.items()):
            player = self.state.players.get(user)
            if player is None:
                socket.put(encoded(RoomLeft(self.state.room_id, LeaveReason.CLOSED)))
                self.detach(socket)
            elif player.connected and player.connection > socket.connection:
                self.detach(socket)
                _supersede(socket)
        for onlooker in list(self.onlookers):
            if refusal := onlookers.barred(self.state, onlooker.user):
                reason = LeaveReason.KICKED if refusal is Refusal.KICKED else LeaveReason.CLOSED
                onlooker.put(encoded(RoomLeft(self.state.room_id, reason)))
                del self.onlookers[onlooker]


def encoded(frame: AnyFrame) -> bytes:
    """The frame as it goes over the wire."""
    return json.encode(frame)


def _last_place(facts: Sequence[AnyFact], kind: type[AnyFact]) -> int:
    return max((place for place, fact in enumerate(facts) if isinstance(fact, kind)), default=-1)


def _supersede(socket: Socket) -> None:
    socket.room = None
    socket.close(CloseCode.OPENED_ELSEWHERE)
