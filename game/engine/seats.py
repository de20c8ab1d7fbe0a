"""Who sits at the table, who hosts it, and by which rules it plays; only before and after a game."""

from msgspec import UNSET

from accounts import names
from game.engine import edit, settings, setup
from game.engine.change import Change
from game.engine.commands import AddBot, Configure, Join, Kick, Open, Opening, RemoveBot, SetReady
from game.engine.facts import LeaveReason, Unseated
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.settings import Settings
from game.engine.state import SCHEMA, Phase, Player, RoomState, Timers

MAX_KICKED = 200
GRACE_MS = 30_000
"""How long a seat waits for its player, from the last sign of life (system design, 5.5)."""

NO_SHOW_MS = 15_000
"""How long a seat at a table of strangers waits for somebody who was given it and never came."""


def opened(command: Open, now_ms: int) -> Change | Refusal:
    """A new room with its host on the first seat."""
    chosen = settings.patched(settings.Settings(), command.patch)
    if setup.choose(command.max_players, chosen) is None:
        return Refusal.INVALID
    players = {command.by: arrival(command.username, now_ms)}
    return Change(furnished(command, command.max_players, chosen, players, now_ms, is_public=command.is_public))


def furnished(  # noqa: PLR0913 - a new room is all of these
    command: Opening,
    max_players: int,
    chosen: Settings,
    players: dict[UserId, Player],
    now_ms: int,
    *,
    is_public: bool,
) -> RoomState:
    """A new room with these players in its lobby, hosted by whoever asked for it."""
    return RoomState(
        version=0,
        schema=SCHEMA,
        room_id=command.room_id,
        room_code=command.room_code,
        is_public=is_public,
        max_players=max_players,
        host_id=command.by,
        created_at=now_ms,
        phase=Phase.LOBBY,
        round=0,
        settings=chosen,
        players=players,
        timers=Timers(),
        downtime=0,
    )


def join(state: RoomState, command: Join, now_ms: int) -> Change | Refusal:
    """Take a free seat in the lobby; whoever still has a seat simply keeps it."""
    if command.by in state.kicked:
        return Refusal.KICKED
    if command.by in state.players:
        return _came_back(state, command.by)
    if state.phase is Phase.ENDED:
        return Refusal.ENDED
    is_about_to_begin = state.is_gathering and not command.is_called
    if state.phase is not Phase.LOBBY or is_about_to_begin:
        return Refusal.IN_GAME
    if len(state.players) >= state.max_players:
        return Refusal.FULL
    grace_ms = NO_SHOW_MS if state.is_gathering else GRACE_MS
    return Change(_seated(state, command.by, arrival(_distinct(state, command.username), now_ms, grace_ms)))


def kick(state: RoomState, command: Kick) -> Change | Refusal:
    """The host removes somebody, who cannot come back to this room."""
    if refusal := _not_hosting(state, command.by):
        return refusal
    if command.user_id not in state.players or command.user_id == command.by:
        return Refusal.INVALID
    banned = edit.state(state, kicked=(*state.kicked, command.user_id)[-MAX_KICKED:])
    return unseat(banned, command.user_id, LeaveReason.KICKED)


def add_bot(state: RoomState, command: AddBot, now_ms: int) -> Change | Refusal:
    """The host fills an empty seat with a bot."""
    if refusal := _not_hosting(state, command.by):
        return refusal
    if command.user_id in state.players:
        return Refusal.INVALID
    if len(state.players) >= state.max_players:
        return Refusal.FULL
    return Change(_seated(state, command.user_id, bot(_distinct(state, command.username), now_ms)))


def remove_bot(state: RoomState, command: RemoveBot) -> Change | Refusal:
    """The host takes a bot from the table; people are removed by kicking."""
    if refusal := _not_hosting(state, command.by):
        return refusal
    if command.user_id not in state.players or not state.players[command.user_id].is_bot:
        return Refusal.INVALID
    return unseat(state, command.user_id, LeaveReason.LEFT)


def set_ready(state: RoomState, command: SetReady) -> Change | Refusal:
    """Ready or not; only a lobby asks for it."""
    if state.phase is not Phase.LOBBY:
        return Refusal.WRONG_PHASE
    return Change(edit.player(state, command.by, ready=command.ready))


def configure(state: RoomState, command: Configure) -> Change | Refusal:
    """The host changes the rules; the others have agreed to the old ones, so they are asked anew."""
    if refusal := _not_hosting(state, command.by):
        return refusal
    max_players = state.max_players if command.max_players is UNSET else command.max_players
    if max_players < len(state.players):
        return Refusal.INVALID
    patched = settings.patched(state.settings, command.patch)
    if setup.choose(max_players, patched) is None:
        return Refusal.INVALID
    is_public = state.is_public if command.is_public is UNSET else command.is_public
    asked_anew = edit.nobody_ready(state)
    host_kept = edit.player(asked_anew, command.by, ready=state.players[command.by].ready)
    return Change(edit.state(host_kept, settings=patched, max_players=max_players, is_public=is_public))


def unseat(state: RoomState, user: UserId, reason: LeaveReason) -> Change:
    """The seat is free again; a room without people closes."""
    players = {each: player for each, player in state.players.items() if each != user}
    seated = edit.state(state, players=players)
    left = edit.state(seated, closed=state.closed or not seated.people)
    return Change(with_host(left), (Unseated(user, reason),))


def with_host(state: RoomState) -> RoomState:
    """The room with somebody present as host: the one who has been there longest (house rules, "Absence")."""
    host = state.players.get(state.host_id)
    if host is not None and host.is_present:
        return state
    present = [user for user in state.people if state.players[user].connected]
    heirs = present or ([] if host else state.people)
    return edit.state(state, host_id=heirs[0]) if heirs else state


def arrival(username: str, now_ms: int, grace_ms: int = GRACE_MS) -> Player:
    """Somebody on a new seat. The socket comes later (a plain form seats, too), so the grace runs from the start."""
    return Player(username, now_ms, last_sign=now_ms, grace_ends_at=now_ms + grace_ms)


def bot(username: str, now_ms: int) -> Player:
    """A bot on a new seat: always there, and it agrees to everything."""
    return Player(username, now_ms, ready=True, connected=True, is_bot=True)


def _seated(state: RoomState, user: UserId, player: Player) -> RoomState:
    return edit.state(state, players={**state.players, user: player})


def _distinct(state: RoomState, username: str) -> str:
    return names.distinct(username, [player.username for player in state.players.values()])


def _came_back(state: RoomState, user: UserId) -> Change | Refusal:
    return Refusal.IN_GAME if state.players[user].leaving else Change(state)


def _not_hosting(state: RoomState, user: UserId) -> Refusal | None:
    if user != state.host_id:
        return Refusal.NOT_HOST
    # A table of strangers starts by itself: its host is one in name only.
    return None if state.phase is Phase.LOBBY and not state.is_gathering else Refusal.WRONG_PHASE
