"""Why the server closes a socket: the codes, and what each asks of the client; it closes none itself."""

from enum import IntEnum


class CloseCode(IntEnum):
    """44xx: do not come back by yourself. 45xx: come back, with jittered back-off."""

    MALFORMED = 4400
    BANNED = 4403
    OPENED_ELSEWHERE = 4409
    FLOODING = 4429
    RESTARTING = 4503
    TOO_SLOW = 4508


MEANINGS: dict[CloseCode, str] = {
    CloseCode.MALFORMED: "Too many frames that are none of the protocol's, or no `auth:identify` in time.",
    CloseCode.BANNED: "This user is banned.",
    CloseCode.OPENED_ELSEWHERE: "Another socket of this user took over.",
    CloseCode.FLOODING: "Far too many frames, or too many sockets of one address.",
    CloseCode.RESTARTING: "The server restarts.",
    CloseCode.TOO_SLOW: "The client did not read what was sent; it gets a snapshot when it is back.",
}
