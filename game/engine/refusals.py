"""The ways in which the game says no; each value is the code that goes over the wire."""

from enum import StrEnum


class Refusal(StrEnum):
    """A refusal is an answer, not an error: it is never raised and never logged."""

    NOT_FOUND = "not_found"
    FULL = "full"
    IN_GAME = "in_game"
    ENDED = "ended"
    KICKED = "kicked"
    NOT_HOST = "not_host"
    NOT_READY = "not_ready"
    TOO_FEW = "too_few"
    ALREADY_IN_ROOM = "already_in_room"
    NOT_IN_ROOM = "not_in_room"
    WRONG_PHASE = "wrong_phase"
    RATE_LIMITED = "rate_limited"
    INVALID = "invalid"
    DEAD = "dead"
    NOT_ALLOWED = "not_allowed"
    BAD_TARGET = "bad_target"
    MUTED = "muted"


REASONS: dict[Refusal, str] = {
    Refusal.NOT_FOUND: "This room is closed or never existed.",
    Refusal.FULL: "This room is full.",
    Refusal.IN_GAME: "A game is in progress in this room.",
    Refusal.ENDED: "The game in this room has ended.",
    Refusal.KICKED: "The host removed you from this room.",
    Refusal.NOT_HOST: "Only the host can do that.",
    Refusal.NOT_READY: "Not everybody is ready yet.",
    Refusal.TOO_FEW: "At least four players are needed.",
    Refusal.ALREADY_IN_ROOM: "You already sit in a room. Leave it first.",
    Refusal.NOT_IN_ROOM: "You do not sit in a room.",
    Refusal.WRONG_PHASE: "That cannot be done in this phase.",
    Refusal.RATE_LIMITED: "Slow down and try again in a moment.",
    Refusal.INVALID: "That request is not valid.",
    Refusal.DEAD: "You are out of this game.",
    Refusal.NOT_ALLOWED: "That is not yours to do.",
    Refusal.BAD_TARGET: "That player cannot be chosen.",
    Refusal.MUTED: "You are muted for a moment.",
}
