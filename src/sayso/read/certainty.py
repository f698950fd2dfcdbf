"""Polarity and modality of a statement: the scan's judgement and the words, with the reason in plain words.

`denied` is set only where it is sure: a lost or invented "not" is the second worst error.
"""

import dataclasses

from sayso.model import Modality, Polarity
from sayso.read import lexicon

# The scan alone must be this sure; with a word of denial in the cue half as sure. To be set again when the network changes.
DENIED_ALONE = 0.85
DENIED_WITH_WORDS = 0.4
HEDGED_ALONE = 0.6
HEDGED_WITH_WORDS = 0.15


@dataclasses.dataclass(frozen=True)
class Words:
    """A statement's words and those around it that bear on its certainty."""

    content: str  # its own words without those of statements inside it
    cue: str
    around: str  # its sentence outside its own words


def judge_polarity(words: Words, *, scan: float) -> tuple[Polarity, str | None]:
    """Denied where the credit rejects the words."""
    cue = words.cue
    negated = lexicon.NOT_DENYING.search(cue) or lexicon.NOT_DENYING.search(words.around)
    match = lexicon.DENYING.search(cue)
    if negated and (match or lexicon.DENYING.search(negated[0])):
        return Polarity.AFFIRMED, f"“{negated[0]}” is no denial"
    if match and scan >= DENIED_WITH_WORDS:
        return Polarity.DENIED, f"“{match[0]}” rejects the words"
    if scan >= DENIED_ALONE:
        return Polarity.DENIED, f"the credit{f' “{cue}”' if cue else ''} rejects the words"
    return Polarity.AFFIRMED, None


def judge_modality(words: Words, *, scan: float) -> tuple[Modality, str | None]:
    """Hedged where the words, or the cue that credits them, leave it open."""
    match = lexicon.HEDGES.search(words.content)
    if match and not lexicon.WEAK_HEDGES.fullmatch(match[0].strip()) and scan >= HEDGED_WITH_WORDS:
        return Modality.HEDGED, f"“{match[0].strip()}” leaves it open"
    if scan >= HEDGED_ALONE:
        word = match or lexicon.HEDGES.search(words.around) or lexicon.HEDGING_CUES.search(words.cue)
        return Modality.HEDGED, f"“{word[0].strip()}” leaves it open" if word else "worded as uncertain"
    return Modality.PLAIN, None
