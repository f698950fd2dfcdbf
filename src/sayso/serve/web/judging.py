"""Judging otherwise than the machine: the forms, what was judged, and taking it back."""

from collections.abc import Iterable
from urllib.parse import quote as to_ascii
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import Response

from sayso.export.html import Child, Html, items, join, tag
from sayso.export.report.quote import quote
from sayso.export.words import interval_in_words, time_in_words
from sayso.model import Claim, Overrule, Relation, Ruling
from sayso.serve.web.bench import find_bench
from sayso.serve.web.forms import make_button, make_form, make_hidden

BY = "sayso-by"
"""The cookie that keeps who judges, so that a name is typed once."""

YEAR = 365 * 24 * 3600

SAID = {
    Ruling.SAME: "These are one origin",
    Ruling.DIFFERENT: "These are distinct origins",
    Ruling.BELONGS: "This belongs to the claim",
    Ruling.APART: "This does not belong to the claim",
    Ruling.CHAIN: "This is the chain",
    Ruling.NOT_REUSE: "Neither repeats the other",
    Ruling.MERGE: "These names mean one",
    Ruling.SPLIT: "The first of these names means somebody else",
}
"""A judgement in words."""

LONGEST = 160
"""Characters shown of the words that a judgement is tied to."""


def make_judging(
    request: Request, claim: Claim, seen: str, fields: dict[str, str], buttons: Child, name: str, *more: Child
) -> Html:
    """A form for one judgement on a claim: why, who judges, `more` fields, and a button for each answer.

    `name` makes its ids its own.
    """
    note, by = f"note-{name}", f"by-{name}"
    return make_form(
        request,
        f"/claims/{claim.id}/overrule",
        [make_hidden(key, value) for key, value in fields.items()],
        make_hidden("was", interval_in_words(claim)),
        more,
        tag("p", tag("label", "Why (a note that stays with it)", for_=note), tag("textarea", name="note", id=note)),
        tag(
            "p",
            tag("label", "Who judges so", for_=by),
            " ",
            tag("input", name="by", id=by, value=find_by(request), autocomplete="name"),
        ),
        tag("p", buttons),
        seen=seen,
        class_="judging",
    )


def keep_by(answer: Response, by: str) -> None:
    """Keeps who judges for the next time; a cookie takes no letters but those of English."""
    if by:
        answer.set_cookie(BY, to_ascii(by), max_age=YEAR, httponly=True, samesite="lax")


def find_by(request: Request) -> str:
    """Who judged the last time; empty for whoever hasn't yet."""
    return unquote(request.cookies.get(BY, ""))


def make_choice(ruling: Ruling) -> Html:
    """The button for one judgement."""
    return make_button(SAID[ruling], name="ruling", value=str(ruling))


def find_choices(relation: Relation) -> tuple[Ruling, ...]:
    """What a person may judge of two origins that stand to each other so."""
    return tuple(r for r in (Ruling.SAME, Ruling.DIFFERENT) if str(r) != str(relation))


def list_judgements(request: Request, overrules: Iterable[Overrule], seen: str, back: str, *, below: str = "") -> Html:
    """The judgements, each with its words, and a button that takes it back."""
    return items([show_judgement(request, o, seen, back, below=below) for o in overrules], class_="judgements")


def show_judgement(request: Request, overrule: Overrule, seen: str, back: str, *, below: str = "") -> Html:
    """One judgement: what, of which words, why, by whom, when. `below` is the page that takes it back, if not a claim's."""
    words = join([[" and " if n else "", quote(a.words, most=LONGEST)] for n, a in enumerate(overrule.subjects)])
    by = f", by {overrule.by}" if overrule.by else ""
    taken = f"; taken back {time_in_words(overrule.withdrawn)}" if overrule.withdrawn else ""
    undo = None
    if not overrule.withdrawn and not find_bench(request).desk.read_only:
        undo = make_undo(request, overrule.number, seen, back, below=below)
    return join(
        tag(
            "p",
            tag("b", f"{overrule.number}. {SAID[overrule.ruling]}: "),
            words,
            f" → {overrule.chain}" if overrule.chain else "",
        ),
        tag(
            "p",
            f"“{overrule.note}” " if overrule.note else "",
            f"Judged {time_in_words(overrule.made)}{by}{taken}.",
            class_="meta",
        ),
        undo,
    )


def make_undo(request: Request, number: int, seen: str, back: str, *, below: str = "") -> Html:
    """A button that takes a judgement back."""
    button = make_button(join("Take back", tag("span", f" judgement {number}", class_="hidden")))
    return make_form(request, f"{below}/overrules/{number}/withdraw", make_hidden("back", back), button, seen=seen)
