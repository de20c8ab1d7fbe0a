"""Small, typed changes to immutable values, so that a rule reads as the rule; decides nothing."""

from msgspec import structs

from game.engine.ids import UserId
from game.engine.state import Actions, Game, Happening, Player, RoomState, Timers


def state(before: RoomState, **changes: object) -> RoomState:
    """The room with these fields changed."""
    return structs.replace(before, **changes)


def player(before: RoomState, user: UserId, **changes: object) -> RoomState:
    """The room with these fields of one player changed."""
    edited: Player = structs.replace(before.players[user], **changes)
    return structs.replace(before, players={**before.players, user: edited})


def everybody(before: RoomState, **changes: object) -> RoomState:
    """The room with these fields of every player changed."""
    edited = {user: structs.replace(each, **changes) for user, each in before.players.items()}
    return structs.replace(before, players=edited)


def nobody_ready(before: RoomState) -> RoomState:
    """The room in which everybody is asked anew; bots agree to everything."""
    asked = {user: structs.replace(each, ready=each.is_bot) for user, each in before.players.items()}
    return structs.replace(before, players=asked)


def timers(before: RoomState, **changes: object) -> RoomState:
    """The room with these timers changed."""
    edited: Timers = structs.replace(before.timers, **changes)
    return structs.replace(before, timers=edited)


def game(before: RoomState, **changes: object) -> RoomState:
    """The room with these fields of its running game changed."""
    edited: Game = structs.replace(before.running, **changes)
    return structs.replace(before, game=edited)


def chronicle(before: RoomState, happening: Happening) -> RoomState:
    """The room with one more public event on its timeline."""
    return game(before, timeline=(*before.running.timeline, happening))


def actions(before: RoomState, **changes: object) -> RoomState:
    """The room with these choices of the phase changed."""
    edited: Actions = structs.replace(before.actions, **changes)
    return structs.replace(before, actions=edited)
