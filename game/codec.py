"""Live values to Redis and back: readable JSON, flat hashes, log entries; judges nothing."""

from collections.abc import Sequence

from msgspec import Struct, json, structs

from game.engine.commands import AnyCommand
from game.engine.facts import AnyFact
from game.engine.ids import UserId
from game.engine.state import Actions, RoomState

_SKIP = "skip"
_TAP = "tap:"
_PICK = "pick:"


class Entry(Struct, frozen=True, rename="camel", omit_defaults=True):
    """One entry of a room's log: what was asked, when (ms), and what came of it.

    With the shard's total outage by then (ms), and with the whole room where a game is dealt, the commands of a game
    give its states again.
    """

    at: int
    command: AnyCommand | None
    facts: tuple[AnyFact, ...]
    downtime: int = 0
    dealt: RoomState | None = None


_states = json.Decoder(RoomState)
_entries = json.Decoder(Entry)


def state_text(state: RoomState) -> bytes:
    """The room without what its companions hold; begins with the version."""
    return json.encode(structs.replace(state, actions=Actions(), votes={}))


def state_of(text: bytes, actions: Sequence[bytes], votes: Sequence[bytes]) -> RoomState:
    """The room from its three keys, the hashes flat as Redis returns them."""
    stored = _states.decode(text)
    return structs.replace(stored, actions=_actions_of(_pairs(actions)), votes=_votes_of(_pairs(votes)))


def actions_flat(actions: Actions) -> bytes:
    """The choices as `mafiaKill, <user>, ..., tap:<user>, <suspect or nothing>, ..., pick:<user>, <seat>`."""
    named = {
        "mafiaKill": actions.mafia_kill,
        "mafiaKillBy": actions.mafia_kill_by,
        "doctorSave": actions.doctor_save,
        "detectiveInspect": actions.detective_inspect,
    }
    flat = [part for name, user in named.items() if user is not None for part in (name, user)]
    taps = [part for user, target in actions.taps.items() for part in (f"{_TAP}{user}", target or "")]
    picks = [part for user, target in actions.picks.items() for part in (f"{_PICK}{user}", target)]
    return json.encode([*flat, *taps, *picks])


def votes_flat(votes: dict[UserId, UserId | None]) -> bytes:
    """The ballots as `<voter>, <target or skip>, ...`."""
    return json.encode([part for voter, target in votes.items() for part in (voter, target or _SKIP)])


def entry_text(entry: Entry) -> bytes:
    """The log entry as JSON."""
    return json.encode(entry)


def entry_of(text: bytes) -> Entry:
    """The log entry that `entry_text` made."""
    return _entries.decode(text)


def _pairs(flat: Sequence[bytes]) -> dict[str, str]:
    words = [word.decode() for word in flat]
    return dict(zip(words[::2], words[1::2], strict=True))


def _actions_of(fields: dict[str, str]) -> Actions:
    def chosen(name: str) -> UserId | None:
        return UserId(fields[name]) if name in fields else None

    taps = {
        UserId(name.removeprefix(_TAP)): UserId(target) if target else None
        for name, target in fields.items()
        if name.startswith(_TAP)
    }
    return Actions(
        mafia_kill=chosen("mafiaKill"),
        mafia_kill_by=chosen("mafiaKillBy"),
        doctor_save=chosen("doctorSave"),
        detective_inspect=chosen("detectiveInspect"),
        taps=taps,
        picks={UserId(name.removeprefix(_PICK)): UserId(to) for name, to in fields.items() if name.startswith(_PICK)},
    )


def _votes_of(fields: dict[str, str]) -> dict[UserId, UserId | None]:
    return {UserId(voter): None if target == _SKIP else UserId(target) for voter, target in fields.items()}
