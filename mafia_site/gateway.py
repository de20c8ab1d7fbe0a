"""One player's socket: accept, identify, decode, limit, hand to the table of events; it knows no rule of the game."""

import asyncio
import contextlib
import logging
import time
import uuid
from collections import OrderedDict
from typing import Any, Final

from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, WebSocketScope
from channels.consumer import AsyncConsumer
from msgspec import json
from redis.exceptions import RedisError

from accounts import address, identity, names
from accounts.bans import bans
from game import handlers
from game import house as houses
from game.background import together
from game.closing import CloseCode
from game.engine.commands import Disconnect
from game.engine.ids import ConnectionId, RoomId, UserId
from game.engine.refusals import Refusal
from game.feed import Feed
from game.outbox import UserSeen
from game.refs import REMEMBERED
from game.wire import ChatSend
from lobby.wire import RoomWatch
from mafia_site import crowd, events, frames
from mafia_site.budget import Allowance, allowances
from mafia_site.drain import drain
from mafia_site.outgoing import Outgoing
from mafia_site.refusals import Code, Denial, Misuse, sentence
from mafia_site.wire import AuthIdentify, Ping
from matchmaking import foyer

BATCH: Final = "mafia.batch"
IDENTIFY_WITHIN_S: Final = 20
FAREWELL_S: Final = 20
LEAVE_WITHIN_S: Final = 3
MAX_MALFORMED: Final = 10
MAX_OVER_BUDGET: Final = 60
log = logging.getLogger(__name__)


class Gateway(AsyncConsumer):
    """The consumer of `/ws/`. It has an own receive loop and no channel: the stock one hops to a thread per event."""

    user = UserId("")
    username = ""
    room: RoomId | None = None
    is_onlooker = False
    """Whether it was identified to look on, which is never taken back."""

    async def __call__(self, scope: WebSocketScope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        """Serve one socket from handshake to close."""
        self.connection = ConnectionId(uuid.uuid4().hex)
        self.address = address.of_scope(scope)
        self._cookie_user = identity.user_of_cookies(crowd.cookies_of(scope))
        self._house = houses.current()
        self._allowance = Allowance(time.monotonic())
        self._answers: OrderedDict[str, bytes] = OrderedDict()
        self._malformed = self._over_budget = 0
        await receive()
        wants_batch = BATCH in scope["subprotocols"]
        await send({"type": "websocket.accept", "subprotocol": BATCH if wants_batch else None, "headers": []})
        self._outgoing = Outgoing(send, batch=wants_batch)
        with crowd.counted(self.address) as is_welcome:
            await self._serve(receive, is_welcome=is_welcome)

    def put(self, frame: bytes) -> None:
        """Queue one encoded frame."""
        self._outgoing.put(frame)

    def close(self, code: CloseCode) -> None:
        """Close once the queue is out."""
        self._outgoing.close(code)

    async def _serve(self, receive: ASGIReceiveCallable, *, is_welcome: bool) -> None:
        drain.enter(self)
        writer = asyncio.create_task(self._outgoing.write())
        reader = asyncio.create_task(self._read(receive))
        overdue = asyncio.get_running_loop().call_later(IDENTIFY_WITHIN_S, self._expect_identity)
        if not is_welcome:
            self.close(CloseCode.FLOODING)
        try:
            await asyncio.wait({reader, self._outgoing.overflow}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            overdue.cancel()
            reader.cancel()
            await self._leave()
            drain.leave(self)
            if self._outgoing.overflow.done():
                await asyncio.wait({writer}, timeout=FAREWELL_S)
            writer.cancel()
        await asyncio.gather(reader, return_exceptions=self._outgoing.overflow.done())

    async def _read(self, receive: ASGIReceiveCallable) -> None:
        while (message := await receive())["type"] != "websocket.disconnect":
            if self._outgoing.is_open:
                await self._receive(message)

    async def _receive(self, message: Any) -> None:
        text = message.get("text")
        if text is None:
            self._misuse(frames.malformed(Misuse.BINARY))
            return
        event = events.decode(text)
        match event:
            case events.Malformed(answer=answer):
                self._misuse(answer)
            case _ if not self._allowance.frames.spend(time.monotonic()):
                self._slow_down(event)
            case events.Invalid(answer=answer):
                self.put(answer)
            case _:
                await self._handle(event)

    async def _handle(self, event: Any) -> None:
        try:
            await self._dispatch(event)
        except RedisError as trouble:
            log.error("room %s: Redis: %s", self.room, type(trouble).__name__)
            self._refuse(event, Denial.UNAVAILABLE)
        except Exception:
            log.exception("room %s: %s", self.room, events.name_of(event))
            self._refuse(event, Denial.UNAVAILABLE)

    async def _dispatch(self, event: Any) -> None:
        if isinstance(event, AuthIdentify):
            await self._introduce(event)
        elif not self.user:
            self._refuse(event, Denial.NOT_IDENTIFIED)
        elif isinstance(event, Ping):
            self.put(json.encode(frames.Pong(self._house.live.now_ms())))
            self._answer(event, None)
        elif isinstance(event, RoomWatch) is not self.is_onlooker:
            self._refuse(event, Denial.WRONG_SOCKET)
        elif event.ref is not None and event.ref in self._answers:
            self.put(self._answers[event.ref])
        elif isinstance(event, ChatSend) and not self._allowance.chats.spend(time.monotonic()):
            await handlers.mute(self._house, self)
            self._answer(event, Refusal.RATE_LIMITED)
        else:
            self._answer(event, await events.EVENTS[type(event)](self._house, self, event))

    async def _introduce(self, event: AuthIdentify) -> None:
        """Identify, or have the client come back: half a welcome would leave a socket that hears nothing."""
        try:
            await self._identify(event)
        except RedisError as trouble:
            log.error("auth:identify: Redis: %s", type(trouble).__name__)
            self.close(CloseCode.RESTARTING)

    async def _identify(self, event: AuthIdentify) -> None:
        username = names.clean(event.username)
        if self.user:
            self._refuse(event, Denial.ALREADY_IDENTIFIED)
        elif username is None:
            self._refuse(event, Refusal.INVALID, "`username` needs 1 to 20 visible characters.")
        else:
            await self._admit(event, username)

    async def _admit(self, event: AuthIdentify, username: str) -> None:
        token_user = identity.verify(event.token) if event.token else None
        user = self._cookie_user or token_user or identity.new_user_id()
        if user in bans.standing:
            self._refuse(event, Denial.BANNED)
            self.close(CloseCode.BANNED)
            return
        self.user, self.username, self.is_onlooker = UserId(user), username, event.watch
        self._allowance = allowances.of(user, time.monotonic())
        if self.is_onlooker:
            self._greet()
        else:
            await self._house.hub.take_over(self)
            await self._welcome()
        self._answer(event, None)

    async def _welcome(self) -> None:
        """Answer with the identity; then, for somebody with a seat, with all of the room."""
        house = self._house
        room = await house.claims.room_of(self.user)
        state = await house.play.look(room) if room else None
        if state is not None and self.user in state.players:
            self.username = state.players[self.user].username
        self._greet()
        await house.note(self.user, UserSeen(user_id=self.user, username=self.username, at=house.live.now_ms()))
        entered = await house.play.enter(state.room_id, self) if state else None
        if isinstance(entered, Feed):
            entered.welcome_back(self, house.live.now_ms())
        await foyer.current().hall.welcome(self)

    def _greet(self) -> None:
        token = identity.sign(self.user)
        self.put(json.encode(frames.AuthSuccess(self.user, self.username, token, is_guest=True)))

    async def _leave(self) -> None:
        """The socket is gone: the truth is the lease on its signs of life, this only says so sooner."""
        self._house.hub.drop(self)
        with contextlib.suppress(RedisError, TimeoutError):
            async with asyncio.timeout(LEAVE_WITHIN_S):
                if self.is_onlooker:
                    await self._house.gallery.leave(self)
                else:
                    await together(foyer.current().hall.absent(self), self._leave_room())

    async def _leave_room(self) -> None:
        room = self.room
        if room is not None:
            await self._house.play.leave_feed(room, self)
            await self._house.play.perform(room, Disconnect(self.user, self.connection))

    def _answer(self, event: Any, refusal: Refusal | None) -> None:
        if refusal is not None:
            self._refuse(event, refusal)
        elif event.ref is not None:
            self._remember(event.ref, json.encode(frames.Ack(event.ref)))

    def _refuse(self, event: Any, code: Code, reason: str = "") -> None:
        answer = frames.refused(events.name_of(event), code, reason or sentence(code), event.ref)
        if event.ref is not None and isinstance(code, Refusal):
            self._remember(event.ref, answer)
        else:
            self.put(answer)

    def _remember(self, ref: str, answer: bytes) -> None:
        self._answers[ref] = answer
        if len(self._answers) > REMEMBERED:
            self._answers.popitem(last=False)
        self.put(answer)

    def _misuse(self, answer: bytes) -> None:
        self._malformed += 1
        self.put(answer)
        if self._malformed >= MAX_MALFORMED:
            self.close(CloseCode.MALFORMED)

    def _slow_down(self, event: Any) -> None:
        self._over_budget += 1
        self._refuse(event, Refusal.RATE_LIMITED)
        if self._over_budget >= MAX_OVER_BUDGET:
            self.close(CloseCode.FLOODING)

    def _expect_identity(self) -> None:
        if not self.user:
            self.close(CloseCode.MALFORMED)
