"""The mentions of one name in one document."""

import dataclasses
from collections import Counter

from sayso.link.bodynames import make_body_name
from sayso.link.mentions import BODY, PERSON, Mention
from sayso.link.naming import make_person_name
from sayso.model import Document, Evidence, Kind, Part, Span


@dataclasses.dataclass(eq=False)
class Group:
    """The mentions of one name."""

    sort: str
    mentions: list[Mention]
    aliases: dict[str, Span] = dataclasses.field(default_factory=dict)

    @property
    def names(self) -> set[str]:
        """All names."""
        return {m.name for m in self.mentions} | set(self.aliases)

    @property
    def spans(self) -> set[Span]:
        """Where they stand."""
        return {s for m in self.mentions for s in m.spans}

    @property
    def is_linked(self) -> bool:
        """Whether a chain names it."""
        return any(m.kind is not None for m in self.mentions)

    @property
    def is_outlet(self) -> bool:
        """Whether it is the document's own outlet."""
        return any(m.kind is Kind.OUTLET for m in self.mentions)

    @property
    def kind(self) -> str:
        """Person, place, publication or organisation; an outlet is a publication, else what most chains say."""
        if self.sort != BODY:
            return self.sort
        kinds = Counter(m.kind for m in self.mentions)
        if self.is_outlet or kinds[Kind.PUBLICATION] > kinds[Kind.ORGANISATION]:
            return "publication"
        return "organisation"

    @property
    def name(self) -> str:
        """The fullest: of most words, of a chain's link before others; a person's without titles."""
        acronyms = {n for n in self.aliases if make_body_name(n).acronym} if self.sort == BODY else set()
        linked = {m.name for m in self.mentions if m.kind is not None}
        names = sorted(self.names - acronyms or self.names)
        if self.sort == PERSON:
            plain = [make_person_name(n) for n in names]
            best = max(
                zip(plain, names, strict=True), key=lambda p: (len(p[0].core), p[1] in linked, len(p[0].text), p[1])
            )
            return best[0].text
        return max(names, key=lambda n: (len(make_body_name(n).words), n in linked, len(n), n)).strip()

    def shown(self, document: Document) -> Evidence:
        """The words that name it most fully, the earliest of the longest; the outlet's field where there are none."""
        spans = [m.at or m.spans[0] for m in self.mentions if m.spans and m.name in self._fullest()]
        spans = spans or sorted(self.spans)
        if not spans:
            return Evidence(document=document.id, metadata="outlet", words=self.name)
        span = min(spans, key=lambda s: (s.part is not Part.TEXT, s))
        return Evidence(document=document.id, span=span, words=document.words(span))

    def _fullest(self) -> set[str]:
        if self.sort == PERSON:
            most = max(len(make_person_name(n).core) for n in self.names)
            return {n for n in self.names if len(make_person_name(n).core) == most}
        most = max(len(make_body_name(n).words) for n in self.names)
        return {n for n in self.names if len(make_body_name(n).words) == most}


def to_calls(group: Group) -> frozenset[str]:
    """What a person or body may be called by for short: each part of a name, a head noun."""
    if group.sort == PERSON:
        return frozenset(w for n in group.names for w in make_person_name(n).core if len(w) > 1)
    if group.sort == BODY:
        return frozenset(h for n in group.names if (h := make_body_name(n).head))
    return frozenset()
