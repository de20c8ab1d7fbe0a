"""What the server draws ahead of the scripts, or without them, it says in their words."""

import re
from typing import Final, NamedTuple

import pytest

from tools.words.sources import ROOT, found

FOUND: Final = list(found())
_TRUTH: Final = "room/screens/truth.js"
SAME: Final = {
    "lobby/captions.py": (
        "room/parts/actions.js",
        "room/parts/header.js",
        "room/rules.js",
        "room/screens/bars.js",
        "room/screens/gathering.js",
        "room/screens/lobby.js",
        "room/screens/voting.js",
    ),
    "templates/lobby/first_actions.html": ("room/parts/actions.js", "room/parts/role.js", "room/screens/bars.js"),
    "templates/lobby/first_card.html": ("room/parts/role_card.js", "room/screens/reveal.js"),
    "templates/lobby/first_game.html": (
        "room/screens/day.js",
        "room/screens/gathering.js",
        "room/screens/night.js",
        "room/screens/voting.js",
    ),
    "templates/lobby/first_header.html": ("room/parts/header.js",),
    "templates/lobby/first_invite.html": ("room/parts/invite.js",),
    "templates/lobby/first_lobby.html": ("room/screens/lobby.js",),
    "templates/lobby/first_seat.html": ("room/parts/seat.js",),
    "templates/lobby/screen.html": ("screen/screens/lobby.js", "screen/stage.js"),
    "templates/matchmaking/queue.html": ("room/parts/header.js", "room/place.js", "room/screens/queue.js"),
    "game/retelling.py": (_TRUTH, "room/roles.js", "replay/main.js"),
    "templates/game/told.html": (_TRUTH,),
}
"""The scripts that draw the same, beside each source of the server's words."""

SERVERS_OWN: Final = {
    # The title of the page, and a region that its script fills but does not draw.
    "templates/lobby/screen.html": {"Big screen", "Narrator"},
}
SCRIPTS_OWN: Final = {
    "you",  # without a socket, no page knows who reads it
    "somebody",  # for an id that is nobody's, which no tape holds
}
_GAP: Final = re.compile(r"%\((\w+)\)s")


class Sentence(NamedTuple):
    """A sentence, its gaps as scripts write them; `plural` where it is about a number."""

    words: str
    plural: str | None


def of(*paths: str) -> set[Sentence]:
    return {Sentence(_gaps(each.words), each.plural and _gaps(each.plural)) for each in FOUND if each.path in paths}


def _gaps(words: str) -> str:
    return _GAP.sub(r"{\1}", words).replace("%%", "%")


@pytest.mark.parametrize(("source", "scripts"), SAME.items(), ids=SAME)
def test_the_server_says_nothing_that_the_scripts_word_in_another_way(source: str, scripts: tuple[str, ...]) -> None:
    told = of(source)
    assert told, f"{source} says nothing: is it gone?"
    own = told - of(*(f"static/js/{script}" for script in scripts))
    assert {sentence.words for sentence in own} == SERVERS_OWN.get(source, set())


def test_the_scripts_tell_nothing_of_a_game_that_is_over_but_what_the_server_tells() -> None:
    own = of(f"static/js/{_TRUTH}") - of("game/retelling.py", "templates/game/told.html")
    assert {sentence.words for sentence in own} == SCRIPTS_OWN


def test_each_piece_of_the_first_picture_is_held_to_its_scripts() -> None:
    pieces = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("first_*.html")}
    assert {piece for piece in pieces if of(piece)} <= set(SAME)
