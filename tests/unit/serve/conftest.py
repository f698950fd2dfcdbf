from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.pipeline import linking
from sayso.serve.linked import Linked
from sayso.store import Store
from tests.factories import load_fake_judge
from tests.ferry import fill_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The collection about the ferry, its claims made."""
    monkeypatch.setattr(linking, "load_judge", load_fake_judge)
    with Store(tmp_path / "ferry.db") as opened:
        fill_store(opened)
        yield opened


@pytest.fixture
def linked(store: Store) -> Linked:
    """The same with what was made of it."""
    return Linked(store)
