"""What the game does with each client event: the event becomes a command of the room its sender sits in."""

import unicodedata
import uuid
from collections.abc import Container
from typing import Final

from game import phrases, wire
from game.engine.commands import (
    AnyCommand,
    CastVote,
    DetectiveInspect,
    DoctorSave,
    Done,
    MafiaKill,
    Mute,
    Say,
)
from game.engine.ids import UserId
from game.engine.phrases import ABOUT_SOMEBODY, Phrase, PhraseKey
from game.engine.refusals import Refusal
from game.house import House
from game.session import Socket

MAX_MESSAGE: Final = 300
MUTE_S: Final = 10
_JOINER: Final = "\u200d"


async def mafia_kill(house: House, socket: Socket, event: wire.MafiaKill) -> Refusal | None:
    """`action:mafiaKill`."""
    return await act(house, socket, MafiaKill(socket.user, UserId(event.target_id)), event.ref)


async def doctor_save(house: House, socket: Socket, event: wire.DoctorSave) -> Refusal | None:
    """`action:doctorSave`."""
    return await act(house, socket, DoctorSave(socket.user, UserId(event.target_id)), event.ref)


async def detective_inspect(house: House, socket: Socket, event: wire.DetectiveInspect) -> Refusal | None:
    """`action:detectiveInspect`."""
    return await act(house, socket, DetectiveInspect(socket.user, UserId(event.target_id)), event.ref)


async def done(house: House, socket: Socket, event: wire.Done) -> Refusal | None:
    """`action:done`."""
    return await act(house, socket, Done(socket.user, _user(event.target_id)), event.ref)


async def cast_vote(house: House, socket: Socket, event: wire.VoteCast) -> Refusal | None:
    """`vote:cast`."""
    return await act(house, socket, CastVote(socket.user, _user(event.target_id)), event.ref)


async def say(house: House, socket: Socket, event: wire.ChatSend) -> Refusal | None:
    """`chat:send`: what it contains is text, without characters that cannot be stored or that turn others around."""
    if event.phrase is not None:
        return await _say_quickly(house, socket, event.phrase, event.ref)
    message = "".join(map(_written, event.message)).strip()
    if len(message) > MAX_MESSAGE or not any(map(_is_visible, message)):
        return Refusal.INVALID
    return await act(house, socket, Say(socket.user, str(uuid.uuid4()), message, channel=event.channel), event.ref)


async def mute(house: House, socket: Socket) -> None:
    """Silence a flooding player for a moment, before all eyes; a flood of words is no flood of notices."""
    state = await house.play.look(socket.room) if socket.room else None
    player = state.players.get(socket.user) if state else None
    if player is not None and player.muted_until <= house.live.now_ms():
        await act(house, socket, Mute(socket.user, MUTE_S, "flood"), None)


async def act(house: House, socket: Socket, command: AnyCommand, ref: str | None) -> Refusal | None:
    """Do this in the room that the sender sits in."""
    if socket.room is None:
        return Refusal.NOT_IN_ROOM
    return await house.play.perform(socket.room, command, ref=ref)


async def _say_quickly(house: House, socket: Socket, quick: wire.Quick, ref: str | None) -> Refusal | None:
    """The words are made here: nobody says one thing to some readers and another to the rest."""
    state = await house.play.look(socket.room) if socket.room else None
    players = state.players if state else {}
    phrase = Phrase(PhraseKey(quick.key), _user(quick.target_id))
    if not _is_sound(quick, {user for user in players if user != socket.user}):
        return Refusal.INVALID
    words = phrases.plain(phrase, players[phrase.target_id].username if phrase.target_id else "")
    return await act(house, socket, Say(socket.user, str(uuid.uuid4()), words, phrase), ref)


def _is_sound(quick: wire.Quick, others: Container[str]) -> bool:
    """Whether it is about one of the others if it has to be about somebody, and else about nobody."""
    return quick.target_id in others if quick.key in ABOUT_SOMEBODY else quick.target_id is None


def _written(char: str) -> str:
    """Line breaks and controls become spaces; bidi and zero-width ones vanish, but for what joins emoji."""
    match unicodedata.category(char):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cf" if char != _JOINER:
            return ""
        case _:
            return char


def _is_visible(char: str) -> bool:
    return unicodedata.category(char)[0] not in "CMZ"


def _user(target: str | None) -> UserId | None:
    return None if target is None else UserId(target)
