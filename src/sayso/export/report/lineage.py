"""Who credits and repeats whom behind one claim: documents and sources as points, credit and reuse as arrows."""

import dataclasses
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.export.report.material import Material
from sayso.export.words import mark_in_words, origin_in_words, time_in_words
from sayso.link.chains import link_in_words
from sayso.model import Claim, Followed, Hop, Kind, Origin, Status
from sayso.weigh.names import normalise_name


@dataclasses.dataclass(frozen=True, kw_only=True)
class Point:
    """A document, or somebody credited."""

    id: str
    name: str
    is_document: bool
    time: str = ""
    """Of publication, of a document."""
    is_open: bool = False
    """True for somebody who is described, or of whom it is undetermined who is meant."""
    is_hard: bool = False
    """True for a document that asserts what it rests on only as attributed or hedged."""
    notes: tuple[str, ...] = ()
    """What must be known of it, in a word or two each."""


@dataclasses.dataclass(frozen=True, kw_only=True, order=True)
class Arrow:
    """From a point to the one that it credits or repeats."""

    start: str
    stop: str
    way: str
    """credits, follows (a credit followed to a document), repeats, or is (a document that somebody publishes itself)."""
    is_open: bool = False
    """True where it is undetermined which of the two repeats the other."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Lineage:
    """The points behind one claim, documents first and by time, and the arrows between them."""

    points: tuple[Point, ...]
    arrows: tuple[Arrow, ...]
    left_out: int = 0
    """Documents that there was no room for."""

    def find_arrows(self, point: str) -> list[Arrow]:
        """The arrows from a point."""
        return [a for a in self.arrows if a.start == point]


def make_lineage(claim: Claim, material: Material) -> Lineage:
    """The lineage of a claim: of its first documents by time where there are more than the limits allow."""
    followed = [f for w in (claim.weight, claim.denied) for f in w.followed]
    known = [h.document for f in followed for h in f.hops if h.document in material.documents]
    documents = sorted(
        {*known, *(d for d in claim.documents if d in material.documents)}, key=material.ranks.__getitem__
    )
    kept = documents[: material.limits.documents_drawn]
    own = set(claim.documents)
    dated = (d for d in documents if d in own and material.documents[d].published)
    earliest = next(dated, None) if len(own) > 1 else None
    tracing = _Tracing(claim, material)
    for f in followed:
        if all(h.document in kept for h in f.hops):
            tracing.trace(f)
    points = [
        Point(
            id=f"d:{d}",
            name=material.name(d),
            is_document=True,
            time=time_in_words(material.documents[d].published),
            is_hard=d in claim.hardened_at,
            notes=tuple(find_notes(d, earliest, claim, material)),
        )
        for d in kept
    ]
    return Lineage(
        points=(*points, *tracing.sources.values()),
        arrows=tuple(sorted(tracing.arrows.values())),
        left_out=len(documents) - len(kept),
    )


def find_notes(document: str, earliest: str | None, claim: Claim, material: Material) -> Iterable[str]:
    """What must be known of a document for a claim; `earliest` is the first of the claim's whose time is known."""
    own = {s.id for s in material.readings[document].statements}
    if not own & {*claim.statements, *claim.denials}:
        yield "by another statement"
    elif not own & set(claim.statements):
        yield "denies it"
    elif own & set(claim.denials):
        yield "also quotes a denial"
    if document in claim.hardened_at:
        yield "hardens it"
    for origin in claim.weight.origins:
        if origin.kind is Kind.OUTLET and own & _find_own(origin, claim):
            yield "first hand" if origin.first_hand else "unattributed"
    found = material.documents[document]
    if found.status is not Status.LIVE:
        yield str(found.status)
    elif document in claim.corrected:
        yield "rests on a corrected one"
    if document == earliest:
        yield "earliest seen here"


def _find_own(origin: Origin, claim: Claim) -> set[str]:
    """The statements at whose followed chain's end an outlet's own voice stands."""
    return {f.hops[-1].statement for f in claim.weight.followed if f.origin == origin.id and f.hops}


class _Tracing:
    """The sources and arrows found so far."""

    def __init__(self, claim: Claim, material: Material) -> None:
        self.material = material
        self.sources: dict[str, Point] = {}
        self.arrows: dict[tuple[str, str, str], Arrow] = {}
        self.origins = {o.id: o for w in (claim.weight, claim.denied) for o in w.origins}
        self.origin_of = {f.statement: f.origin for w in (claim.weight, claim.denied) for f in w.followed}
        self.named = {
            (o.kind is Kind.PERSON, normalise_name(o.name or "")): o
            for o in self.origins.values()
            if o.name and o.kind not in (Kind.ANONYMOUS, Kind.OUTLET)
        }
        self.open = {frozenset((r.document, r.source)) for r in material.reuses if not r.directed}
        self.directed = {frozenset((r.document, r.source)) for r in material.reuses if r.directed}

    def trace(self, followed: Followed) -> None:
        """Adds the points and arrows of one followed chain."""
        parts = split_hops(followed.hops)
        for n, part in enumerate(parts):
            after = parts[n + 1] if n + 1 < len(parts) else None
            self._trace_part(part, after, followed)

    def _trace_part(self, part: Sequence[Hop], after: Sequence[Hop] | None, followed: Followed) -> None:
        """One document's own chain, and the step from it to the next."""
        document = f"d:{part[0].document}"
        links = [h for h in part if h.link.kind is not Kind.OUTLET]
        cited = after is not None and after[0].step == "citation"
        back = find_way_back(links, followed, self.material) if after is None and followed.origin is None else None
        if cited and after is not None:
            links = links[: find_cited(links, self.material.name(after[0].document))]
        elif back:
            links = links[: back[0]]
        points = [document]
        for n, hop in enumerate(links):
            is_last = not cited and n == len(links) - 1
            points.append(self._find_source(hop, followed, is_last=is_last, is_end=is_last and after is None))
        for start, stop in pairwise(points):
            self._add(start, stop, "credits")
        if back:
            self._add(points[-1], f"d:{back[1]}", "follows")
        elif after is None:
            self._trace_publisher(document, links, followed)
        elif after[0].document != part[0].document:
            self._add(points[-1] if cited else document, f"d:{after[0].document}", "follows" if cited else "repeats")

    def _trace_publisher(self, document: str, links: Sequence[Hop], followed: Followed) -> None:
        """Joins a document in which an organisation speaks itself to that organisation."""
        origin = self.origins.get(followed.origin or "")
        if origin and not links and origin.kind is not Kind.OUTLET:
            self._add(document, self._add_origin(origin), "is")

    def _find_source(self, hop: Hop, followed: Followed, *, is_last: bool, is_end: bool) -> str:
        """The point of somebody credited: the origin that it is, else one of its name, else its own."""
        link = hop.link
        origin = self.origins.get(self.origin_of.get(hop.statement, followed.origin) or "")
        if origin and origin.kind is not Kind.OUTLET and (is_end or (is_last and origin.kind is link.kind)):
            return self._add_origin(origin)
        key = (link.kind is Kind.PERSON, normalise_name(link.name or ""))
        if link.kind is not Kind.ANONYMOUS and key in self.named:
            return self._add_origin(self.named[key])
        is_open = link.kind is Kind.ANONYMOUS or not link.name
        point = f"a:{hop.document}:{key[1] or hop.statement}" if is_open else f"n:{int(key[0])}:{key[1]}"
        note = (
            "anonymous" if link.kind is Kind.ANONYMOUS and link.name else "undetermined" if is_open else str(link.kind)
        )
        self.sources.setdefault(
            point, Point(id=point, name=link_in_words(link), is_document=False, is_open=is_open, notes=(note,))
        )
        return point

    def _add_origin(self, origin: Origin) -> str:
        point = f"o:{origin.id}"
        is_open = origin.kind is Kind.ANONYMOUS or not origin.name
        notes = (mark_in_words(origin).partition(":")[0],)
        name = origin_in_words(origin)
        self.sources.setdefault(point, Point(id=point, name=name, is_document=False, is_open=is_open, notes=notes))
        return point

    def _add(self, start: str, stop: str, way: str) -> None:
        if start == stop:
            return
        pair = frozenset((start[2:], stop[2:]))
        is_open = way == "repeats" and pair in self.open and pair not in self.directed
        self.arrows.setdefault((start, stop, way), Arrow(start=start, stop=stop, way=way, is_open=is_open))


def split_hops(hops: Sequence[Hop]) -> list[list[Hop]]:
    """A followed chain cut where it goes from one statement to another."""
    parts: list[list[Hop]] = []
    for hop in hops:
        if hop.step != "chain" or not parts:
            parts.append([])
        parts[-1].append(hop)
    return parts


def find_way_back(links: Sequence[Hop], followed: Followed, material: Material) -> tuple[int, str] | None:
    """Where a circle closes: the last link of its chain that names an outlet passed before, and that document's id."""
    passed = {normalise_name(material.name(h.document)): h.document for h in reversed(followed.hops)}
    for n in reversed(range(len(links))):
        document = passed.get(normalise_name(links[n].link.name or ""))
        if document:
            return n, document
    return None


def find_cited(links: Sequence[Hop], outlet: str) -> int:
    """Which link of a chain names the outlet that it is followed to: the last of its name, else the last publication."""
    name = normalise_name(outlet)
    for n in reversed(range(len(links))):
        if normalise_name(links[n].link.name or "") == name:
            return n
    for n in reversed(range(len(links))):
        if links[n].link.kind is Kind.PUBLICATION:
            return n
    return max(len(links) - 1, 0)
