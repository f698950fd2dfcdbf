import dataclasses
import itertools
from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from bench.stories import read_news_cluster
from sayso.link.matter import WIDTH, Matter, make_matter
from sayso.link.stories import LEAST_SHARED, WEIGHTS, decide, make_keys, resolve
from sayso.model import Name, Part, Reading, Span
from sayso.read.reader import Reader
from tests.factories import make_document, make_statement
from training.corpora import data_folder

FERRY = (
    "The ferry Larkspur sank off Skerry Point on Monday with 43 passengers aboard. Coastguard boats rescued 41 of them. "
    "Lena Orr, who commands the Skerry lifeboat, said its pumps had failed."
)
FERRY_AGAIN = (
    "Two passengers are missing after the Larkspur, a ferry with 43 aboard, foundered near Skerry Point. "
    "Its pumps failed, lifeboat commander Lena Orr said. The coastguard took 41 off."
)
OTHER_FERRY = (
    "The ferry Campion sank off Tarn Head on Friday with 90 passengers aboard. Coastguard boats rescued 88 of them. "
    "Owen Hale, who commands the Tarn lifeboat, said it had struck a reef."
)
MINE = (
    "A seam of the Dovrel colliery caved in on Monday and buried nine miners. Inspectors had warned of its props, "
    "the union said. Piet Arlo, the pit's manager, denied that."
)
PEOPLE = ("Lena Orr", "Owen Hale", "Piet Arlo")
PLACES = ("Skerry Point", "Tarn Head", "Dovrel")


def prepare(text: str, *, headline: str = "", published: str | None = None, meaning: int | None = None) -> Matter:
    """The record of a document; its names are those above, its one statement has a meaning that points one way."""
    document = make_document(text=text, headline=headline, outlet=None, published=published)
    names = [
        Name(span=Span(part=Part.TEXT, start=text.index(n), stop=text.index(n) + len(n)), type=type)
        for type, known in (("Person", PEOPLE), ("Location", PLACES)) for n in known if n in text
    ]  # fmt: skip
    vector = np.zeros(WIDTH, np.int8)
    vector[meaning or 0] = 127
    statement = dataclasses.replace(make_statement("said so"), embedding=b"" if meaning is None else vector.tobytes())
    return make_matter(
        document, Reading(document=document.id, reader="fake 1", statements=(statement,), names=tuple(names))
    )


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (prepare(FERRY, meaning=1), prepare(FERRY_AGAIN, meaning=1), True),
        (prepare(FERRY), prepare(FERRY), True),
        (prepare(FERRY, meaning=1), prepare(OTHER_FERRY, meaning=2), False),
        (prepare(FERRY, meaning=1), prepare(MINE, meaning=2), False),
        (prepare(FERRY, headline="Morning briefing"), prepare(MINE, headline="Morning briefing"), False),
        (prepare(""), prepare(""), False),
    ],
)
def test_one_event_is_one_matter_and_a_similar_one_another(a: Matter, b: Matter, same: bool) -> None:
    likeness = decide(a, b)
    assert likeness.same_matter is same
    assert likeness == decide(b, a)
    assert [f.name for f in likeness.features] == list(WEIGHTS)
    assert all(f.words for f in likeness.features)


def test_a_headline_shared_counts() -> None:
    def score(headline: str) -> float:
        ours = prepare(FERRY, headline="Larkspur ferry sinks off Skerry")
        return decide(ours, prepare(FERRY_AGAIN, headline=headline)).score

    assert score("Larkspur ferry sinks") > score("") > 0
    assert score("Larkspur ferry sinks") > score("What we know so far")


@pytest.mark.parametrize(
    ("ours", "theirs", "words", "weakens"),
    [
        ("2031-03-02", "2031-03-02", "published the same day", False),
        ("2031-03-02", "2031-03-20", "published 18 days apart", False),
        ("2031-03-02", "2031-05-20", "published 79 days apart", True),
        ("2031-03-02", None, "one of them has no date", False),
        (None, None, "one of them has no date", False),
    ],
)
def test_only_dates_far_apart_speak_against(ours: str | None, theirs: str | None, words: str, weakens: bool) -> None:
    likeness = decide(prepare(FERRY, published=ours), prepare(FERRY_AGAIN, published=theirs))
    undated = decide(prepare(FERRY), prepare(FERRY_AGAIN))
    assert next(f for f in likeness.features if f.name == "dates").words == words
    assert (likeness.score < undated.score) is weakens


def test_what_was_seen_is_said_in_words() -> None:
    seen = {f.name: f.words for f in decide(prepare(FERRY), prepare(FERRY_AGAIN)).features}
    assert "Larkspur" in seen["words"] and "coastguard" in seen["words"]
    assert seen["people"] == "share Lena, Orr"
    assert seen["numbers"] == "share 41, 43"
    assert seen["statements"] == "no statements to compare"
    assert {f.name: f.words for f in decide(prepare(FERRY), prepare(MINE)).features}["people"] == "share none"


def test_reports_of_one_matter_meet() -> None:
    ferry, again, mine = (make_keys(prepare(text)) for text in (FERRY, FERRY_AGAIN, MINE))
    assert len(ferry & again) >= LEAST_SHARED
    assert len(ferry & mine) < LEAST_SHARED
    assert make_keys(prepare("")) == frozenset()


def pairs(*groups: str, between: float = 0.0, inside: float = 0.95) -> dict[tuple[str, str], float]:
    """Scores of every two documents, each named by a letter: one inside a group, another between groups."""
    group = {d: n for n, names in enumerate(groups) for d in names}
    return {(a, b): inside if group[a] == group[b] else between for a, b in itertools.combinations(sorted(group), 2)}


def join(documents: str, scores: Mapping[tuple[str, str], float]) -> list[str]:
    return ["".join(s.documents) for s in resolve(list(documents), scores)]


@pytest.mark.parametrize(
    ("documents", "scores", "stories"),
    [
        ("abc", {}, ["a", "b", "c"]),
        ("", {}, []),
        ("abc", {("a", "b"): 0.6}, ["ab", "c"]),
        ("abc", {("b", "a"): 0.6}, ["ab", "c"]),
        ("abc", {("a", "b"): 0.4}, ["a", "b", "c"]),
        ("abcdef", pairs("abc", "def"), ["abc", "def"]),
        # A document on two matters goes with one, and joins nothing.
        ("abcdefg", pairs("abc", "def") | {(d, "g"): 0.7 for d in "abcdef"}, ["abcg", "def"]),
        ("abc", {("a", "b"): 0.9, ("b", "c"): 0.8}, ["ab", "c"]),
        # Two tight groups that are like each other, but clearly less, are two similar events.
        ("abcdef", pairs("abc", "def", between=0.7), ["abc", "def"]),
        ("abcdef", pairs("abc", "def", between=0.9), ["abcdef"]),
        # Too few documents to say what is tight.
        ("abcd", pairs("ab", "cd", between=0.7), ["abcd"]),
    ],
)
def test_stories_of_a_component(
    documents: str, scores: Mapping[tuple[str, str], float], stories: Sequence[str]
) -> None:
    assert join(documents, scores) == stories


def test_the_order_of_documents_and_scores_is_no_matter() -> None:
    draw = np.random.default_rng(7)
    documents = [f"{n:02}" for n in range(24)]
    scores = {
        (a, b): round(float(draw.beta(5, 2) if int(a) % 5 == int(b) % 5 else draw.beta(2, 4)), 2)
        for a, b in itertools.combinations(documents, 2)
    }
    stories = resolve(documents, scores)
    assert 1 < len(stories) < len(documents)
    assert sorted(d for s in stories for d in s.documents) == documents
    for _ in range(5):
        shuffled = [list(scores)[n] for n in draw.permutation(len(scores))]
        turned = {(b, a) if draw.random() < 0.5 else (a, b): scores[a, b] for a, b in shuffled}
        assert resolve([documents[n] for n in draw.permutation(len(documents))], turned) == stories


def test_real_reports_of_three_events() -> None:
    folder = data_folder() / "news_cluster"
    if not folder.is_dir():
        pytest.skip("news_cluster is not here: set SAYSO_TEST_DATA to the folder of the public sets")
    told = [t for t in read_news_cluster(folder) if t.event in ("004", "012", "016")]
    reader = Reader.load()
    matters = [make_matter(t.document, reader.read(t.document)) for t in told]
    scores = {
        (a.document, b.document): decide(a, b).score
        for a, b in itertools.combinations(matters, 2) if len(make_keys(a) & make_keys(b)) >= LEAST_SHARED
    }  # fmt: skip
    events = [sorted(t.document.id for t in told if t.event == e) for e in sorted({t.event for t in told})]
    assert [list(s.documents) for s in resolve([m.document for m in matters], scores)] == sorted(events)
