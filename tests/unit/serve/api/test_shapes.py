"""What the API answers is what it says it answers, and what the command line gives."""

from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter
from starlette.testclient import TestClient

from sayso.catalogue.sources import find_leanings
from sayso.catalogue.voices import find_voices
from sayso.model import to_json
from sayso.serve.api import shapes
from sayso.serve.desk import Desk
from sayso.serve.linked import Around
from sayso.serve.records import (
    claim_record,
    document_record,
    reading_record,
    reuse_record,
    statement_record,
    story_record,
)
from sayso.serve.sources import leaning_record
from sayso.serve.voices import voice_record
from sayso.serve.why import why_record

ANSWERS: list[tuple[str, Any]] = [
    ("collection", shapes.CollectionShape),
    ("documents", shapes.PageShape[shapes.DocumentShape]),
    ("documents/{document}", shapes.ReadingShape),
    ("statements", shapes.PageShape[shapes.StatementShape]),
    ("statements/{statement}", shapes.StatementShape),
    ("claims", shapes.PageShape[shapes.ClaimShape]),
    ("claims/{claim}", shapes.ClaimShape),
    ("claims/{claim}/why", shapes.WhyShape),
    ("claims/{statement}", shapes.ClaimShape),
    ("sources", shapes.PageShape[shapes.SourceShape]),
    ("sources/{source}", shapes.SourceShape),
    ("voices", shapes.PageShape[shapes.VoiceShape]),
    ("voices/{voice}", shapes.VoiceShape),
    ("voices/{voice}/statements", shapes.PageShape[shapes.StatementShape]),
    ("reuse", shapes.PageShape[shapes.ReuseShape]),
    ("stories", shapes.PageShape[shapes.StoryShape]),
    ("search?q=ferry", shapes.SearchShape),
    ("search?q=offic&kind=names", shapes.SearchShape),
    ("rejected", shapes.PageShape[shapes.RejectedShape]),
    ("overrules", shapes.PageShape[shapes.OverruleShape]),
    ("jobs", shapes.PageShape[shapes.JobShape]),
]


@pytest.fixture
def ids(desk: Desk) -> dict[str, str]:
    """One thing of each kind."""
    with desk.read() as linked:
        claim = max(linked.claims, key=lambda c: len(c.documents))
        return {
            "claim": claim.id,
            "statement": claim.statements[-1],
            "document": claim.documents[0],
            "source": linked.store.catalogue.sources().items[0].source,
            "voice": linked.store.catalogue.voices().items[0].entity,
        }


@pytest.mark.parametrize(("address", "shape"), ANSWERS, ids=[a for a, _ in ANSWERS])
def test_answers_are_as_described(
    client: TestClient, ids: dict[str, str], address: str, shape: type[BaseModel]
) -> None:
    answer = client.get(address.format(**ids))
    assert answer.status_code == 200, answer.text
    TypeAdapter(shape).validate_json(answer.content)


def test_every_address_that_is_read_is_tested(client: TestClient) -> None:
    described = client.get("openapi.json").json()
    read = {path.removeprefix("/api/v1/") for path, methods in described["paths"].items() if "get" in methods}
    names = ("{document}", "{statement}", "{claim}", "{source}", "{entity}", "{job}")
    tested = {a.partition("?")[0].replace("{voice}", "{entity}") for a, _ in ANSWERS}
    assert read - {"jobs/{job}"} <= tested
    assert all(p.startswith("/api/v1/") for p in described["paths"])
    assert all(part in names or "{" not in part for path in read for part in path.split("/"))


def test_no_answer_is_described_without_its_fields(client: TestClient) -> None:
    described = client.get("openapi.json").json()
    for path, methods in described["paths"].items():
        for method, about in methods.items():
            good = next(about["responses"][s] for s in ("200", "201", "202") if s in about["responses"])
            assert "$ref" in str(good["content"]["application/json"]["schema"]), (path, method)
            assert "Failed" in str(about["responses"]["400"])
            assert "422" not in about["responses"], (path, method)


def read_everything(client: TestClient, address: str, limit: int = 2) -> list[dict[str, Any]]:
    """All items of a list, page by page."""
    found: list[dict[str, Any]] = []
    cursor = None
    while True:
        page = client.get(address, params={"limit": limit, **({"cursor": cursor} if cursor else {})}).json()
        found += page["items"]
        cursor = page["next"]
        if cursor is None:
            return found


def test_the_same_as_the_command_line(client: TestClient, desk: Desk, ids: dict[str, str]) -> None:
    with desk.read() as linked:
        documents, store = linked.documents, linked.store
        claim = store.find_claim(ids["claim"])
        found = documents[ids["document"]]
        expected: dict[str, Any] = {
            "documents": [document_record(d, latest=d.id, amended={}) for d in documents.values()],
            "statements": [statement_record(d, s) for d in documents.values() for s in store.statements(d.id)],
            "sources": [
                leaning_record(x)
                for x in find_leanings(linked.claims, {i: s.document for i, s in linked.statements.items()})
            ],
            "voices": [voice_record(v) for v in find_voices(linked.readings, linked.register)],
            "stories": [story_record(s, documents) for s in linked.links.stories],
            "rejected": [to_json(r) for r in store.rejected()],
        }
        reuses = [reuse_record(r, documents) for r in linked.links.reuses]
        claims = {c.id: claim_record(c) for c in linked.claims}
        why = why_record(Around(linked, claim), linked.overrules)
        reading = reading_record(found, store.reading(found.id), amended={}, latest=found.id)
    for address, records in expected.items():
        assert read_everything(client, address) == records, address
    assert sorted(map(str, read_everything(client, "reuse", 1))) == sorted(map(str, reuses))
    assert {c["id"]: c for c in read_everything(client, "claims", 1)} == claims
    assert client.get(f"claims/{claim.id}/why").json() == why
    assert client.get(f"documents/{found.id}").json() == reading
