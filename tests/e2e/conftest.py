"""The demo collection, the workbench over it, and a browser: each made once, or for each test, as it can be shared."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.browser import Watch, find_chromium, open_browser, open_context
from tests.e2e.program import REAL, Program
from tests.e2e.serving import serve


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo collection, read by the reader that ships. Not to be changed: copy it."""
    folder = tmp_path_factory.mktemp("demo")
    Program(folder, REAL).run("demo", "--into", ".", "--jobs", "1")
    return folder / "sayso-demo.db"


@pytest.fixture
def collection(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo collection, to be changed."""
    return Path(shutil.copy(demo, tmp_path / "demo.db"))


@pytest.fixture
def workbench(collection: Path) -> Iterator[str]:
    """The address of a workbench over that copy."""
    find_chromium()
    with serve(Program(collection.parent, REAL), "--collection", str(collection)) as address:
        yield address


@pytest.fixture(scope="package")  # its event loop must not go on under other tests
def browser() -> Iterator[Browser]:
    """Chromium."""
    with open_browser() as opened:
        yield opened


@pytest.fixture
def watch(page: Page) -> Watch:
    """What goes wrong on the page; the test fails at its end where anything did that it didn't expect."""
    return WATCHES[page]


@pytest.fixture
def page(browser: Browser, workbench: str) -> Iterator[Page]:
    """A window on the workbench."""
    with open_context(browser, base_url=workbench, viewport={"width": 1280, "height": 900}) as context:
        opened = context.new_page()
        WATCHES[opened] = Watch(opened)
        yield opened
        assert not WATCHES.pop(opened).faults


WATCHES: dict[Page, Watch] = {}
