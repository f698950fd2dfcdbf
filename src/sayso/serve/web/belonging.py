"""Statements that a person may judge to belong to a claim: searched for by words or named by id, and one of them chosen."""

from starlette.requests import Request

from sayso.errors import NotFound, UsageError
from sayso.export.html import Html, items, join, tag
from sayso.export.report.addresses import SITE
from sayso.model import Claim, Ruling
from sayso.serve.linked import Linked
from sayso.serve.web.hits import mark_pieces, show_statement
from sayso.serve.web.judging import make_choice, make_judging
from sayso.store import Store
from sayso.store.search import Hit, Piece, read_question

PLACE = "belongs"
"""Of the form on the claim's page, and the field that says what to look for."""

MOST = 12
"""Statements to choose from."""


def show_belonging(request: Request, linked: Linked, claim: Claim, seen: str, asked: str) -> Html:
    """The box to look for a statement, and under it those that were found, to choose one of."""
    field = tag("input", type="search", name=PLACE, id="belongs-find", value=asked, maxlength=300, class_="wide")
    search = tag(
        "form",
        tag("p", tag("label", "Words of the statement, or its id", for_="belongs-find"), " ", field),
        tag("p", tag("button", "Look for it", type="submit")),
        action=f"{SITE.claim(claim.id)}#{PLACE}",
        method="get",
        class_="fields",
        role="search",
        aria_label="A statement that belongs to this claim",
    )
    found = show_found(request, linked, claim, seen, asked) if asked else None
    return tag(
        "details",
        tag("summary", "Another statement belongs to this claim"),
        search,
        found,
        id=PLACE,
        open=bool(asked),
    )


def show_found(request: Request, linked: Linked, claim: Claim, seen: str, asked: str) -> Html:
    """The statements that were found, each in its words with who said it, and the form that judges."""
    own = {*claim.statements, *claim.denials}
    hits = find_statements(linked.store, asked)
    statements = linked.read_statements(h.id for h in hits)
    held = linked.store.catalogue.claims_of(statements)
    documents = linked.store.catalogue.read_documents(s.document for s in statements.values())
    offered = [h for h in hits if h.id in held and h.id not in own]
    if not offered:
        return tag("p", say_none(own, [h.id for h in hits]), class_="notice", role="status")
    entries = []
    for hit in offered[:MOST]:
        choice = f"belongs-{hit.id}"
        words = tag("label", mark_pieces(hit.words), for_=choice)
        verb = "denies a claim" if held[hit.id].denies else "its claim"
        link = [" · ", tag("a", verb, href=SITE.claim(held[hit.id].claim))]
        radio = tag(
            "input",
            type="radio",
            name="statement",
            value=hit.id,
            id=choice,
            required=True,
            checked=len(offered) == 1,
        )
        statement = statements[hit.id]
        entries.append(
            join(radio, tag("div", show_statement(statement, documents.get(statement.document), words, link)))
        )
    more = "Not all that were found are here: give more words." if len(offered) > MOST else None
    choices = tag(
        "fieldset",
        tag("legend", "Which statement"),
        items(entries, class_="choices"),
        tag("p", more, class_="note") if more else None,
    )
    return make_judging(request, claim, seen, {}, make_choice(Ruling.BELONGS), PLACE, choices)


def find_statements(store: Store, asked: str) -> list[Hit]:
    """The statement of an id, or of the beginning of only one; else those with all the words."""
    if all(c in "0123456789abcdef" for c in asked.lower()):
        try:
            statement = store.find_statement(asked)
        except (NotFound, UsageError):
            pass  # words can look like an id: "dead"
        else:
            return [Hit(id=statement.id, words=(Piece(text=statement.text, is_hit=False),))]
    question = read_question(asked)
    return list(store.search.statements(question, limit=4 * MOST).items) if question else []


def say_none(own: set[str], found: list[str]) -> str:
    """Why there is nothing to choose."""
    if own & set(found):
        return "What was found belongs to this claim already."
    if found:
        return "That statement is of an older version, which is in no claim."
    return "No statement was found. All words must be in it; the last one may be unfinished."
