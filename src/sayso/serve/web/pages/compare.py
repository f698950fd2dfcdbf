"""Compare: two documents side by side, the claims and passages that both have, and what only one of them says."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.export.html import Child, Html, items, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.report.quote import quote
from sayso.export.words import say_count, time_in_words
from sayso.link.chains import chain_in_words
from sayso.model import Document, Statement, Status
from sayso.serve.web.alignment import show_sides
from sayso.serve.web.choosing import show_choosers
from sayso.serve.web.comparison import Comparison, Meeting
from sayso.serve.web.layout import show_page
from sayso.serve.web.listing import make_address
from sayso.serve.web.pages.document import find_document
from sayso.serve.web.pages.documents import PATH as DOCUMENTS
from sayso.serve.web.pages.documents import say_headline
from sayso.serve.web.reading import Opened

router = APIRouter()

PATH = "/compare"

Words = Annotated[str, Query(max_length=300)]


@router.get(PATH)
def show(request: Request, linked: Opened, a: Words = "", b: Words = "", q: Words = "") -> Response:
    """The page of two documents; where they aren't chosen yet, the choice."""
    ours = find_document(linked.store, a) if a else None
    theirs = find_document(linked.store, b) if b else None
    choosers = show_choosers(linked, PATH, (ours, theirs), q.strip())
    if ours is None or theirs is None or ours.id == theirs.id:
        words = "Choose two different documents." if ours and theirs else "Choose two documents."
        content: Child = [
            tag("p", words, class_="notice" if ours and theirs else "note", role="status" if ours and theirs else None),
            choosers,
        ]
        return show_page(request, "Compare", tag("h1", "Compare two documents"), content, here=DOCUMENTS)
    page = _Page(Comparison(linked, ours, theirs))
    return show_page(
        request,
        f"{page.names[0]} and {page.names[1]} compared",
        tag("h1", "Two documents compared"),
        page.show_head(),
        tag(
            "details",
            tag("summary", "Choose others"),
            choosers,
            tag("p", tag("a", "The other way round", href=make_address(PATH, {"a": theirs.id, "b": ours.id}))),
        ),
        page.show_sections(),
        here=DOCUMENTS,
    )


class _Page:
    """The parts of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.documents = (comparison.ours, comparison.theirs)
        names = [d.outlet or "an unknown outlet" for d in self.documents]
        if names[0].casefold() == names[1].casefold():
            names = [f"{n}, {time_in_words(d.published)}" for n, d in zip(names, self.documents, strict=True)]
        if names[0] == names[1]:
            names = [f"{names[0]} (the first)", f"{names[1]} (the second)"]
        self.names: tuple[str, str] = (names[0], names[1])

    def show_head(self) -> Html:
        """The two documents, and in how much they agree."""
        both = [self.show_document(d) for d in self.documents]
        return join(tag("div", both, class_="row pair"), tag("p", self.sum_up(), class_="lead"))

    def show_document(self, document: Document) -> Html:
        """One of the two."""
        marked = f", marked {document.status}" if document.status is not Status.LIVE else ""
        return tag(
            "div",
            tag("p", document.outlet or "Unknown outlet", class_="outlet"),
            tag("p", tag("a", say_headline(document), href=SITE.document(document.id)), class_="words"),
            tag("p", f"{time_in_words(document.published)}{marked}", class_="meta"),
            class_="side",
        )

    def sum_up(self) -> str:
        """What they have in common, counted."""
        found = self.comparison
        passages = say_count(len(found.shared), "passage") if found.shared else "no passage"
        if not found.are_weighed:
            return f"They share {passages}. Only the latest version of a page is weighed, so their claims can't be compared."
        opposed = sum(m.is_opposed for m in found.meetings)
        differing = sum(bool(m.variants) for m in found.meetings)
        claims = say_count(len(found.meetings), "claim") if found.meetings else "no claim"
        more = [
            f"in {opposed:,} of them one denies what the other affirms" if opposed else "",
            f"in {differing:,} they give different values" if differing else "",
        ]
        return "; ".join([f"Both make or deny {claims}", *filter(None, more), f"they share {passages}"]) + "."

    def show_sections(self) -> list[Html]:
        """What both say, what only one says, and the texts."""
        found: list[tuple[str, str, Child]] = []
        if self.comparison.are_weighed:
            found += [
                ("both", "What both say", self.show_meetings()),
                ("alone", "What only one says", self.show_alone()),
            ]
        found.append(("texts", "The texts side by side", self.show_texts()))
        return [
            tag("section", tag("h2", title, id=f"{name}-title"), content, aria_labelledby=f"{name}-title", id=name)
            for name, title, content in found
        ]

    def show_meetings(self) -> Html:
        """The claims of both, aligned."""
        found = self.comparison.meetings
        if not found:
            return tag("p", "No claim is made or denied by both, as far as the program sees.")
        return join(
            tag("p", "A claim is in one row, whatever words each has for it.", class_="note"),
            items([self.show_meeting(m) for m in found], class_="meetings"),
        )

    def show_meeting(self, meeting: Meeting) -> Html:
        """One claim: the words of each, and in what they differ."""
        marks: list[Child] = []
        if meeting.is_opposed:
            marks.append([tag("b", "One denies what the other affirms. ")])
        ours = {s.id for s in meeting.ours}
        given = [f"{self.names[0 if v.statements[0] in ours else 1]} gives {quote(v.value)}" for v in meeting.variants]
        if given:
            marks.append([tag("b", "The values differ: "), "; ".join(given), ". "])
        count = say_count(len(meeting.claim.documents), "document")
        return join(
            tag("div", *self.show_both(meeting.ours, meeting.theirs, meeting), class_="row"),
            tag("p", marks, tag("a", f"The claim, in {count}", href=SITE.claim(meeting.claim.id)), class_="count"),
        )

    def show_both(self, ours: Sequence[Statement], theirs: Sequence[Statement], meeting: Meeting | None) -> list[Html]:
        """The statements of each in a column."""
        return [
            tag(
                "div",
                tag("p", name, class_="whose"),
                [self.show_statement(s, meeting) for s in statements],
                class_="side",
            )
            for name, statements in zip(self.names, (ours, theirs), strict=True)
        ]

    def show_statement(self, statement: Statement, meeting: Meeting | None) -> Html:
        """A statement in its words, with who says it; where it isn't beside another's, with its claim."""
        claim = self.comparison.claim_of.get(statement.id)
        place = SITE.words(statement.document, statement.id)
        words: Child = tag("a", quote(statement.text), href=place)
        denies = meeting is not None and statement.id in meeting.claim.denials
        return tag(
            "div",
            tag("p", words, class_="words"),
            tag(
                "p",
                tag("b", str(statement.certainty), class_=f"certainty {statement.certainty}"),
                " ",
                tag("span", chain_in_words(statement.chain), class_="chain"),
                "; denies the claim" if denies else "",
                ["; ", tag("a", "its claim", href=SITE.claim(claim))] if claim and meeting is None else None,
                class_="said-by",
            ),
            class_="said",
        )

    def show_alone(self) -> Html:
        """What one says and the other leaves out."""
        columns = [
            tag(
                "div",
                tag("h3", f"Only {name}"),
                items([self.show_statement(s, None) for s in statements], class_="claims")
                or tag("p", "Nothing that the other doesn't say."),
                class_="side",
            )
            for name, statements in zip(self.names, self.comparison.alone, strict=True)
        ]
        return join(
            tag("p", "Left out by one of the two: that alone says nothing about why.", class_="note"),
            tag("div", columns, class_="row"),
        )

    def show_texts(self) -> Html:
        """The paragraphs of both, aligned by the words that both have."""
        found = self.comparison
        said = "Marked are the words that both have. "
        reuse = found.reuse
        if reuse and reuse.directed:
            who = self.names[0 if reuse.document == found.ours.id else 1]
            said += f"{who} repeats the other: {reuse.reason}."
        elif reuse:
            said += f"It is undetermined which of the two repeats the other: {reuse.reason}."
        elif not found.shared:
            said = "They share no passage: only shared wording in order counts, a close paraphrase doesn't."
        heads = tuple(
            tag("a", name, href=SITE.document(d.id)) for name, d in zip(self.names, self.documents, strict=True)
        )
        return join(
            tag("p", said, class_="note"),
            show_sides(self.documents, found.readings, found.shared, (heads[0], heads[1])),
        )
