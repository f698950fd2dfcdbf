import dataclasses

from sayso.link.rulings import find_statement, make_statement_anchor
from sayso.model import Span, Statement
from tests.factories import make_document, make_statement, outlet, person

WORDS = "the pump failed"
DOCUMENT = make_document(text=f"Lena Orr and Owen Tarn said {WORDS}. Later the other pump failed too.")


def say(words: str, name: str | None = None) -> Statement:
    """A statement of the document in its own voice, or on the word of somebody named in it."""
    own = make_statement(words, document=DOCUMENT.id, start=DOCUMENT.text.index(words))
    if name is None:
        return own
    at = DOCUMENT.text.index(name)
    link = dataclasses.replace(person(name), mention=Span(part=own.part, start=at, stop=at + len(name)))
    return make_statement(words, outlet(DOCUMENT.outlet), link, document=DOCUMENT.id, start=own.start)


ORR, TARN, OTHER = say(WORDS, "Lena Orr"), say(WORDS, "Owen Tarn"), say("the other pump failed too")


def test_two_credits_on_the_same_words_are_told_apart() -> None:
    for statements in ((ORR, TARN, OTHER), (OTHER, TARN, ORR)):
        for statement in statements:
            anchor = make_statement_anchor(DOCUMENT, statement)
            assert find_statement(anchor, DOCUMENT, statements) == statement


def test_a_credit_that_is_read_otherwise_still_leads_to_the_words() -> None:
    anchor = dataclasses.replace(make_statement_anchor(DOCUMENT, ORR), credit="Ms Orr")
    assert find_statement(anchor, DOCUMENT, [ORR, OTHER]) == ORR
    assert find_statement(anchor, DOCUMENT, [OTHER]) is None
