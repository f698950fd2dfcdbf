import pytest

from sayso.errors import UsageError
from sayso.link.rulings import (
    apply_chains,
    drop_reuses,
    find_anchored,
    find_pairs,
    find_statement,
    make_anchor,
    parse_chain,
    spell_chain,
)
from sayso.model import (
    Anchor,
    Document,
    Kind,
    Overrule,
    Part,
    Passage,
    Reading,
    Reuse,
    Ruling,
    Span,
    Statement,
)
from tests.factories import make_document, make_statement

TEXT = "The pump failed. Lena Orr said the pump failed. Nobody had looked."


def span(start: int, stop: int) -> Span:
    return Span(part=Part.TEXT, start=start, stop=stop)


def read(document: Document, *words: str) -> Reading:
    statements = []
    at = -1
    for w in words:
        at = document.text.index(w, at + 1)
        statements.append(make_statement(w, document=document.id, start=at))
    return Reading(document=document.id, reader="test", statements=tuple(statements))


def judge(ruling: Ruling, *subjects: Anchor, chain: str | None = None, number: int = 1) -> Overrule:
    return Overrule(
        number=number, ruling=ruling, subjects=subjects, chain=chain, note="seen", by="ed", made="2031-03-03"
    )


def anchor(document: Document, statement: Statement) -> Anchor:
    return make_anchor(document, span(statement.start, statement.stop))


def test_an_anchor_finds_its_own_words_again() -> None:
    document = make_document(text=TEXT)
    second = span(TEXT.rindex("the pump failed"), TEXT.rindex("the pump failed") + len("the pump failed"))
    assert find_anchored(make_anchor(document, second), document) == second
    thrice = make_document(text="Yes. Yes. Yes.")
    last = make_anchor(thrice, span(10, 13))
    assert (last.nth, find_anchored(last, thrice)) == (2, span(10, 13))
    assert find_anchored(last, document) is None


def test_a_statement_is_found_by_its_words_in_another_reading() -> None:
    document = make_document(text=TEXT)
    was = read(document, "The pump failed", "the pump failed", "Nobody had looked")
    now = read(document, "The pump failed", "Lena Orr said the pump failed")
    held = anchor(document, was.statements[1])
    found = find_statement(held, document, now.statements)
    assert found is not None
    assert found.text == "Lena Orr said the pump failed"
    assert find_statement(anchor(document, was.statements[2]), document, now.statements) is None


def test_a_chain_as_a_person_writes_it() -> None:
    links = parse_chain("outlet > publication: Coast Wire > anonymous:two officials", "Harbor Daily")
    assert [(k.kind, k.name) for k in links] == [
        (Kind.OUTLET, "Harbor Daily"),
        (Kind.PUBLICATION, "Coast Wire"),
        (Kind.ANONYMOUS, "two officials"),
    ]


@pytest.mark.parametrize(
    "text", ["", "person:Lena Orr", "outlet > Lena Orr", "outlet > outlet:X", "outlet > king:X", "outlet > person:"]
)
def test_a_chain_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_chain(text, None)


def test_a_chain_takes_the_readers_place_and_the_id_stays() -> None:
    document = make_document(text=TEXT)
    reading = read(document, "The pump failed", "Nobody had looked")
    ruling = judge(Ruling.CHAIN, anchor(document, reading.statements[1]), chain="outlet > person:Lena Orr")
    found = apply_chains({document.id: reading}, {document.id: document}, [ruling])[document.id]
    assert [s.id for s in found.statements] == [s.id for s in reading.statements]
    assert [k.name for k in found.statements[1].chain] == ["Harbor Daily", "Lena Orr"]
    assert "a person judged its chain so: seen" in found.statements[1].reasons
    assert found.statements[0] == reading.statements[0]


def test_a_passage_that_a_person_judged_to_be_none_is_dropped() -> None:
    a, b = (
        make_document(text=TEXT),
        make_document(text=TEXT + " So they say.", outlet="Coast Post", url="https://coast.example"),
    )
    passages = (
        Passage(span=span(0, 16), source=span(0, 16), score=1.0),
        Passage(span=span(48, 66), source=span(48, 66), score=1.0),
    )
    reuse = Reuse(document=a.id, source=b.id, directed=False, reason="", passages=passages)
    ruling = judge(Ruling.NOT_REUSE, make_anchor(b, span(48, 60)), make_anchor(a, span(48, 60)))
    (left,) = drop_reuses([reuse], {d.id: d for d in (a, b)}, [ruling])
    assert left.passages == passages[:1]
    both = judge(Ruling.NOT_REUSE, make_anchor(a, span(0, 16)), make_anchor(b, span(0, 16)), number=2)
    assert drop_reuses([reuse], {d.id: d for d in (a, b)}, [ruling, both]) == []


def test_judgements_on_two_statements_name_their_ids() -> None:
    document = make_document(text=TEXT)
    reading = read(document, "The pump failed", "Nobody had looked")
    first, second = reading.statements
    ruling = judge(Ruling.APART, anchor(document, first), anchor(document, second))
    readings, documents = {document.id: reading}, {document.id: document}
    assert find_pairs(Ruling.APART, readings, documents, [ruling]) == [(first.id, second.id, "seen")]
    assert find_pairs(Ruling.BELONGS, readings, documents, [ruling]) == []


def test_a_chain_is_spelt_as_it_is_read() -> None:
    text = "outlet > publication:Coast Wire > anonymous:two officials"
    assert spell_chain(parse_chain(text, "Harbor Daily")) == text
