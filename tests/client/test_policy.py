"""What a player does next, from a view alone. Nothing but Python."""

from dataclasses import replace
from random import Random

import pytest

from tests.client.policy import Move, accusations, next_move
from tests.client.view import Act, Message, Seat, View

CAST = ("ann", "bob", "cat", "dan", "eve")


def at(phase: str, round_: int = 2, **known: object) -> View:
    seats = {user: Seat(user, user.title(), ready=True) for user in CAST}
    view = View(me="ann", status="in_game", phase=phase, round=round_, seats=seats, host_id="ann")
    return replace(view, **known)  # type: ignore[arg-type]


def moves(view: View, *made: str, dice: int | None = None) -> set[str | None]:
    """Every target this view may lead to."""
    many = [next_move(view, made, Random(seed)) for seed in ([dice] if dice else range(60))]
    return {move.fields.get("targetId") for move in many if move}


def test_a_guest_says_ready_once() -> None:
    seats = {user: Seat(user, user) for user in CAST}
    view = View(me="ann", status="lobby", host_id="bob", seats=seats)
    assert next_move(view, (), Random()) == Move("room:ready", {})
    assert next_move(view, ("room:ready",), Random()) is None


@pytest.mark.parametrize(("wait_for", "starts"), [(4, True), (5, True), (6, False)])
def test_the_host_starts_when_enough_are_ready(wait_for: int, *, starts: bool) -> None:
    move = next_move(at("lobby", status="lobby"), (), Random(), wait_for=wait_for)
    assert (move == Move("room:start", {})) is starts


def test_nobody_acts_while_the_mafia_meet() -> None:
    view = at("night", 1, role="mafia", allies=("bob",), setup={"firstNight": "meeting"})
    move = next_move(view, (), Random())
    assert move is not None
    assert move.event == "action:done"


def test_mafia_never_choose_a_fellow() -> None:
    assert moves(at("night", role="mafia", allies=("bob",))) == {"cat", "dan", "eve"}


def test_mafia_follow_a_standing_target() -> None:
    assert next_move(at("night", role="mafia", allies=("bob",), target="cat"), (), Random()) == Move("action:done", {})


def test_a_doctor_saves_no_one_twice_running_and_himself_once() -> None:
    acts = (Act(1, "action:doctorSave", "ann"), Act(2, "action:doctorSave", "bob"))
    assert moves(at("night", 3, role="doctor", acts=acts)) == {"cat", "dan", "eve"}


def test_a_detective_asks_about_the_unknown_and_votes_for_the_proven() -> None:
    known = {"bob": False, "cat": True}
    assert moves(at("night", role="detective", inspections=known)) == {"dan", "eve"}
    assert moves(at("voting", role="detective", inspections=known)) == {"cat"}


def test_a_table_votes_for_whom_it_accuses() -> None:
    chat = tuple(Message("", who, "I suspect Dan.", "day") for who in ("bob", "cat"))
    view = at("voting", role="villager", chat=chat)
    assert accusations(view) == {"dan": 2}
    assert moves(view) == {"dan"}


def test_a_proof_outweighs_doubts() -> None:
    said = {"bob": "I suspect Dan.", "cat": "Eve is mafia: I have looked.", "dan": "I suspect Dan."}
    chat = tuple(Message("", who, text, "day") for who, text in said.items())
    assert moves(at("voting", role="villager", chat=chat)) == {"eve"}


def test_a_runoff_is_among_the_tied() -> None:
    assert moves(at("voting", role="villager", candidates=("bob", "cat"))) <= {"bob", "cat", None}


def test_nobody_votes_for_himself() -> None:
    assert "ann" not in moves(at("voting", role="villager"))


def test_the_dead_only_talk() -> None:
    dead = {**at("day").seats, "ann": Seat("ann", "Ann", alive=False)}
    assert next_move(at("voting", role="mafia", seats=dead), (), Random()) is None
    assert getattr(next_move(at("day", role="mafia", seats=dead), (), Random()), "event", "") == "chat:send"
