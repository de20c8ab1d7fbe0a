"""Measures what people get, by Lighthouse as a phone: start page, lobby, a game. It needs npx and a running site.

make lighthouse URL=http://127.0.0.1:8000
"""

import asyncio
import json
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Page, async_playwright

LIGHTHOUSE: Final = "lighthouse@12"
PORT: Final = 9333
RUNS: Final = 3
CARD_S: Final = 12
"""So long after the deal a practice game is in its first night."""
CATEGORIES: Final = ("performance", "accessibility", "best-practices")
FIGURES: Final = {
    "largest-contentful-paint": "largest text",
    "total-blocking-time": "blocked",
    "cumulative-layout-shift": "shift",
}
WAYS: Final = {"start": "", "lobby": "button[formaction$='/create']", "game": "button[data-practice]"}


async def measured(npx: str, address: str, folder: Path) -> dict[str, Any]:
    """Have Lighthouse load this address in the browser that is open, cookies and all."""
    report = folder / "report.json"
    process = await asyncio.create_subprocess_exec(
        *(npx, "--yes", LIGHTHOUSE, address, f"--port={PORT}", "--disable-storage-reset", "--quiet"),
        *(f"--only-categories={','.join(CATEGORIES)}", "--output=json", f"--output-path={report}"),
    )
    if await process.wait():
        raise SystemExit(process.returncode)
    found: dict[str, Any] = json.loads(report.read_text())
    return found


async def visit(page: Page, url: str, way: str) -> str:
    """Go where the measuring begins; returns the address."""
    await page.goto(url)
    leave = page.locator("form[action$='/leave'] button")
    if await leave.count():
        await leave.click()
        await page.goto(url)
    if way:
        await page.click(way)
        await page.wait_for_url("**/r/*", wait_until="commit")
        await asyncio.sleep(CARD_S if "practice" in way else 0)
    address = page.url
    await page.goto("about:blank")
    return address


def told(name: str, reports: list[dict[str, Any]]) -> str:
    """One line: the scores and what they come from, each the median."""
    scores = [
        round(100 * statistics.median(each["categories"][kind]["score"] for each in reports)) for kind in CATEGORIES
    ]
    figures = {
        said: statistics.median(each["audits"][audit]["numericValue"] for each in reports)
        for audit, said in FIGURES.items()
    }
    speed = statistics.median(each["environment"]["benchmarkIndex"] for each in reports)
    return f"{name:6} {scores} { ({said: round(value, 2) for said, value in figures.items()}) } machine {speed:.0f}"


async def main(url: str) -> int:
    """Measure each page some times."""
    npx, chromium = shutil.which("npx"), shutil.which(os.environ.get("CHROMIUM") or "chromium-headless-shell")
    if not (npx and chromium):
        sys.stderr.write("mafia: Lighthouse needs npx (from Node) and a Chromium; one of them is missing here\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch_persistent_context(
                f"{folder}/profile", executable_path=chromium, args=["--no-sandbox", f"--remote-debugging-port={PORT}"]
            )
            page = await browser.new_page()
            for name, way in WAYS.items():
                reports = [await measured(npx, await visit(page, url, way), Path(folder)) for _ in range(RUNS)]
                sys.stdout.write(f"{told(name, reports)}\n")
            await browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))
