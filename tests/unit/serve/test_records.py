import pytest

from sayso.model import Claim, Kind, Origin
from sayso.serve.records import claim_record, interval_in_words, say_count, statement_record
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
        at_least=at_least,
        at_most=len(origins),
        statements=statements,
        origins=origins,
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
        "anonymous",
        "unattributed",
    }
    assert set(record["origins"][0]) == {"id", "kind", "name", "mention", "absent", "unattributed", "statements"}


@pytest.mark.parametrize(("count", "words"), [(0, "0 claims"), (1, "1 claim"), (1200, "1,200 claims")])
def test_counts(count: int, words: str) -> None:
    assert say_count(count, "claim") == words
