"""The trails that end at one source, before anything is counted."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from sayso.model import Evidence, Kind, Link, Statement
from sayso.weigh.ends import End, find_end, is_voice, make_origin_id
from sayso.weigh.first_hand import find_witness
from sayso.weigh.setting import Setting
from sayso.weigh.way import Trail


@dataclasses.dataclass(frozen=True, kw_only=True)
class Source:
    """One source of a claim: the trails of all statements that rest on it."""

    ids: tuple[str, ...]
    """Of the origins that it is; several where a person judged them to be the same. The first names it."""
    trails: tuple[Trail, ...]
    setting: Setting

    @property
    def id(self) -> str:
        """Its origin's id."""
        return self.ids[0]

    @cached_property
    def ends(self) -> tuple[Statement, ...]:
        """The statements on the trails at whose own chain's end it stands; those that say most of it first."""
        ends = {s.id: s for t in self.trails for s in t.passed if make_origin_id(s, self.setting) in self.ids}
        return tuple(sorted(ends.values(), key=lambda s: (self.rank(s), s.document, s.start, s.id)))

    @cached_property
    def leading(self) -> tuple[Statement, ...]:
        """Those of them that say most of it."""
        return tuple(s for s in self.ends if self.rank(s) == self.rank(self.ends[0]))

    @property
    def end(self) -> End:
        """What stands at the end of the chains."""
        return find_end(self.ends[0], self.setting)

    @property
    def is_speaker(self) -> bool:
        """True for a named person or organisation; for an outlet too that is an organisation."""
        return self.rank(self.ends[0]) == 0

    @cached_property
    def kind(self) -> Kind:
        """The kind of the source."""
        if self.is_speaker:
            kinds = Counter(
                Kind.ORGANISATION if s.chain[-1].kind not in _SPEAKERS else s.chain[-1].kind for s in self.leading
            )
            return min(kinds, key=lambda k: (-kinds[k], k))
        return Kind.OUTLET if is_voice(self.ends[0], self.setting) else self.link.kind

    @cached_property
    def link(self) -> Link:
        """The link that names it best."""
        return min((s.chain[-1] for s in self.leading), key=lambda k: (-len(k.name or ""), k.name or ""))

    @cached_property
    def mention(self) -> str | None:
        """The longest words that name it."""
        words = {
            self.setting.documents[s.document].words(s.chain[-1].mention) for s in self.leading if s.chain[-1].mention
        }
        return min(words, key=lambda w: (-len(w), w), default=None)

    @property
    def is_absent(self) -> bool:
        """True for a publication that is cited and doesn't speak here."""
        return self.end is End.PUBLICATION and not self.is_speaker and not is_voice(self.ends[0], self.setting)

    @cached_property
    def witness(self) -> Evidence | None:
        """Where it is an outlet, the words in which it says that it saw, heard or counted."""
        return next((w for s in self.ends if (w := self._find_witness(s))), None)

    @property
    def is_identified(self) -> bool:
        """True for a named person or organisation, and for an outlet at first hand."""
        return self.is_speaker or (self.kind is Kind.OUTLET and self.witness is not None)

    @cached_property
    def entities(self) -> frozenset[str]:
        """Ids of the entities that it is."""
        found = (self.setting.find_entity(s.document, s.chain[-1]) for s in self.ends)
        return frozenset(e for e in found if e)

    @cached_property
    def possible(self) -> frozenset[str]:
        """The same, and the outlets that share its words of seeing, where it is undetermined which repeats the other."""
        if self.kind is not Kind.OUTLET:
            return self.entities
        seen = [t for t in self.trails if t.end and self._find_witness(t.end)]
        found = (self.setting.find_outlet(s) for t in seen for s in t.twins)
        return self.entities | frozenset(e for e in found if e)

    @cached_property
    def before(self) -> tuple[frozenset[str], ...]:
        """For each trail, the entities that stand in it before this source."""
        return tuple(self._find_before(t) for t in self.trails)

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents at whose chains' end it stands."""
        return tuple(sorted({s.document for s in self.ends}))

    def _find_before(self, trail: Trail) -> frozenset[str]:
        links = [(s.document, k) for s in (*trail.passed, *trail.twins) for k in s.chain]
        return frozenset(e for d, k in links if (e := self.setting.find_entity(d, k))) - self.entities

    def _find_witness(self, statement: Statement) -> Evidence | None:
        speaks = find_end(statement, self.setting) is End.VOICE
        return find_witness(statement, self.setting) if speaks else None

    def rank(self, statement: Statement) -> int:
        """How little a chain's end says of who it is."""
        if is_voice(statement, self.setting):
            return 1 if self._find_witness(statement) else 3
        end = find_end(statement, self.setting)
        return {End.SPEAKER: 0, End.VOICE: 0, End.ANONYMOUS: 2, End.PUBLICATION: 4, End.UNNAMED: 5}[end]


_SPEAKERS = (Kind.PERSON, Kind.ORGANISATION)


def make_sources(trails: Mapping[str, Trail], setting: Setting) -> list[Source]:
    """The sources that some trails end at, by id. Trails that only lead round end at none."""
    found: dict[str, list[Trail]] = {}
    for i in sorted(trails):
        end = trails[i].end
        if end:
            found.setdefault(make_origin_id(end, setting), []).append(trails[i])
    return [Source(ids=(i,), trails=tuple(found[i]), setting=setting) for i in sorted(found)]


def join_sources(sources: Iterable[Source]) -> Source:
    """One source of several that are the same; the one that says most of itself names it."""
    ordered = sorted(sources, key=lambda s: (s.rank(s.ends[0]), s.id))
    return Source(
        ids=tuple(i for s in ordered for i in s.ids),
        trails=tuple(t for s in ordered for t in s.trails),
        setting=ordered[0].setting,
    )
