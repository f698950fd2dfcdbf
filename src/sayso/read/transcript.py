"""Turns of a transcript: `LENA ORR: The pump failed twice.` What stands in a turn is its speaker's word."""

import dataclasses
import re

from sayso.model import Kind
from sayso.read.passage import Passage
from sayso.read.scan import Clause, Mention, Scan

FEWEST = 2
"""So many turns make a transcript; a single "Note:" or "UPDATE:" is none."""

_LABEL = re.compile(r"((?:[A-Z][\w'’.-]*\s+){0,3}[A-Z][\w'’-]+)(?:\s*\([^)\n]{1,40}\))?:\s+(?=[\"“‘']?[A-Z])")
_NOBODY = frozenset(
    "update updated note correction photo picture video image caption read watch listen related more also transcript "
    "source sources breaking exclusive opinion analysis question answer where when what who why how date time venue "
    "tickets contact phone email here".split()
)
_STAFF = frozenset("host presenter anchor interviewer reporter moderator announcer newsreader q narrator".split())
"""Labels of those who speak for the outlet: its own voice."""


@dataclasses.dataclass(frozen=True)
class Turn:
    """One turn: the speaker's name as it stands before the colon, and all that is said up to the next name."""

    start: int
    name_stop: int
    stop: int


def find_turns(passage: Passage) -> list[Turn]:
    """The turns of a text that is a transcript, in order; none in any other."""
    labels = []
    for start in passage.paragraphs:
        match = _LABEL.match(passage.text, start)
        if match and not _NOBODY & {w.casefold() for w in match[1].split()}:
            labels.append((start, match.end(1), match[1]))
    shouted = [label for label in labels if label[2].isupper()]
    said: dict[str, int] = {}
    for _, _, name in labels:
        said[name] = said.get(name, 0) + 1
    # Names in capitals are a transcript's; in small letters only where a name comes back, as "Lagos:" in a list doesn't.
    kept = shouted if len(shouted) >= FEWEST else labels if max(said.values(), default=0) >= FEWEST else []
    if len(kept) < FEWEST:
        return []
    stops = [start for start, _, _ in kept[1:]] + [len(passage.text)]
    return [Turn(start, name_stop, stop) for (start, name_stop, _), stop in zip(kept, stops, strict=True)]


def credit_turns(scan: Scan, passage: Passage) -> Scan:
    """The scan with every turn's speaker credited with what is said in it, or passing on whom the turn credits."""
    turns = find_turns(passage)
    if not turns:
        return scan
    mentions = list(scan.mentions)
    clauses = list(scan.clauses)
    labels: dict[str, int] = {}  # a speaker called by the family name later is the one of the full name before
    for turn in turns:
        inside = [n for n, c in enumerate(clauses) if turn.name_stop <= c.start and c.stop <= turn.stop]
        label = passage.text[turn.start : turn.name_stop].casefold()
        if not inside or label in _STAFF:
            continue
        at = labels.get(label, next((k for name, k in labels.items() if name.endswith(f" {label}")), None))
        if at is None:
            at = _place(turn, mentions)
            labels[label] = at
        for n in inside:
            source = clauses[n].source
            if (
                source is None
                or source == at
                or mentions[source].start >= turn.stop
                or mentions[source].stop <= turn.start
            ):
                clauses[n] = _credit(clauses[n], at)
            elif mentions[source].via is None:
                mentions[source] = dataclasses.replace(mentions[source], via=at)
    order = sorted(range(len(mentions)), key=lambda k: (mentions[k].start, mentions[k].stop, k))
    place = {k: n for n, k in enumerate(order)}

    def moved(number: int | None) -> int | None:
        return None if number is None else place[number]

    return dataclasses.replace(
        scan,
        mentions=tuple(dataclasses.replace(mentions[k], via=moved(mentions[k].via)) for k in order),
        clauses=tuple(dataclasses.replace(c, source=moved(c.source)) for c in clauses),
    )


def _place(turn: Turn, mentions: list[Mention]) -> int:
    """The number of the mention that a turn's label is; what the reader made of the label gives way."""
    mention = Mention(start=turn.start, stop=turn.name_stop, kinds={Kind.PERSON: 1.0})
    for k, other in enumerate(mentions):
        if other.start < turn.name_stop and turn.start < other.stop:
            mentions[k] = dataclasses.replace(mention, via=other.via)
            return k
    mentions.append(mention)
    return len(mentions) - 1


def _credit(clause: Clause, mention: int) -> Clause:
    return dataclasses.replace(clause, source=mention, own=0.0, continued=0.0)
