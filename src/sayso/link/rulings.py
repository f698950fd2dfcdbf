"""A person's judgements, as linking obeys them: before its own, and found again by their words."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from sayso.errors import UsageError
from sayso.link.figures import Figure
from sayso.model import (
    Anchor,
    Document,
    Kind,
    Link,
    Overrule,
    Reading,
    Reuse,
    Ruling,
    Span,
    Statement,
)

SEPARATOR = ">"


def find_anchored(anchor: Anchor, document: Document) -> Span | None:
    """Where an anchor's words stand in its document; None where they don't."""
    text, at = document.part(anchor.part), -1
    for _ in range(anchor.nth + 1):
        at = text.find(anchor.words, at + 1)
        if at < 0:
            return None
    return Span(part=anchor.part, start=at, stop=at + len(anchor.words))


def make_anchor(document: Document, span: Span) -> Anchor:
    """The anchor of some words of a document."""
    text, words = document.part(span.part), document.words(span)
    nth, at = 0, text.find(words)
    while at < span.start:
        nth, at = nth + 1, text.find(words, at + 1)
    return Anchor(document=document.id, part=span.part, words=words, nth=nth)


def make_statement_anchor(document: Document, statement: Statement) -> Anchor:
    """The anchor of a statement: all its words from first to last, and those that credit it."""
    hull = Span(part=statement.part, start=statement.start, stop=statement.stop)
    return dataclasses.replace(make_anchor(document, hull), credit=find_credit(document, statement))


def find_credit(document: Document, statement: Statement) -> str:
    """The words that credit a statement to the last of its chain; empty for the outlet's own voice."""
    mention = statement.chain[-1].mention
    return document.words(mention) if mention else ""


def find_statement(anchor: Anchor, document: Document, statements: Iterable[Statement]) -> Statement | None:
    """The statement of a reading that an anchor means: that which overlaps its words most, by half of them at least.

    Of several that overlap them as much, the one with the same credit, then the narrower, then that of the smaller id.
    """
    span = find_anchored(anchor, document)
    if span is None:
        return None
    shared = {s.id: (min(s.stop, span.stop) - max(s.start, span.start), s) for s in statements if s.part is span.part}
    near = [(n, s) for n, s in shared.values() if n >= 0.5 * (span.stop - span.start)]
    if not near:
        return None

    def rank(found: tuple[int, Statement]) -> tuple[int, bool, int, str]:
        statement = found[1]
        is_other = anchor.credit is not None and find_credit(document, statement) != anchor.credit
        return -found[0], is_other, statement.stop - statement.start, statement.id

    return min(near, key=rank)[1]


def find_figure(anchor: Anchor, document: Document, figures: Iterable[Figure]) -> Figure | None:
    """Whom the words of an anchor name in its document: the figure that most of them stand for, the shortest such words."""
    span = find_anchored(anchor, document)
    if span is None:
        return None
    found = [
        (min(place.stop, span.stop) - max(place.start, span.start), place.stop - place.start, figure)
        for figure in figures
        for place in find_places(figure)
        if place.overlaps(span)
    ]
    return min(found, key=lambda f: (-f[0], f[1], f[2].id))[2] if found else None


def find_places(figure: Figure) -> tuple[Span, ...]:
    """Where a figure's name stands; first the words that name it most fully."""
    shown = (figure.shown.span,) if figure.shown.span else ()
    return tuple(dict.fromkeys((*shown, *figure.named))) or figure.mentions


def find_figures(
    ruling: Ruling,
    figures: Mapping[str, Sequence[Figure]],
    documents: Mapping[str, Document],
    overrules: Iterable[Overrule],
) -> list[tuple[str, str, str]]:
    """Ids of the two figures that each judgement of one kind is about, and why it was made, in order of making."""
    found = []
    for overrule in _holding(overrules, ruling):
        meant = [
            find_figure(a, documents[a.document], figures[a.document]) if a.document in figures else None
            for a in overrule.subjects
        ]
        if len(meant) == 2 and meant[0] and meant[1] and meant[0].id != meant[1].id:
            found.append((meant[0].id, meant[1].id, overrule.note))
    return found


def parse_chain(text: str, outlet: str | None) -> tuple[Link, ...]:
    """The chain that a person wrote: `outlet > publication:Coast Wire > anonymous:two officials`. Raises UsageError."""
    links = [Link(kind=Kind.OUTLET, name=outlet, reason="the document's outlet")]
    for n, piece in enumerate(p.strip() for p in text.split(SEPARATOR)):
        kind, _, name = (w.strip() for w in piece.partition(":"))
        if n == 0:
            if kind != Kind.OUTLET or name:
                raise UsageError(f"{text!r}: a chain begins with `outlet`, for example `outlet > person:Lena Orr`.")
        elif kind not in list(Kind) or kind == Kind.OUTLET or not name:
            kinds = ", ".join(k for k in Kind if k is not Kind.OUTLET)
            raise UsageError(f"{piece!r}: a link is KIND:NAME, the kind one of {kinds}.")
        else:
            links.append(Link(kind=Kind(kind), name=name, reason="a person judged so"))
    return tuple(links)


def spell_chain(chain: Iterable[Link]) -> str:
    """A chain as a person would write it; a link without a name is left to be filled in."""
    return f" {SEPARATOR} ".join(str(k.kind) if k.kind is Kind.OUTLET else f"{k.kind}:{k.name or ''}" for k in chain)


def apply_chains(
    readings: Mapping[str, Reading], documents: Mapping[str, Document], overrules: Iterable[Overrule]
) -> dict[str, Reading]:
    """The readings with the chains that a person gave in place of the reader's; ids of statements stay."""
    result = dict(readings)
    for overrule in _holding(overrules, Ruling.CHAIN):
        anchor = overrule.subjects[0]
        if anchor.document not in result or overrule.chain is None:
            continue
        document, reading = documents[anchor.document], result[anchor.document]
        meant = find_statement(anchor, document, readings[anchor.document].statements)
        if meant is None:
            continue
        chain = parse_chain(overrule.chain, document.outlet)
        reason = f"a person judged its chain so{_because(overrule)}"
        changed = dataclasses.replace(meant, chain=chain, credited=True, reasons=(*meant.reasons, reason))
        statements = tuple(changed if s.id == meant.id else s for s in reading.statements)
        result[anchor.document] = dataclasses.replace(reading, statements=statements)
    return result


def drop_reuses(
    reuses: Iterable[Reuse], documents: Mapping[str, Document], overrules: Iterable[Overrule]
) -> list[Reuse]:
    """The reuses without the passages that a person judged to be none."""
    barred: dict[tuple[str, str], list[Span]] = {}
    for overrule in _holding(overrules, Ruling.NOT_REUSE):
        first, second = overrule.subjects
        for anchor, other in ((first, second), (second, first)):
            span = find_anchored(anchor, documents[anchor.document]) if anchor.document in documents else None
            if span:
                barred.setdefault((anchor.document, other.document), []).append(span)
    kept = []
    for reuse in reuses:
        spans = barred.get((reuse.document, reuse.source), ())
        passages = tuple(p for p in reuse.passages if not any(p.span.overlaps(s) for s in spans))
        if passages:
            kept.append(reuse if passages == reuse.passages else dataclasses.replace(reuse, passages=passages))
    return kept


def find_pairs(
    ruling: Ruling, readings: Mapping[str, Reading], documents: Mapping[str, Document], overrules: Iterable[Overrule]
) -> list[tuple[str, str, str]]:
    """Ids of the two statements that each judgement of one kind is about, and why it was made, in order of making."""
    found = []
    for overrule in _holding(overrules, ruling):
        meant = [
            find_statement(a, documents[a.document], readings[a.document].statements)
            if a.document in readings
            else None
            for a in overrule.subjects
        ]
        if len(meant) == 2 and meant[0] and meant[1]:
            found.append((meant[0].id, meant[1].id, overrule.note))
    return found


def _holding(overrules: Iterable[Overrule], ruling: Ruling) -> Sequence[Overrule]:
    return sorted((o for o in overrules if o.ruling is ruling and not o.withdrawn), key=lambda o: o.number)


def _because(overrule: Overrule) -> str:
    return f": {overrule.note}" if overrule.note else ""
