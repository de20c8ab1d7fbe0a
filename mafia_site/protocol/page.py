"""The protocol as a page for people; its numbers, names and sentences are the code's."""

from pathlib import Path
from string import Template
from typing import Final

from accounts import names
from game import gallery, handlers, refs, reports
from game.closing import MEANINGS
from game.engine import setup
from game.engine.refusals import Refusal
from mafia_site import budget, crowd, events, frames, gateway, outgoing, refusals
from mafia_site.protocol.asyncapi import ADDRESS
from mafia_site.protocol.schemas import Schema, error_name, schemas
from mafia_site.protocol.tables import fields, table

_HEAD: Final = Template(Path(__file__).with_name("head.md").read_text(encoding="utf-8"))
_NUMBERS: Final = {
    "address": ADDRESS,
    "largest_frame": events.MAX_BYTES,
    "identify_within": gateway.IDENTIFY_WITHIN_S,
    "longest_name": names.LONGEST,
    "longest_message": handlers.MAX_MESSAGE,
    "reports": reports.PER_GAME,
    "fewest": setup.MIN_SEATS,
    "batch": gateway.BATCH,
    "remembered": refs.REMEMBERED,
    "burst": budget.BURST,
    "per_second": f"{budget.PER_SECOND:g}",
    "over_budget": gateway.MAX_OVER_BUDGET,
    "chats": budget.CHATS,
    "chat_window": f"{budget.CHAT_WINDOW_S:g}",
    "mute": handlers.MUTE_S,
    "malformed": gateway.MAX_MALFORMED,
    "sockets": crowd.MAX_PER_ADDRESS,
    "onlookers": gallery.MOST_AT_A_TABLE,
    "of_a_user": gallery.MOST_OF_A_USER,
    "of_an_address": gallery.MOST_OF_AN_ADDRESS,
    "waiting": outgoing.MAX_WAITING // 1024,
}
_TAG: Final = frozenset({"type"})


def text() -> str:
    """The whole page."""
    shapes = schemas()
    head = _HEAD.substitute(_NUMBERS)
    parts = (head, _closing(), _client(shapes), _server(shapes), _refused(shapes), _others(shapes))
    return "\n".join(parts)


def _closing() -> str:
    rows = [
        [str(code.value), "come back" if code >= 4500 else "stay away", meaning]  # noqa: PLR2004 - 45xx
        for code, meaning in MEANINGS.items()
    ]
    more = (
        "1001 and 1006 (the line broke): come back. Always after a pause that grows and differs from client to client."
    )
    return f"## Close codes\n\n{table(['code', 'the client', 'why'], rows)}\n\n{more}\n"


def _client(shapes: dict[str, Schema]) -> str:
    told = [
        _told(events.name_of(kind), shapes[kind.__name__], shapes, unsaid=_TAG | {"ref"})
        for kind in events.CLIENT_EVENTS
    ]
    return "\n".join(("## Client → server\n\nEach has its `type`, and may carry a `ref`.\n", *told))


def _server(shapes: dict[str, Schema]) -> str:
    told = [_told(events.name_of(kind), shapes[kind.__name__], shapes, unsaid=_TAG) for kind in frames.SERVER_FRAMES]
    return "\n".join(
        ("## Server → client\n\nAn optional field is absent where it does not apply, never null.\n", *told)
    )


def _told(name: str, shape: Schema, shapes: dict[str, Schema], *, unsaid: frozenset[str]) -> str:
    return f"### {name}\n\n{shape['description']}\n\n{fields(shape, shapes, unsaid=unsaid)}\n"


def _refused(shapes: dict[str, Schema]) -> str:
    codes = [code for kind in (Refusal, refusals.Denial, refusals.Misuse) for code in kind]
    rows = [[f"`{code}`", refusals.sentence(code), _namespaces(code)] for code in codes]
    about = fields(shapes["RoomError"], shapes, unsaid=_TAG | {"code"})
    return f"""\
## Refusals

`<namespace>:error`, the namespace being that of the refused event; `ping` and what is no event at all are answered by
`protocol:error`. A refusal goes to the sender alone and changes nothing. For `invalid` the `reason` names the field.
`event` is the refused one's `type`, empty where there was none.

{about}

What `code` may be:

{table(["code", "reason", "in"], rows)}
"""


def _namespaces(code: refusals.Code) -> str:
    told = [namespace for namespace, codes in refusals.CODES.items() if code in codes]
    return "all" if len(told) == len(refusals.CODES) else ", ".join(told)


def _others(shapes: dict[str, Schema]) -> str:
    """The objects inside of frames: what is neither a frame nor an enumeration."""
    whole = {kind.__name__ for kind in (*events.CLIENT_EVENTS, *frames.SERVER_FRAMES)}
    whole |= {error_name(namespace) for namespace in refusals.CODES}
    inner = [name for name, shape in sorted(shapes.items()) if "properties" in shape and name not in whole]
    told = [_told(name, shapes[name], shapes, unsaid=frozenset()) for name in inner]
    return "\n".join(("## Objects within frames\n", *told))
