"""The chain of every statement of one part: the outlet, whom it credits, whom they credit, …"""

import dataclasses
import functools
import re
from collections.abc import Sequence

from sayso.model import Credit, Kind, Link, Span
from sayso.read import lexicon
from sayso.read.cast import Cast
from sayso.read.entity import Context, Entity, Found, best_kind
from sayso.read.mend import SCARE
from sayso.read.mention import content_words, profile_of
from sayso.read.passage import Passage
from sayso.read.scan import Mention, Scan

OWN = 0.5  # above it a clause is the outlet's own voice; on oracle scans any value between 0 and 1 does
DEEPEST = 6  # links; the deepest chain seen in the training part has 5
# A mention that is less likely than this to be what its name is leaves the link without a name. On what training leaves
# aside, names below it were right in fewer than half of the cases.
NAMED = 0.5


@dataclasses.dataclass(frozen=True)
class Step:
    """One link of a chain with the entity behind it."""

    entity: Entity | None
    link: Link

    @property
    def key(self) -> tuple[Kind, str | None]:
        return self.link.kind, self.link.name


Chain = tuple[Step, ...]


def same_chain(a: Sequence[Step], b: Sequence[Step]) -> bool:
    """True where two chains lead over the same sources."""
    return [s.key for s in a] == [s.key for s in b]


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_medium(step: Step) -> bool:
    """An outlet or agency: whoever speaks through it once is heard through it again; a piece of writing only quotes."""
    return step.link.kind is Kind.PUBLICATION and (step.entity is None or not step.entity.document)


class Chains:
    """The chains of one part's clauses, made one by one in the order of the text."""

    def __init__(self, *, scan: Scan, cast: Cast, passage: Passage, credits: Sequence[Credit]) -> None:
        self.scan = scan
        self.cast = cast
        self.passage = passage
        self.part = scan.part
        self.clauses = scan.clauses
        self._found: dict[int, Found] = {}
        self._resolving: set[int] = set()
        self._behind: dict[int, Chain] = {}
        self._containers: dict[int, int | None] = {}
        self.chains: dict[int, Chain] = {}
        self.agencies = [c for c in credits if c.span.part is self.part and self._is_agency(c)]
        self._outlet_step = Step(
            cast.own(Span(part=self.part, start=0, stop=0)),
            Link(kind=Kind.OUTLET, name=cast.outlet or None, mention=None, reason="publishes the document"),
        )

    def _is_agency(self, credit: Credit) -> bool:
        return credit.where == "dateline" and not self.cast.is_outlet(profile_of(credit.name))

    # Places

    @functools.cached_property
    def order(self) -> list[int]:
        """Clause numbers in order of place, the longer first."""
        return sorted(range(len(self.clauses)), key=lambda i: (self.clauses[i].start, -self.clauses[i].stop, i))

    @functools.cached_property
    def users(self) -> dict[int, list[int]]:
        """For each mention the clauses that it is the source of."""
        found: dict[int, list[int]] = {}
        for i in self.order:
            source = self.clauses[i].source
            if source is not None:
                found.setdefault(source, []).append(i)
        return found

    @functools.cached_property
    def passed(self) -> set[int]:
        """Mentions through which another one's word came."""
        return {m.via for m in self.scan.mentions if m.via is not None}

    def container(self, number: int) -> int | None:
        """The smallest clause around a clause, whose words hold its credit too."""
        if number not in self._containers:
            self._containers[number] = self._find_container(number)
        return self._containers[number]

    def _find_container(self, number: int) -> int | None:
        clause = self.clauses[number]
        span = (clause.start, clause.stop)
        best: int | None = None
        for j, other in enumerate(self.clauses):
            around = (other.start, other.stop)
            if j == number or not _inside(span, around) or span == around:
                continue
            if clause.source is not None:
                mention = self.scan.mentions[clause.source]
                if not _inside((mention.start, mention.stop), around):
                    continue
                if other.source == clause.source:
                    continue
            if best is None or around[1] - around[0] < self.clauses[best].stop - self.clauses[best].start:
                best = j
        return best

    # Mentions

    def find(self, number: int) -> Found:
        """Whom a mention means."""
        if number in self._found:
            return self._found[number]
        if number in self._resolving:
            return Found(None, "mentions that refer to one another")
        self._resolving.add(number)
        mention = self.scan.mentions[number]
        users = self.users.get(number, [])
        around = self.container(users[0]) if users else self._around(mention)
        inside = avoid = None
        if around is not None:
            inside = (self.clauses[around].start, self.clauses[around].stop)
            source = self.clauses[around].source
            if source is not None and source != number:
                avoid = self.find(source).entity
            elif self.chains.get(around):
                avoid = self.chains[around][-1].entity
        credited = (self.clauses[users[0]].start, self.clauses[users[0]].stop) if users else None
        fellows: list[Entity] = []
        if mention.via is not None and mention.via != number:
            other = self.find(mention.via).entity
            if other is not None:
                fellows.append(other)
        for k, m in enumerate(self.scan.mentions):
            if m.via == number and k in self._found and self._found[k].entity is not None:
                fellows.append(self._found[k].entity)  # type: ignore[arg-type]
        found = self.cast.find(
            Context(
                part=self.part,
                start=mention.start,
                stop=mention.stop,
                kinds=mention.kinds,
                inside=inside,
                avoid=avoid,
                credits=credited,
                fellows=tuple(fellows),
            )
        )
        self._found[number] = found
        self._resolving.discard(number)
        if found.entity is not None:
            self.cast.note(found.entity, self.part, mention.start, speaker=bool(users))
        return found

    def _around(self, mention: Mention) -> int | None:
        best: int | None = None
        for j, clause in enumerate(self.clauses):
            if _inside((mention.start, mention.stop), (clause.start, clause.stop)) and (
                best is None or clause.stop - clause.start < self.clauses[best].stop - self.clauses[best].start
            ):
                best = j
        return best

    def step(self, number: int, why: str = "") -> Step:
        """The link that a mention makes."""
        mention = self.scan.mentions[number]
        found = self.find(number)
        span = Span(part=self.part, start=mention.start, stop=mention.stop)
        reason = f"{why}; {found.reason}" if why else found.reason
        entity = found.entity
        if entity is None:
            return Step(None, Link(kind=Kind.ANONYMOUS, name=None, mention=span, reason=reason))
        kind = entity.kind or best_kind(mention.kinds)
        named = kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PUBLICATION)
        unsure = mention.kinds.get(kind, 0.0) < NAMED
        if named and unsure and not (entity.human and found.by_name):
            return Step(
                None, Link(kind=Kind.ANONYMOUS, name=None, mention=span, reason=f"{reason}; too unsure to name")
            )
        elsewhere = found.named_at if found.named_at is not None and found.named_at != span else None
        return Step(entity, Link(kind=kind, name=entity.name, mention=span, named_at=elsewhere, reason=reason))

    # Chains

    @property
    def outlet(self) -> Chain:
        """The chain of the outlet's own voice."""
        return (self._outlet_step,)

    def own(self, number: int | None) -> Chain:
        """The chain of what stands there without a credit: the outlet, and the agency of the dateline before it."""
        if number is None or not self.agencies:
            return self.outlet
        clause = self.clauses[number]
        start, stop = self.passage.sentence_span(clause.start)
        if self._is_first_hand(self.passage.text[start:stop]) or self._outlet_speaks(clause.start):
            return self.outlet
        agency = next((a for a in reversed(self.agencies) if a.span.start <= clause.start), None)
        if agency is None:
            return self.outlet
        link = Link(
            kind=Kind.PUBLICATION, name=agency.name, mention=agency.span, reason=f"the {agency.where} gives its copy"
        )
        return (self._outlet_step, Step(self.cast.named(agency.name, Kind.PUBLICATION), link))

    def _is_first_hand(self, sentence: str) -> bool:
        return bool(
            re.search(
                r"\bour (?:reporter|correspondent|photographer|team|staff)\b|\bthis (?:newspaper|reporter|correspondent)\b",
                sentence,
                re.I,
            )
        )

    def _outlet_speaks(self, offset: int) -> bool:
        """Whether the outlet has taken over from its agency: "Harbour Daily adds:"."""
        start = self.passage.paragraph_span(offset)[0]
        outlet = re.escape(self.cast.outlet)
        return (
            bool(outlet)
            and re.search(rf"^{outlet} (?:adds|notes|reports):", self.passage.text[:offset], re.M) is not None
            and start >= 0
        )

    def chain(self, number: int) -> Chain:
        """The chain of one clause."""
        if number not in self.chains:
            self.chains[number] = self.outlet  # stands while nested credit is looked up
            self.chains[number] = self._chain(number)
        return self.chains[number]

    def _chain(self, number: int) -> Chain:
        clause = self.clauses[number]
        source = clause.source
        if source is None or clause.own > OWN:
            if clause.own > OWN or clause.own > max(clause.continued, 0.3):
                around = self.container(number)
                return self.own(number) if around is None or not self._spoken(around) else self.chain(around)
            if clause.continued >= 0.5:
                return self.continue_from(number)
            shared = self._shared(number)
            if shared is not None:
                return shared
            return self.continue_from(number) if clause.continued > clause.own else self.own(number)
        source = self._deepest(number, source)
        return self.from_mention(source, number)

    def _spoken(self, number: int) -> bool:
        clause = self.clauses[number]
        return clause.source is not None

    def from_mention(self, source: int, number: int, passed: frozenset[int] = frozenset()) -> Chain:
        """The chain that ends in a mention, for a clause."""
        mention = self.scan.mentions[source]
        around = self.container(number)
        step = self.step(source, "credited with the words" if not passed else "passes the words on")
        if step.entity is not None and step.entity.outlet:
            return self.outlet
        base: Chain | None = None
        via = mention.via if mention.via is not None and mention.via != source else self._via(source, number, passed)
        if via in passed:
            via = None
        if around is not None and around != number:
            base = self.chain(around)
            if via is not None and not any(s.entity is self.find(via).entity for s in base):
                inner = self.scan.mentions[via]
                if _inside((inner.start, inner.stop), (self.clauses[around].start, self.clauses[around].stop)):
                    base = self._append(base, self.step(via, "passes the words on"))
        elif via is not None and len(passed) < DEEPEST:
            base = self.from_mention(via, number, passed | {source})
        elif step.entity is not None and not self._is_direct(source, number):
            if self._denies(number):
                self._behind[step.entity.number] = self.own(number)
            base = self._behind.get(step.entity.number)
            if base is None and step.entity.group is not None:
                base = self._behind.get(step.entity.group.number)
        if base is None:
            base = self.outlet if self._is_direct(source, number) else self.own(number)
        chain = self._append(base, step)
        if step.entity is not None and around is None:
            if len(chain) > 2 and any(_is_medium(s) for s in chain[1:-1]):
                self._behind.setdefault(step.entity.number, chain[:-1])
            elif self._is_direct(source, number):
                self._behind[step.entity.number] = self.outlet
        return chain

    def _denies(self, number: int) -> bool:
        clause = self.clauses[number]
        return max(clause.denied, self.scan.cues[clause.cue].denies if clause.cue is not None else 0.0) >= 0.5

    @staticmethod
    def _append(base: Chain, step: Step) -> Chain:
        """A chain with one more link, unless that link is in it already."""
        for i, old in enumerate(base):
            if step.entity is not None and old.entity is step.entity:
                return base[: i + 1] if i else base
        return (*base, step)

    def _is_direct(self, source: int, number: int) -> bool:
        """Whether the outlet says that it heard the source itself: "told this newspaper"."""
        mention = self.scan.mentions[source]
        start, stop = self.passage.sentence_span(mention.start)
        if not start <= self.clauses[number].start < stop and not start <= self.clauses[number].stop <= stop:
            stop = min(stop, mention.stop + 80)
        window = self.passage.text[max(start, mention.start - 60) : min(stop, mention.stop + 60)]
        if lexicon.DIRECT.search(window):
            return True
        for match in lexicon.TELLING.finditer(window):
            after = re.match(r"\s+(?:to\s+)?((?:the\s+)?[A-Z][\w&'’-]*(?:\s+[A-Z][\w&'’-]*)*)", window[match.end() :])
            if after and self.cast.is_outlet(profile_of(after[1])):
                return True
        return False

    # Fallbacks where the scan gives no pointer

    def _neighbours(self, source: int, number: int) -> list[int]:
        """Other mentions of the source's sentence that no other clause claims and that stand outside the clause."""
        mention = self.scan.mentions[source]
        start, stop = self.passage.sentence_span(mention.start)
        clause = self.clauses[number]
        found = []
        for k, other in enumerate(self.scan.mentions):
            if k == source or not start <= other.start < stop:
                continue
            if any(u != number and self.clauses[u].source == k for u in self.users.get(k, [])) and k not in self.passed:
                continue
            if any(_inside((other.start, other.stop), p) for p in clause.pieces):
                continue
            found.append(k)
        return found

    def _before(self, number: int, size: int = 30) -> str:
        mention = self.scan.mentions[number]
        start = self.passage.sentence_span(mention.start)[0]
        return self.passage.text[max(start, mention.start - size) : mention.start]

    def _via(self, source: int, number: int, passed: frozenset[int]) -> int | None:
        """The mention through which the source's word came, by the order of cues and mentions."""
        mention = self.scan.mentions[source]
        for k in self._neighbours(source, number):
            if k in passed or self.scan.mentions[k].via == source:
                continue
            kind = best_kind(self.scan.mentions[k].kinds)
            before = self._before(k)
            if re.search(lexicon.TELLING.pattern + r"\s*$", before, re.I) and kind is Kind.PUBLICATION:
                return k
            if kind is not Kind.PUBLICATION and best_kind(mention.kinds) is Kind.PUBLICATION:
                continue
            if re.search(lexicon.ACCORDING.pattern + r"\s*$", before, re.I) and not re.search(
                lexicon.ACCORDING.pattern + r"\s*$", self._before(source), re.I
            ):
                return k
            if re.search(r"(?:" + lexicon.CITING.pattern + r")[^,;.]{0,25}$", self._before(source, 40), re.I):
                return k
        return None

    def _deepest(self, number: int, source: int) -> int:
        """The last link where the scan points to a middle one: "A said, citing B"."""
        for k in self._neighbours(source, number):
            if self.users.get(k) or k in self.passed or self.scan.mentions[source].via == k:
                continue
            if re.search(rf"(?:{lexicon.CITING.pattern})\s*$", self._before(k), re.I) and not re.search(
                rf"(?:{lexicon.CITING.pattern})\s*$", self._before(source), re.I
            ):
                return k
        return source

    def _shared(self, number: int) -> Chain | None:
        """The source that a clause shares with the one before it in its sentence: "A conceded X but denied Y"."""
        clause = self.clauses[number]
        if clause.cue is None:
            return None
        sentence = self.passage.sentence_at(clause.start)
        before = [
            j
            for j in self.order
            if j != number
            and self.clauses[j].source is not None
            and self.clauses[j].start < clause.start
            and self.passage.sentence_at(self.clauses[j].start) == sentence
            and self.container(j) is None
        ]
        if not before:
            return None
        return self.chain(before[-1])

    def continue_from(self, number: int) -> Chain:
        """The chain of the statement that a clause without a credit of its own goes on with."""
        clause = self.clauses[number]
        quote = self.passage.quote_at(clause.start)
        paragraph = self.passage.paragraph_at(clause.start)
        earlier = [
            j
            for j in self.order
            if self.clauses[j].start < clause.start
            and self.clauses[j].stop <= clause.start
            and paragraph - self.passage.paragraph_at(self.clauses[j].start) <= 1
        ]
        credited = [j for j in earlier if self._credited(j)]
        if not credited:
            around = self.container(number)
            return self.chain(around) if around is not None else self._following(number)
        if quote is not None:
            outer = [
                j
                for j in credited
                if self.container(j) is None and self.passage.quote_at(self.clauses[j].start) is not None
            ]
            outer = outer or [j for j in credited if self.container(j) is None]
            return self.chain((outer or credited)[-1])
        last = credited[-1]
        around = self.container(last)
        # Out of a quotation's inner credit the account goes back to whoever was quoted.
        while around is not None and self.passage.quote_at(self.clauses[last].start) is not None:
            last, around = around, self.container(around)
        return self.chain(last)

    def _credited(self, number: int) -> bool:
        clause = self.clauses[number]
        return clause.own <= OWN and (clause.source is not None or clause.continued >= 0.5 or clause.cue is not None)

    def _following(self, number: int) -> Chain:
        """A quotation before its credit: the speaker of the next clause of the paragraph."""
        clause = self.clauses[number]
        paragraph = self.passage.paragraph_at(clause.start)
        for j in self.order:
            other = self.clauses[j]
            if (
                other.start >= clause.stop
                and other.source is not None
                and self.passage.paragraph_at(other.start) == paragraph
            ):
                return self.chain(j)
        quote = self.passage.quote_at(clause.start)
        if quote is not None and clause.stop <= quote[1] and quote[1] - quote[0] > SCARE:
            return self._unnamed(number)
        return self.own(number)

    def _unnamed(self, number: int) -> Chain:
        """The chain of a quotation that nothing credits: somebody's word, not the outlet's, and nobody's name."""
        reason = "stands in quotation marks, and the text doesn't say who speaks"
        return (*self.own(number), Step(None, Link(kind=Kind.ANONYMOUS, name=None, mention=None, reason=reason)))


def content_overlap(a: str, b: str) -> float:
    """Share of the telling words of the shorter text that the other has too."""
    ours, theirs = content_words(a), content_words(b)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


__all__ = ["Chain", "Chains", "Step", "content_overlap", "same_chain"]
