"""The API over the collection about the ferry, asked without a network."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.pipeline import linking, workers
from sayso.serve.desk import Desk
from sayso.serve.web.access import Access
from sayso.serve.web.app import make_app
from sayso.store import Store
from tests.factories import load_fake_judge, load_fake_reader
from tests.ferry import fill_store

BASE = "http://127.0.0.1:8765"

Opens = Callable[..., TestClient]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The collection, its claims made."""
    monkeypatch.setattr(linking, "load_judge", load_fake_judge)
    monkeypatch.setattr(workers, "load_reader", load_fake_reader)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ferry.db"
    with Store(path) as store:
        fill_store(store)
    return Desk(path)


@pytest.fixture
def opens(desk: Desk) -> Opens:
    """Opens the API of the collection: `opens(token=…)`."""

    def open_client(*, token: str | None = None, host: str = "127.0.0.1", read_only: bool = False) -> TestClient:
        shown = Desk(desk.collection, read_only=True) if read_only else desk
        app = make_app(shown, access=Access(host=host, token=token))
        return TestClient(app, base_url=f"{BASE}/api/v1", raise_server_exceptions=False)

    return open_client


@pytest.fixture
def client(opens: Opens) -> TestClient:
    """A program at this machine."""
    return opens()
