"""The lists of a collection are those that the whole collection gives, whatever happened to it before."""

import dataclasses
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from sayso.catalogue.claims import Filters, Order, order_claims
from sayso.catalogue.sources import find_leanings
from sayso.catalogue.voices import find_voices
from sayso.errors import NotFound, OutOfDate, UsageError
from sayso.model import Document, Ingested, Reading
from sayso.pipeline import relink
from sayso.serve.linked import Linked
from sayso.store import Store, dump_collection
from sayso.store.catalogue import Page
from sayso.store.words import read_question
from tests.factories import FakeReader, load_fake_judge, make_document, make_ingested
from tests.ferry import fill_store, make_reports

T = TypeVar("T")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "ferry.db") as opened:
        fill_store(opened)
        yield opened


def read_all(list_page: Callable[[str | None], Page[T]]) -> list[T]:
    """All items of a list, read in pages."""
    found: list[T] = []
    after = None
    while True:
        page = list_page(after)
        found += page.items
        after = page.after
        if after is None:
            return found
        assert page.items


@pytest.mark.parametrize("order", list(Order))
def test_claims_page_by_page_are_all_in_order(store: Store, order: Order) -> None:
    linked = Linked(store)
    found = read_all(lambda after: store.catalogue.claims(order=order, after=after, limit=1))
    expected = order_claims(linked.claims, order, linked.documents)
    assert [x.claim for x in found] == [c.id for c in expected]


def test_sources_are_those_of_the_command(store: Store) -> None:
    linked = Linked(store)
    leanings = find_leanings(linked.claims, {i: s.document for i, s in linked.statements.items()})
    found = store.catalogue.sources().items
    assert [(x.grouped, x.origin, x.claims, x.alone, x.documents, x.denials) for x in found] == [
        (x.group, x.origin, len(x.claims), len(x.alone), len(x.documents), len(x.denials)) for x in leanings
    ]
    for entry, leaning in zip(found, leanings, strict=True):
        page = store.catalogue.claims(source=entry.source)
        assert {c.claim for c in page.items} == {*leaning.claims, *leaning.denials}
        assert store.catalogue.source(entry.source) == entry
    named = next(x for x in found if x.origin)
    assert named.origin is not None
    assert store.catalogue.source(named.origin.id) == named


def test_voices_are_those_of_the_command(store: Store) -> None:
    linked = Linked(store)
    (voice,) = find_voices(linked.readings, linked.register)
    (found,) = store.catalogue.voices().items
    assert (found.entity, found.statements, found.documents) == (
        voice.entity.id,
        len(voice.statements),
        len(voice.documents),
    )
    assert store.catalogue.voice(voice.entity.id) == found
    assert store.catalogue.voices(quoted=True).items == ()


def test_who_is_named_and_credited(store: Store) -> None:
    (orr,) = store.catalogue.find_named("lena orr")
    assert store.catalogue.find_named("Orr") == [orr]
    said = read_all(lambda after: store.catalogue.entity_statements(orr, credited=True, after=after, limit=1))
    assert len(said) == 2
    assert store.catalogue.entity(orr).name == "Lena Orr"
    documents = store.catalogue.documents().items
    assert orr in store.catalogue.entities_of(documents[0].document)
    for name in ("", "…", "Nobody"):
        with pytest.raises(NotFound, match="names anybody so"):
            store.catalogue.find_named(name)


def test_documents_and_statements_come_by_time(store: Store) -> None:
    everything = list(store.documents())
    found = read_all(lambda after: store.catalogue.documents(after=after, limit=1))
    assert [d.document for d in found] == [d.id for d in everything]
    said = read_all(lambda after: store.catalogue.statements(after=after, limit=2))
    assert [s.statement for s in said] == [s.id for d in everything for s in store.statements(d.id)]
    denied = store.catalogue.statements(certainty="denied").items
    assert {s.certainty for s in denied} == {"denied"}
    assert [d.outlet for d in store.catalogue.documents(outlet="PIER post").items] == ["Pier Post"]
    assert [d.outlet for d in store.catalogue.documents(since="2031-03-04").items] == ["Strait Echo"]


def test_reuses_and_stories(store: Store) -> None:
    entries = store.catalogue.reuses().items
    reuses = store.catalogue.read_reuses((e.document, e.source) for e in entries)
    assert len(reuses) == len(entries) > 0
    assert store.catalogue.reuses(document=entries[0].source).items
    assert tuple(read_all(lambda after: store.catalogue.reuses(after=after, limit=1))) == entries
    (story,) = store.catalogue.stories(least=2).items
    (found,) = store.catalogue.read_stories([story.story]).values()
    assert len(found.documents) == story.size
    assert store.catalogue.story_of(found.documents[0]) == found.id


def test_a_list_that_has_lost_its_place_says_so(store: Store) -> None:
    lists = store.catalogue
    for ask in (
        lists.claims,
        lists.documents,
        lists.statements,
        lists.voices,
        lists.reuses,
        lists.stories,
        lists.rejected,
    ):
        for after in ("0000", "7", "[" * 8000, '["\\ud800", "a", "b"]'):
            with pytest.raises(OutOfDate, match="first page"):
                ask(after=after)
    (orr,) = lists.find_named("Orr")
    with pytest.raises(OutOfDate, match="first page"):
        lists.entity_statements(orr, after="1")
    with pytest.raises(UsageError, match="is no time"):
        store.catalogue.claims(filters=Filters(since="soon"))


def test_a_list_made_anew_goes_on_behind_the_same_item(store: Store) -> None:
    (orr,) = store.catalogue.find_named("Orr")
    first, second = store.catalogue.entity_statements(orr, credited=True).items
    page = store.catalogue.entity_statements(orr, credited=True, limit=1)
    assert page.after == first.statement
    store.add(*make_earlier())
    relink(store, load=load_fake_judge)
    (orr,) = store.catalogue.find_named("Orr")
    rest = store.catalogue.entity_statements(orr, credited=True, after=page.after).items
    assert [x.statement for x in rest] == [second.statement]
    assert rest[0].place > second.place


def make_earlier() -> tuple[Ingested, Reading]:
    """A document before all others, in which Lena Orr says something else."""
    earlier = make_document(
        outlet="Upland Mail", published="2030-01-01", text="Lena Orr said the mill burned.", url=None
    )
    return make_ingested(earlier), FakeReader().read(earlier)


def read_index(path: Path) -> list[tuple[object, ...]]:
    """Everything that a search can find, and a check by SQLite that the indexes agree with their texts."""
    connection = sqlite3.connect(path)
    for index in ("document_words", "statement_words", "name_words"):
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    rows = [
        row
        for query in (
            "SELECT e.document, '', e.facets FROM document_entries AS e",
            "SELECT e.document, e.statement, e.facets FROM statement_entries AS e",
        )
        for row in connection.execute(query)
    ]
    connection.close()
    return sorted(rows)


def change_nothing(store: Store, documents: list[Document]) -> None:
    pass


def mend_outlet(store: Store, documents: list[Document]) -> None:
    store.mend(documents[0].id, changes={"outlet": "Upland Mail", "published": "2030"})


def mend_and_withdraw(store: Store, documents: list[Document]) -> None:
    mend_outlet(store, documents)
    store.mend(documents[0].id, changes={}, withdraw=["outlet"])


def remove_one(store: Store, documents: list[Document]) -> None:
    store.remove(documents[1].id)


def read_again(store: Store, documents: list[Document]) -> None:
    reading = FakeReader("fake 2").read(documents[2])
    store.replace_reading(dataclasses.replace(reading, statements=reading.statements[1:]))


def add_version(store: Store, documents: list[Document]) -> None:
    newer = make_document(
        outlet="Harbor Daily", url=documents[0].url, published="2031-03-09", text="It sank. Lena Orr said it sank."
    )
    store.add(make_ingested(newer), FakeReader().read(newer))


def add_version_and_remove_it(store: Store, documents: list[Document]) -> None:
    add_version(store, documents)
    store.remove(next(d.id for d in store.documents() if d.text.startswith("It sank")))


def add_again(store: Store, documents: list[Document]) -> None:
    known = dataclasses.replace(documents[3], published="2031-03-01")
    store.add(make_ingested(known), FakeReader().read(known))


@pytest.mark.parametrize(
    "change",
    [
        change_nothing,
        mend_outlet,
        mend_and_withdraw,
        remove_one,
        read_again,
        add_version,
        add_version_and_remove_it,
        add_again,
    ],
)
def test_lists_and_indexes_are_in_step_before_linking_and_after(
    store: Store, change: Callable[[Store, list[Document]], None]
) -> None:
    change(store, make_reports())
    before = read_index(store.path)
    relink(store, load=load_fake_judge)
    assert read_index(store.path) == before


def test_an_older_version_is_found_only_when_asked(store: Store) -> None:
    add_version(store, make_reports())
    relink(store, load=load_fake_judge)
    everything = store.catalogue.documents(all_versions=True).items
    assert len(everything) == len(store.catalogue.documents().items) + 1
    (older,) = (d for d in everything if not d.is_latest)
    found = store.search.statements(read_question("towed"))
    assert all(store.find_statement(h.id).document != older.document for h in found.items)


def test_nothing_of_it_is_in_the_dump(store: Store) -> None:
    dump = "\n".join(dump_collection(store))
    assert '"vlatest' not in dump
    assert '"facets"' not in dump


def test_a_chain_that_a_person_gave_is_listed_so(store: Store) -> None:
    from sayso.model import Ruling
    from sayso.pipeline.overruling import overrule

    entry = next(s for s in store.catalogue.statements().items if s.end == "own voice")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sayso.pipeline.linking.load_judge", load_fake_judge)
        overrule(store, Ruling.CHAIN, [entry.statement, "outlet > anonymous:somebody at the port"])
    (again,) = (s for s in store.catalogue.statements().items if s.statement == entry.statement)
    assert again.end == "anonymous"
    read_index(store.path)
