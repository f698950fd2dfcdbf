"""Weak traces of the direction of reuse, in what one text has and the other lacks. Taken only where nothing else speaks.

Most differences of two texts fit both directions: who cuts a sentence out and who writes one in leave the same two
texts behind. Two kinds don't quite.
"""

import dataclasses
import re
from collections.abc import Sequence

from sayso.link.crediting import Record
from sayso.link.prints import normalise_word
from sayso.link.telling import weigh_word
from sayso.model import Evidence, Part, Passage, Span, Status

MOSTLY = 0.8
"""Share of a document's words that it must share to be taken for an abridgement: its own part could introduce a name."""

_NAME = r"[A-Z][\w’'-]*[a-zß-ÿ]"
_BARE = re.compile(rf"(?P<before>[\w’'-]+[.,;:]?\s+|[\"“]|^)(?P<name>{_NAME})(?=['’]s|\W)", re.MULTILINE)
_FULL = re.compile(rf"(?P<given>{_NAME}) (?P<name>{_NAME})\b")
_SAID = re.compile(r"\s*(?:said|says|told|added|denied|confirmed|described|warned)\b")
_WORD = re.compile(r"[^\W_]+")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Trace:
    """A trace in two documents that speaks for one of them repeating the other."""

    repeater: str
    """Id of the document that it makes the one that repeats."""
    reason: str
    evidence: tuple[Evidence, ...]


def find_traces(record: Record, other: Record, passages: Sequence[Passage]) -> list[Trace]:
    """Traces that the first document repeats the other. `passages` are the first's."""
    found = [_find_cut_introduction(record, other, passages), _find_uncorrected(record, other, passages)]
    return [trace for trace in found if trace is not None]


def _find_cut_introduction(record: Record, other: Record, passages: Sequence[Passage]) -> Trace | None:
    """A person whom an abridgement names by surname alone, and whom the fuller text introduces in words cut from it."""
    ours, theirs = record.document, other.document
    inside = sum(p.span.stop - p.span.start for p in passages if p.span.part is Part.TEXT)
    if inside < MOSTLY * len(ours.text.strip()):
        return None
    full = {m["name"]: m for m in reversed(list(_FULL.finditer(theirs.text))) if _is_given(m["given"])}
    for found in _BARE.finditer(ours.text):
        name, span = found["name"], Span(part=Part.TEXT, start=found.start("name"), stop=found.end("name"))
        introduced = full.get(name)
        if introduced is None or not _SAID.match(ours.text, span.stop) or _is_named_in_full(name, record):
            continue
        passage = next((p for p in passages if p.span.overlaps(span)), None)
        place = Span(part=Part.TEXT, start=introduced.start(), stop=introduced.end())
        if passage is None or place.start > passage.source.start or any(p.source.overlaps(place) for p in passages):
            continue
        return Trace(
            repeater=ours.id,
            reason=f"it says {name} without saying who that is, which the other does in words that it lacks; "
            "weak evidence, taken because nothing else speaks for either direction",
            evidence=(
                Evidence(document=ours.id, span=span, words=name),
                Evidence(document=theirs.id, span=place, words=introduced.group()),
            ),
        )
    return None


def _is_given(word: str) -> bool:
    return weigh_word(normalise_word(word)) > 1


def _is_named_in_full(name: str, record: Record) -> bool:
    return any(m["name"] == name for part in Part for m in _FULL.finditer(record.document.part(part)))


def _find_uncorrected(record: Record, other: Record, passages: Sequence[Passage]) -> Trace | None:
    """What the other's note of correction says that it had wrong, still standing in a passage of this document."""
    ours, theirs = record.document, other.document
    note = (theirs.status_from or "").removeprefix("text: ")
    place = theirs.text.find(note) if note else -1
    if theirs.status is Status.LIVE or ours.status is not Status.LIVE or place < 0:
        return None
    wrong = _find_words(note)
    for passage in passages:
        differing = _find_words(ours.words(passage.span)) - _find_words(theirs.words(passage.source))
        kept = sorted(differing & wrong)
        if kept:
            return Trace(
                repeater=ours.id,
                reason=f"it has {kept[0]} where the other was corrected; weak evidence, taken because nothing else "
                "speaks for either direction",
                evidence=(
                    Evidence(document=ours.id, span=passage.span, words=ours.words(passage.span)),
                    Evidence(
                        document=theirs.id,
                        span=Span(part=Part.TEXT, start=place, stop=place + len(note)),
                        words=note,
                    ),
                ),
            )
    return None


def _find_words(text: str) -> set[str]:
    words = {normalise_word(word) for word in _WORD.findall(text)}
    return {word for word in words if weigh_word(word) != 1}
