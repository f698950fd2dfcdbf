import pytest

from sayso.export.words import interval_in_words, say_count
from sayso.model import Claim, Kind, Origin, Part, Passage, Reuse, Span, Story, Weight
from sayso.serve.records import claim_record, reuse_record, statement_record, story_record
from tests.factories import FakeReader, make_document


def test_a_statement_keeps_the_contract() -> None:
    document = make_document()
    statement = FakeReader().read(document).statements[1]
    record = statement_record(document, statement)
    assert list(record)[:14] == (
        [
            "id",
            "document",
            "part",
            "start",
            "stop",
            "text",
            "spans",
            "certainty",
            "polarity",
            "modality",
            "continued",
            "cue",
            "chain",
            "times",
        ]
    )
    assert record["document"] == {
        "id": document.id,
        "url": document.url,
        "outlet": "Harbor Daily",
        "published": "2031-03-02T08:00:00Z",
        "headline": "Ferry loses power",
    }
    assert document.text[record["start"] : record["stop"]] == record["text"]
    assert record["cue"]["text"] == "said"
    outlet, source = record["chain"]
    assert [outlet[k] for k in ("kind", "name", "mention", "part", "start", "stop")] == [
        "outlet",
        "Harbor Daily",
        None,
        None,
        None,
        None,
    ]
    assert [source[k] for k in ("kind", "name", "mention", "part")] == ["person", "Lena Orr", "Lena Orr", "text"]
    assert document.text[source["start"] : source["stop"]] == "Lena Orr"


def make_claim(*origins: Origin, at_least: int = 1, statements: tuple[str, ...] = ("s",)) -> Claim:
    return Claim(
        id="s",
        text="t",
        said_by="Harbor Daily",
        statements=statements,
        weight=Weight(at_least=at_least, at_most=len(origins), origins=origins),
    )


NAMED = Origin(id="1", kind=Kind.PERSON, name="Lena Orr")
OTHER = Origin(id="2", kind=Kind.PERSON, name="Owen Tarn")
DESCRIBED = Origin(id="3", kind=Kind.ANONYMOUS, name="two officials")
OWN = Origin(id="4", kind=Kind.OUTLET, name="Harbor Daily", unattributed=True)
ABSENT = Origin(id="5", kind=Kind.PUBLICATION, name="Coast Wire", absent=True)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (make_claim(NAMED), "at least 1 distinct identified origin, at most 1"),
        (make_claim(NAMED, OTHER, at_least=2), "at least 2 distinct identified origins, at most 2"),
        (
            make_claim(NAMED, DESCRIBED, OWN, ABSENT),
            "at least 1 distinct identified origin, at most 4 (1 anonymous, 1 unattributed, 1 cited but absent)",
        ),
        (make_claim(at_least=0, statements=()), "only denied"),
    ],
)
def test_the_interval_reads_as_the_method_says(claim: Claim, words: str) -> None:
    assert interval_in_words(claim) == words


def test_a_claim_never_goes_out_without_who_said_it() -> None:
    record = claim_record(make_claim(NAMED, DESCRIBED))
    assert set(record) >= {
        "id",
        "text",
        "said_by",
        "at_least",
        "at_most",
        "statements",
        "denials",
        "origins",
        "relations",
        "anonymous",
        "unattributed",
        "circular",
        "hardened_at",
    }
    assert set(record["origins"][0]) >= {"id", "kind", "name", "mention", "absent", "unattributed", "statements"}


def test_a_reuse_says_in_which_part_its_words_stand_only_outside_the_text() -> None:
    ours, theirs = make_document(), make_document(outlet="Pier Post")
    reuse = Reuse(
        document=ours.id,
        source=theirs.id,
        directed=False,
        reason="neither credits the other",
        passages=(
            Passage(
                span=Span(part=Part.HEADLINE, start=0, stop=5), source=Span(part=Part.TEXT, start=7, stop=12), score=0.9
            ),
            Passage(
                span=Span(part=Part.TEXT, start=1, stop=4), source=Span(part=Part.TEXT, start=2, stop=5), score=1.0
            ),
        ),
    )
    record = reuse_record(reuse, {d.id: d for d in (ours, theirs)})
    assert (record["document"], record["from"]) == (
        {"id": ours.id, "url": ours.url},
        {"id": theirs.id, "url": theirs.url},
    )
    assert (record["direction"], record["reason"]) == ("undetermined", "neither credits the other")
    assert record["passages"] == [
        {"start": 0, "stop": 5, "from_start": 7, "from_stop": 12, "score": 0.9, "part": "headline"},
        {"start": 1, "stop": 4, "from_start": 2, "from_stop": 5, "score": 1.0},
    ]


def test_a_story_has_its_documents_in_the_order_of_time() -> None:
    documents = {
        d.id: d for d in (make_document(outlet="Pier Post"), make_document(), make_document(outlet="Strait Echo"))
    }
    story = Story(id="s", documents=tuple(sorted(documents)[:2]))
    record = story_record(story, documents)
    assert [d["id"] for d in record["documents"]] == [i for i in documents if i in story.documents]
    assert set(record["documents"][0]) == {"id", "url", "outlet", "published", "headline"}


@pytest.mark.parametrize(("count", "words"), [(0, "0 claims"), (1, "1 claim"), (1200, "1,200 claims")])
def test_counts(count: int, words: str) -> None:
    assert say_count(count, "claim") == words
