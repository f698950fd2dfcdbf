"""Rule 1: the statement that a reused statement repeats."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from sayso.model import Evidence, Passage, Reuse, Span, Statement
from sayso.moments import is_later, to_period
from sayso.weigh.names import normalise_name
from sayso.weigh.side import Side
from sayso.weigh.step import Step

REUSED = 0.6
"""The least share of a statement's characters that must stand in reused passages."""

ALIGNED = 0.5
"""The least share of the place that they are aligned with which the repeated statement must cover."""


def find_repeated(statement: Statement, side: Side) -> Step | None:
    """The step to the statement that a statement repeats, where a reuse has a direction; None where it repeats none.

    It never leads to a document that is later for certain.
    """
    setting = side.setting
    found: list[tuple[tuple[bool, bool, float, float, int, str], Reuse, Aligned]] = []
    for reuse in setting.reuses.get(statement.document, ()):
        if not reuse.directed or reuse.document != statement.document or reuse.source not in setting.documents:
            continue
        published = setting.documents[reuse.source].published
        if is_later(published, setting.documents[statement.document].published):
            continue
        aligned = find_aligned(statement, reuse, side)
        if aligned:
            outside, elsewhere, fit = aligned.rank
            age = -(to_period(published) or (float("-inf"), 0.0))[0]
            found.append(((outside, elsewhere, age, fit, aligned.target.start, aligned.target.id), reuse, aligned))
    if not found:
        return None
    _, reuse, aligned = min(found, key=lambda f: f[0])
    name = setting.name_document(reuse.source)
    return Step(
        target=aligned.target,
        kind="reuse",
        reason=f"its words repeat those of {name}'s document: {reuse.reason}",
        evidence=(*aligned.evidence, *reuse.evidence),
    )


def find_twins(statement: Statement, side: Side) -> Iterator[Step]:
    """Steps to the statements with which a statement shares its words, where it is undetermined which repeats which."""
    setting = side.setting
    for reuse in setting.reuses.get(statement.document, ()):
        other = reuse.source if reuse.document == statement.document else reuse.document
        if reuse.directed or other not in setting.documents:
            continue
        aligned = find_aligned(statement, reuse, side)
        if aligned:
            yield Step(
                target=aligned.target,
                kind="reuse",
                reason=f"it shares its words with {setting.name_document(other)}'s document, and which of the two "
                f"repeats the other is undetermined, so they share one origin: {reuse.reason}",
                evidence=(*aligned.evidence, *reuse.evidence),
            )


@dataclasses.dataclass(frozen=True, kw_only=True)
class Aligned:
    """The statement at the place that a statement is aligned with."""

    target: Statement
    rank: tuple[bool, bool, float]
    """Least is best: of another claim or side; of another source; how little of its place it shares."""
    evidence: tuple[Evidence, ...]
    """The words of both."""


def find_aligned(statement: Statement, reuse: Reuse, side: Side) -> Aligned | None:
    """The statement at the aligned place of the other document of a reuse; None where there is none.

    One of the same side of the claim goes first, then one of the same source, then the one that fits best;
    one of another claim is taken where it has the same polarity.
    """
    forth = reuse.document == statement.document
    passages = [p if forth else Passage(span=p.source, source=p.span, score=p.score) for p in reuse.passages]
    share, places = find_places(statement.spans, passages)
    if share < REUSED:
        return None
    other = reuse.source if forth else reuse.document
    fitting = []
    for candidate in side.setting.by_document.get(other, ()):
        if candidate.polarity is not statement.polarity:
            continue
        common = count_common(places, candidate.spans)
        if common < ALIGNED * count_characters(places):
            continue
        union = count_characters(places) + count_characters(candidate.spans) - common
        outside = candidate.id not in side.members
        rank = (outside, not has_same_source(statement, candidate), -common / union)
        evidence = (make_quote(statement, side), make_quote(candidate, side))
        fitting.append(Aligned(target=candidate, rank=rank, evidence=evidence))
    return min(fitting, key=lambda f: (f.rank, f.target.start, f.target.id), default=None)


def has_same_source(a: Statement, b: Statement) -> bool:
    """True where two statements' own chains end in the same words."""
    ours, theirs = a.chain[-1], b.chain[-1]
    return ours.kind is theirs.kind and normalise_name(ours.name or "") == normalise_name(theirs.name or "")


def find_places(spans: Sequence[Span], passages: Iterable[Passage]) -> tuple[float, list[Span]]:
    """The share of some spans' characters that stand in passages, and where those stand in the other document.

    Places inside a passage are found by proportion: passages are the same words, give or take an edit.
    """
    places: list[Span] = []
    inside = 0
    for passage in passages:
        for span in spans:
            if not span.overlaps(passage.span):
                continue
            start, stop = max(span.start, passage.span.start), min(span.stop, passage.span.stop)
            inside += stop - start
            scale = (passage.source.stop - passage.source.start) / (passage.span.stop - passage.span.start)
            first, last = (passage.source.start + round((at - passage.span.start) * scale) for at in (start, stop))
            places.append(Span(part=passage.source.part, start=first, stop=max(last, first + 1)))
    return inside / max(1, count_characters(spans)), places


def count_characters(spans: Iterable[Span]) -> int:
    """How many characters some spans have."""
    return sum(s.stop - s.start for s in spans)


def count_common(ours: Iterable[Span], theirs: Sequence[Span]) -> int:
    """How many characters two lists of spans share."""
    return sum(min(a.stop, b.stop) - max(a.start, b.start) for a in ours for b in theirs if a.overlaps(b))


def make_quote(statement: Statement, side: Side) -> Evidence:
    """A statement's own words, from the first to the last."""
    hull = Span(part=statement.part, start=statement.start, stop=statement.stop)
    return Evidence(
        document=statement.document, span=hull, words=side.setting.documents[statement.document].words(hull)
    )
