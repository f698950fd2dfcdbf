"""The wording of a statement in a form in which the same words look the same.

Numbers, names, prepositions, modal verbs and the order of the words are kept: they carry the meaning.
Dropped are articles, the verb "to be" and the auxiliaries "have" and "will", which reported speech
shifts from tense to tense, and words that only hedge.
"""

import dataclasses
import re

from sayso.model import Polarity, Statement

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%€$£¥]")

_NEGATIONS = frozenset("not no never none nobody nothing neither nor without cannot".split())
_DROPPED = frozenset(
    "a an the that is are was were be been being am has have had having will would shall did does do "
    "reportedly allegedly apparently supposedly may might also just already".split()
)
_POINTING = frozenset(
    "he she it they him her them his hers their theirs i we you me us my our your this these those "
    "here there then today yesterday tomorrow tonight now".split()
)
_SHORT_FORMS = (
    ("won't", "will not"),
    ("can't", "can not"),
    ("shan't", "shall not"),
    ("n't", " not"),
    ("'re", " are"),
    ("'ve", " have"),
    ("'ll", " will"),
    ("'m", " am"),
    ("'s", ""),
)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Wording:
    """What a statement says, stripped of what can change without changing the meaning."""

    content: tuple[str, ...]
    """Its words in order, numbers and names among them, negations left out."""
    negated: bool
    """True where its words assert that something is not so."""
    points: bool
    """True where it has words whose meaning lies outside it (he, they, yesterday)."""


def make_wording(statement: Statement) -> Wording:
    """The wording of a statement.

    Of a denied statement, it is the wording of what is denied: "we are not a front", denied, and
    "denied that it was a front" both deny "is a front".
    """
    text = statement.text.casefold().replace("’", "'")
    for short, full in _SHORT_FORMS:
        text = text.replace(short, full)
    words = _WORD.findall(text)
    negated = sum(w in _NEGATIONS for w in words) % 2 == 1
    return Wording(
        content=tuple(w.rstrip("'") for w in words if w not in _NEGATIONS and w not in _DROPPED),
        negated=negated and statement.polarity is not Polarity.DENIED,
        points=any(w in _POINTING for w in words),
    )
