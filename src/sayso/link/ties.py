"""Ties: which pairs of statements assert the same thing, and of which one denies what the other asserts.

The likeness of their meanings proposes a pair. Equal wording with compatible times decides it; else the judge of
pairs does, which reads both in their contexts, and times that can't be one overrule it.
"""

import hashlib
import re
from collections.abc import Iterator
from typing import Protocol

from sayso.link.context import Context
from sayso.link.judge import Judgement
from sayso.link.sayings import Saying, Sayings
from sayso.model import Feature, Polarity, Tie, Time

PROPOSED = 0.45
"""Pairs of meanings less alike than this (cosine) are not compared, however sure the judge would be.

The least at which 95 % of what is brought together belongs together, in the collections left aside (`bench.claims`:
precision .952, recall .586; at .27 they are .893 and .624). A wrong merge puts words into somebody's mouth.
"""

KEPT = 0.1
"""Ties less likely than this are not kept; what lies between it and a half still counts against or for a group."""

FEWEST_WORDS = 4
"""Equal wording of fewer content words proves nothing: "two people died" is said of many matters."""

FEWEST_WORDS_POINTING = 9
"""The same, where "he" or "yesterday" leaves open who or when: only wording too long to be chance."""

DENYING = 20.0
"""How much likelier than the judge says it is that one statement rejects the other, where just one of them denies.

Chosen on the collections left aside (61 tied pairs, 11 of them opposed): .869 on the right side without it, .885 with
it, and of the opposed ones .727 for .545. A lost "not" is the second worst error there is.
"""

MONTHS = 2
"""Times so many months apart may still be one event's, told differently."""


class Judges(Protocol):
    """What is needed of the judge of pairs."""

    @property
    def version(self) -> str: ...

    def judge(self, a: Context, b: Context) -> Judgement: ...


def find_ties(a: Sayings, b: Sayings, judge: Judges, *, same_matter: bool) -> Iterator[Tie]:
    """The ties between two documents' statements, or within one document's where both are the same.

    On different matters only equal wording ties, for what is alike there may be another event's.
    """
    if not a.all or not b.all:
        return
    alike = a.meanings @ b.meanings.T
    for n, ours in enumerate(a.all):
        for m, theirs in enumerate(b.all):
            if a.document == b.document and m <= n:
                continue
            likeness = float(alike[n, m])
            tie = decide_wording(ours, theirs)
            if tie is None and same_matter and likeness >= PROPOSED:
                tie = decide_meaning(ours, theirs, likeness, judge)
            if tie is not None:
                yield tie


def make_wording_keys(sayings: Sayings) -> frozenset[int]:
    """The keys under which documents meet that have statements of one wording."""
    return frozenset(
        int.from_bytes(hashlib.sha256(" ".join(s.wording.content).encode()).digest()[:7])
        for s in sayings.all
        if has_telling_wording(s)
    )


def has_telling_wording(saying: Saying) -> bool:
    """True where a statement's wording is too long for two to have hit on it by chance."""
    return len(saying.wording.content) >= (FEWEST_WORDS_POINTING if saying.wording.points else FEWEST_WORDS)


def decide_wording(a: Saying, b: Saying) -> Tie | None:
    """A tie by equal wording."""
    if a.wording.content != b.wording.content:
        return None
    if not (has_telling_wording(a) and has_telling_wording(b)) or find_clash(a, b):
        return None
    opposed = is_denied(a) != is_denied(b)
    reason = "the same words in the same order, articles and tense aside, with compatible times"
    return _tie(a, b, opposed, 1.0, (Feature(name="wording", score=1.0, words=" ".join(a.wording.content)),), reason)


def decide_meaning(a: Saying, b: Saying, likeness: float, judge: Judges) -> Tie | None:
    """A tie by what the judge of pairs says, unless their times can't be one."""
    found = judge.judge(a.context, b.context)
    score = found.same + found.opposed
    if score < KEPT or find_clash(a, b, months=MONTHS):
        return None
    one_denies = is_denied(a) != is_denied(b)
    opposed = found.opposed * (DENYING if one_denies else 1) > found.same
    features = (
        Feature(name="meaning", score=round(likeness, 3), words="likeness of their meanings"),
        Feature(name="same", score=round(found.same, 3), words="that both assert one thing"),
        Feature(name="opposed", score=round(found.opposed, 3), words="that one rejects what the other asserts"),
    )
    what = "one rejects what the other asserts" if opposed else "both assert one thing"
    if opposed and one_denies:
        what += ", as just one of them denies"
    return _tie(a, b, opposed, round(score, 3), features, f"read side by side, {what} (estimated at {score:.0%})")


def is_denied(saying: Saying) -> bool:
    """True where the words, or whoever is credited, reject what the wording without its negation asserts."""
    return saying.wording.negated or saying.statement.polarity is Polarity.DENIED


def find_clash(a: Saying, b: Saying, *, months: int = 0) -> tuple[Time, Time] | None:
    """A time of each, where both give times and none of theirs can be one; None where they may be one.

    Times up to so many months apart can: dates of one event differ between reports; last year's flood is another one.
    """
    ours = [t for t in a.statement.times if t.value]
    theirs = [t for t in b.statement.times if t.value]
    if not ours or not theirs or any(_may_be_one(t, u, months) for t in ours for u in theirs):
        return None
    return ours[0], theirs[0]


def _may_be_one(a: Time, b: Time, months: int) -> bool:
    ours, theirs = a.value or "", b.value or ""
    if ours.startswith(theirs) or theirs.startswith(ours):
        return True
    if not months:
        return False
    at, then = _MONTH.match(ours), _MONTH.match(theirs)
    if at and then:
        apart = 12 * (int(at[1]) - int(then[1])) + int(at[2]) - int(then[2])
        return abs(apart) <= months
    return ours[:4] == theirs[:4]


_MONTH = re.compile(r"(\d{4})-(\d{2})(?!\d)")


def _tie(a: Saying, b: Saying, opposed: bool, score: float, features: tuple[Feature, ...], reason: str) -> Tie:
    first, second = sorted((a.statement.id, b.statement.id))
    return Tie(a=first, b=second, opposed=opposed, score=score, features=features, reason=reason)
