"""Lists of documents in any order, page by page, and what is counted of each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.catalogue.documents import DocumentOrder
from sayso.errors import OutOfDate, UsageError
from sayso.model import Status
from sayso.store import Store
from sayso.store.documents import Asked
from tests.factories import FakeReader, make_document, make_ingested
from tests.ferry import fill_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "ferry.db") as opened:
        fill_store(opened)
        yield opened


def list_outlets(store: Store, order: DocumentOrder, limit: int, asked: Asked = Asked()) -> list[str | None]:  # noqa: B008
    """The outlets of all documents, read in pages."""
    found: list[str | None] = []
    after = None
    while True:
        page = store.document_lists.list_page(order, asked, after=after, limit=limit)
        found += [entry.outlet for entry in page.items]
        after = page.after
        if after is None:
            return found


def add(store: Store, **fields: str | None) -> str:
    document = make_document(**fields)  # type: ignore[arg-type]
    store.add(make_ingested(document), FakeReader().read(document))
    return document.id


@pytest.mark.parametrize("limit", [1, 2, 50])
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (DocumentOrder.TIME, ["Strait Echo", "Harbor Daily", "Pier Post", "Strait Echo", "Upland Mail", None]),
        (DocumentOrder.OUTLET, ["Harbor Daily", "Pier Post", "Strait Echo", "Strait Echo", "Upland Mail", None]),
        (DocumentOrder.CLAIMS, ["Harbor Daily", "Pier Post", "Strait Echo", "Upland Mail", "Strait Echo", None]),
    ],
)
def test_an_order_is_the_same_in_pages_of_any_length(
    store: Store, order: DocumentOrder, expected: list[str | None], limit: int
) -> None:
    add(store, outlet="Strait Echo", url="https://strait.example/old", published="2030")
    new = add(store, outlet=None, url=None, published=None)
    last = min(new, next(x.document for x in store.catalogue.documents(outlet="Upland Mail").items))
    if order is DocumentOrder.TIME and last == new:  # both of unknown time: by their ids
        expected = [*expected[:-2], None, "Upland Mail"]
    assert list_outlets(store, order, limit) == expected


def test_only_what_is_asked_is_listed(store: Store) -> None:
    order, marked = DocumentOrder.OUTLET, store.document_lists.marked()
    assert list_outlets(store, order, 1, Asked(outlet="pier post")) == ["Pier Post"]
    assert list_outlets(store, order, 1, Asked(since="2031-03-03", until="2031-03-03")) == ["Pier Post"]
    assert list_outlets(store, order, 1, Asked(among=marked)) == ["Harbor Daily"]
    assert list_outlets(store, order, 1, Asked(without=marked)) == ["Pier Post", "Strait Echo", "Upland Mail"]
    assert list_outlets(store, order, 1, Asked(among=())) == []
    with pytest.raises(UsageError, match="is no time"):
        list_outlets(store, order, 1, Asked(since="soon"))
    with pytest.raises(OutOfDate):
        store.document_lists.list_page(after="gone")


def test_marks_are_those_that_hold(store: Store) -> None:
    [first, second, *_] = [x.document for x in store.catalogue.documents().items]
    assert store.document_lists.marked() == {first: Status.CORRECTED}
    store.mend(first, changes={"status": "live"})
    store.mend(second, changes={"status": "retracted"})
    assert store.document_lists.marked() == {second: Status.RETRACTED}
    store.mend(second, changes={}, withdraw=["status"])
    assert store.document_lists.marked() == {}


def test_versions_of_a_page_are_listed_by_time(store: Store) -> None:
    address = "https://harbor-daily.example/pump"
    new = add(store, url=address, published="2031-04-02", text="The pump was mended.")
    old = add(store, url=address, published="2031-04-01", text="The pump failed.")
    assert [x.document for x in store.document_lists.versions(new)] == [old, new]
    assert [x.is_latest for x in store.document_lists.versions(old)] == [False, True]
    assert list_outlets(store, DocumentOrder.TIME, 50).count("Harbor Daily") == 2
    assert list_outlets(store, DocumentOrder.TIME, 50, Asked(all_versions=True)).count("Harbor Daily") == 3
    alone = add(store, outlet=None, url=None)
    assert [x.document for x in store.document_lists.versions(alone)] == [alone]


def test_counts_stand_beside_each(store: Store) -> None:
    [first, second, third, last] = [x.document for x in store.catalogue.documents().items]
    counts = store.document_lists.counts([second, first, third, last])
    assert [(c.statements, c.repeats, c.repeated) for c in counts.values()] == [
        (3, 1, 1),
        (3, 0, 1),
        (2, 1, 0),
        (1, 0, 0),
    ]
    assert all(counts[i].claims == len(store.catalogue.claims(document=i).items) for i in counts)
