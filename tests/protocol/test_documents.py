"""The committed documents are what the code says, and the machine's one is sound AsyncAPI 3."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from jsonschema import Draft7Validator

from game.closing import MEANINGS, CloseCode
from game.engine.refusals import Refusal
from mafia_site import asgi, events, frames, refusals
from mafia_site.management.commands.protocol import documents

FOLDER = Path(__file__).parents[2] / "docs" / "protocol"
DOCUMENT: dict[str, Any] = json.loads((FOLDER / "asyncapi.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", documents())
def test_a_committed_document_is_what_the_code_says(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == documents()[name], "make protocol"


def test_the_command_writes_and_then_finds_nothing_to_write(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"README\.md, asyncapi\.json"):
        call_command("protocol", "--check", into=tmp_path)
    call_command("protocol", into=tmp_path)
    call_command("protocol", "--check", into=tmp_path, stdout=io.StringIO())
    assert {path.name for path in tmp_path.iterdir()} == set(documents())


def test_the_parts_that_asyncapi_asks_for_are_there() -> None:
    assert DOCUMENT["asyncapi"] == "3.0.0"
    assert {"title", "version"} <= DOCUMENT["info"].keys()
    assert all({"host", "protocol"} <= server.keys() for server in DOCUMENT["servers"].values())
    assert {"info", "servers", "channels", "operations", "components"} <= DOCUMENT.keys()


def test_the_address_is_the_gateway_s() -> None:
    [route] = asgi._SOCKETS
    assert [channel["address"] for channel in DOCUMENT["channels"].values()] == [f"/{route.pattern}"]


def test_every_reference_leads_somewhere() -> None:
    for reference in references(DOCUMENT):
        assert resolved(reference), reference


def test_every_operation_uses_a_channel_and_its_messages() -> None:
    channels = {f"#/channels/{name}": channel for name, channel in DOCUMENT["channels"].items()}
    for operation in DOCUMENT["operations"].values():
        assert operation["action"] in {"send", "receive"}
        for side in (operation, operation.get("reply", operation)):
            place = side["channel"]["$ref"]
            offered = {f"{place}/messages/{name}" for name in channels[place]["messages"]}
            assert {message["$ref"] for message in side["messages"]} <= offered


def test_every_message_is_used_by_one_operation() -> None:
    used = [message["$ref"] for each in DOCUMENT["operations"].values() for message in each["messages"]]
    assert sorted(used) == sorted(f"#/channels/socket/messages/{name}" for name in DOCUMENT["components"]["messages"])


def test_every_shape_is_a_json_schema() -> None:
    for shape in DOCUMENT["components"]["schemas"].values():
        Draft7Validator.check_schema(shape)


def test_every_frame_of_the_code_is_a_message() -> None:
    spoken = [events.name_of(kind) for kind in (*events.CLIENT_EVENTS, *frames.SERVER_FRAMES)]
    refused = [f"{namespace}:error" for namespace in refusals.CODES]
    named = [message["name"] for message in DOCUMENT["components"]["messages"].values()]
    assert sorted(named) == sorted([*spoken, *refused])


def test_every_event_has_a_namespace_to_be_refused_in() -> None:
    assert {refusals.namespace(name) for name in events.NAMES} <= refusals.CODES.keys()


def test_every_refusal_has_a_namespace_and_a_sentence() -> None:
    codes = {code for listed in refusals.CODES.values() for code in listed}
    assert codes == {*Refusal, *refusals.Denial, *refusals.Misuse}
    assert all(refusals.sentence(code).endswith(".") for code in codes)


def test_every_close_code_is_one_that_every_server_passes_on() -> None:
    assert set(MEANINGS) == set(CloseCode)
    assert all(4400 <= code < 4600 for code in CloseCode)


def references(node: Any) -> list[str]:
    match node:
        case {"$ref": str(reference)}:
            return [reference]
        case dict():
            return [reference for value in node.values() for reference in references(value)]
        case list():
            return [reference for value in node for reference in references(value)]
        case _:
            return []


def resolved(reference: str) -> Any:
    place: Any = DOCUMENT
    for part in reference.removeprefix("#/").split("/"):
        place = place.get(part, {})
    return place
