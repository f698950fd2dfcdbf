from sayso.link.context import AFTER, BEFORE, HEADLINE, make_context
from sayso.model import Part
from tests.factories import make_document, make_statement


def test_a_statement_of_the_text_stands_between_headline_and_credit() -> None:
    document = make_document(
        text='The winger is happy.\n\n"He has signed it," his agent said on Monday.', headline="Winger moves"
    )
    words = "He has signed it"
    found = make_context(document, make_statement(words, start=document.text.index(words)))
    assert (found.before, found.words) == ('Winger moves . The winger is happy. "', words)
    assert found.after.startswith('," his agent said')


def test_a_headline_has_no_context_of_its_own() -> None:
    document = make_document(headline="Winger moves")
    found = make_context(document, make_statement("Winger moves", part=Part.HEADLINE))
    assert (found.before, found.words, found.after) == ("", "Winger moves", "")


def test_only_so_much_is_kept() -> None:
    document = make_document(text=" ".join(["word"] * 300), headline=" ".join(["head"] * 40))
    found = make_context(document, make_statement("word word", start=500))
    assert len(found.before.split()) <= HEADLINE + 1 + BEFORE
    assert len(found.after.split()) <= AFTER
