"""The shapes of all frames as JSON Schema, made from the types that decode and encode them; it invents no field."""

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any, Final

from msgspec import NODEFAULT, Struct, inspect, json

from mafia_site import events, frames, refusals

Schema = dict[str, Any]

REF: Final = "#/components/schemas/"
_QUOTED: Final = re.compile(r"`(\w+)`")


def schemas() -> dict[str, Schema]:
    """Every shape by its name, refusals included."""
    _, shapes = json.schema_components((*events.CLIENT_EVENTS, *frames.SERVER_FRAMES), ref_template=f"{REF}{{name}}")
    for kind in _structs(inspect.multi_type_info((*events.CLIENT_EVENTS, *frames.SERVER_FRAMES))):
        shape = shapes[kind.cls.__name__]
        shape["description"] = _worded_for_the_wire(cleandoc(shape["description"]), kind)
    for kind in _structs(inspect.multi_type_info(frames.SERVER_FRAMES)):
        shape = shapes[kind.cls.__name__]
        shape["required"] = _always_there(kind)
        if kind.cls.__struct_config__.omit_defaults:
            shape["properties"] = {name: _absent_not_null(field) for name, field in shape["properties"].items()}
    return shapes | {error_name(namespace): _refusal(namespace) for namespace in refusals.CODES}


def error_name(namespace: str) -> str:
    """What the shape of a namespace's refusals is called."""
    return f"{namespace.capitalize()}Error"


def _structs(kinds: object, seen: set[type[Struct]] | None = None) -> Iterator[inspect.StructType]:
    """The structs among these types and in their fields, each once."""
    seen = set() if seen is None else seen
    match kinds:
        case inspect.StructType() if kinds.cls not in seen:
            seen.add(kinds.cls)
            yield kinds
            yield from _structs([field.type for field in kinds.fields], seen)
        case inspect.UnionType(types=inner) | list(inner) | tuple(inner):
            for each in inner:
                yield from _structs(each, seen)
        case inspect.CollectionType(item_type=inner) | inspect.DictType(value_type=inner):
            yield from _structs(inner, seen)


def _always_there(kind: inspect.StructType) -> list[str]:
    """The fields that the encoder always writes; the generator thinks of decoding, where a default may be left out."""
    omits_defaults = kind.cls.__struct_config__.omit_defaults
    written = [field for field in kind.fields if field.required or (_has_default(field) and not omits_defaults)]
    tag = [kind.tag_field] if kind.tag_field else []
    return [*tag, *(field.encode_name for field in written)]


def _has_default(field: inspect.Field) -> bool:
    """Whether a value stands in where none is given; UNSET is none."""
    return field.default is not NODEFAULT or field.default_factory is not NODEFAULT


def _absent_not_null(field: Schema) -> Schema:
    """A field that is left out where it would be null."""
    match field:
        case {"anyOf": [dict(only), {"type": "null"}], "default": None}:
            return only
        case _:
            return field


def _worded_for_the_wire(docstring: str, kind: inspect.StructType) -> str:
    """The docstring with the names that its fields have in JSON."""
    names = {field.name: field.encode_name for field in kind.fields}
    return _QUOTED.sub(lambda found: f"`{names.get(found[1], found[1])}`", docstring).replace("None", "null")


def _refusal(namespace: str) -> Schema:
    """The shape of a refusal, held to the codes of its namespace."""
    shape: Schema = json.schema_components([frames.Refused])[1]["Refused"]
    own = {
        "type": {"enum": [f"{namespace}:error"]},
        "code": {"enum": sorted(refusals.CODES[namespace])},
    }
    description = "A frame that is none of the protocol's." if namespace == "protocol" else "The answer is no."
    return shape | {
        "title": error_name(namespace),
        "description": description,
        "properties": shape["properties"] | own,
    }
