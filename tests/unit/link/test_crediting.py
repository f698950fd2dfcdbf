import dataclasses

import pytest

from sayso.link.crediting import Reach, Record, find_agency, find_credit, is_one_name, is_same_outlet
from sayso.link.prints import make_prints
from sayso.model import Credit, Document, Kind, Link, Part, Span, Statement
from tests.factories import make_document, make_statement, organisation, outlet, publication

TEXT = "TARN (Coast Wire) - The ferry drifted for nine hours, Coast Wire reported. The stokers bailed."


def make_record(document: Document, *statements: Statement) -> Record:
    return Record(document=document, statements=statements, prints=make_prints(document, ()))


def find_words(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(part=Part.TEXT, start=start, stop=start + len(words))


def credit_in(document: Document, name: str, where: str) -> Document:
    return dataclasses.replace(document, credits=(Credit(name=name, span=find_words(document, name), where=where),))


WIRE = make_document(outlet="Coast Wire", url="https://coast-wire.example/1")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Coast Wire", "The Coast Wire", True),
        ("Coast Wire", "coast-wire.example", True),
        ("Tolvane News Service", "TNS", True),
        ("Ostmere News Agency", "Ostmere", True),
        ("Harbor Daily", "Harbor Times", False),
        ("Coast News", "Coast Agency", False),
    ],
)
def test_names_of_one_outlet(a: str, b: str, same: bool) -> None:
    assert is_one_name(a, b) is same
    assert is_one_name(b, a) is same


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        (("Harbor Daily", "https://a.example/1"), ("Harbor Daily", None), True),
        ((None, "https://a.example/1"), (None, "https://a.example/2"), True),
        ((None, "https://a.example/1"), (None, "https://b.example/2"), False),
        ((None, None), (None, None), False),
    ],
)
def test_documents_of_one_outlet(
    ours: tuple[str | None, str | None], theirs: tuple[str | None, str | None], same: bool
) -> None:
    a, b = (make_document(outlet=name, url=url) for name, url in (ours, theirs))
    assert is_same_outlet(a, b) is same


@pytest.mark.parametrize("where", ["dateline", "credit line"])
def test_a_dateline_credits_the_whole_text(where: str) -> None:
    credit = find_credit(make_record(credit_in(make_document(text=TEXT), "Coast Wire", where)), WIRE, ())
    assert credit is not None
    assert (credit.reach, credit.where, credit.evidence.words) == (Reach.WHOLE, f"in its {where}", "Coast Wire")


@pytest.mark.parametrize(
    "byline", ["Coast Wire", "By Lena Orr, Coast Wire", "Lena Orr and Coast Wire", "Lena Orr for Coast Wire"]
)
def test_a_byline_credits_the_whole_text(byline: str) -> None:
    document = dataclasses.replace(make_document(text="The stokers bailed."), byline=byline)
    credit = find_credit(make_record(document), WIRE, ())
    assert credit is not None
    assert (credit.reach, credit.evidence.metadata, credit.evidence.words) == (Reach.WHOLE, "byline", byline)


@pytest.mark.parametrize("link", [publication("Coast Wire"), organisation("Coast Wire")])
@pytest.mark.parametrize("inside", [True, False])
def test_a_chain_credits_its_statement(link: Link, inside: bool) -> None:
    document = make_document(text="The ferry drifted, Coast Wire has it. The stokers bailed.")
    named = dataclasses.replace(link, mention=find_words(document, "Coast Wire"))
    statement = make_statement("The ferry drifted", outlet("Harbor Daily"), named, document=document.id)
    passage = find_words(document, "The ferry drifted" if inside else "The stokers bailed")
    credit = find_credit(make_record(document, statement), WIRE, [passage])
    assert credit is not None
    assert credit.reach is (Reach.PASSAGE if inside else Reach.ELSEWHERE)


def test_a_person_in_the_chain_credits_no_outlet() -> None:
    document = make_document(text="The ferry drifted, Coast Wire has it.")
    link = Link(kind=Kind.PERSON, name="Coast Wire", mention=find_words(document, "Coast Wire"))
    statement = make_statement("The ferry drifted", outlet("Harbor Daily"), link, document=document.id)
    assert find_credit(make_record(document, statement), WIRE, ()) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry drifted, as was first reported by the Coast Wire.", "first reported by the Coast Wire"),
        ("Orr told Coast Wire that the ferry drifted.", "told Coast Wire"),
        ("The ferry drifted, Coast Wire reported.", "Coast Wire reported"),
        ("The ferry drifted, according to Coast Wire.", "according to Coast Wire"),
        ("Coast Wire is a company with forty ferries.", None),
        ("Orr told Coast Wireless that the ferry drifted.", None),
    ],
)
def test_words_that_credit(text: str, words: str | None) -> None:
    credit = find_credit(make_record(make_document(text=text)), WIRE, ())
    assert (credit and credit.evidence.words) == words


def test_an_outlet_does_not_credit_itself() -> None:
    document = credit_in(make_document(text=TEXT, outlet="Coast Wire"), "Coast Wire", "dateline")
    assert find_credit(make_record(document), WIRE, ()) is None
    assert find_agency(make_record(document)) is None
    assert find_credit(make_record(document), make_document(outlet=None, url=None), ()) is None


def test_the_agency_of_a_text() -> None:
    named = find_agency(make_record(credit_in(make_document(text=TEXT), "Coast Wire", "dateline")))
    assert named is not None
    assert named.name == "Coast Wire"
    assert find_agency(make_record(make_document(text=TEXT))) is None
