"""Finds in recorded frames what a client was told and may not know (I11); it trusts no field by its name alone."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.client.view import View
from tests.client.witness import Moment, Roles, Witness

ONLY_AT_THE_END = frozenset({"roles", "fairness", "seed", "stats", "suspicions", "winner"})
TO_A_SEAT = frozenset({"auth:reconnect", "game:state", "game:role", "action:result", "action:update"})
"""What nobody gets who only looks on, not even the own role: others see that screen."""
SIDES = frozenset({"mafia", "villagers"})
SHOWN = {"role": SIDES | {"detective", "doctor", "villager"}, "side": SIDES, "none": frozenset[str]()}
"""What the settings let everybody know of those who are out."""


def told(seen: list[Witness], roles: Roles) -> Iterator[str]:
    """Describe each leak in the frames of a running game."""
    for witness in seen:
        for moment in witness.moments:
            if moment.event and moment.after.phase not in {"lobby", "ended"}:
                found = _to_an_onlooker(moment, roles) if witness.looks_on else _leaks(moment, roles)
                yield from (f"I11 {witness.name}: {moment.event} told {leak}" for leak in found)


def _to_an_onlooker(moment: Moment, roles: Roles) -> Iterator[str]:
    if moment.event in TO_A_SEAT or "you" in _keys(moment.record.frame):
        yield "what is for a seat"
    if "dead" in _channels(moment):
        yield "what the dead say"
    yield from _leaks(replace(moment, after=replace(moment.after, me="")), roles)


def _leaks(moment: Moment, roles: Roles) -> Iterator[str]:
    view, frame = moment.after, moment.record.frame
    own = roles.get(view.me, "")
    for user, role in _claims(frame):
        if not _may_know(view, user, role, roles):
            yield f"that {view.name(user)} is {role}"
    yield from (f"{key!r} before the end" for key in _keys(frame) & ONLY_AT_THE_END)
    if own != "detective" and "isMafia" in _keys(frame):
        yield "an inspection to one who made none"
    if own != "mafia" and moment.event == "action:update":
        yield "the mafia's target"
    if "ballots" in _keys(frame) and not view.settings.get("openVotes"):
        yield "who voted for whom"
    yield from _overheard(moment, own)


def _may_know(view: View, user: str, told: str, roles: Roles) -> bool:
    """Whether what was told of `user` is about oneself, a fellow mafioso, or somebody who is out."""
    is_fellow = roles.get(view.me) == roles.get(user) == told == "mafia"
    seat = view.seats.get(user)
    is_public = seat is not None and not seat.alive and told in SHOWN[view.settings.get("revealRoles", "role")]
    return user == view.me or is_fellow or is_public


def _claims(value: Any) -> Iterator[tuple[str, str]]:
    """Every (user, role or side) that a frame states, wherever it stands."""
    if isinstance(value, list):
        for each in value:
            yield from _claims(each)
    if isinstance(value, dict):
        user = value.get("userId") or value.get("eliminatedUserId")
        told = value.get("role") or value.get("side")
        if user and told:
            yield user, told
        yield from ((ally, "mafia") for ally in value.get("allies") or ())
        for each in value.values():
            yield from _claims(each)


def _keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_keys, value))
    return set(value).union(*map(_keys, value.values())) if isinstance(value, dict) else set()


def _channels(moment: Moment) -> set[str]:
    frame = moment.record.frame
    lines = frame.get("gameState", {}).get("chat", [])
    return {str(line.get("channel")) for line in ([frame] if moment.event == "chat:message" else lines)}


def _overheard(moment: Moment, own: str) -> Iterator[str]:
    channels = _channels(moment)
    if "mafia" in channels and own != "mafia":
        yield "what the mafia say"
    if "dead" in channels and moment.after.alive:
        yield "what the dead say"
