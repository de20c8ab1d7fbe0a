"""The page of the queue. It seats nobody: the wait itself is a matter of the page's socket."""

from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import identity
from accounts.identity import VisitorRequest
from game.engine.ids import RoomCode
from game.engine.refusals import Refusal
from lobby import animals, page, practice, rooms, streamer
from lobby.doors import Door, refused
from lobby.forms import NameForm
from matchmaking.grouping import FEWEST, MOST, SMALLEST


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
async def play(request: VisitorRequest) -> HttpResponse:
    """Take a name, then wait for a table."""
    return await (_enter(request) if request.method == "POST" else _wait(request))


async def _wait(request: VisitorRequest) -> HttpResponse:
    """Show the queue to who has a name, and the table to who sits at one."""
    if table := await _busy_at(request):
        return redirect(streamer.address_of(request, table))
    name = identity.name_of_cookies(request.COOKIES)
    if name is None:
        return _ask(request, NameForm(initial={"name": animals.pick()}))
    return render(request, "matchmaking/queue.html", {"page": page.told(name)})


async def _enter(request: VisitorRequest) -> HttpResponse:
    form = NameForm(request.POST)
    if not form.is_valid():
        return _ask(request, form)
    await practice.abandon(request.user_id)
    if "onward" in request.POST:
        await rooms.move_on(request.user_id)
    if table := await _busy_at(request):
        return _ask(request, form, door=refused(Refusal.ALREADY_IN_ROOM), table=table)
    response = HttpResponseRedirect(reverse("matchmaking:play"), status=HTTPStatus.SEE_OTHER)
    identity.remember_name(response, form.cleaned_data["name"])
    return response


async def _busy_at(request: VisitorRequest) -> RoomCode | None:
    """The table that still needs this visitor: one whose game is over does not."""
    table = await rooms.table_of(request.user_id)
    glance = await rooms.glance(table, request.user_id) if table else None
    return glance.code if glance and glance.seated and glance.status != "ended" else None


def _ask(
    request: VisitorRequest, form: NameForm, *, door: Door | None = None, table: RoomCode | None = None
) -> HttpResponse:
    """Draw the page that asks for a name; with a door, it says why there is no queue for this visitor."""
    status = door.status if door else HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"form": form, "names": animals.some(animals.CHOICE), "door": door}
    context |= streamer.told_of_table(request, table)
    sizes = {"fewest": FEWEST, "most": MOST, "smallest": SMALLEST}
    return render(request, "matchmaking/ask.html", context | sizes, status=status)
