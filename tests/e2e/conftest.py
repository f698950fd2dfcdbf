"""The demo collection, the workbench over it, and a browser: each made once, or for each test, as it can be shared."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sayso.store import Store
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


@pytest.fixture(scope="package")
def shared_workbench(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a workbench over a copy that no test changes: starting one takes seconds on a busy machine."""
    find_chromium()
    copy = Path(shutil.copy(demo, tmp_path_factory.mktemp("shared") / "demo.db"))
    before = read_stamp(copy)
    with serve(Program(copy.parent, REAL), "--collection", str(copy)) as address:
        yield address
    assert read_stamp(copy) == before, "a test that isn't marked `changes` has changed the collection"


@pytest.fixture
def workbench(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a workbench over the demo collection; over a copy of its own for a test marked `changes`."""
    if request.node.get_closest_marker("changes") is None:
        yield request.getfixturevalue("shared_workbench")
        return
    find_chromium()
    collection = request.getfixturevalue("collection")
    with serve(Program(collection.parent, REAL), "--collection", str(collection)) as address:
        yield address


def read_stamp(collection: Path) -> str:
    """The state of a collection: another one after each change."""
    with Store(collection, writable=False) as store:
        return store.stamp()


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
