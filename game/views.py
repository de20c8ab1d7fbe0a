"""The pages of games that are over, for whoever has the link; about a game that still runs they know nothing.

They ask the records, so they are ordinary views in a thread: nobody who plays waits for them.
"""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from msgspec import json

from game import retelling
from game.engine.state import Role, Side
from game.models import Game
from game.preview import Preview, card
from game.replays import Replay

_FOR_A_DAY = "private, max-age=86400, immutable"
"""What is over does not change; a name may go from it, though, so it is not kept for ever, and by nobody in between."""


@never_cache
@require_safe
def game(request: HttpRequest, address: UUID) -> HttpResponse:
    """Show the whole game: to read, and where there are scripts, to see again."""
    replay = Replay.find(address)
    if replay is None:
        return render(request, "game/missing.html", status=HTTPStatus.NOT_FOUND)
    return render(request, "game/replay.html", _context(request, replay, address))


@require_safe
def short(_request: HttpRequest, address: UUID) -> HttpResponse:
    """Lead from the short link, which fits into a message, to the page."""
    return redirect("game:replay", address, permanent=True)


@never_cache
@require_safe
def about(_request: HttpRequest, address: UUID) -> HttpResponse:
    """Say whether the game is in the records yet, and under which address nobody has a name."""
    row = Game.objects.filter(pk=address).values("tape__nameless_id").first()
    # No 404: who asks a little too early has made no mistake.
    return JsonResponse({"isRecorded": row is not None, "nameless": row["tape__nameless_id"] if row else None})


@require_safe
def frames(request: HttpRequest, address: UUID) -> HttpResponse:
    """Give out what one seat was shown, and nothing else; without a seat what all were shown."""
    asked = request.GET.get("seat")
    replay = Replay.find(address)
    try:
        seen = replay.seen_by(None if asked is None else int(asked)) if replay else None
    except (LookupError, ValueError):
        seen = None
    if replay is None or seen is None:
        return JsonResponse({}, status=HTTPStatus.NOT_FOUND, headers={"Cache-Control": "no-store"})
    film = replay.tape
    shown = {
        "seat": None if asked is None else int(asked),
        "beganAt": film.began_at if film else 0,
        "isCut": film is not None and film.is_cut,
        "moments": seen,
    }
    return HttpResponse(json.encode(shown), content_type="application/json", headers={"Cache-Control": _FOR_A_DAY})


def _context(request: HttpRequest, replay: Replay, address: UUID) -> dict[str, object]:
    """What the page is drawn from."""
    row, end, players = replay.game, replay.end, replay.players
    told = {
        "players": players,
        "isNameless": replay.is_nameless,
        "data": reverse("game:frames", args=[address]),
    }
    return {
        "game": row,
        "winner": retelling.WINNERS[Side(row.winner)],
        "parts": retelling.parts(players, end) if end else _parts_of_row(row),
        "chapters": list(retelling.chapters(players, end)) if end else [],
        "replay": told if end else None,
        "preview": _preview(request, _title(row, len(players)), address),
    }


def _parts_of_row(row: Game) -> list[retelling.Part]:
    """Who was what, of a game that has no tape; people who are gone have no name any more."""
    unnamed, roles = _("Somebody who left"), row.roles.select_related("user").order_by("role", "pk")
    return [
        retelling.Part(0, each.user.username if each.user else unnamed, str(retelling.ROLES[Role(each.role)]), "")
        for each in roles
    ]


def _preview(request: HttpRequest, title: str, address: UUID) -> Preview:
    line = _("See it again, through the eyes of any player.")
    return card(request, title, line, reverse("game:replay", args=[address]))


def _title(row: Game, players: int) -> str:
    """The title where a link is shown: it spoils nothing, and names nobody."""
    rounds = ngettext("{count} round", "{count} rounds", row.total_rounds).format(count=row.total_rounds)
    if not players:
        return _("A game of Mafia: {rounds}").format(rounds=rounds)
    seats = ngettext("{count} player", "{count} players", players).format(count=players)
    return _("A game of Mafia: {players}, {rounds}").format(players=seats, rounds=rounds)
