import pytest

from sayso.export.words import (
    beside_in_words,
    bounds_in_words,
    explain_interval,
    interval_in_words,
    is_identified,
    mark_in_words,
    marks_in_words,
    origin_in_words,
    say_count,
    time_in_words,
)
from sayso.model import Claim, Kind, Origin, Weight

ORR = Origin(id="a", kind=Kind.PERSON, name="Lena Orr")
TARN = Origin(id="b", kind=Kind.PERSON, name="Owen Tarn")
OFFICIALS = Origin(id="c", kind=Kind.ANONYMOUS, name="two officials")
VOICE = Origin(id="d", kind=Kind.OUTLET, name="Harbor Daily", unattributed=True)
WITNESS = Origin(id="e", kind=Kind.OUTLET, name="Port Times", first_hand=True)
WIRE = Origin(id="f", kind=Kind.PUBLICATION, name="Coast Wire", absent=True, silent=True)
NOBODY = Origin(id="g", kind=Kind.PERSON, name=None)


def make_claim(
    *origins: Origin, at_least: int = 1, circular: bool = False, statements: tuple[str, ...] = ("s",)
) -> Claim:
    """A claim with some origins."""
    weight = Weight(at_least=at_least, at_most=len(origins), origins=origins)
    return Claim(id="s", text="t", said_by="x", statements=statements, weight=weight, circular=circular)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (make_claim(ORR), "at least 1 distinct identified origin, at most 1"),
        (make_claim(ORR, TARN, at_least=2), "at least 2 distinct identified origins, at most 2"),
        (
            make_claim(OFFICIALS, VOICE, WIRE),
            "at least 1 distinct identified origin, at most 3 (1 anonymous, 1 unattributed, 1 cited but absent)",
        ),
        (make_claim(at_least=0, circular=True), "no origin: its statements lead only to one another"),
        (make_claim(statements=()), "only denied"),
    ],
)
def test_interval(claim: Claim, words: str) -> None:
    assert interval_in_words(claim) == words


def test_a_bound_that_was_cut_short_says_so() -> None:
    assert bounds_in_words(Weight(at_least=3, at_most=9, exact=False)).startswith(
        "at least 3 distinct identified origins or more"
    )


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (make_claim(ORR), "one identified origin"),
        (make_claim(OFFICIALS), "whom no document identifies"),
        (make_claim(WIRE), "doesn't make the claim in this collection"),
        (make_claim(VOICE), "no proof of first-hand knowledge"),
        (make_claim(NOBODY), "undetermined who is meant"),
        (make_claim(OFFICIALS, VOICE), "they may be one."),
        (make_claim(OFFICIALS, VOICE, WIRE), "as many as 3"),
        (make_claim(ORR, TARN, at_least=2), "Distinct is not independent: they may both have it"),
        (make_claim(ORR, TARN, WITNESS, at_least=3), "they may all have it"),
        (make_claim(at_least=0, circular=True), "only one another"),
        (make_claim(statements=()), "No document here affirms it"),
        (make_claim(at_least=0), "No origin was found"),
    ],
)
def test_a_line_says_what_an_interval_means(claim: Claim, words: str) -> None:
    assert words in explain_interval(claim)


@pytest.mark.parametrize(
    ("origin", "identified", "name", "mark"),
    [
        (ORR, True, "Lena Orr", "person"),
        (OFFICIALS, False, '"two officials"', "anonymous: described, not identified"),
        (VOICE, False, "Harbor Daily", "outlet's own voice, unattributed"),
        (WITNESS, True, "Port Times", "first hand, by its own words"),
        (WIRE, False, "Coast Wire", "cited but absent"),
        (NOBODY, False, "somebody undetermined", "undetermined who is meant"),
    ],
)
def test_an_origin_in_words(origin: Origin, identified: bool, name: str, mark: str) -> None:
    assert is_identified(origin) is identified
    assert origin_in_words(origin) == name
    assert mark_in_words(origin) == mark


def test_a_publication_that_is_here_and_says_nothing_of_it() -> None:
    assert marks_in_words(WIRE) == ["cited but absent", "documents of it are here and don't make the claim"]
    assert marks_in_words(ORR) == ["person"]


def test_nothing_stands_beside_identified_origins() -> None:
    assert beside_in_words(Weight(origins=(ORR,))) == []


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, "time unknown"),
        ("", "time unknown"),
        ("2031", "2031"),
        ("2031-03", "March 2031"),
        ("2031-03-02", "2 March 2031"),
        ("2031-03-02T08:05", "2 March 2031, 08:05"),
        ("2031-03-02T08:05:09Z", "2 March 2031, 08:05 UTC"),
        ("2031-03-02T08:05:09.5+00:00", "2 March 2031, 08:05 UTC"),
        ("2031-03-02 08:05:09+05:30", "2 March 2031, 08:05 UTC+05:30"),
        ("2031-13-02", "2031-13-02"),
        ("last week", "last week"),
    ],
)
def test_a_time_is_as_precise_as_it_is_known(published: str | None, words: str) -> None:
    assert time_in_words(published) == words


def test_counts() -> None:
    assert (say_count(1, "document"), say_count(1200, "document")) == ("1 document", "1,200 documents")
    assert say_count(2, "claim is", "claims are") == "2 claims are"
