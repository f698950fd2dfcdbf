"""From what the encoder saw to a reading: statements with chains. Plain rules, the same answer every time."""

import dataclasses
import re
from collections.abc import Mapping, Sequence

import numpy as np

from sayso.model import (
    Document,
    Furniture,
    FurnitureKind,
    Kind,
    Link,
    Name,
    Part,
    Place,
    Reading,
    Span,
    Statement,
    statement_id,
)
from sayso.read import lexicon
from sayso.read.cast import Cast
from sayso.read.certainty import Words, judge_modality, judge_polarity
from sayso.read.chain import Chain, Chains
from sayso.read.entity import best_kind
from sayso.read.headline import (
    OWN_VOICE,
    SAME,
    SAME_KIND,
    SAME_SOURCE,
    SAME_WITH_SOURCE,
    SURELY_CREDITED,
    Candidate,
    body_of,
)
from sayso.read.mend import mend
from sayso.read.name import find_names, trim_name
from sayso.read.passage import Passage
from sayso.read.scan import Clause, Scan
from sayso.read.time import find_times
from sayso.read.transcript import credit_turns

_OPENING, _CLOSING = frozenset('"“«'), frozenset('"”»')
TWICE = 0.5  # two statements of one chain overlap by at most this share (method)
SAID_MORE = 0.6  # share of a statement that must lie in furniture for it to be dropped


@dataclasses.dataclass(frozen=True)
class Draft:
    """A statement before the better of two overlapping ones is chosen."""

    statement: Statement
    score: float


def resolve(document: Document, scans: Mapping[Part, Scan], *, reader: str) -> Reading:
    """The reading of a document from its scans. Pure: no state, no randomness."""
    passages = {part: Passage(document.part(part)) for part in Part}
    cast = Cast(outlet=document.outlet, passages=passages)
    parts = [part for part in (Part.TEXT, Part.HEADLINE) if part in scans]
    scans = {part: credit_turns(mend(scans[part], passages[part]), passages[part]) for part in parts}
    for part in parts:
        cast.gather(part, find_names(document.part(part), scans[part].names))
    for part in parts:
        for mention in scans[part].mentions:
            cast.introduce(part, mention.start, mention.stop, mention.kinds)
    furniture = _furniture(document, scans)
    drafts: list[Draft] = []
    body: list[tuple[Candidate, Chain]] = []
    for part in parts:
        scan = scans[part]
        chains = Chains(scan=scan, cast=cast, passage=passages[part], credits=document.credits)
        for number in range(len(scan.mentions)):
            chains.find(number)
        for number in chains.order:
            chains.chain(number)
        for number in chains.order:
            clause = scan.clauses[number]
            chain = chains.chain(number)
            credited = True
            if part is Part.HEADLINE:
                chain, credited = _headline_chain(document, chains, number, body)
            draft = _draft(document, passages[part], scan, number, chain, credited=credited)
            if draft is None or _is_furniture(draft.statement, furniture):
                continue
            drafts.append(draft)
            if part is Part.TEXT:
                body.append((Candidate(draft.statement.text, clause, len(body)), chain))
    statements = sorted((d.statement for d in _without_twins(drafts)), key=_place)
    names = tuple(
        Name(span=Span(part=part, start=start, stop=stop), type=n.type)
        for part in Part
        if part in scans
        for n in scans[part].names
        for start, stop in [trim_name(document.part(part), n)]
    )
    return Reading(document=document.id, reader=reader, statements=tuple(statements), names=names, furniture=furniture)


def _place(statement: Statement) -> tuple[bool, int, int, str]:
    return statement.part is not Part.HEADLINE, statement.start, -statement.stop, statement.id


# Spans


def trim(text: str, start: int, stop: int) -> tuple[int, int]:
    """A range without white space, outer quotation marks, a leading "that" and the final full stop."""
    while True:
        before = (start, stop)
        while start < stop and (text[start].isspace() or text[start] in ",;:–—-"):
            start += 1
        while start < stop and (text[stop - 1].isspace() or text[stop - 1] in ",;:–—"):
            stop -= 1
        words = text[start:stop]
        opens, closes = words[:1] in _OPENING, words[-1:] in _CLOSING
        marks = sum(c in _OPENING or c in _CLOSING for c in words)
        if opens and (marks == 1 or (marks == 2 and closes)):
            start += 1
        elif closes and marks == 1:
            stop -= 1
        if words[:5].casefold() == "that ":
            start += 5
        if text[start:stop].endswith(".") and not re.search(
            r"(?:\b[A-Za-z]\.[A-Za-z]|\.\.|\b(?:Co|Inc|Ltd|Mr|St|No|Jr|Sr))\.$", text[start:stop]
        ):
            stop -= 1
        if (start, stop) == before or start >= stop:
            return start, stop


def _spans(part: Part, text: str, clause: Clause) -> tuple[Span, ...]:
    spans = []
    for number, (start, stop) in enumerate(clause.pieces):
        if len(clause.pieces) == 1 or number in (0, len(clause.pieces) - 1):
            start, stop = trim(text, start, stop)
        if start < stop and re.search(r"\w", text[start:stop]):
            spans.append(Span(part=part, start=start, stop=stop))
    return tuple(spans)


# Furniture


def _furniture(document: Document, scans: Mapping[Part, Scan]) -> tuple[Furniture, ...]:
    found = list(document.furniture)
    for part in Part:
        for start, stop in scans[part].furniture if part in scans else ():
            span = Span(part=part, start=start, stop=stop)
            if not any(f.span.part is part and f.span.start <= start and stop <= f.span.stop for f in found):
                found.append(Furniture(span=span, kind=FurnitureKind.OTHER, reason="reads like page furniture"))
    return tuple(sorted(found, key=lambda f: (f.span, f.kind)))


def _is_furniture(statement: Statement, furniture: Sequence[Furniture]) -> bool:
    covered = sum(
        max(0, min(s.stop, f.span.stop) - max(s.start, f.span.start))
        for s in statement.spans
        for f in furniture
        if f.span.part is s.part
    )
    return covered > SAID_MORE * sum(s.stop - s.start for s in statement.spans)


# Statements


def _is_assertion(text: str, spans: Sequence[Span], chain: Chain) -> bool:
    """Whether the words assert anything: no question, greeting or call to action, nor what a source asked for."""
    after = text[spans[-1].stop : spans[-1].stop + 2].lstrip()
    if text[spans[-1].start : spans[-1].stop].endswith("?") or after.startswith("?"):
        return False
    if len(spans) == 1 and lexicon.UNNAMED.fullmatch(text[spans[0].start : spans[0].stop]):
        return False
    return not (len(chain) == 1 and lexicon.CALLS.match(text[spans[0].start : spans[0].stop]))


def _draft(
    document: Document, passage: Passage, scan: Scan, number: int, chain: Chain, *, credited: bool
) -> Draft | None:
    clause = scan.clauses[number]
    text = passage.text
    spans = _spans(scan.part, text, clause)
    if not spans or not _is_assertion(text, spans, chain):
        return None
    cue = scan.cues[clause.cue] if clause.cue is not None else None
    words = _words(passage, scan, number)
    denies = max(clause.denied, cue.denies if cue else 0.0)
    if cue is not None and lexicon.NEW_CREDIT.search(text[cue.stop : spans[0].start]):
        denies = 0.0  # what is denied stands before that
    polarity, why_polarity = judge_polarity(words, scan=denies)
    modality, why_modality = judge_modality(words, scan=clause.hedged)
    continued = clause.continued >= 0.5 and clause.cue is None and len(chain) > 1
    reasons = [r for r in (why_polarity, why_modality) if r]
    if continued:
        reasons.append("goes on with the account before it")
    if not credited:
        reasons.append("the headline asserts what the text credits")
    links = tuple(s.link for s in chain)
    statement = Statement(
        id=statement_id(document=document.id, spans=spans, chain=links, polarity=polarity),
        document=document.id,
        spans=spans,
        text=" ".join(text[s.start : s.stop] for s in spans),
        cue=Span(part=scan.part, start=cue.start, stop=cue.stop) if cue else None,
        chain=links,
        polarity=polarity,
        modality=modality,
        continued=continued,
        times=find_times(text, spans, document.published),
        places=_places(text, spans, scan),
        embedding=_embedding(clause),
        reasons=tuple(reasons),
        **({} if credited else {"credited": False}),
    )
    return Draft(statement, clause.score)


def _words(passage: Passage, scan: Scan, number: int) -> Words:
    """A clause's words without those of clauses inside it, its cue's, and the rest of its sentence."""
    clause = scan.clauses[number]
    holes = [
        (other.start, other.stop)
        for k, other in enumerate(scan.clauses)
        if k != number
        and clause.start <= other.start
        and other.stop <= clause.stop
        and (other.start, other.stop) != (clause.start, clause.stop)
    ]
    content = []
    for start, stop in clause.pieces:
        at = start
        for a, b in sorted(holes):
            if a >= at and a < stop:
                content.append(passage.text[at:a])
                at = max(at, b)
        content.append(passage.text[at:stop] if at < stop else "")
    cue = scan.cues[clause.cue] if clause.cue is not None else None
    before, after = passage.sentence_span(clause.start)
    around = (
        passage.text[max(before, clause.start - 60) : clause.start]
        + " … "
        + passage.text[clause.stop : min(after, clause.stop + 60)]
    )
    if cue is not None and cue.start < clause.start:
        around = passage.text[max(before, cue.start - 25) : clause.start]
    elif cue is not None:
        around = passage.text[clause.stop : min(len(passage.text), cue.stop + 10)]
    cue_words = passage.text[cue.start : cue.stop] if cue else ""
    return Words(content=" ".join(content), cue=cue_words, around=around if cue else "")


def _places(text: str, spans: Sequence[Span], scan: Scan) -> tuple[Place, ...]:
    return tuple(
        Place(span=Span(part=scan.part, start=n.start, stop=n.stop), name=text[n.start : n.stop])
        for n in scan.names
        if n.type == "Location" and any(s.start <= n.start and n.stop <= s.stop for s in spans)
    )


def _embedding(clause: Clause) -> bytes:
    if clause.vector is None:
        return b""
    return bytes(np.clip(np.rint(clause.vector * 127.0), -127, 127).astype(np.int8).tobytes())


# Headline


def _headline_chain(
    document: Document, chains: Chains, number: int, body: Sequence[tuple[Candidate, Chain]]
) -> tuple[Chain, bool]:
    """A headline's chain: its body's for the same claim. The flag is false where it asserts what the body credits."""
    scan, passage = chains.scan, chains.passage
    clause = scan.clauses[number]
    words = " ".join(passage.text[a:b] for a, b in clause.pieces)
    own = chains.chain(number)
    source = own[-1].entity if clause.source is not None and len(own) > 1 else None
    credit = clause.source is not None or clause.cue is not None
    sure = credit or clause.own < SURELY_CREDITED
    fitting = [(c, chain) for c, chain in body if not sure or len(chain) > 1]
    kind = best_kind(scan.mentions[clause.source].kinds) if clause.source is not None else None
    bonus = [
        SAME_SOURCE * any(s.entity is source for s in chain[1:]) * (source is not None)
        + SAME_KIND * (chain[-1].link.kind is kind)
        - OWN_VOICE * clause.own * (len(chain) > 1)
        for _, chain in fitting
    ]
    best = body_of(
        words,
        clause,
        [c for c, _ in fitting],
        bonus=bonus,
        floor=SAME_WITH_SOURCE if credit else SAME,
    )
    if best is None:
        return own, True
    chain = fitting[best][1]
    return _as_headline(chain, own, chains), credit or len(chain) == 1 or _is_quoted(passage, clause)


def _is_quoted(passage: Passage, clause: Clause) -> bool:
    """A headline in quotation marks credits somebody, whoever it is."""
    return (
        bool(re.match(r"[\"“‘']", passage.text[max(0, clause.start - 1) : clause.start + 1].strip()))
        and clause.stop - clause.start > 20
    )


def _as_headline(chain: Chain, own: Chain, chains: Chains) -> Chain:
    """A body's chain for a headline: links keep the body's words, but for those that the headline has itself."""
    there = {id(s.entity): s for s in own if s.entity is not None}
    steps = []
    for step in chain:
        mine = there.get(id(step.entity)) if step.entity is not None else None
        link = mine.link if mine is not None and mine.link.mention is not None else step.link
        if link is step.link and link.kind is not Kind.OUTLET:
            link = dataclasses.replace(link, reason=f"the text credits it for the same claim; {link.reason}")
        steps.append(dataclasses.replace(step, link=link))
    return tuple(steps)


# Twins


def _overlap(a: Statement, b: Statement) -> float:
    shared = min(a.stop, b.stop) - max(a.start, b.start)
    return shared / (max(a.stop, b.stop) - min(a.start, b.start)) if shared > 0 else 0.0


def _chain_key(chain: Sequence[Link]) -> list[tuple[Kind, str | None]]:
    return [(k.kind, k.name) for k in chain]


def _without_twins(drafts: Sequence[Draft]) -> list[Draft]:
    """No two statements of one chain in one place: the better scored stays, then the longer, then the first."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-d.score, -(d.statement.stop - d.statement.start), _place(d.statement))):
        twin = any(
            k.statement.part is draft.statement.part
            and _overlap(k.statement, draft.statement) > TWICE
            and _chain_key(k.statement.chain) == _chain_key(draft.statement.chain)
            for k in kept
        )
        if not twin:
            kept.append(draft)
    return kept


__all__ = ["resolve", "trim"]
