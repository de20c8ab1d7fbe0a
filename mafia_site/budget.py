"""How much one socket may ask for: a bucket for all frames, a window for chat; counts, and decides nothing else."""

from collections import OrderedDict, deque
from typing import Final

BURST: Final = 20
PER_SECOND: Final = 2.0
CHATS: Final = 8
CHAT_WINDOW_S: Final = 5.0
REMEMBERED: Final = 20_000


class Allowance:
    """What one user may ask for, over all the sockets that the user opens one after the other."""

    def __init__(self, now_s: float) -> None:
        """Begin full."""
        self.frames, self.chats = Bucket(now_s), Window()


class Allowances:
    """The allowances of the users of this process; those of long ago are full again, and forgotten."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._of: OrderedDict[str, Allowance] = OrderedDict()

    def of(self, user: str, now_s: float) -> Allowance:
        """The user's allowance; coming back by another socket brings no new one."""
        allowance = self._of.setdefault(user, Allowance(now_s))
        self._of.move_to_end(user)
        if len(self._of) > REMEMBERED:
            self._of.popitem(last=False)
        return allowance


class Bucket:
    """A burst of frames, refilled at a steady rate."""

    def __init__(self, now_s: float) -> None:
        """Begin full."""
        self._tokens = float(BURST)
        self._at = now_s

    def spend(self, now_s: float) -> bool:
        """Take one; False when there is none."""
        self._tokens = min(float(BURST), self._tokens + (now_s - self._at) * PER_SECOND)
        self._at = now_s
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class Window:
    """So many messages in any such stretch of time."""

    def __init__(self) -> None:
        """Begin empty."""
        self._at: deque[float] = deque(maxlen=CHATS)

    def spend(self, now_s: float) -> bool:
        """Count one; False when it is one too many."""
        if len(self._at) == CHATS and now_s - self._at[0] < CHAT_WINDOW_S:
            return False
        self._at.append(now_s)
        return True


allowances: Final = Allowances()
"""The ones of this process."""
