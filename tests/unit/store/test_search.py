from collections.abc import Iterator

import pytest

from sayso.store import Store, search
from sayso.store.search import Narrowing, Piece, make_pieces, read_question
from tests.ferry import fill_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("search") / "ferry.db") as opened:
        fill_store(opened)
        yield opened


@pytest.mark.parametrize(
    ("typed", "narrowing", "count"),
    [
        ("ferry", Narrowing(), 4),
        ("harbour", Narrowing(), 1),
        ('"port officials"', Narrowing(), 2),
        ("", Narrowing(), 0),
        ("ferry", Narrowing(outlet="pier POST"), 1),
        ("ferry", Narrowing(outlet="nobody"), 0),
        ("ferry", Narrowing(since="2031-03-03"), 2),
        ("ferry", Narrowing(since="2031-03-03", until="2031-03-03"), 1),
        ("ferry", Narrowing(since="2031", until="2031"), 3),
        ("ferry", Narrowing(until="2030"), 0),
    ],
)
def test_documents(store: Store, typed: str, narrowing: Narrowing, count: int) -> None:
    found = store.search.documents(read_question(typed), narrowing)
    assert (found.count, len(found.items)) == (count, count)
    for hit in found.items:
        assert any(p.is_hit for p in (*hit.headline, *hit.words))


@pytest.mark.parametrize(
    ("typed", "narrowing", "count"),
    [
        ("pump", Narrowing(), 3),
        ("pump", Narrowing(certainties=("denied",)), 1),
        ("pump", Narrowing(certainties=("denied", "attributed")), 3),
        ("ferry", Narrowing(ends=("anonymous",)), 2),
        ("ferry", Narrowing(ends=("own voice",)), 2),
    ],
)
def test_statements(store: Store, typed: str, narrowing: Narrowing, count: int) -> None:
    found = store.search.statements(read_question(typed), narrowing)
    assert found.count == count
    assert sum(n for _, n in found.certainties) == count
    assert sum(n for _, n in found.outlets) == count
    for hit in found.items:
        assert "".join(p.text for p in hit.words) == store.find_statement(hit.id).text


def test_names(store: Store) -> None:
    assert [h.words for h in store.search.names(read_question("Lena or")).items] == [
        (Piece("Lena", True), Piece(" ", False), Piece("Orr", True))
    ]
    (described,) = store.search.names(read_question("port officials")).items
    assert described.who == "source"
    assert store.catalogue.source(described.id).origin


def test_pages(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for few in (search.FEW, 1):
        monkeypatch.setattr(search, "FEW", few)
        ids: list[str] = []
        after = None
        while True:
            found = store.search.statements(read_question("the"), after=after, limit=2)
            ids += [h.id for h in found.items]
            after = found.after
            if after is None:
                break
        assert len(set(ids)) == len(ids) == 9
        assert (found.count is None) == (few == 1)


@pytest.mark.parametrize(
    ("marked", "pieces"),
    [
        ("a \x02b\x03 c", [("a ", False), ("b", True), (" c", False)]),
        ("\x02b\x03\x02c\x03", [("b", True), ("c", True)]),
        ("plain", [("plain", False)]),
        ("", []),
        ("odd \x03 text \x02 end", [("odd  text ", False), (" end", False)]),
    ],
)
def test_pieces(marked: str, pieces: list[tuple[str, bool]]) -> None:
    assert make_pieces(marked) == tuple(Piece(*p) for p in pieces)
