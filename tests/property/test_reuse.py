"""Reuse is the same whichever document is given first, and says nothing that isn't in the texts."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.nearest import resolve
from sayso.link.passages import find_passages, mirror_passages
from sayso.link.prints import make_keys, make_prints
from sayso.link.reuse import Record, decide
from sayso.model import Document, Passage, Reuse
from tests.factories import make_document

SENTENCES = (
    "The stokers bailed with kettles and cooking pots until a trawler took the ferry in tow at dawn.",
    "Passengers sang to keep the children awake, while the cook burned chairs and tables in the stove for warmth.",
    "Gulls circled the funnel all night and stole whatever bread the galley threw over the rail.",
    "“We had no radio, no flares and no pumps that worked,” Lena Orr told reporters.",
    "According to a statement released on Monday, an inquiry will open.",
    "The ferry drifted, Coast Wire reported.",
    "Rain fell.",
)
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})

sentences = st.lists(st.sampled_from(SENTENCES), max_size=7).map(" ".join)
scraps = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
marks = st.text(alphabet="ab .“”\"'\n’1,-", max_size=80)
texts = st.one_of(sentences, scraps, marks, st.tuples(sentences, scraps, sentences).map("\n".join))
times = st.sampled_from(["2031-03-01", "2031-03-02T08:00:00Z", "2031-03-02T09:00:00", None])


def make_documents(published: st.SearchStrategy[str | None]) -> st.SearchStrategy[Document]:
    return st.builds(
        make_document,
        text=texts,
        headline=st.sampled_from(["", "Ferry drifts nine hours off Skerry", "Stokers save a ferry"]),
        outlet=st.sampled_from(["Harbor Daily", "Port Times", "Coast Wire", None]),
        url=st.none(),
        published=published,
    )


documents = make_documents(times)
several_documents = st.one_of(
    [
        st.lists(make_documents(published), min_size=2, max_size=5, unique_by=lambda d: d.id)
        for published in (times, st.none())
    ]
)


def make_record(document: Document) -> Record:
    return Record(document=document, statements=(), prints=make_prints(document, [f.span for f in document.furniture]))


@given(documents, documents)
def test_swapped_documents_give_mirrored_passages(a: Document, b: Document) -> None:
    ours, theirs = make_prints(a, ()), make_prints(b, ())
    forth = find_passages(ours, theirs)
    if a.id != b.id:
        assert mirror_passages(find_passages(theirs, ours)) == forth
        assert decide(make_record(a), make_record(b)) == decide(make_record(b), make_record(a))
    for passage in forth:
        check_passage(passage, a, b)
    for spans in ([p.span for p in forth], [p.source for p in forth]):
        assert not any(x.overlaps(y) for x, y in itertools.combinations(spans, 2))


def check_passage(passage: Passage, a: Document, b: Document) -> None:
    for document, span in ((a, passage.span), (b, passage.source)):
        words = document.words(span)
        assert words == words.strip()
        assert len(words) == span.stop - span.start > 0
        before, after = document.part(span.part)[: span.start][-1:], document.part(span.part)[span.stop :][:1]
        assert not (before.isalnum() and words[0].isalnum())
        assert not (after.isalnum() and words[-1].isalnum())
    assert 0 < passage.score <= 1


@given(sentences.filter(lambda text: SENTENCES[0] in text))
def test_a_copy_is_one_passage(text: str) -> None:
    a, b = make_document(text=text, outlet="Harbor Daily"), make_document(text=text, outlet="Port Times")
    ours, theirs = make_prints(a, ()), make_prints(b, ())
    found = [p for p in find_passages(ours, theirs) if p.span.part == "text"]
    assert [(a.words(p.span), b.words(p.source), p.score) for p in found] == [(text, text, 1.0)]
    assert make_keys(ours) == make_keys(theirs) != frozenset()


@settings(max_examples=60, deadline=None)
@given(st.data(), several_documents)
def test_resolving_keeps_what_joins_and_no_more(data: st.DataObject, several: list[Document]) -> None:
    by_id = {d.id: d for d in several}
    records = [make_record(d) for d in several]
    reuses = [r for a, b in itertools.combinations(records, 2) if (r := decide(a, b)) is not None]
    kept = resolve(reuses, by_id)
    assert resolve(data.draw(st.permutations(reuses)), by_id) == kept
    given_pairs = {(r.document, r.source) for r in reuses}
    for reuse in kept:
        assert (reuse.document, reuse.source) in given_pairs
        for passage in reuse.passages:
            check_passage(passage, by_id[reuse.document], by_id[reuse.source])
    directed = [(r.document, p.span) for r in kept if r.directed for p in r.passages]
    assert not any(x[0] == y[0] and x[1].overlaps(y[1]) for x, y in itertools.combinations(directed, 2))
    assert {r.document for r in kept if r.directed} == {r.document for r in reuses if r.directed}
    if not any(r.directed for r in reuses):
        assert find_groups(kept, by_id) == find_groups(reuses, by_id)


def find_groups(reuses: list[Reuse], documents: dict[str, Document]) -> list[list[str]]:
    """Documents that reuse joins, whatever its direction."""
    groups = [{i} for i in sorted(documents)]
    for reuse in reuses:
        joined = [g for g in groups if reuse.document in g or reuse.source in g]
        groups = [g for g in groups if g not in joined] + [set().union(*joined)]
    return sorted(sorted(g) for g in groups)
