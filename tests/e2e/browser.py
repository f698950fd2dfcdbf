"""Chromium as the end-to-end tests drive it: Debian's own, never one that a package downloads."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, sync_playwright

LACKING = "there is no Chromium here: `apt-get install --no-install-recommends chromium`"

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
"""What axe holds a page to."""


def find_chromium() -> str:
    """Where Chromium is. Skips the test where it isn't; fails in CI, where it must be."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(LACKING)
        pytest.skip(LACKING)
    return found


@contextmanager
def open_browser() -> Iterator[Browser]:
    """The browser, without a screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


class Watch:
    """What went wrong while a page was looked at: errors on the console, scripts that broke, answers from 400 up."""

    def __init__(self, page: Page) -> None:
        self.expected: set[int] = set()
        """Statuses that a test asks for on purpose."""
        self.faults: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("response", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.faults.append(f"console: {message.text}")

    def _see(self, answer: Response) -> None:
        if answer.status >= 400 and answer.status not in self.expected:
            self.faults.append(f"{answer.status}: {answer.url}")


def check_axe(page: Page) -> None:
    """Fails where axe finds anything on a page as it stands."""
    found: Any = Axe().run(page, options=RULES).response
    said = [
        f"{v['id']} ({v['impact']}): {v['help']}\n" + "\n".join(f"    {n['html'][:160]}" for n in v["nodes"][:5])
        for v in found["violations"]
    ]
    assert not said, f"{page.url}\n" + "\n".join(said)


def open_context(browser: Browser, **options: Any) -> BrowserContext:
    """A window of its own, which reaches nothing outside this machine."""
    return browser.new_context(locale="en-GB", timezone_id="UTC", **options)
