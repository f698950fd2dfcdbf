"""Passages of one document that repeat another's, with aligned spans on both sides.

Three steps: runs of equal words (`sayso.link.runs`), strands of runs that follow one another (`sayso.link.strands`), and
of these the ones that show copying (`sayso.link.copying`). A passage is what a strand spans in both texts.
"""

import dataclasses
import re
from collections.abc import Sequence

from sayso.link.copying import LEAST_WORDS, find_common_headline, find_copied
from sayso.link.prints import Prints, Row, make_row
from sayso.link.runs import Run, find_runs
from sayso.link.strands import Strand, count_common, find_strands, score_strand
from sayso.model import Passage, Span

TAIL = 8
"""Words to the end or from the beginning of a sentence that a passage takes in with it, where half of them are equal at
least, or there are no more than two."""

_CLOSING = re.compile(r"[.,!?…:;]*[\"“”’')\]]*")
_OPENING = re.compile(r"[\"“”‘'(\[]*\Z")
_SAME_MARKS = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})

Range = tuple[int, int]


def find_passages(a: Prints, b: Prints) -> tuple[Passage, ...]:
    """Passages of `a` that repeat `b`, or the other way round, in the order of `a`: `span` in it, `source` in `b`.

    Whichever is given first, the passages are the same. Spans begin and end with words, and have the quotation marks
    and full stops around them that both sides have. None overlaps another, on either side. Headlines that repeat one
    another are a passage where the texts share one.
    """
    if _make_order(b) < _make_order(a):
        return mirror_passages(find_passages(b, a))
    strands = find_copied(a.text, b.text)
    passages = _make_passages(a.text, b.text, strands)
    if passages:
        passages += _make_passages(a.headline, b.headline, find_common_headline(a.headline, b.headline))
    return tuple(sorted(passages, key=lambda p: p.span))


def mirror_passages(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Passages seen from the other document, in its order."""
    mirrored = (Passage(span=p.source, source=p.span, score=p.score) for p in passages)
    return tuple(sorted(mirrored, key=lambda p: p.span))


def _make_order(prints: Prints) -> tuple[str, bytes]:
    return prints.document, prints.text.words.tobytes()


@dataclasses.dataclass(frozen=True)
class Room:
    """The words of two texts around a strand that no other strand reaches into, half-open."""

    a: Range
    b: Range


def _make_passages(a: Row, b: Row, strands: Sequence[Strand]) -> list[Passage]:
    found = []
    for strand in strands:
        others = [s for s in strands if s is not strand]
        room = Room(
            a=_find_room(strand.a, [s.a for s in others], len(a.words)),
            b=_find_room(strand.b, [s.b for s in others], len(b.words)),
        )
        found.append(_make_passage(a, b, strand, room))
    return found


def _find_room(own: Range, others: Sequence[Range], end: int) -> Range:
    before = max((other[1] for other in others if other[1] <= own[0]), default=0)
    return before, min((other[0] for other in others if other[0] >= own[1]), default=end)


def _make_passage(a: Row, b: Row, strand: Strand, room: Room) -> Passage:
    """What a strand spans in both texts, with the ends of sentences that were edited."""
    (start_a, stop_a), (start_b, stop_b) = strand.a, strand.b
    equal = round(score_strand(a, b, strand) * strand.longer)
    end_a, end_b = _find_end(a, stop_a, room.a[1]), _find_end(b, stop_b, room.b[1])
    if (common := _judge_rest(a, b, (stop_a, end_a), (stop_b, end_b))) is not None:
        stop_a, stop_b, equal = end_a, end_b, equal + common
    first_a, first_b = _find_beginning(a, start_a, room.a[0]), _find_beginning(b, start_b, room.b[0])
    if (common := _judge_rest(a, b, (first_a, start_a), (first_b, start_b))) is not None:
        start_a, start_b, equal = first_a, first_b, equal + common
    span, source = _to_spans(a, (start_a, stop_a), b, (start_b, stop_b))
    return Passage(span=span, source=source, score=round(equal / max(stop_a - start_a, stop_b - start_b), 3))


def _find_end(row: Row, stop: int, limit: int) -> int:
    """One past the last word of the sentence that the word before `stop` stands in; `stop` where that is far."""
    for i in range(stop - 1, min(stop + TAIL, limit)):
        if row.ends[i]:
            return i + 1
    return stop


def _find_beginning(row: Row, start: int, limit: int) -> int:
    """The first word of the sentence that the word at `start` stands in; `start` where that is far."""
    for i in range(start, max(start - TAIL, limit) - 1, -1):
        if i == 0 or row.ends[i - 1]:
            return i
    return start


def _judge_rest(a: Row, b: Row, ours: Range, theirs: Range) -> int | None:
    """How many words the rests of two sentences share; None where they are different rests, or there is none."""
    shorter, longer = sorted((ours[1] - ours[0], theirs[1] - theirs[0]))
    if shorter == 0:
        return None
    common = count_common(a, b, ours, theirs)
    return common if 2 * common >= longer or longer <= 2 else None


def _to_spans(a: Row, ours: Range, b: Row, theirs: Range) -> tuple[Span, Span]:
    """Characters of two ranges of words, with the marks around them that both have."""
    start_a, stop_a = int(a.starts[ours[0]]), int(a.stops[ours[1] - 1])
    start_b, stop_b = int(b.starts[theirs[0]]), int(b.stops[theirs[1] - 1])
    after = _find_closing(a.body, stop_a), _find_closing(b.body, stop_b)
    before = _find_opening(a.body, start_a), _find_opening(b.body, start_b)
    closing, opening = _count_same(*after), _count_same(before[0][::-1], before[1][::-1])
    if closing and after[0][closing - 1] in ",:;":
        closing -= 1
    return (
        Span(part=a.part, start=start_a - opening, stop=stop_a + closing),
        Span(part=b.part, start=start_b - opening, stop=stop_b + closing),
    )


def _find_closing(body: str, at: int) -> str:
    found = _CLOSING.match(body, at)
    return found.group() if found else ""


def _find_opening(body: str, at: int) -> str:
    found = _OPENING.search(body[max(0, at - 3) : at])
    return found.group() if found else ""


def _count_same(ours: str, theirs: str) -> int:
    """How many marks two rows of marks begin with alike, curled or straight."""
    pairs = zip(ours.translate(_SAME_MARKS), theirs.translate(_SAME_MARKS), strict=False)
    count = 0
    for mine, other in pairs:
        if mine != other:
            break
        count += 1
    return count


def cut_passage(passage: Passage, start: int, stop: int, ours: str, theirs: str) -> Passage | None:
    """The piece of a passage from `start` to `stop`, aligned anew; None where it is too short to be one.

    `start` and `stop` are characters of the document's part; `ours` and `theirs` are the whole parts of the two.
    """
    a, b = _make_row_of(passage.span, ours), _make_row_of(passage.source, theirs)
    strands = find_strands(find_runs(a.words, b.words))
    kept = []
    for run in max(strands, key=lambda s: s.equal).runs if strands else ():
        inside = [k for k in range(run.length) if a.starts[run.a + k] >= start and a.stops[run.a + k] <= stop]
        if inside:
            kept.append(Run(run.a + inside[0], run.b + inside[0], len(inside)))
    if sum(run.length for run in kept) < LEAST_WORDS:
        return None
    strand = Strand(tuple(kept))
    span, source = _to_spans(a, strand.a, b, strand.b)
    return Passage(span=span, source=source, score=round(score_strand(a, b, strand), 3))


def _make_row_of(span: Span, body: str) -> Row:
    """The words of a span alone."""
    before = Span(part=span.part, start=0, stop=span.start)
    return make_row(span.part, body, [before, Span(part=span.part, start=span.stop, stop=len(body))])
