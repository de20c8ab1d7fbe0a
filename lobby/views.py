"""The pages: landing, sitting down, the table; all but the forms' answers is drawn before any JavaScript runs.

They tell no role and no secret: whatever is private reaches a browser over its socket only.
"""

from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from accounts import address, identity
from accounts.identity import VisitorRequest
from game.engine.ids import RoomCode
from game.engine.refusals import Refusal
from lobby import animals, codes, page, practice, rooms
from lobby.doors import Door, door_of, refused
from lobby.forms import SEATS, USUAL_SEATS, CreateForm, JoinForm, NameForm, read_code


@never_cache
@require_GET
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
    answer = await rooms.open_room(
        request.user_id,
        wish["name"],
        max_players=wish["max_players"],
        address=address.of_request(request),
    )
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
@require_GET
async def room(request: VisitorRequest, code: str) -> HttpResponse:
    """Show the table to who sits at it, and its door to everybody else."""
    if (normal := codes.normal(read_code(code))) and normal != code:
        return redirect("lobby:room", code=normal)
    glance = await rooms.glance(code, request.user_id)
    if glance is None or not glance.seated:
        form = NameForm(initial={"name": _usual_name(request)})
        return await _door(request, code, door_of(glance), form, glance)
    told, seats = page.told(_usual_name(request), glance.code), range(1, glance.seats_taken + 1)
    return render(request, "lobby/room.html", {"glance": glance, "page": told, "seats": seats})


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
        return await _door(request, code, refused(answer), form, glance)
    return _seated(answer, form.cleaned_data["name"])


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
        return await _landing(request, form, answer)
    return _seated(answer, form.cleaned_data["name"])


async def _landing(request: VisitorRequest, form: NameForm, refusal: Refusal | None = None) -> HttpResponse:
    """Draw the landing page; a refusal is told beside the field it is about."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    if refusal is not None:
        door = refused(refusal)
        status = door.status
        form.add_error("code" if "code" in form.fields else None, str(door.sentence))
    context = {"form": form, "seats": SEATS, "usual_seats": USUAL_SEATS, "animals": animals.NAMES}
    context |= {"table": await rooms.table_of(request.user_id), "bots": practice.SEATS - 1}
    return render(request, "lobby/landing.html", context, status=status)


async def _door(
    request: VisitorRequest, code: str, door: Door, form: NameForm, glance: rooms.Glance | None
) -> HttpResponse:
    """Draw the door: a name to give where one may sit down, else why not and where to go."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if door.opens and form.is_bound else door.status
    context = {"code": code, "door": door, "form": form, "glance": glance}
    context["table"] = await rooms.table_of(request.user_id)
    return render(request, "lobby/door.html", context, status=status)


def _seated(code: str, name: str) -> HttpResponse:
    """Send to the table, and remember the name for the next visit."""
    response = HttpResponseRedirect(reverse("lobby:room", args=[code]), status=HTTPStatus.SEE_OTHER)
    identity.remember_name(response, name)
    return response


def _usual_name(request: VisitorRequest) -> str:
    """Offer the name of the last visit, or one for who has none yet."""
    return identity.name_of_cookies(request.COOKIES) or animals.pick()
