"""A page on a stage: it is the site's own, but its socket is played by the test, so that any moment can be shown."""

import asyncio
import json
from typing import Any

from playwright.async_api import BrowserContext, WebSocketRoute

from tests.browser.table import Screen, Table

CAST = ("Mira", "Jonas", "Aïcha", "Лена", "Wei", "Bartholomew III")
IDS = tuple(f"00000000-0000-4000-8000-00000000000{number}" for number in range(1, 7))
ME = IDS[0]
NOW = 1_800_000_000_000  # the one moment at which everything on this stage happens
SETUP = {"mafia": 2, "detective": 1, "doctor": 1, "villager": 2, "firstNight": "kill"}
Frame = dict[str, Any]


class Theatre:
    """One guest's table, and the server's part in it."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.heard: list[Frame] = []
        self.code = ""
        self._is_open = True
        self._moment = NOW
        self._socket: WebSocketRoute | None = None
        self._listening = asyncio.Event()
        self._news = asyncio.Event()

    async def open(self) -> None:
        """Open a real room's page, and take the server's part."""
        await self._enter("create", name=CAST[0], max_players="10")
        self.code = self.table.page.url.rsplit("/", 1)[1]

    async def open_queue(self) -> None:
        """Open the page of the queue, and take the server's part."""
        await self._enter("play", name=CAST[0])
        self.code = "K7M2QF"

    async def open_screen(self, code: str) -> None:
        """Open the big screen of a real room, and take the server's part."""
        self.code = code
        await self.at(NOW)
        await self.table.page.route_web_socket("**/ws/", self._take)
        await self.table.page.goto(f"/r/{code}/screen")
        await self._listening.wait()

    async def reload(self) -> None:
        """Load the page anew, and wait until it has said who comes."""
        self._listening.clear()
        await self.table.page.reload()
        await self._listening.wait()

    async def at(self, moment: int) -> None:
        """Stop the page's clock at this moment (ms)."""
        self._moment = moment
        await self.table.page.clock.set_fixed_time(moment / 1000)

    async def play(self, *frames: Frame) -> None:
        """Send these frames, as the server would."""
        assert self._socket is not None
        for frame in frames:
            self._socket.send(json.dumps(frame))
        await asyncio.sleep(0)

    async def hears(self, after: int) -> Frame:
        """Wait for a frame beyond this many, and return it."""
        while len(self.heard) <= after:
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), 5)
        return self.heard[-1]

    async def close(self, code: int, *, for_good: bool = True) -> None:
        """Close the line, as the server would, and let nobody in after that, unless it is only a hiccup."""
        assert self._socket is not None
        line, self._socket = self._socket, None
        self._is_open = not for_good
        await line.close(code=code)

    async def show(self, screen: Screen, *frames: Frame) -> None:
        """Play up to this screen."""
        await self.play(*frames)
        await self.table.sees(screen)

    def room(self, status: str = "lobby", *, host: str = ME, ready: bool = True, dead: tuple[int, ...] = ()) -> Frame:
        """Make a `room:update`."""
        return {
            "type": "room:update",
            "roomId": "r",
            "roomCode": self.code,
            "status": status,
            "isPublic": False,
            "hostId": host,
            "maxPlayers": 10,
            "settings": SETTINGS,
            "players": [seat(at, ready=ready, alive=at not in dead) for at in range(len(CAST))],
        }

    def gathering(self, *, starts_in: int = 12) -> Frame:
        """Make a `room:update` of strangers whose table starts by itself in so many seconds."""
        return {**self.room(host=IDS[1], ready=False), "isPublic": True, "startsAt": NOW + starts_in * 1000}

    def with_bots(self, *bots: int, ready: bool = False) -> Frame:
        """Make a `room:update` of a lobby in which these seats are bots'."""
        room = self.room(ready=ready)
        made = {at: {**room["players"][at], "isBot": True, "ready": True, "connected": True} for at in bots}
        return {**room, "players": [made.get(at, player) for at, player in enumerate(room["players"])]}

    def game(self, role: str = "villager", allies: tuple[str, ...] = ()) -> list[Frame]:
        """Make the frames of a game that has just begun."""
        return [
            self.room("in_game"),
            {"type": "game:commitment", "commitment": "c0ffee", "setup": SETUP},
            {"type": "game:role", "role": role, "allies": list(allies)},
            phase("night"),
        ]

    async def _enter(self, way: str, **form: str) -> None:
        """Send a form of the landing page without drawing that page, and show where it leads."""
        page = self.table.page
        await self.at(NOW)
        await page.route_web_socket("**/ws/", self._take)
        await page.goto(await post(page.context, way, **form))
        await self._listening.wait()

    def _take(self, socket: WebSocketRoute) -> None:
        if not self._is_open:
            return
        self._socket = socket
        socket.on_message(self._answer)

    def _answer(self, message: str | bytes) -> None:
        frame = json.loads(message)
        if frame["type"] == "auth:identify" and self._socket is not None:
            success = {"type": "auth:success", "userId": ME, "username": CAST[0], "token": "", "isGuest": True}
            self._socket.send(json.dumps(success))
            self._listening.set()
        elif frame["type"] == "ping" and self._socket is not None:
            self._socket.send(json.dumps({"type": "pong", "at": self._moment}))
        else:
            self.heard.append(frame)
            self._news.set()


async def post(context: BrowserContext, way: str, **form: str) -> str:
    """Send a form of the landing page, as this visitor; returns the address that it leads to."""
    landing = await context.request.get("/")
    [token] = [cookie["value"] for cookie in await context.cookies() if cookie["name"] == "csrftoken"]
    told: dict[str, str | float | bool] = {"csrfmiddlewaretoken": token, **form}
    origin = {"Origin": landing.url.rstrip("/")}
    answer = await context.request.post(f"/{way}", form=told, headers=origin, max_redirects=0)
    return answer.headers["location"]


SETTINGS = {
    "nightTime": 30,
    "discussionTime": 90,
    "voteTime": 30,
    "revealTime": 8,
    "runoff": False,
    "openVotes": True,
    "revealRoles": "role",
    "absence": "byRole",
    "mafia": None,
    "detective": None,
    "doctor": None,
    "firstNight": None,
}


def waiting(count: int, *, needed: int = 6, waited: int = 9, starts_in: int = 21) -> Frame:
    """Make a `matchmaking:status`."""
    times = {"waitedSeconds": waited, "startsBy": NOW + starts_in * 1000}
    return {"type": "matchmaking:status", "waiting": count, "needed": needed, **times}


def seat(at: int, *, ready: bool = True, alive: bool = True) -> Frame:
    """Make a player of `room:update`; the fourth is away."""
    known = {"userId": IDS[at], "username": CAST[at], "isBot": False}
    return {**known, "ready": ready, "connected": at != 3, "alive": alive}


def phase(name: str, *, number: int = 1, **more: object) -> Frame:
    """Make a `game:phase` that begins now."""
    return {"type": "game:phase", "phase": name, "duration": 38, "endsAt": NOW + 38_000, "round": number, **more}


def said(text: str, by: int = 1, channel: str = "day") -> Frame:
    """Make a `chat:message`."""
    return {"type": "chat:message", "id": text, "userId": IDS[by], "message": text, "channel": channel, "at": NOW}


def dead(at: int, role: str = "villager") -> Frame:
    """Make an entry of `deaths`."""
    return {"userId": IDS[at], "role": role}


TALLY: Frame = {
    "type": "vote:update",
    "counts": {IDS[2]: 3, IDS[1]: 1, "skip": 1},
    "cast": 5,
    "ballots": {IDS[0]: IDS[2], IDS[1]: IDS[2], IDS[3]: IDS[2], IDS[4]: IDS[1], IDS[5]: None},
}
RESULT: Frame = {
    "type": "vote:result",
    "eliminatedUserId": IDS[2],
    "role": "mafia",
    "counts": {IDS[2]: 3, IDS[1]: 1, "skip": 1},
    "tie": False,
}
END: Frame = {
    "type": "game:end",
    "winner": "villagers",
    "roles": dict(zip(IDS, ("villager", "mafia", "mafia", "doctor", "detective", "villager"), strict=True)),
    "stats": {
        "rounds": 1,
        "nights": [{"round": 1, "kill": IDS[5], "save": IDS[0], "inspect": IDS[1], "deaths": [IDS[5]]}],
        "votes": [{"round": 1, "ballots": {IDS[0]: IDS[2], IDS[1]: None}, "eliminatedUserId": IDS[2], "tie": False}],
        "suspicions": {IDS[0]: {"right": 1, "total": 2}},
    },
    "fairness": {"seed": "5eed", "commitment": "c0ffee", "order": list(IDS), "setup": SETUP},
}
