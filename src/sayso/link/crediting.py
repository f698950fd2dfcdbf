"""Credits that one document gives another's outlet: for its whole text, for a passage, or for other words."""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from urllib.parse import urlsplit

from sayso.link.bodylikeness import BodyLikeness, compare_bodies
from sayso.link.bodynames import make_body_name
from sayso.link.prints import Prints
from sayso.model import Document, Evidence, Kind, Part, Span, Statement

_SAME = frozenset({BodyLikeness.EQUAL, BodyLikeness.ADDRESS, BodyLikeness.TRADE, BodyLikeness.INITIALS})
_ENDINGS = re.compile(
    r"(?<=\w) (?:(?:news )?(?:agency|service|newswire|online|website|site|newspaper|magazine)|news)$", re.IGNORECASE
)
"""What a name may go without: "Xinhua" is "Xinhua News Agency"."""

_BETWEEN = re.compile(r"[,/|;–—()]| - |\b(?:with|for|by|at|from)\b", re.IGNORECASE)
_FIRST = (
    r"(?:first|originally|earlier|previously|exclusively) (?:reported|published|disclosed|revealed|carried|appeared)"
    r"(?: \w+){0,3}? (?:by|in|on)"
)
_BEFORE = rf"(?:{_FIRST}|as reported by|according to|told|(?:obtained|seen|quoted|cited) by|interview with|report (?:by|in|from))"
_AFTER = r"(?:['’]s report|(?: (?:first|also|earlier))? (?:reported|reports|said|wrote|writes|revealed|quoted)\b)"


class Reach(IntEnum):
    """What of a document a credit covers; the farther, the greater."""

    ELSEWHERE = 1
    PASSAGE = 2
    WHOLE = 3


@dataclasses.dataclass(frozen=True, kw_only=True)
class Record:
    """One document as reuse judges it."""

    document: Document
    statements: tuple[Statement, ...]
    prints: Prints


@dataclasses.dataclass(frozen=True, kw_only=True)
class Naming:
    """A name that a document credits."""

    name: str
    """As the document writes it, or as it resolves there."""
    reach: Reach
    where: str
    """Where it stands, in plain words."""
    evidence: Evidence


def find_credit(record: Record, other: Document, spans: Sequence[Span]) -> Naming | None:
    """The credit that a document gives another's outlet, the farthest-reaching; None where it gives none.

    `spans` are the passages that the two share, in the first. A document that names its own outlet credits nobody.
    """
    outlet = find_outlet(other)
    if outlet is None or is_same_outlet(record.document, other):
        return None
    found = [naming for naming in find_namings(record, spans) if is_one_name(naming.name, outlet)]
    found += _find_beside_cues(record.document, outlet, spans)
    return max(found, key=lambda naming: naming.reach, default=None)


def find_agency(record: Record) -> Naming | None:
    """The first dateline or credit line that credits the whole text to another than the document's own outlet."""
    own = find_outlet(record.document)
    for naming in find_namings(record, ()):
        is_line = naming.reach is Reach.WHOLE and naming.evidence.metadata is None
        if is_line and (own is None or not is_one_name(naming.name, own)):
            return naming
    return None


def find_namings(record: Record, spans: Sequence[Span]) -> Iterator[Naming]:
    """Every name that a document credits in datelines, credit lines, its byline and its statements' chains."""
    document = record.document
    for credit in document.credits:
        evidence = Evidence(document=document.id, span=credit.span, words=document.words(credit.span))
        yield Naming(name=credit.name, reach=Reach.WHOLE, where=f"in its {credit.where}", evidence=evidence)
    byline = document.byline or ""
    for name in (name for piece in _BETWEEN.split(byline) for name in (piece, *piece.split(" and "))):
        if name.strip():
            evidence = Evidence(document=document.id, metadata="byline", words=byline)
            yield Naming(name=name.strip(), reach=Reach.WHOLE, where="in its byline", evidence=evidence)
    for statement in record.statements:
        for link in statement.chain[1:]:
            mention = link.mention or link.named_at
            if link.kind in (Kind.PUBLICATION, Kind.ORGANISATION) and link.name and mention:
                reach, where = _find_reach(statement.spans, spans)
                evidence = Evidence(document=document.id, span=mention, words=document.words(mention))
                yield Naming(name=link.name, reach=reach, where=where, evidence=evidence)


def _find_beside_cues(document: Document, outlet: str, spans: Sequence[Span]) -> Iterator[Naming]:
    """An outlet's name beside words that credit it: "first reported by", "according to", "told"."""
    name = rf"(?:the )?(?<!\w)(?P<%s>{re.escape(outlet.removeprefix('The '))})(?!\w)"
    pattern = re.compile(rf"\b{_BEFORE} {name % 'after'}|{name % 'before'}{_AFTER}", re.IGNORECASE)
    for found in pattern.finditer(document.text):
        group = "after" if found["after"] else "before"
        span = Span(part=Part.TEXT, start=found.start(group), stop=found.end(group))
        hull = Span(part=Part.TEXT, start=found.start(), stop=found.end())
        reach, where = _find_reach((hull,), spans)
        evidence = Evidence(document=document.id, span=hull, words=document.words(hull))
        yield Naming(name=document.words(span), reach=reach, where=where, evidence=evidence)


def _find_reach(ours: Sequence[Span], spans: Sequence[Span]) -> tuple[Reach, str]:
    if any(mine.overlaps(span) for mine in ours for span in spans):
        return Reach.PASSAGE, "for words that they share"
    return Reach.ELSEWHERE, "for other words"


def find_outlet(document: Document) -> str | None:
    """The name of a document's outlet, or the host of its address; None where neither is known."""
    return document.outlet or urlsplit(document.canonical_url or document.url or "").hostname


def is_same_outlet(a: Document, b: Document) -> bool:
    """True where both documents are known to be one outlet's."""
    ours, theirs = find_outlet(a), find_outlet(b)
    return ours is not None and theirs is not None and is_one_name(ours, theirs)


def is_one_name(a: str, b: str) -> bool:
    """True where two names are one outlet's: the same, initials, an address, or one without its trade."""
    if compare_bodies(make_body_name(a), make_body_name(b)) in _SAME:
        return True
    return any(
        compare_bodies(make_body_name(ours), make_body_name(theirs)) is BodyLikeness.EQUAL
        for ours, theirs in ((_ENDINGS.sub("", a), b), (a, _ENDINGS.sub("", b)))
    )
