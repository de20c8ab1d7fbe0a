"""The admin, as a moderator uses it: found by user, code and time, and history stays as it was."""

from uuid import UUID

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from msgspec import structs
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from game import ledger
from game.models import Game, GameRole
from game.outbox import OutboxEvent
from lobby.models import Report, Room, RoomPlayer
from matchmaking.models import Rating
from tests.records.story import ANN, BOB, GAME, REPORT, ROOM, ended, evening, joined, reported

pytestmark = pytest.mark.django_db

HISTORY = ("lobby/room", "lobby/roomplayer", "lobby/report", "game/game", "game/gamerole", "matchmaking/rating")
LISTS = (*HISTORY, "accounts/user")


@pytest.fixture(autouse=True)
def _an_evening() -> None:
    ledger.write(evening())


@pytest.fixture
def root() -> Client:
    return logged_in(User.objects.create_superuser("root", "correct horse"))


@pytest.fixture
def moderator() -> Client:
    user = User.objects.create_superuser("mod", is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label__in=["accounts", "game", "lobby"]))
    return logged_in(user)


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def found(client: Client, where: str, **query: str) -> list[str]:
    response = client.get(f"/admin/{where}/", query)
    assert response.status_code == 200
    return [str(row.pk) for row in response.context["cl"].result_list]


def test_staff_log_in_by_their_login() -> None:
    User.objects.create_superuser("root", "correct horse")
    response = Client().post("/admin/login/", {"username": "Root", "password": "correct horse", "next": "/admin/"})
    assert (response.status_code, response["Location"]) == (302, "/admin/")


def test_guests_see_nothing_of_the_admin() -> None:
    assert Client().get("/admin/lobby/room/").status_code == 302


@pytest.mark.parametrize("where", LISTS)
def test_every_list_opens_and_narrows_by_time(root: Client, where: str) -> None:
    assert found(root, where)
    changelist = root.get(f"/admin/{where}/").context["cl"]
    assert found(root, where, **{f"{changelist.date_hierarchy}__year": "2027"})
    assert not found(root, where, **{f"{changelist.date_hierarchy}__year": "2001"})


@pytest.mark.parametrize("term", ["abcdef", "bob", ROOM, BOB, ROOM.upper()])
def test_a_room_is_found_by_code_player_or_id(root: Client, term: str) -> None:
    assert found(root, "lobby/room", q=term) == [ROOM]


@pytest.mark.parametrize("term", ["ABCDEG", "nobody", GAME])
def test_a_room_is_not_found_by_what_it_is_not(root: Client, term: str) -> None:
    assert found(root, "lobby/room", q=term) == []


@pytest.mark.parametrize("term", ["abcdef", "ann", GAME, ROOM, ANN])
def test_a_game_is_found_by_code_player_or_id(root: Client, term: str) -> None:
    assert found(root, "game/game", q=term) == [GAME]


@pytest.mark.parametrize(("term", "user"), [("an", ANN), ("BOB", BOB), (BOB, BOB)])
def test_a_user_is_found_by_the_start_of_a_name_or_by_id(root: Client, term: str, user: str) -> None:
    assert found(root, "accounts/user", q=term) == [user]


@pytest.mark.parametrize("name", ["Ann Lee", 'Ann "x" Lee', "Ann\\", "O'Ann", "%", "🐺 wolf"])
def test_a_name_is_searched_as_a_whole(root: Client, name: str) -> None:
    user = User.objects.create(username=name)
    assert found(root, "accounts/user", q=f" {name.upper()} ") == [str(user.pk)]


@pytest.mark.parametrize(("where", "rows"), [("lobby/roomplayer", 2), ("game/gamerole", 2)])
def test_what_a_room_or_game_held_is_listed_by_its_id(root: Client, where: str, rows: int) -> None:
    assert len(found(root, where, q=ROOM if where == "lobby/roomplayer" else GAME)) == rows
    assert len(found(root, where, q=BOB)) == 1
    assert len(found(root, where, q="bob")) == 1


def test_a_user_leads_to_their_rooms_reports_games_and_rating(root: Client) -> None:
    page = root.get(f"/admin/accounts/user/{BOB}/change/").content.decode()
    for where in ("lobby/roomplayer", "lobby/report", "game/gamerole", "matchmaking/rating"):
        assert f"/admin/{where}/?user={BOB}" in page
        assert len(found(root, where, user=BOB)) == 1


def test_a_room_leads_to_its_players_and_games(root: Client) -> None:
    page = root.get(f"/admin/lobby/room/{ROOM}/change/").content.decode()
    assert f"/admin/accounts/user/{ANN}/change/" in page
    assert f"/admin/accounts/user/{BOB}/change/" in page
    assert f"/admin/game/game/?room_id={ROOM}" in page
    assert found(root, "game/game", room_id=ROOM) == [GAME]


def test_a_game_leads_to_its_room_and_tells_who_was_what(root: Client) -> None:
    page = root.get(f"/admin/game/game/{GAME}/change/").content.decode()
    assert f'/admin/lobby/room/{ROOM}/change/">ABCDEF</a>' in page
    assert "mafia" in page
    assert "doctor" in page


def test_a_report_tells_who_said_what_and_leads_to_people_room_and_game(root: Client) -> None:
    assert found(root, "lobby/report", q="bob") == found(root, "lobby/report", q=GAME) == [REPORT]
    page = root.get(f"/admin/lobby/report/{REPORT}/change/").content.decode()
    for where in (f"accounts/user/{BOB}", f"accounts/user/{ANN}", f"lobby/room/{ROOM}", f"game/game/{GAME}"):
        assert f"/admin/{where}/change/" in page
    assert "(day) <b>Bob</b>: you &lt;b&gt;idiot" in page


def test_a_report_is_not_shown_before_its_game_is_over(root: Client) -> None:
    Report.objects.all().delete()
    Game.objects.all().delete()
    Room.objects.update(status="in_game", ended_at=None)
    ledger.write([reported()])
    assert found(root, "lobby/report") == []
    assert root.get(f"/admin/lobby/report/{REPORT}/change/").status_code == 302
    ledger.write([ended()])
    assert found(root, "lobby/report") == [REPORT]


@pytest.mark.parametrize("over", [{"room__status": "ended"}, {"game_id": None}])
def test_a_report_of_a_game_that_nobody_ended_or_of_a_lobby_is_shown(root: Client, over: dict[str, str | None]) -> None:
    Game.objects.all().delete()
    Room.objects.update(status=over.get("room__status", "in_game"))
    Report.objects.update(game_id=over.get("game_id", GAME))
    assert found(root, "lobby/report") == [REPORT]


def test_a_game_leads_to_its_replay(root: Client) -> None:
    assert f'<a href="/games/{GAME}">' in root.get(f"/admin/game/game/{GAME}/change/").content.decode()


def test_a_game_without_its_room_and_players_is_shown_all_the_same(root: Client) -> None:
    for table in (Report, RoomPlayer):
        table.objects.all().delete()
    Room.objects.all().delete()
    User.objects.filter(pk__in=[ANN, BOB]).delete()
    assert found(root, "game/game") == [GAME]
    assert len(found(root, "game/gamerole")) == 2
    assert BOB in root.get(f"/admin/game/game/{GAME}/change/").content.decode()


def test_who_left_games_is_found_by_it(root: Client) -> None:
    assert found(root, "game/gamerole", left__exact="1") == []
    ledger.write([structs.replace(ended(), game_id=ROOM, left=[BOB])])
    (role,) = found(root, "game/gamerole", left__exact="1")
    assert str(GameRole.objects.get(pk=role).user_id) == BOB
    assert found(root, "matchmaking/rating", o="-5")[0] == BOB


def test_staff_see_which_share_of_somebodys_games_was_won_and_left(root: Client) -> None:
    Rating.objects.filter(pk=UUID(BOB)).update(games=8, wins=2, left=1)
    page = root.get("/admin/matchmaking/rating/", {"user": BOB}).content.decode()
    assert "2 (25%)" in page
    assert "1 (12%)" in page


@pytest.mark.parametrize("where", HISTORY)
def test_history_is_read_only_even_for_root(root: Client, where: str) -> None:
    (row, *_) = found(root, where)
    before = str(Room.objects.values()) + str(Game.objects.values()) + str(RoomPlayer.objects.values())
    assert root.get(f"/admin/{where}/add/").status_code == 403
    assert root.post(f"/admin/{where}/{row}/change/", {"status": "lobby"}).status_code == 403
    assert root.post(f"/admin/{where}/{row}/delete/", {"post": "yes"}).status_code == 403
    assert "delete_selected" not in root.get(f"/admin/{where}/").content.decode()
    assert before == str(Room.objects.values()) + str(Game.objects.values()) + str(RoomPlayer.objects.values())


def edit(client: Client, user: str, **fields: str) -> int:
    return client.post(f"/admin/accounts/user/{user}/change/", fields).status_code


def test_a_moderator_shuts_a_guest_out_and_changes_nothing_else(moderator: Client) -> None:
    assert edit(moderator, BOB, username="Robert", is_staff="on", is_superuser="on", login="bob") == 302
    bob = User.objects.get(pk=BOB)
    assert (bob.is_active, bob.username, bob.is_staff, bob.is_superuser, bob.login) == (
        False,
        "Bob",
        False,
        False,
        None,
    )


def test_a_moderator_cannot_shut_out_staff(moderator: Client) -> None:
    root = User.objects.create_superuser("root")
    assert edit(moderator, str(root.pk)) == 403


def test_root_makes_staff(root: Client) -> None:
    assert edit(root, BOB, is_active="on", is_staff="on") == 302
    assert User.objects.get(pk=BOB).is_staff


@pytest.mark.parametrize(("method", "path"), [("get", "add/"), ("post", f"{BOB}/delete/")])
def test_users_are_neither_made_nor_deleted_by_hand(root: Client, method: str, path: str) -> None:
    assert getattr(root, method)(f"/admin/accounts/user/{path}").status_code == 403


def crowd() -> list[OutboxEvent]:
    return [joined(f"00000000-0000-4000-8000-{number:012}", f"Guest {number}") for number in range(30)]


@pytest.mark.parametrize("path", [*LISTS, f"lobby/room/{ROOM}/change", f"game/game/{GAME}/change"])
def test_a_page_takes_few_queries_however_many_rows(
    root: Client, django_assert_max_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    ledger.write(crowd())
    with django_assert_max_num_queries(8):
        assert root.get(f"/admin/{path}/").status_code == 200
