import json

import pytest

from sayso.catalogue.claims import Filters, Order
from sayso.errors import NotFound
from sayso.export.formats import FORMATS
from sayso.export.jsonl import make_jsonl
from sayso.serve.exporting import make_contents
from sayso.serve.linked import Linked
from sayso.serve.records import claim_record


def test_everything_is_exported_without_filters(linked: Linked) -> None:
    contents = make_contents(linked, filters=Filters(), order=Order.REPEATED, program="1")
    assert set(contents.documents) == set(linked.documents)
    assert set(contents.statements) == set(linked.statements)
    assert {c.id for c in contents.claims} == {c.id for c in linked.claims}
    assert contents.is_current


def test_a_filter_keeps_what_its_claims_touch(linked: Linked) -> None:
    contents = make_contents(linked, filters=Filters(text="harbour Gull"), order=Order.REPEATED, program="1")
    (claim,) = contents.claims
    assert set(contents.documents) == set(claim.documents)
    assert set(contents.statements) == set(claim.statements)
    assert all(set(e.documents) <= set(claim.documents) for e in contents.entities)
    assert not contents.reuses


def test_a_limit_takes_the_first(linked: Linked) -> None:
    contents = make_contents(linked, filters=Filters(limit=2), order=Order.TEXT, program="1")
    assert [c.text for c in contents.claims] == sorted(c.text for c in linked.claims)[:2]


def test_nobody_by_that_name(linked: Linked) -> None:
    with pytest.raises(NotFound):
        make_contents(linked, filters=Filters(entity="Nobody Here"), order=Order.REPEATED, program="1")


def test_jsonl_holds_what_json_gives(linked: Linked) -> None:
    contents = make_contents(linked, filters=Filters(), order=Order.REPEATED, program="1")
    files = {f.name: [json.loads(line) for line in f.chunks] for f in make_jsonl(contents)}
    assert files["claims.jsonl"] == [json.loads(json.dumps(claim_record(c))) for c in contents.claims]
    assert [r["text"] for r in files["readings.jsonl"]] == [d.text for d in linked.documents.values()]
    assert all(r["said_by"] for r in files["claims.jsonl"])
    assert all(r["chain"] for r in files["statements.jsonl"])


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_collection_gives_the_same_bytes(linked: Linked, name: str) -> None:
    def make() -> dict[str, bytes]:
        again = Linked(linked.store)
        contents = make_contents(again, filters=Filters(), order=Order.REPEATED, program="1")
        return {f.name: b"".join(f.chunks) for f in FORMATS[name].make(contents)}

    made = make()
    assert made == make()
    assert bool("" in made) is not FORMATS[name].is_folder
    assert all(n.endswith(FORMATS[name].ending) for n in made)
