"""What a sensible player does next, decided from that player's view alone; it touches no socket and no clock."""

from collections import Counter
from collections.abc import Callable, Collection
from random import Random
from typing import NamedTuple

from tests.client.record import Frame
from tests.client.view import View

FEWEST = 4
OPENERS = ("Morning. Who slept?", "Somebody here is lying.", "Let us think before we hang anyone.", "Hm.")
DOUBT, PROOF = "I suspect {}.", "{} is mafia: I have looked."
SHY = 0.2
FROM_THE_DEAD = ("I never saw it coming.", "It is cold here.", "You are all looking the wrong way.")


class Move(NamedTuple):
    """An event this player wants to send."""

    event: str
    fields: Frame


def next_move(view: View, made: Collection[str], dice: Random, *, wait_for: int = FEWEST) -> Move | None:
    """The next thing to do in this turn, given the events already sent in it; None is to wait."""
    if view.left is not None:
        return None
    if view.status == "lobby":
        return _in_lobby(view, made, wait_for)
    habit = HABITS.get(view.phase if view.alive else "dead")
    return habit(view, made, dice) if habit and view.status == "in_game" else None


def _in_lobby(view: View, made: Collection[str], wait_for: int) -> Move | None:
    if not view.is_host:
        ready = view.me in view.seats and view.seats[view.me].ready
        return None if ready or "room:ready" in made else Move("room:ready", {})
    enough = len(view.seats) >= max(wait_for, FEWEST)
    return Move("room:start", {}) if enough and view.everybody_ready and "room:start" not in made else None


def _dead(view: View, made: Collection[str], dice: Random) -> Move | None:
    if view.phase != "day" or "chat:send" in made:
        return None
    return Move("chat:send", {"message": dice.choice(FROM_THE_DEAD)})


# -- night


def _at_night(view: View, made: Collection[str], dice: Random) -> Move | None:
    if any(event.startswith("action:") for event in made):
        return _whisper(view, made)
    if view.nobody_acts or view.role == "villager":
        return Move("action:done", {"targetId": _hunch(view, dice)})
    match view.role:
        case "mafia":
            return _kill(view, dice)
        case "doctor":
            return Move("action:doctorSave", {"targetId": _patient(view, dice)})
        case "detective":
            return _inspect(view, dice)
        case _:
            return None


def _kill(view: View, dice: Random) -> Move:
    """Follow a fellow's choice when there is one; else choose."""
    if view.target is not None or not view.others:
        return Move("action:done", {})
    return Move("action:mafiaKill", {"targetId": dice.choice(view.others)})


def _whisper(view: View, made: Collection[str]) -> Move | None:
    """What the mafia say to each other once a target stands."""
    if "chat:send" in made or not any(view.seats[ally].alive for ally in view.allies):
        return None
    plan = f"{view.name(view.target)}, then." if view.target else "Good to have you here."
    return Move("chat:send", {"message": plan})


def _patient(view: View, dice: Random) -> str:
    """Anybody but last night's patient; oneself once in a game."""
    saves = [act for act in view.acts if act.event == "action:doctorSave"]
    spent = {act.target for act in saves if act.round == view.round - 1 or act.target == view.me}
    return dice.choice([user for user in view.living if user not in spent])


def _inspect(view: View, dice: Random) -> Move:
    unknown = [user for user in view.others if user not in view.inspections]
    if not unknown:
        return Move("action:done", {})
    return Move("action:detectiveInspect", {"targetId": dice.choice(unknown)})


# -- day


def _by_day(view: View, made: Collection[str], dice: Random) -> Move | None:
    """Say one thing, then let the others vote."""
    if "chat:send" not in made:
        return Move("chat:send", {"message": _speech(view, dice)})
    return None if "action:done" in made else Move("action:done", {})


def _speech(view: View, dice: Random) -> str:
    if proven := _proven(view):
        return PROOF.format(view.name(proven))
    suspect = _hunch(view, dice)
    return dice.choice(OPENERS) if suspect is None or dice.random() < SHY else DOUBT.format(view.name(suspect))


def _voting(view: View, made: Collection[str], dice: Random) -> Move | None:
    return None if "vote:cast" in made else Move("vote:cast", {"targetId": _ballot(view, dice)})


def _ballot(view: View, dice: Random) -> str | None:
    """The proven one; else whom the table accuses most; else, when nobody was named, a hunch or a skip."""
    allowed = [user for user in view.others if not view.candidates or user in view.candidates]
    accused = accusations(view)
    proven = _proven(view)
    if proven in allowed:
        return proven
    if not allowed:
        return None
    loudest = max(allowed, key=lambda user: (accused[user], user))
    return loudest if accused[loudest] else dice.choice([*allowed, *_skip(view)])


def _skip(view: View) -> list[None]:
    """A vote for nobody, where a runoff does not rule it out."""
    return [None] if not view.candidates or "skip" in view.candidates else []


def accusations(view: View) -> Counter[str]:
    """How loudly the living have lately accused each other: a proof outweighs any number of doubts."""
    weights = {PROOF: len(view.seats), DOUBT: 1}
    accusing = {text.format(view.name(user)): (user, weights[text]) for user in view.living for text in weights}
    latest = {line.user_id: accusing[line.text] for line in view.chat if line.text in accusing}
    loudness = Counter[str]()
    for accuser, (user, weight) in latest.items():
        loudness[user] += weight if accuser in view.living else 0
    return loudness


def _proven(view: View) -> str | None:
    return next((user for user, mafia in view.inspections.items() if mafia and user in view.living), None)


def _hunch(view: View, dice: Random) -> str | None:
    doubtful = [user for user in view.others if view.inspections.get(user) is not False]
    return dice.choice(doubtful) if doubtful else None


HABITS: dict[str, Callable[[View, Collection[str], Random], Move | None]] = {
    "night": _at_night,
    "day": _by_day,
    "voting": _voting,
    "dead": _dead,
}
