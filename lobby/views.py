"""The pages: landing, sitting down, the table; all but the forms' answers is drawn before any JavaScript runs.

They tell no role and no secret: whatever is private reaches a browser over its socket only.
"""

from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts import address, identity
from accounts.identity import VisitorRequest
from game.engine.ids import RoomCode
from game.engine.refusals import Refusal
from lobby import animals, captions, codes, page, practice, preview, rooms, streamer, tables
from lobby.doors import Door, door_of, refused, too_many_tries
from lobby.forms import SEATS, USUAL_SEATS, CreateForm, JoinForm, NameForm, read_code
from lobby.rooms import Wish


@never_cache
@require_safe
async def landing(request: VisitorRequest) -> HttpResponse:
    """Ask for a name, then for a new room or a code."""
    if code := codes.normal(read_code(request.GET.get("code", ""))):
        return redirect("lobby:room", code=code)
    return await _landing(request, JoinForm(initial={"name": _usual_name(request)}))


@never_cache
@require_POST
async def create(request: VisitorRequest) -> HttpResponse:
    """Open a room and sit down in it as its host."""
    form = CreateForm(request.POST)
    if not form.is_valid():
        return await _landing(request, form)
    wish = form.cleaned_data
    room = Wish(is_public=wish["is_public"], max_players=wish["max_players"])
    answer = await rooms.open_room(request.user_id, wish["name"], room, address=address.of_request(request))
    return await _entered(request, form, answer)


@never_cache
@require_POST
async def play_alone(request: VisitorRequest) -> HttpResponse:
    """Begin a game against bots at once."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return await _landing(request, form)
    name = form.cleaned_data["name"]
    answer = await practice.open_room(request.user_id, name, address=address.of_request(request))
    return await _entered(request, form, answer)


@never_cache
@require_POST
async def join(request: VisitorRequest) -> HttpResponse:
    """Sit down in the room of a code that was typed."""
    form = JoinForm(request.POST)
    if not form.is_valid():
        return await _landing(request, form)
    answer = await _sit_down(request, form.cleaned_data["name"], form.cleaned_data["code"])
    return await _entered(request, form, answer)


@never_cache
@require_safe
async def open_tables(request: VisitorRequest) -> HttpResponse:
    """List the tables that anybody may join, for who wants no other way in."""
    form = NameForm(initial={"name": _usual_name(request)})
    return render(request, "lobby/tables_page.html", _names(form) | await _tables(request))


@never_cache
@require_safe
async def list_of_tables(request: VisitorRequest) -> HttpResponse:
    """The same list as a piece of the start page, which asks for it again and again."""
    return render(request, "lobby/tables.html", await _tables(request))


@never_cache
@require_safe
async def hidden(request: VisitorRequest) -> HttpResponse:
    """Show a streamer's table at an address that tells no code; who sits nowhere begins at the start."""
    code = await rooms.table_of(request.user_id)
    glance = await rooms.glance(code, request.user_id) if code else None
    return _table(request, glance, is_hidden=True) if glance and glance.seated else redirect("lobby:landing")


@never_cache
@require_safe
async def room(request: VisitorRequest, code: str) -> HttpResponse:
    """Show the table to who sits at it, and its door to everybody else."""
    if (normal := codes.normal(read_code(code))) and normal != code:
        return redirect("lobby:room", code=normal)
    glance = await rooms.glance(code, request.user_id)
    if glance is None or not glance.seated:
        form = NameForm(initial={"name": _usual_name(request)})
        return await _door(request, code, door_of(glance), form, glance)
    return redirect("lobby:hidden") if streamer.is_on(request) else _table(request, glance)


@never_cache
@require_POST
async def sit(request: VisitorRequest, code: str) -> HttpResponse:
    """Sit down in the room of a shared link."""
    form = NameForm(request.POST)
    glance = await rooms.glance(code, request.user_id)
    if not form.is_valid():
        return await _door(request, code, door_of(glance), form, glance)
    answer = await _sit_down(request, form.cleaned_data["name"], code)
    if isinstance(answer, Refusal):
        return await _door(request, code, await _refused(request, answer), form, glance)
    return _seated(request, answer, form.cleaned_data["name"])


@never_cache
@require_POST
async def leave(request: VisitorRequest) -> HttpResponse:
    """Stand up from the one table of this visitor, wherever it is."""
    await rooms.stand_up(request.user_id)
    return HttpResponseRedirect(reverse("lobby:landing"), status=HTTPStatus.SEE_OTHER)


async def _sit_down(request: VisitorRequest, name: str, code: str) -> RoomCode | Refusal:
    """Ask for a seat; who guesses codes is counted by address, too, for a visitor without cookies is new each time."""
    return await rooms.sit_down(request.user_id, name, code, address=address.of_request(request))


async def _entered(request: VisitorRequest, form: NameForm, answer: RoomCode | Refusal) -> HttpResponse:
    """Lead from the landing page to the table, or say there why not."""
    if isinstance(answer, Refusal):
        return await _landing(request, form, await _refused(request, answer))
    return _seated(request, answer, form.cleaned_data["name"])


async def _refused(request: VisitorRequest, refusal: Refusal) -> Door:
    """Say why not; and to who asked too often, for how long they wait."""
    if refusal is not Refusal.RATE_LIMITED:
        return refused(refusal)
    return too_many_tries(await rooms.patience(request.user_id, address.of_request(request)))


async def _landing(request: VisitorRequest, form: NameForm, door: Door | None = None) -> HttpResponse:
    """Draw the start page; why something did not work is told beside the field it is about."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    if door is not None:
        status = door.status
        form.add_error("code" if "code" in form.fields else None, str(door.sentence))
    context = _names(form) | {"seats": SEATS, "usual_seats": USUAL_SEATS, "bots": practice.SEATS - 1, "door": door}
    context |= {"preview": preview.of_site(request)} | await _own_table(request) | await _tables(request)
    context["typed"] = codes.normal(read_code(str(form.data.get("code", ""))))
    return _answer(request, "lobby/landing.html", context, status, door)


async def _door(
    request: VisitorRequest, code: str, door: Door, form: NameForm, glance: rooms.Glance | None
) -> HttpResponse:
    """Draw the door: a name to give where one may sit down, else why not and where to go."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if door.opens and form.is_bound else door.status
    context = _names(form) | {"code": code, "door": door, "glance": glance} | await _own_table(request)
    context["preview"] = preview.of_room(request, code, door, glance)
    return _answer(request, "lobby/door.html", context, status, door)


def _answer(
    request: VisitorRequest, template: str, context: dict[str, object], status: HTTPStatus, door: Door | None
) -> HttpResponse:
    response = render(request, template, context, status=status)
    if door is not None and door.wait_s:
        response["Retry-After"] = str(door.wait_s)
    return response


def _table(request: VisitorRequest, glance: rooms.Glance, *, is_hidden: bool = False) -> HttpResponse:
    """Draw the table as far as it is known before the socket speaks."""
    told = page.told(_usual_name(request), glance.code)
    context = {"glance": glance, "page": told, "is_hidden": is_hidden}
    if glance.picture:
        context |= {"first": glance.picture, "words": captions.of(glance.picture)}
    return render(request, "lobby/room.html", context)


def _names(form: NameForm) -> dict[str, object]:
    """The form, and names to choose from."""
    return {"form": form, "names": animals.some(animals.CHOICE)}


async def _own_table(request: VisitorRequest) -> dict[str, object]:
    return streamer.told_of_table(request, await rooms.table_of(request.user_id))


async def _tables(request: VisitorRequest) -> dict[str, object]:
    return {"tables": await tables.open_to(request.user_id)}


def _seated(request: VisitorRequest, code: str, name: str) -> HttpResponse:
    """Send to the table, and remember the name for the next visit."""
    response = HttpResponseRedirect(streamer.address_of(request, code), status=HTTPStatus.SEE_OTHER)
    identity.remember_name(response, name)
    return response


def _usual_name(request: VisitorRequest) -> str:
    """Offer the name of the last visit, or one for who has none yet."""
    return identity.name_of_cookies(request.COOKIES) or animals.pick()
