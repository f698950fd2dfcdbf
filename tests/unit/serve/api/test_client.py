"""The example of a client does what it says."""

import importlib.util
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

EXAMPLE = Path(__file__).parents[4] / "docs" / "client.py"


def load_example() -> Any:
    """The example as a module."""
    spec = importlib.util.spec_from_file_location("client", EXAMPLE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_lists_every_page(client: TestClient) -> None:
    found = list(load_example().read_list(client, "claims", limit=1))
    assert len(found) == len({c["id"] for c in found}) == 4


def test_it_says_no_claim_without_who_said_it(client: TestClient) -> None:
    lines = list(load_example().say_claims(client))
    claims = [line for line in lines if line.startswith("“")]
    assert len(claims) == 3
    assert all(line.endswith(")") for line in claims)
    assert "  in 3 documents: at least 1 distinct identified origin, at most 1" in lines
