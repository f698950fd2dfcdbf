"""A scan put in order before anything is resolved: mentions that swallowed their cue are cut, lost and far-off pointers set.

What the encoder points to stands unless another mention stands right beside the clause's cue and the one
pointed to stands in another sentence. On oracle scans nothing changes.
"""

import dataclasses
import re

from sayso.model import Kind
from sayso.read import lexicon
from sayso.read.kind import judge_kind
from sayso.read.mention import person_name, profile_of, tokens_of
from sayso.read.passage import Passage
from sayso.read.scan import Clause, Cue, Mention, Scan

_NAMED_AFTER = re.compile(r"\s+((?:[Tt]he )?[A-Z][\w’'&-]*(?: (?:of|the|de) [A-Z][\w’'&-]*| [A-Z][\w’'&-]*)*)")
_APPOSED = re.compile(r",\s+([A-Z][\w’'-]+(?: [a-z]{2,3})?(?: [A-Z][\w’'.-]*){1,3})(?=[,.;])")
BESIDE = 28  # characters between a cue and the mention beside it: "said on Monday in a letter that" is about as far as it goes
SHORTEST = 3  # words of a clause's part in another paragraph that make a statement of their own
SCARE = 24  # characters that a quotation is longer than words in scare quotes
SURELY_OWN = 0.95  # an own voice so sure stands even inside quotation marks
SURELY_HIS = 0.97  # a pointer so sure stands
NEAR = 90  # characters between a clause's edge and a cue that can be its own


def mend(scan: Scan, passage: Passage) -> Scan:
    """The scan with its mentions cut to size, their kinds weighed, its clauses kept to their paragraph and linked."""
    cut = [_named(_cut(m, scan, passage), passage) for m in scan.mentions]
    cut += _lost(scan, cut, passage)
    mentions = tuple(
        dataclasses.replace(m, kinds=judge_kind(m.kinds, profile_of(passage.text[m.start : m.stop]))) for m in cut
    )
    clauses = tuple(_quoted(c, passage) for clause in scan.clauses for c in _split(clause, passage))
    scan = dataclasses.replace(scan, clauses=clauses)
    linked = [_link(c, i, scan, mentions, passage) for i, c in enumerate(clauses)]
    nested = tuple(_nest(i, linked, mentions) for i in range(len(linked)))
    return dataclasses.replace(scan, mentions=mentions, clauses=nested)


def _named(mention: Mention, passage: Passage) -> Mention:
    """A description with the name that stands in apposition behind it: "the director of Port Health, Ines Calder,"."""
    if mention.kinds.get(Kind.PERSON, 0.0) < 0.5 or profile_of(passage.text[mention.start : mention.stop]).person:
        return mention
    match = _APPOSED.match(passage.text, mention.stop)
    if match is None or person_name(match[1]) != match[1]:
        return mention
    return dataclasses.replace(mention, stop=match.end(1))


def _lost(scan: Scan, mentions: list[Mention], passage: Passage) -> list[Mention]:
    """Outlets by name right after a cue of telling, quoting or according that no mention covers: "told Harbour Daily"."""
    found = []
    for cue in scan.cues:
        words = passage.text[cue.start : cue.stop]
        if not any(p.search(words) for p in (lexicon.TELLING, lexicon.ACCORDING, lexicon.CITING)):
            continue
        match = _NAMED_AFTER.match(passage.text, cue.stop)
        if match is None or tokens_of(match[1])[-1].low not in lexicon.MEDIA_NAMES | {"service", "agency"}:
            continue
        start, stop = match.span(1)
        if not any(m.start < stop and start < m.stop for m in mentions):
            found.append(Mention(start=start, stop=stop, kinds={Kind.PUBLICATION: 1.0}, score=cue.score))
    return found


def _split(clause: Clause, passage: Passage) -> list[Clause]:
    """A clause that runs over a paragraph's end as one for each paragraph; quotations do, but not as one statement."""
    groups: dict[int, list[tuple[int, int]]] = {}
    for start, stop in clause.pieces:
        at = start
        while at < stop:
            end = min(stop, passage.paragraph_span(at)[1])
            if len(passage.text[at:end].split()) >= SHORTEST or passage.paragraph_at(start) == passage.paragraph_at(
                stop - 1
            ):
                groups.setdefault(passage.paragraph_at(at), []).append((at, len(passage.text[:end].rstrip())))
            at = end
    if len(groups) < 2:
        return [dataclasses.replace(clause, pieces=tuple(p)) for p in groups.values()] or [clause]
    first, *others = (dataclasses.replace(clause, pieces=tuple(p)) for p in groups.values())
    return [first, *(dataclasses.replace(c, source=None, cue=None) for c in others)]


def _quoted(clause: Clause, passage: Passage) -> Clause:
    """What stands wholly inside a quotation is not the outlet's own voice."""
    quote = passage.quote_at(clause.start)
    if clause.own < SURELY_OWN and quote is not None and clause.stop <= quote[1] and quote[1] - quote[0] > SCARE:
        return dataclasses.replace(
            clause, own=0.0, continued=1.0 if clause.source is None and clause.cue is None else clause.continued
        )
    return clause


def _cut(mention: Mention, scan: Scan, passage: Passage) -> Mention:
    """A mention without the cue, the clause and the sentence that follow it."""
    stop = mention.stop
    for cue in scan.cues:
        if mention.start + 1 < cue.start < stop and not _is_noun(passage.text, cue):
            stop = cue.start
    for clause in scan.clauses:
        if mention.start + 1 < clause.start < stop and clause.stop >= stop and clause.own < 0.5:
            stop = clause.start
    stop = min(stop, passage.sentence_span(mention.start)[1])
    words = re.sub(
        r"(?:[\s,;:–—-]+|\b(?:that|also|has|have|had|is|was|were|will)\s*)+$", "", passage.text[mention.start : stop]
    )
    if not words.strip() or len(words) == mention.stop - mention.start:
        return mention
    return dataclasses.replace(mention, stop=mention.start + len(words)) if stop < mention.stop else mention


def _is_noun(text: str, cue: Cue) -> bool:
    """A cue inside a mention that is a noun of it: "reports on social media"."""
    return bool(re.match(r"(?:reports?|claims?|statement|note|figures|data)\b", text[cue.start : cue.stop], re.I))


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)


def _link(clause: Clause, number: int, scan: Scan, mentions: tuple[Mention, ...], passage: Passage) -> Clause:
    """The clause with its cue and source set where they were lost or lie out of reach."""
    if clause.own > 0.5 or clause.continued >= 0.5:
        return clause
    cue = clause.cue
    if cue is not None and not _in_reach(clause, scan.cues[cue], passage):
        cue = None
    if cue is None and (clause.source is None or clause.cue is not None):
        cue = _nearest_cue(clause, number, scan, passage)
    if cue is None:
        return clause
    place = (scan.cues[cue].start, scan.cues[cue].stop)
    source = clause.source
    if source is not None:
        named = mentions[source]
        same = passage.sentence_at(named.start) in {passage.sentence_at(place[0]), passage.sentence_at(clause.start)}
        if same or _gap((named.start, named.stop), place) <= BESIDE:
            return dataclasses.replace(clause, cue=cue)
    beside = _beside(place, clause, mentions, passage)
    if beside is None:
        return clause
    return dataclasses.replace(clause, source=beside, cue=cue)


def _nest(number: int, clauses: list[Clause], mentions: tuple[Mention, ...]) -> Clause:
    """A clause inside another one's words that points past a speaker who stands in those words too, to the outer speaker."""
    clause = clauses[number]
    holders = [
        c
        for c in clauses
        if c.start <= clause.start and clause.stop <= c.stop and (c.start, c.stop) != (clause.start, clause.stop)
    ]
    if not holders or clause.source is None or clause.source_sure > SURELY_HIS:
        return clause
    holder = min(holders, key=lambda c: c.stop - c.start)
    if clause.source != holder.source:
        return clause
    taken = {c.source for k, c in enumerate(clauses) if k != number}
    free = [
        (clause.start - m.stop, k)
        for k, m in enumerate(mentions)
        if holder.start <= m.start and m.stop <= clause.start and k not in taken
    ]
    return dataclasses.replace(clause, source=min(free)[1]) if free else clause


def _in_reach(clause: Clause, cue: Cue, passage: Passage) -> bool:
    """Whether a cue stands in the clause's sentence or one next to it."""
    away = passage.sentence_at(cue.start) - passage.sentence_at(clause.start)
    return -1 <= away <= 1 + passage.sentence_at(clause.stop - 1) - passage.sentence_at(clause.start) or (
        passage.paragraph_at(cue.start) == passage.paragraph_at(clause.start)
        and passage.quote_at(clause.start) is not None
    )


def _nearest_cue(clause: Clause, number: int, scan: Scan, passage: Passage) -> int | None:
    """The one free cue of the clause's sentence that stands at its edge."""
    used = {c.cue for k, c in enumerate(scan.clauses) if k != number and c.cue is not None}
    fitting = [
        (_gap((clause.start, clause.stop), (q.start, q.stop)), k)
        for k, q in enumerate(scan.cues)
        if k not in used
        and passage.paragraph_at(q.start) == passage.paragraph_at(clause.start)
        and not (clause.start <= q.start and q.stop <= clause.stop)
        and (
            passage.sentence_at(q.start) == passage.sentence_at(clause.start)
            or passage.quote_at(clause.start) is not None
        )
    ]
    fitting = [f for f in fitting if f[0] <= NEAR]
    return min(fitting)[1] if fitting else None


def _beside(place: tuple[int, int], clause: Clause, mentions: tuple[Mention, ...], passage: Passage) -> int | None:
    """The mention right before or right after a cue, outside the clause's own words."""
    text = passage.text
    before = after = None
    for k, m in enumerate(mentions):
        if any(a <= m.start and m.stop <= b for a, b in clause.pieces) or _gap((m.start, m.stop), place) > BESIDE:
            continue
        between = text[min(m.stop, place[1]) : max(m.start, place[0])]
        if re.search(r"[.!?;\n]", between):
            continue
        if m.stop <= place[0]:
            before = k
        elif m.start >= place[1] and after is None:
            after = k
    inverted = lexicon.ACCORDING.search(text[place[0] : place[1]]) or lexicon.CITING.search(text[place[0] : place[1]])
    return after if after is not None and (inverted or before is None) else before if before is not None else after
