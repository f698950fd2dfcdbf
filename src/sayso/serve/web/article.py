"""A document as it reads, with what is needed to show it: whom it shares words with, and the claims of its statements."""

from collections.abc import Callable, Sequence

from sayso.catalogue.entries import ClaimEntry
from sayso.export.html import Html, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.report.marks import find_marks, mark_words
from sayso.export.report.material import Material
from sayso.export.report.notes import Beside, show_notes
from sayso.export.report.repeats import Repeat, find_repeats, find_sides
from sayso.export.report.text import find_paragraphs
from sayso.model import Claim, Document, Part, Reuse
from sayso.moments import to_moment
from sayso.serve.linked import Linked
from sayso.serve.web.alignment import Shared, find_language

MOST_OTHERS = 40
"""Documents whose shared passages are marked in one text."""


class Article:
    """One document with everything that its page shows of it."""

    def __init__(self, linked: Linked, document: Document) -> None:
        catalogue = linked.store.catalogue
        self.document = document
        self.as_read = linked.store.reading(document.id)
        self.reading = linked.reading(document)
        page = catalogue.reuses(document=document.id, limit=MOST_OTHERS)
        self.has_more_reuses = page.after is not None
        reuses = catalogue.read_reuses((r.document, r.source) for r in page.items)
        found = catalogue.read_documents(i for r in reuses for i in (r.document, r.source))
        documents = {**found, document.id: document}
        moments = {i: to_moment(d.published) for i, d in documents.items()}
        ordered = sorted(moments, key=lambda i: (moments[i] == float("-inf"), moments[i], i))
        held = catalogue.claims_of(s.id for s in self.reading.statements)
        self.claims: dict[str, ClaimEntry] = catalogue.claim_entries(c.claim for c in held.values())
        self.claim_of = {s: c.claim for s, c in held.items()}
        self.material = Material(
            title="",
            documents={i: documents[i] for i in ordered},
            readings={document.id: self.reading},
            claims=[
                Claim(
                    id=c.claim,
                    text="",
                    said_by="",
                    statements=() if c.denies else (s,),
                    denials=(s,) if c.denies else (),
                )
                for s, c in held.items()
            ],
            reuses=reuses,
            addresses=SITE,
        )
        self.repeats: list[Repeat] = find_repeats(document, self.material)

    @property
    def others(self) -> dict[str, Repeat]:
        """The documents that it shares words with, by letter, each with the first of the passages."""
        found: dict[str, Repeat] = {}
        for repeat in sorted(self.repeats, key=lambda r: self.material.ranks[r.other]):
            found.setdefault(repeat.other, repeat)
        return found

    def find_reuse(self, other: str) -> Reuse | None:
        """What it shares with another document."""
        pair = {self.document.id, other}
        return next((r for r in self.material.reuses if {r.document, r.source} == pair), None)

    def show_headline(self) -> Html:
        """The headline with its marks."""
        marks = find_marks(self.document, self.repeats, self.material)
        whole = (0, len(self.document.headline))
        return mark_words(self.document, Part.HEADLINE, whole, marks[Part.HEADLINE], self.material)

    def show_body(self, beside: Beside, beside_repeat: Callable[[Repeat], Html | None]) -> Html:
        """The text with its marks, the notes on each paragraph beside it, or below it where there is no room."""
        document, material = self.document, self.material
        marks = find_marks(document, self.repeats, material)

        def show_beside(part: Part, place: tuple[int, int]) -> Html | None:
            return show_notes(document, part, place, self.repeats, material, beside=beside, beside_repeat=beside_repeat)

        paragraphs = [
            tag(
                "div",
                tag("p", mark_words(document, Part.TEXT, place, marks[Part.TEXT], material)),
                show_beside(Part.TEXT, place),
                class_="paragraph",
            )
            for place in find_paragraphs(document.text)
        ]
        return join(
            show_beside(Part.HEADLINE, (0, max(1, len(document.headline)))),
            tag("div", paragraphs, lang=find_language(document), class_="body"),
            None if paragraphs else tag("p", "It has no text.", class_="note"),
        )


def find_shared(document: str, reuses: Sequence[Reuse]) -> list[Shared]:
    """The passages that a document shares, as the reuses have them, in its order, with the ids that its page gives them."""
    found = []
    for reuse in reuses:
        forth = reuse.document == document
        for n, passage in enumerate(reuse.passages):
            here, there = find_sides(passage, forth=forth)
            name = f"{reuse.document}-{reuse.source}-{n}-{'a' if forth else 'b'}"
            found.append(Shared(id=name, here=here, there=there))
    return sorted(found, key=lambda s: s.here)
