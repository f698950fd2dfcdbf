import io
import json
import os
from typing import Any

import pytest

from sayso.export.ftm import find_entities, make_ftm, to_date
from sayso.model import Status
from tests.unit.export.ferry import make_contents
from tests.unit.export.report import harbour

if "CI" not in os.environ:  # there it must run
    pytest.importorskip("followthemoney", reason="followthemoney isn't installed: make check EXTRAS=dev,ftm")

from followthemoney.proxy import EntityProxy
from followthemoney.statement import Statement
from followthemoney.statement.serialize import read_json_statements


def read() -> tuple[list[EntityProxy], list[Statement]]:
    """The entities and the statements, as followthemoney reads them."""
    files = {f.name: b"".join(f.chunks) for f in make_ftm(make_contents())}
    entities = [EntityProxy.from_dict(json.loads(line)) for line in files["entities.ftm.json"].splitlines()]
    return entities, list(read_json_statements(io.BytesIO(files["statements.json"])))


def test_every_entity_is_valid_and_every_value_clean() -> None:
    entities, _ = read()
    assert len({e.id for e in entities}) == len(entities)
    for made, entity in zip(find_entities(make_contents()), entities, strict=True):
        assert set(made["properties"]) <= set(entity.schema.properties)
        schema: Any = entity.schema
        schema.validate(made)
        for prop, value in entity.itervalues():
            if prop.name != "sourceUrl":  # the address is as given; cleaning writes it otherwise
                assert prop.type.clean(value, proxy=entity) == value, (entity.schema.name, prop.name, value)


def test_every_reference_leads_to_an_entity_of_a_fitting_schema() -> None:
    entities, _ = read()
    schemata = {e.id: e.schema for e in entities}
    found = 0
    for entity in entities:
        for prop, value in entity.itervalues():
            if prop.range is not None:
                assert schemata[value].is_a(prop.range), (entity.id, prop.name)
                found += 1
    assert found


def test_the_statements_are_those_of_the_entities_with_the_same_ids() -> None:
    entities, statements = read()
    expected = {
        (s.id, s.entity_id, s.prop, s.schema, s.value) for e in entities for s in Statement.from_entity(e, "sayso")
    }
    assert {(s.id, s.entity_id, s.prop, s.schema, s.value) for s in statements} == expected
    assert all(s.id == s.generate_key() for s in statements)


def test_nothing_is_said_without_who_says_it() -> None:
    notes = {e.id: e for e in read()[0] if e.schema.name == "Note"}
    for statement in harbour.STATEMENTS:
        note = notes[f"sayso-statement-{statement.id}"]
        (words,) = note.get("description")
        assert words.endswith(f": “{' '.join(statement.text.split())}”")
        assert not words.startswith(":")
        assert (", denying: " in words) is (statement is harbour.DENIAL)
        assert note.get("proof") == [f"sayso-document-{statement.document}"]
    for claim in make_contents().claims:
        note = notes[f"sayso-claim-{claim.id}"]
        assert note.first("description") == f"{claim.said_by}: “{claim.text}”"
        assert "Distinct is not independent" in (note.first("summary") or "")


def test_only_those_who_are_named_are_entities() -> None:
    entities, _ = read()
    names = {n for e in entities if e.schema.is_a("LegalEntity") for n in e.get("name")}
    assert names == {"Lena Orr", "The Skerry Union"}
    (lena,) = (e for e in entities if e.schema.name == "Person")
    assert lena.get("weakAlias") == ["Orr"]
    (said,) = (e for e in entities if e.id == f"sayso-statement-{harbour.APRIL.id}")
    assert said.get("entity") == [lena.id]


def test_links_carry_their_reason_and_words() -> None:
    links = [e for e in read()[0] if e.schema.name == "UnknownLink"]
    assert {tuple(e.get("role")) for e in links} == {("repeats words of",), ("she runs it",)}
    assert {tuple(e.get("description")) for e in links} == {
        (harbour.REUSE.reason,),
        ("Skerry Post: “runs the union”",),
    }


def test_a_correction_is_marked_and_an_odd_address_left_out() -> None:
    articles = {e.id: e for e in read()[0] if e.schema.name == "Article"}
    corrected = {i for i, e in articles.items() if "Marked corrected" in e.get("notes")}
    assert corrected == {f"sayso-document-{d.id}" for d in harbour.DOCUMENTS if d.status is Status.CORRECTED}
    assert not articles[f"sayso-document-{harbour.OTHER.id}"].get("sourceUrl")


@pytest.mark.parametrize(
    ("published", "date"),
    [
        (None, ""),
        ("2031", "2031"),
        ("2031-03-02", "2031-03-02"),
        ("2031-03-02T08:00:00Z", "2031-03-02T08:00:00"),
        ("2031-03-04T09:30:00+02:00", "2031-03-04T07:30:00"),
        ("2031-03-04T09:30", "2031-03-04T09:30:00"),
        ("last week", ""),
    ],
)
def test_times(published: str | None, date: str) -> None:
    assert to_date(published) == date
