"""A JSON Schema as a person reads it: words for types, a table for fields; it knows nothing of the protocol."""

import json
from collections.abc import Iterable

from mafia_site.protocol.schemas import Schema


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    head = list(head)
    return "\n".join(map(_row, [head, ["---"] * len(head), *rows]))


def fields(shape: Schema, shapes: dict[str, Schema], *, unsaid: frozenset[str] = frozenset()) -> str:
    """The fields of an object but for the unsaid ones, or the word that there are none."""
    told = {name: field for name, field in shape["properties"].items() if name not in unsaid}
    if not told:
        return "No fields."
    rows = [[f"`{name}`", kind(field, shapes), _presence(name, shape)] for name, field in told.items()]
    return table(["field", "type", ""], rows)


def kind(schema: Schema, shapes: dict[str, Schema]) -> str:
    """What may stand there."""
    match schema:
        case {"$ref": str(place)}:
            name = place.rpartition("/")[2]
            return kind(shapes[name], shapes) if "enum" in shapes[name] else f"[{name}](#{name.lower()})"
        case {"anyOf": list(choices)}:
            return " or ".join(kind(choice, shapes) for choice in choices)
        case {"enum": list(values)}:
            return ", ".join(f"`{value}`" for value in values)
        case {"type": "array", "items": dict(items)}:
            return f"list of {kind(items, shapes)}"
        case {"type": "object", "additionalProperties": dict(values)}:
            return f"object: id → {kind(values, shapes)}"
        case _:
            return f"{schema['type']}{_bounds(schema)}"


def _bounds(schema: Schema) -> str:
    low = schema.get("minimum", schema.get("minLength"))
    high = schema.get("maximum", schema.get("maxLength"))
    if high is None:
        return ""
    unit = " characters" if schema["type"] == "string" else ""
    return f", at most {high}{unit}" if low is None else f", {low}-{high}{unit}"


def _presence(name: str, shape: Schema) -> str:
    if name in shape["required"]:
        return ""
    default = shape["properties"][name].get("default")
    return "optional" if default is None else f"optional, `{json.dumps(default)}`"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")
