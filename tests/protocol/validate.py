"""Holds single frames to docs/protocol/asyncapi.json, strictly for the server; imports nothing of the site."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match

DOCUMENT: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / "protocol" / "asyncapi.json").read_text(encoding="utf-8")
)


def validate_server(frame: dict[str, Any]) -> None:
    """Fail unless the server may send this, to the last field."""
    _validate("send", frame)


def validate_client(frame: dict[str, Any]) -> None:
    """Fail unless the server would decode this; it ignores extra fields."""
    _validate("receive", frame)


def _validate(action: str, frame: dict[str, Any]) -> None:
    name = str(frame.get("type"))
    validator = _validators(action).get(name)
    sender = "server" if action == "send" else "client"
    assert validator is not None, f"no {sender} frame is called {name!r}: {frame!r}"
    error = best_match(validator.iter_errors(frame))
    assert error is None, f"{name}: {error.json_path}: {error.message}"


@cache
def _validators(action: str) -> dict[str, Draft7Validator]:
    shapes = DOCUMENT["components"]["schemas"]
    known = {name: _closed(shape) for name, shape in shapes.items()} if action == "send" else shapes
    spoken = [name for name, operation in DOCUMENT["operations"].items() if operation["action"] == action]
    return {DOCUMENT["components"]["messages"][name]["name"]: _validator(name, known) for name in spoken}


def _validator(name: str, shapes: dict[str, Any]) -> Draft7Validator:
    return Draft7Validator({"allOf": [{"$ref": f"#/components/schemas/{name}"}], "components": {"schemas": shapes}})


def _closed(shape: dict[str, Any]) -> dict[str, Any]:
    """The shape without room for a field that is not in the document."""
    return shape | {"additionalProperties": False} if "properties" in shape else shape
