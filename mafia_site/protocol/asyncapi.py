"""The protocol as an AsyncAPI 3.0.0 document, for programs that read such; people read the page beside it."""

from typing import Any, Final

from msgspec import Struct

from game.closing import MEANINGS
from mafia_site import events, frames, refusals
from mafia_site.protocol.schemas import REF, Schema, error_name, schemas

VERSION: Final = "1.0.0"
ADDRESS: Final = "/ws/"
_CHANNEL: Final = "#/channels/socket"


def document() -> dict[str, Any]:
    """All of it, from the server's side: it receives client events and sends frames."""
    shapes = schemas()
    messages = _messages(shapes)
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Mafia",
            "version": VERSION,
            "description": "One WebSocket a browser tab, one JSON object a frame. The server decides everything.",
        },
        "defaultContentType": "application/json",
        "servers": _servers(),
        "channels": {"socket": _channel(list(messages))},
        "operations": _operations(),
        "components": {"messages": messages, "schemas": shapes},
    }


def _servers() -> dict[str, Any]:
    return {
        "production": {
            "host": "{host}",
            "protocol": "wss",
            "description": "Behind a proxy with TLS. Browsers send the site's own Origin; no other is let in.",
            "variables": {"host": {"default": "mafia.example", "description": "The host name of the site."}},
        },
        "development": {"host": "127.0.0.1:8000", "protocol": "ws", "description": "What `make run` serves."},
    }


def _channel(messages: list[str]) -> dict[str, Any]:
    closing = " ".join(f"{code.value}: {meaning}" for code, meaning in MEANINGS.items())
    return {
        "address": ADDRESS,
        "title": "The socket",
        "description": f"All events of one user. Close codes: {closing}",
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
        "bindings": {"ws": {"method": "GET", "bindingVersion": "0.1.0"}},
    }


def _messages(shapes: dict[str, Schema]) -> dict[str, Any]:
    kinds = {kind.__name__: events.name_of(kind) for kind in (*events.CLIENT_EVENTS, *frames.SERVER_FRAMES)}
    errors = {error_name(namespace): f"{namespace}:error" for namespace in refusals.CODES}
    return {
        name: {
            "name": event,
            "title": event,
            "summary": shapes[name]["description"],
            "contentType": "application/json",
            "payload": {"$ref": f"{REF}{name}"},
        }
        for name, event in (kinds | errors).items()
    }


def _operations() -> dict[str, Any]:
    received = {kind.__name__: _receive(kind) for kind in events.CLIENT_EVENTS}
    sent = [kind.__name__ for kind in frames.SERVER_FRAMES] + [error_name(each) for each in refusals.CODES]
    return received | {name: _operation("send", name) for name in sent}


def _receive(kind: type[Struct]) -> dict[str, Any]:
    """A client event and its answers: `ack` where it came with a ref, or the refusal of its namespace."""
    refusal = error_name(refusals.namespace(events.name_of(kind)))
    accepted = {"AuthIdentify": "AuthSuccess", "Ping": "Pong"}.get(kind.__name__, "Ack")
    reply = {"channel": {"$ref": _CHANNEL}, "messages": [_message(accepted), _message(refusal)]}
    return _operation("receive", kind.__name__) | {"reply": reply}


def _operation(action: str, name: str) -> dict[str, Any]:
    return {"action": action, "channel": {"$ref": _CHANNEL}, "messages": [_message(name)]}


def _message(name: str) -> dict[str, str]:
    return {"$ref": f"{_CHANNEL}/messages/{name}"}
