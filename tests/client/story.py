"""A game as a readable story, told once though many hear it; it decides nothing, and keeps secrets when asked."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import TypeAlias

from tests.client.player import Player
from tests.client.record import Direction, Frame, Record
from tests.client.view import View

Teller: TypeAlias = Callable[[View, Frame], str | None]


class Story:
    """Listens to all players of a table and says each thing that happens once."""

    def __init__(self, say: Callable[[str], object], *, secrets: bool) -> None:
        self._say = say
        self._secrets = secrets
        self._told: Counter[str] = Counter()
        self._heard: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def listen(self, player: Player, record: Record) -> None:
        """Tell what this record means, unless another player's was told already."""
        if record.direction is Direction.IN:
            line = self._line(player, record.frame)
            if line is not None and self._is_new(player.name, record.frame):
                self._say(line)
        elif record.direction is Direction.CLOSED and record.frame["code"] != 1000:
            self._say(f"  ({player.name}'s line broke off: {record.frame['code']})")

    def _line(self, player: Player, frame: Frame) -> str | None:
        event = str(frame.get("type"))
        teller = PUBLIC.get(event)
        if teller is None and self._secrets:
            teller = SECRET.get(event)
        if event == "chat:message" and frame.get("channel") in {"mafia", "dead"} and not self._secrets:
            return None
        if frame.get("code") == "wrong_phase":
            return None  # too late by a moment, as happens to everybody
        if event.endswith(":error"):
            return f"  ({player.name} was refused {frame.get('event', '')}: {frame.get('reason')})"
        return teller(player.view, frame) if teller else None

    def _is_new(self, name: str, frame: Frame) -> bool:
        """Whether this is heard for the first time at the table: the nth hearing of one player tells the nth time."""
        key = json.dumps(frame, sort_keys=True)
        if frame["type"] in PRIVATE:
            key = name + key
        self._heard[name][key] += 1
        if self._heard[name][key] <= self._told[key]:
            return False
        self._told[key] += 1
        return True


# -- public


def _phase(view: View, frame: Frame) -> str | None:
    seconds = f"({frame.get('duration')} s)"
    match frame["phase"]:
        case "night":
            return f"\n— Night {view.round} {seconds}"
        case "day":
            return f"\n— Day {view.round} {seconds}: {_dead(view, frame)}"
        case "voting":
            among = ", ".join(map(view.name, view.candidates))
            return f"— The vote {seconds}" + (f", once more among {among}" if among else "")
        case _:
            return f"\n— {_dead(view, frame)}" if frame.get("deaths") else None


def _dead(view: View, frame: Frame) -> str:
    deaths: list[Frame] = frame.get("deaths", [])
    if not deaths:
        return "nobody died." if "deaths" in frame else "the village wakes."
    return " ".join(f"{view.name(death['userId'])} is dead{_was(death)}." for death in deaths)


def _was(fate: Frame) -> str:
    shown = fate.get("role") or fate.get("side")
    return f" ({shown})" if shown else ""


def _result(view: View, frame: Frame) -> str:
    counts: dict[str, int] = frame.get("counts", {})
    tally = ", ".join(f"{'skip' if who == 'skip' else view.name(who)} {n}" for who, n in sorted(counts.items()))
    out = frame.get("eliminatedUserId")
    verdict = f"{view.name(out)} is out{_was(frame)}" if out else "nobody goes"
    return f"  The vote: {tally or 'all counted'} — {verdict}."


def _chat(view: View, frame: Frame) -> str:
    channel = frame.get("channel", "day")
    place = f" [{channel}]" if channel in {"mafia", "dead"} else ""
    return f"  {view.name(frame['userId'])}{place}: {frame['message']}"


def _mute(view: View, frame: Frame) -> str:
    return f"  ({view.name(frame['userId'])} is muted)"


def _end(view: View, frame: Frame) -> str:
    roles = ", ".join(f"{view.name(user)} was {role}" for user, role in frame["roles"].items())
    return f"\n— The {frame['winner']} win. {roles}."


# -- known to some players only


def _role(view: View, frame: Frame) -> str:
    fellows = ", ".join(map(view.name, frame.get("allies", ())))
    return f"  {view.name(view.me)} is {frame['role']}" + (f", with {fellows}" if fellows else "") + "."


def _inspected(view: View, frame: Frame) -> str:
    found = frame["inspectResult"]
    return f"  {view.name(view.me)} has learned: {view.name(found['userId'])} is {_side(found)}."


def _side(found: Frame) -> str:
    return "mafia" if found["isMafia"] else "not mafia"


def _target(view: View, frame: Frame) -> str:
    return f"  The mafia turn to {view.name(frame.get('targetId'))}."


PUBLIC: dict[str, Teller] = {
    "game:phase": _phase,
    "vote:result": _result,
    "chat:message": _chat,
    "chat:mute": _mute,
    "game:end": _end,
}
SECRET: dict[str, Teller] = {"game:role": _role, "action:result": _inspected, "action:update": _target}
PRIVATE = frozenset({"game:role", "action:result"})
