"""Notes every state that a page shows, as its player would read it, and tells which of them would confuse anybody."""

import re

from playwright.async_api import Page

_NOTING = """
  let last = "";
  const text = (hook) => document.querySelector(`[data-${hook}]`)?.textContent?.trim() ?? "";
  new MutationObserver(() => {
    const now = [document.body?.dataset.screen ?? "", text("status"), text("banner")].join(" | ");
    if (document.body && now !== last) note(last = now);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
"""
_OUT = r"You are out\. (The dead may talk among themselves|Watch them decide)\."
_LATE = r"Not sent yet\. Retrying\."
# What may stand above the buttons on each screen; a name may be any name.
STATUS = {
    "loading": "",
    "lobby": rf"Waiting for .+|Tell the others .+|Everybody is ready\.|At least .+|Dealing the cards\.|{_LATE}",
    "reveal": "",
    "night": rf"(See your role, then t|T)ap one player\.|You chose .+ until the timer ends\.|{_LATE}|{_OUT}",
    "dawn": "",
    "day": rf"Who is Mafia\? Talk, then vote\.|The vote begins when more than half are ready\.|{_LATE}|{_OUT}",
    "voting": rf"Tap to vote\.|Your vote: .+|{_LATE}|{_OUT}",
    "out": "",
    "end": "",
}
BANNER = r"Connection lost\. Trying again( in \d+ s)?\. (Your seat is held for \d+ s\.)?\s*Try now"


class Watch:
    """One page's history."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    async def over(self, page: Page) -> None:
        """Begin, before the page is loaded."""
        await page.expose_function("note", self._note)
        await page.add_init_script(_NOTING)

    def _note(self, state: str) -> None:
        self.seen.append(state)

    def confusing(self, *, is_lost: bool) -> list[str]:
        """Return what no player should ever have read; a banner is for those whose line was lost."""
        return [state for state in self.seen if not _is_clear(*state.split(" | "), is_lost=is_lost)]


def _is_clear(screen: str, status: str, banner: str, *, is_lost: bool) -> bool:
    allowed = STATUS.get(screen)
    if allowed is None or (status and not re.fullmatch(allowed, status)):
        return False
    return not banner or (is_lost and re.fullmatch(BANNER, " ".join(banner.split())) is not None)
