"""Whom a mention without a name means: the best antecedent, where it fits clearly better than all others."""

import dataclasses
from collections.abc import Callable, Sequence

from sayso.model import Kind, Part
from sayso.read.entity import Context, Entity, Seen
from sayso.read.passage import Passage

REACH = 14  # sentences that a pronoun looks back; the farthest true antecedent in the training part was 12 away
MARGIN = 0.2  # by how much the best antecedent must beat the next; of the values .0 to .6, the best named precision without losing chains
PERSON_MARGIN = (
    0.4  # the same for a named person: on the development fifth it makes wrong names a fifth rarer for 1 % of chains
)


@dataclasses.dataclass(frozen=True)
class Weights:
    """What speaks for an antecedent. Chosen together by random search on the training part with oracle scans."""

    kind: float = 0.75  # it has the kind that the scan saw, or not
    away: float = 0.28  # for each sentence in between
    here: float = 0.05  # it stands in the same sentence
    paragraph: float = 0.5  # it stands in another paragraph
    quoted: float = 1.8  # it stands in a quotation that this mention isn't in
    credited: float = 0.3  # it stands in the words that this mention is credited with
    subject: float = 0.25  # it stands near the beginning of its sentence
    inside: float = 0.5  # both stand in the same credited words
    source: float = 0.65  # it was a source there
    speaker: float = 0.45  # it was the last one to speak


WEIGHTS = Weights()
SUBJECT = 30  # characters from the beginning of a sentence in which a subject stands

Fit = Callable[[Entity], float | None]  # how well an entity fits a mention by itself; None where it can't be meant


def choose_antecedent(
    at: Context, fits: Fit, *, seen: Sequence[Seen], passage: Passage, floor: float = -9.0
) -> Entity | None:
    """The entity that fits a mention best, if it does so clearly."""
    w = WEIGHTS
    scored: dict[int, float] = {}
    spoken = [s for s in seen if s.speaker and s.part is at.part and s.start < at.start]
    last_speaker = max(spoken, key=lambda s: s.start, default=None)
    here = passage.sentence_at(at.start) if at.part is Part.TEXT else 0
    quote = passage.quote_at(at.start)
    for s in seen:
        e = s.entity
        if e is at.avoid or e in at.fellows:
            continue
        score = fits(e)
        if score is None or score < floor:
            continue
        if at.part is Part.TEXT:
            if s.part is not at.part or s.start >= at.start:
                continue
            away = here - passage.sentence_at(s.start)
            if away > REACH and score < 1.0:
                continue
            score -= w.away * away
            if away == 0 and s.start < at.start:
                score -= w.here
            if passage.paragraph_at(s.start) != passage.paragraph_at(at.start):
                score -= w.paragraph
            theirs = passage.quote_at(s.start)
            if theirs is not None and theirs != quote:
                score -= w.quoted
            if (
                at.credits
                and at.credits[0] <= s.start < at.credits[1]
                and not (at.credits[0] <= at.start < at.credits[1])
            ):
                score -= w.credited
            if passage.sentence_span(s.start)[0] + SUBJECT > s.start:
                score += w.subject  # near the beginning of its sentence: likely its subject
            if at.inside and at.inside[0] <= s.start < at.inside[1]:
                score += w.inside
        else:
            score -= 0.0005 * s.start if s.part is Part.TEXT else 0.0
        score += w.source if s.source else 0.0
        if last_speaker is not None and e is last_speaker.entity:
            score += w.speaker
        if e.kind is not None:
            score += w.kind * (2.0 * at.kinds.get(e.kind, 0.0) - 1.0)
        scored[e.number] = max(scored.get(e.number, -99.0), score)
    if not scored:
        return None
    ranked = sorted(scored.items(), key=lambda p: (-p[1], p[0]))
    best = next(s.entity for s in seen if s.entity.number == ranked[0][0])
    margin = PERSON_MARGIN if best.kind is Kind.PERSON else MARGIN
    return None if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < margin else best
