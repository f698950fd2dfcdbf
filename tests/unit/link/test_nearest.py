import itertools
import random
from collections.abc import Iterable, Mapping

import pytest

from sayso.link.nearest import count_shared, resolve
from sayso.link.prints import make_prints
from sayso.link.reuse import Record, decide
from sayso.model import Document, Part, Passage, Reuse, Span
from tests.factories import make_document

FIRST = "The stokers bailed with kettles and cooking pots until a trawler took the ferry in tow at dawn."
SECOND = "Passengers sang to keep the children awake, while the cook burned chairs and tables in the stove for warmth."
THIRD = "Gulls circled the funnel all night and stole whatever bread the galley threw over the rail."


def make_documents(*told: tuple[str, str, int | None]) -> dict[str, Document]:
    """Documents by outlet, with text and the hour of publication."""
    return {
        outlet: make_document(
            text=text,
            headline="",
            outlet=outlet,
            url=None,
            published=None if hour is None else f"2031-03-02T{hour:02}:30:00Z",
        )
        for outlet, text, hour in told
    }


def find_all(documents: Iterable[Document]) -> list[Reuse]:
    records = [Record(document=d, statements=(), prints=make_prints(d, ())) for d in documents]
    return [r for a, b in itertools.combinations(records, 2) if (r := decide(a, b)) is not None]


def read(documents: Mapping[str, Document]) -> list[tuple[str, str, str, bool]]:
    """What is kept: outlet, source, the words, whether directed; the same in any order."""
    by_id = {d.id: d for d in documents.values()}
    reuses = find_all(documents.values())
    kept = resolve(reuses, by_id)
    for seed in range(5):
        shuffled = random.Random(seed).sample(reuses, len(reuses))
        assert resolve(shuffled, by_id) == kept
    assert resolve(kept, by_id) == kept
    return sorted(
        (by_id[r.document].outlet or "", by_id[r.source].outlet or "", by_id[r.document].words(p.span), r.directed)
        for r in kept
        for p in r.passages
    )


def test_each_names_the_nearest_earlier_alone() -> None:
    documents = make_documents(("A", FIRST, 7), ("B", FIRST, 8), ("C", FIRST, 9), ("D", FIRST, 10))
    assert read(documents) == [("B", "A", FIRST, True), ("C", "B", FIRST, True), ("D", "C", FIRST, True)]


def test_closer_words_go_before_a_later_time() -> None:
    edited = FIRST.replace("kettles", "buckets")
    documents = make_documents(("A", FIRST, 7), ("B", edited, 8), ("C", FIRST, 9))
    assert ("C", "A", FIRST, True) in read(documents)
    documents = make_documents(("A", FIRST, 7), ("B", edited, 8), ("C", edited, 9))
    assert ("C", "B", edited, True) in read(documents)


def test_an_abridgement_is_not_nearer_for_having_been_cut() -> None:
    whole = f"{FIRST} {SECOND} {THIRD}"
    documents = make_documents(("A", whole, 7), ("B", f"{FIRST} {THIRD}", 8), ("C", whole, 9))
    assert [r for r in read(documents) if r[0] == "C"] == [("C", "A", whole, True)]


def test_passages_of_two_sources() -> None:
    documents = make_documents(("A", FIRST, 7), ("B", SECOND, 8), ("C", f"{FIRST} {SECOND}", 9))
    assert read(documents) == [("C", "A", FIRST, True), ("C", "B", SECOND, True)]


def test_what_another_source_has_beyond_the_nearest_is_cut_out() -> None:
    edited = f"{FIRST} {SECOND}".replace("kettles", "buckets").replace("pots", "pans").replace("sang", "hummed")
    documents = make_documents(
        ("A", f"{SECOND} {THIRD}", 7), ("B", f"{edited} {SECOND}", 8), ("C", f"{FIRST} {SECOND} {THIRD}", 9)
    )
    kept = [r for r in read(documents) if r[0] == "C"]
    assert ("C", "A", f"{SECOND} {THIRD}", True) in kept
    assert [(source, words) for _, source, words, _ in kept if source == "B"] == [("B", FIRST)]


def test_without_directions_all_are_joined_once() -> None:
    documents = make_documents(*((outlet, FIRST, None) for outlet in "ABCD"))
    kept = read(documents)
    assert len(kept) == 3
    assert {outlet for a, b, _, _ in kept for outlet in (a, b)} == set("ABCD")
    assert not any(directed for *_, directed in kept)


def test_one_without_a_time_is_joined_to_the_dated() -> None:
    documents = make_documents(("A", FIRST, 7), ("B", FIRST, 8), ("C", FIRST, None))
    kept = read(documents)
    assert ("B", "A", FIRST, True) in kept
    assert len([r for r in kept if "C" in r[:2]]) == 1


def test_different_passages_are_joined_apart() -> None:
    documents = make_documents(("A", f"{FIRST} {THIRD}", None), ("B", FIRST, None), ("C", THIRD, None))
    assert len(read(documents)) == 2


def make_reuse(document: str, source: str, *, start: int = 0, score: float = 1.0, directed: bool = True) -> Reuse:
    span = Span(part=Part.TEXT, start=start, stop=start + 90)
    return Reuse(
        document=document,
        source=source,
        directed=directed,
        reason="told",
        passages=(Passage(span=span, source=Span(part=Part.TEXT, start=0, stop=90), score=score),),
    )


def test_directions_that_lead_round_are_taken_back() -> None:
    documents = {i: make_document(text=FIRST) for i in "abcd"}
    kept = resolve([make_reuse("a", "b"), make_reuse("b", "c"), make_reuse("c", "a"), make_reuse("d", "a")], documents)
    assert [(r.document, r.source, r.directed) for r in kept] == [
        ("a", "b", False),
        ("b", "c", False),
        ("c", "a", False),
        ("d", "a", True),
    ]
    assert "lead round" in kept[0].reason
    assert kept[3].reason == "told"


def test_nothing_comes_of_nothing() -> None:
    assert resolve([], {}) == []


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [((0, 10), (5, 15), 5), ((0, 10), (10, 20), 0), ((0, 10), (2, 4), 2), ((0, 10), (50, 60), 0)],
)
def test_shared_characters(a: tuple[int, int], b: tuple[int, int], shared: int) -> None:
    ours, theirs = (Span(part=Part.TEXT, start=start, stop=stop) for start, stop in (a, b))
    assert count_shared(ours, theirs) == count_shared(theirs, ours) == shared
    assert count_shared(ours, Span(part=Part.HEADLINE, start=b[0], stop=b[1])) == 0
