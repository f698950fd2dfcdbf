"""The workbench over the collection about the ferry, asked without a network."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.pipeline import linking
from sayso.serve.desk import Desk
from sayso.store import Store
from tests.factories import load_fake_judge
from tests.ferry import fill_store
from tests.unit.serve.web.visitor import Visitor

Opens = Callable[..., Visitor]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The collection, its claims made."""
    monkeypatch.setattr(linking, "load_judge", load_fake_judge)
    path = tmp_path / "ferry.db"
    with Store(path) as store:
        fill_store(store)
    return Desk(path)


@pytest.fixture
def visitor(desk: Desk) -> Visitor:
    """Somebody at this machine, who may change things."""
    return Visitor(desk)
