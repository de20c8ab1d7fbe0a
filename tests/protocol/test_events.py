"""The events and fields that the protocol promises, written down by hand: `name`, `name?` where it may be absent."""

import pytest

from tests.protocol.validate import DOCUMENT

REFUSAL = "code reason event ref?"
SETTINGS = (
    "nightTime discussionTime voteTime revealTime runoff openVotes revealRoles absence"
    " mafia detective doctor firstNight"
)
PATCH = " ".join(f"{name}?" for name in ("preset", *SETTINGS.split()))

DESIGN_SAID = {
    "auth:identify": "username",
    "matchmaking:join": "",
    "matchmaking:leave": "",
    "room:create": "isPublic maxPlayers",
    "room:join": "roomCode",
    "room:leave": "",
    "room:ready": "",
    "room:unready": "",
    "room:kick": "userId",
    "room:start": "",
    "action:mafiaKill": "targetId",
    "action:doctorSave": "targetId",
    "action:detectiveInspect": "targetId",
    "chat:send": "message",
    "vote:cast": "targetId",
}
DESIGN_HEARD = {
    "auth:success": "userId",
    "auth:reconnect": "roomId gameState",
    "matchmaking:found": "roomId",
    "room:update": "players status",
    "room:error": "reason",
    "game:phase": "phase duration",
    "game:role": "role",
    "action:result": "inspectResult",
    "chat:message": "userId message",
    "chat:mute": "userId",
    "vote:update": "counts",
    "vote:result": "eliminatedUserId",
    "game:end": "winner roles stats",
}
"""The event map of the original design, which every client may rely on."""

SAID = {
    "auth:identify": "username token? watch?",
    "ping": "",
    "matchmaking:join": "",
    "matchmaking:leave": "",
    "room:create": "isPublic maxPlayers settings?",
    "room:join": "roomCode",
    "room:watch": "roomCode",
    "room:leave": "",
    "room:ready": "",
    "room:unready": "",
    "room:kick": "userId",
    "room:addBot": "",
    "room:removeBot": "userId",
    "room:start": "",
    "room:settings": f"{PATCH} isPublic? maxPlayers?",
    "room:rematch": "",
    "room:sync": "",
    "action:mafiaKill": "targetId",
    "action:doctorSave": "targetId",
    "action:detectiveInspect": "targetId",
    "action:done": "targetId?",
    "chat:send": "message? phrase? channel?",
    "chat:report": "reason userId? messageId?",
    "vote:cast": "targetId",
}
HEARD = {
    "auth:success": "userId username token isGuest",
    "auth:reconnect": "roomId gameState",
    "auth:error": REFUSAL,
    "ack": "ref",
    "pong": "at",
    "protocol:error": REFUSAL,
    "matchmaking:status": "waiting needed waitedSeconds startsBy",
    "matchmaking:found": "roomId roomCode",
    "matchmaking:left": "",
    "matchmaking:error": REFUSAL,
    "room:update": "roomId roomCode status isPublic hostId maxPlayers settings startsAt? players",
    "room:watching": "gameState",
    "room:left": "roomId reason",
    "room:error": REFUSAL,
    "game:commitment": "commitment setup",
    "game:role": "role allies",
    "game:phase": "phase duration endsAt round deaths? candidates?",
    "game:state": "gameState",
    "game:end": "winner roles stats fairness gameId?",
    "action:result": "inspectResult",
    "action:update": "targetId byId",
    "action:error": REFUSAL,
    "chat:message": "id userId message channel at phrase? flag?",
    "chat:mute": "userId until reason",
    "chat:error": REFUSAL,
    "vote:update": "counts cast ballots?",
    "vote:result": "eliminatedUserId role? side? counts tie",
    "vote:error": REFUSAL,
}
OBJECTS = {
    "Seat": "userId username ready connected alive isBot",
    "Settings": SETTINGS,
    "SettingsPatch": PATCH,
    "Setup": "mafia detective doctor villager firstNight",
    "Death": "userId role? side?",
    "Inspection": "userId isMafia",
    "Fairness": "seed commitment order setup",
    "Stats": "rounds nights votes suspicions spoken",
    "NightRecord": "round kill save inspect deaths suspicions",
    "VoteRecord": "round ballots eliminatedUserId tie",
    "Suspicion": "right total",
    "Ending": "winner roles stats fairness gameId?",
    "Stage": (
        "roomId roomCode phase round startedAt endsAt now settings hostId status isPublic maxPlayers"
        " players votes chat timeline setup? end? startsAt?"
    ),
    "GameState": (
        "roomId roomCode phase round startedAt endsAt now settings hostId status isPublic maxPlayers"
        " you players votes chat timeline setup? end? startsAt?"
    ),
    "You": "userId role allies alive target pick vote done inspections saves",
    "KnownPlayer": "userId username alive connected isBot ready role? side?",
    "Votes": "counts cast ballots? candidates?",
    "Message": "id userId message channel at phrase? flag?",
    "Phrase": "key targetId?",
    "Quick": "key targetId?",
    "Happening": "kind round at deaths? eliminatedUserId? role? side? counts? ballots? tie? winner?",
}


def fields(name: str) -> set[str]:
    shape = DOCUMENT["components"]["schemas"][name]
    return {field if field in shape["required"] else f"{field}?" for field in shape["properties"]} - {"type"}


def spoken(action: str) -> dict[str, set[str]]:
    operations, messages = DOCUMENT["operations"], DOCUMENT["components"]["messages"]
    return {messages[name]["name"]: fields(name) for name, each in operations.items() if each["action"] == action}


def test_clients_may_say_this_and_no_more() -> None:
    assert spoken("receive") == {event: {*told.split(), "ref?"} for event, told in SAID.items()}


def test_the_server_says_this_and_no_more() -> None:
    assert spoken("send") == {event: set(told.split()) for event, told in HEARD.items()}


@pytest.mark.parametrize("name", OBJECTS)
def test_an_object_within_a_frame_has_these_fields(name: str) -> None:
    assert fields(name) == set(OBJECTS[name].split())


def test_no_object_is_forgotten() -> None:
    whole = DOCUMENT["components"]["messages"].keys()
    objects = {name for name, shape in DOCUMENT["components"]["schemas"].items() if "properties" in shape}
    assert objects - whole == OBJECTS.keys()


@pytest.mark.parametrize(("design", "action"), [(DESIGN_SAID, "receive"), (DESIGN_HEARD, "send")])
def test_all_of_the_design_is_there(design: dict[str, str], action: str) -> None:
    there = spoken(action)
    for event, told in design.items():
        known = {field.rstrip("?") for field in there[event]} if action == "receive" else there[event]
        assert set(told.split()) <= known, event


def test_a_client_of_the_design_need_say_nothing_else() -> None:
    for event, told in spoken("receive").items():
        needed = {field for field in told if not field.endswith("?")}
        assert event not in DESIGN_SAID or needed <= set(DESIGN_SAID[event].split()), event
