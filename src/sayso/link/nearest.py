"""Of all reuse between the documents of one component, the nearest for each passage.

A wire report that forty papers carry makes 780 pairs. Each paper's passage is kept with its nearest source alone: that
whose words are closest, and of equally close ones the latest. Pairs without a direction are kept as far as they are
needed to join what shares a passage. Nothing here depends on the order of the input.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.forest import Forest
from sayso.link.passages import cut_passage
from sayso.model import Document, Passage, Reuse, Span
from sayso.moments import to_moment

CLOSE = 0.99
"""Sources whose equal words are at least this share of the most are equally close, so far as length goes."""

LEAST_REST = 40
"""Characters of a passage that must be left beside nearer ones to be kept."""

ONE_PLACE = 0.5
"""Share of the shorter of two spans that must be shared for them to be one place."""

LOOP = "; but the directions found among these documents lead round in a circle, so this one is undetermined"
"""Added to the reason of a reuse whose direction is taken back."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Held:
    """One passage of one reuse."""

    reuse: Reuse
    passage: Passage

    @property
    def equal(self) -> float:
        """About how many characters are equal."""
        return self.passage.score * (self.passage.span.stop - self.passage.span.start)


def resolve(reuses: Iterable[Reuse], documents: Mapping[str, Document]) -> list[Reuse]:
    """For each passage of a document the reuse of its nearest source alone, by document and source.

    `reuses` are those of one component, or of several; `documents` holds all that they name, by id. Reuse without a
    direction is left out where the passages are joined already, by kept reuse of either kind.
    """
    ordered = sorted(reuses, key=lambda r: (r.document, r.source))
    directed: dict[str, list[Held]] = {}
    for reuse in ordered:
        if reuse.directed:
            directed.setdefault(reuse.document, []).extend(Held(reuse=reuse, passage=p) for p in reuse.passages)
    kept = [one for document in sorted(directed) for one in _pick_nearest(directed[document], documents)]
    kept = _undo_loops(kept)
    loose = [Held(reuse=r, passage=p) for r in ordered if not r.directed for p in r.passages]
    kept += _pick_joining(kept, loose)
    by_pair: dict[tuple[str, str], list[Held]] = {}
    for one in kept:
        by_pair.setdefault((one.reuse.document, one.reuse.source), []).append(one)
    return [
        dataclasses.replace(
            by_pair[pair][0].reuse, passages=tuple(sorted((h.passage for h in by_pair[pair]), key=_place))
        )
        for pair in sorted(by_pair)
    ]


def _place(passage: Passage) -> tuple[Span, Span]:
    return passage.span, passage.source


def _pick_nearest(held: Sequence[Held], documents: Mapping[str, Document]) -> Iterator[Held]:
    """Of the passages of one document, the nearest of those that overlap; what others have beyond it is cut out."""
    waiting = list(held)
    while waiting:
        most = max(waiting, key=lambda h: (h.equal, h.reuse.source, _place(h.passage)))
        rivals = [h for h in waiting if h.equal >= CLOSE * most.equal and h.passage.span.overlaps(most.passage.span)]
        nearest = max(rivals, key=lambda h: (h.passage.score, *_rank(h, documents)))
        yield nearest
        waiting = [
            rest
            for h in waiting
            if h is not nearest
            for rest in ([h] if not h.passage.span.overlaps(nearest.passage.span) else _cut(h, nearest, documents))
        ]


def _rank(held: Held, documents: Mapping[str, Document]) -> tuple[float, float, str, tuple[Span, Span]]:
    published = to_moment(documents[held.reuse.source].published)
    return published, held.equal, held.reuse.source, _place(held.passage)


def _cut(held: Held, nearer: Held, documents: Mapping[str, Document]) -> Iterator[Held]:
    """What a passage has before and after a nearer one."""
    span, taken = held.passage.span, nearer.passage.span
    ours, theirs = documents[held.reuse.document].part(span.part), documents[held.reuse.source]
    for start, stop in ((span.start, taken.start), (taken.stop, span.stop)):
        if stop - start >= LEAST_REST:
            piece = cut_passage(held.passage, start, stop, ours, theirs.part(held.passage.source.part))
            if piece is not None and not piece.span.overlaps(taken):
                yield Held(reuse=held.reuse, passage=piece)


def _undo_loops(kept: Sequence[Held]) -> list[Held]:
    """The same, without directions that lead from a document back to it."""
    sources: dict[str, set[str]] = {}
    for one in kept:
        sources.setdefault(one.reuse.document, set()).add(one.reuse.source)
    undone = {r for r in sorted({(h.reuse.document, h.reuse.source) for h in kept}) if _leads_to(r[1], r[0], sources)}
    return [
        Held(reuse=dataclasses.replace(h.reuse, directed=False, reason=h.reuse.reason + LOOP), passage=h.passage)
        if (h.reuse.document, h.reuse.source) in undone
        else h
        for h in kept
    ]


def _leads_to(start: str, end: str, sources: Mapping[str, set[str]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        if at == end:
            return True
        waiting += sorted(sources.get(at, set()) - seen)
        seen |= sources.get(at, set())
    return False


def _pick_joining(kept: Sequence[Held], loose: Sequence[Held]) -> Iterator[Held]:
    """The fewest passages without a direction that join all places that share one, the closest first."""
    places = Places([*kept, *loose])
    for one in kept:
        places.join(one)
    for one in sorted(loose, key=lambda h: (-h.equal, h.reuse.document, h.reuse.source, _place(h.passage))):
        if places.join(one):
            yield one


class Places:
    """Places of documents, and which of them are joined by a passage that they share.

    A place is the longest of several spans of one document; each shorter one that shares at least half of itself with
    it is at that place.
    """

    def __init__(self, held: Iterable[Held]) -> None:
        spans: dict[str, set[Span]] = {}
        for one in held:
            spans.setdefault(one.reuse.document, set()).add(one.passage.span)
            spans.setdefault(one.reuse.source, set()).add(one.passage.source)
        self._places = {
            (document, span): (document, place)
            for document, found in spans.items()
            for span, place in _find_places(found).items()
        }
        self._joined: Forest[tuple[str, Span]] = Forest()

    def join(self, held: Held) -> bool:
        """Joins the two places of a passage; false where they were joined already."""
        ours = self._places[held.reuse.document, held.passage.span]
        return self._joined.join(ours, self._places[held.reuse.source, held.passage.source])


def _find_places(spans: Iterable[Span]) -> dict[Span, Span]:
    """For each span of one document the longest one whose place it is at; its own where there is none."""
    places: list[Span] = []
    found: dict[Span, Span] = {}
    for span in sorted(spans, key=lambda s: (s.start - s.stop, s)):
        at = max(places, key=lambda p: (count_shared(span, p), p), default=span)
        if count_shared(span, at) < ONE_PLACE * (span.stop - span.start):
            at = span
            places.append(span)
        found[span] = at
    return found


def count_shared(a: Span, b: Span) -> int:
    """How many characters two spans of one document share."""
    return max(0, min(a.stop, b.stop) - max(a.start, b.start)) if a.part is b.part else 0
