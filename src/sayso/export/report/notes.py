"""The notes beside a paragraph: on the statements that begin in it, and on the passages that it shares."""

from collections.abc import Callable, Iterable

from sayso.export.html import Html, details, items, join, tag
from sayso.export.report.census import CERTAINTIES
from sayso.export.report.chain import refer_to
from sayso.export.report.marks import find_start
from sayso.export.report.material import Material
from sayso.export.report.quote import quote
from sayso.export.report.repeats import Repeat
from sayso.link.chains import chain_in_words, link_in_words
from sayso.model import Certainty, Document, Kind, Part, Span, Statement

LONGEST = 90
"""Characters of the other document's words in a note; a link leads to them."""


Beside = Callable[[Statement], Html | None]
"""What is put into the note on a statement, after all else."""


def show_notes(
    document: Document,
    part: Part,
    place: tuple[int, int],
    repeats: Iterable[Repeat],
    material: Material,
    *,
    beside: Beside = lambda statement: None,
    beside_repeat: Callable[[Repeat], Html | None] = lambda repeat: None,
) -> Html | None:
    """The notes on what begins in a stretch of a document, each with what is put beside it."""

    def is_here(span: Span) -> bool:
        return span.part is part and place[0] <= find_start(document, span) < place[1]

    statements = [s for s in material.readings[document.id].statements if is_here(s.spans[0])]
    repeats = [r for r in repeats if is_here(r.here)]
    if not statements and not repeats:
        return None
    notes = [tag("li", show_note(s, document, material), beside(s), id=f"n-{s.id}") for s in statements]
    notes += [tag("li", show_repeat(r, material), beside_repeat(r), id=f"r-{r.id}") for r in repeats]
    return tag("ul", notes, class_="notes", lang="en")


def show_note(statement: Statement, document: Document, material: Material) -> Html:
    """A statement's number, certainty and chain, the claim it belongs to, and why its chain is as it is."""
    word, meaning = CERTAINTIES[statement.certainty]
    hidden = not statement.credited and statement.certainty is Certainty.ASSERTED and len(statement.chain) > 1
    chain = chain_in_words(statement.chain)
    return join(
        tag("a", f"{material.numbers[statement.id]}", href=f"#s-{statement.id}", class_="label"),
        " ",
        tag("b", word, title=meaning, class_=f"certainty {word}"),
        " ",
        tag("span", chain, class_="chain"),
        " (without the credit, which the text gives)" if hidden else "",
        " (continued)" if statement.continued else "",
        say_claim(statement, material),
        show_why(statement, document),
    )


def say_claim(statement: Statement, material: Material) -> Html | None:
    """The claim that a statement affirms or denies, where that is shown."""
    claim = material.claim_of.get(statement.id)
    href = material.find_claim(claim.id) if claim else None
    if claim is None or href is None:
        return None
    verb = "; denies " if statement.id in claim.denials else "; "
    return join(verb, tag("a", material.name_claim(claim.id), href=href))


def show_why(statement: Statement, document: Document) -> Html | None:
    """Why each link stands in the chain, with its words."""
    reasons: list[Html] = []
    for link in statement.chain:
        if link.kind is Kind.OUTLET and link.mention is None:
            continue  # it publishes the document, which needs no words
        words = document.words(link.mention) if link.mention else ""
        said = f", here {quote(words)}" if words and words != link.name else ""
        named = f", named by {quote(document.words(link.named_at))}" if link.named_at else ""
        reason = f": {link.reason}" if link.reason else ""
        reasons.append(join(tag("b", link_in_words(link)), f" ({link.kind}{said}{named}){reason}."))
    if statement.cue:
        reasons.append(join("Credited by the words ", quote(document.words(statement.cue)), "."))
    reasons += [join(f"{reason}.") for reason in statement.reasons]
    return details("why", items(reasons)) if reasons else None


def show_repeat(repeat: Repeat, material: Material) -> Html:
    """Which document has a passage too, its words there, and what shows who repeats whom."""
    other = material.documents[repeat.other]
    words = quote(other.words(repeat.there), most=LONGEST)
    href = material.find_passage(repeat.other, repeat.other_id)
    return join(
        tag("a", repeat.label, href=f"#p-{repeat.id}", class_="label"),
        " ",
        _WAYS[repeat.way],
        " ",
        refer_to(repeat.other, material),
        "; who repeats whom is undetermined: " if repeat.way == "shares" else ": ",
        tag("a", words, href=href) if href else words,
        f" ({round(100 * repeat.score)} % of the words alike, in the same order)",
        f". {repeat.reason[0].upper()}{repeat.reason[1:]}." if repeat.reason else ".",
    )


_WAYS = {
    "repeats": "repeats",
    "is repeated by": "is repeated by",
    "shares": "has the same words as",
}
