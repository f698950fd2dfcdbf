"""Documents meeting documents: what two of them have in common, judged from the two alone.

`make_profile` prepares one document; `make_keys` says under which keys it meets others; `meet` compares two.
"""

import dataclasses

from sayso.link.matter import Matter, make_matter
from sayso.link.prints import Prints, make_prints
from sayso.link.prints import make_keys as make_print_keys
from sayso.link.reuse import Record
from sayso.link.reuse import decide as decide_reuse
from sayso.link.sayings import Sayings, make_sayings
from sayso.link.stories import LEAST_SHARED
from sayso.link.stories import decide as decide_matter
from sayso.link.stories import make_keys as make_matter_keys
from sayso.link.ties import Judges, find_ties, make_wording_keys
from sayso.model import Document, Meeting, Reading, Span

VERSION = "4"
"""Of comparing two documents; raised whenever it may find other things in the same two."""

LEAST_KEYS = {"matter": LEAST_SHARED, "print": 1, "wording": 1}
"""Kinds of keys, and how many of one kind two documents must share to be compared."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Profile:
    """One document with its reading, prepared for meeting others."""

    document: Document
    reading: Reading
    matter: Matter
    prints: Prints
    sayings: Sayings


def make_profile(document: Document, reading: Reading) -> Profile:
    """The profile of a document."""
    return Profile(
        document=document,
        reading=reading,
        matter=make_matter(document, reading),
        prints=make_prints(document, [f.span for f in reading.furniture], find_own_words(reading)),
        sayings=make_sayings(document, reading.statements),
    )


def find_own_words(reading: Reading) -> list[Span]:
    """Where a document speaks in its outlet's own voice: spans of statements that credit nobody, none of which is in
    another's."""
    credited = [s for s in reading.statements if len(s.chain) > 1 or not s.credited]
    return [
        span
        for s in reading.statements
        if len(s.chain) == 1 and s.credited
        for span in s.spans
        if not any(span.overlaps(other) for c in credited for other in c.spans)
    ]


def make_keys(profile: Profile) -> dict[str, frozenset[int]]:
    """The keys of a document by their kind."""
    return {
        "matter": make_matter_keys(profile.matter),
        "print": make_print_keys(profile.prints),
        "wording": make_wording_keys(profile.sayings),
    }


def meet(a: Profile, b: Profile, judge: Judges) -> Meeting:
    """What two documents have in common, whichever is given first; or one with itself."""
    if b.document.id < a.document.id:
        a, b = b, a
    if a.document.id == b.document.id:
        ties = find_ties(a.sayings, a.sayings, judge, same_matter=True)
        return Meeting(a=a.document.id, b=a.document.id, same_matter=True, score=1.0, ties=tuple(ties))
    likeness = decide_matter(a.matter, b.matter)
    reuse = decide_reuse(
        *(Record(document=p.document, statements=p.reading.statements, prints=p.prints) for p in (a, b))
    )
    same_matter = likeness.same_matter or reuse is not None
    return Meeting(
        a=a.document.id,
        b=b.document.id,
        same_matter=same_matter,
        score=likeness.score,
        features=likeness.features,
        reuse=reuse,
        ties=tuple(find_ties(a.sayings, b.sayings, judge, same_matter=same_matter)),
    )
