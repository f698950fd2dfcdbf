"""Figures: who and what one document names, the mentions of each put together.

A figure is the record by which entities are found across documents: one person, one organisation or
publication, or one place of one document, with all that the document says of it.
"""

import dataclasses
from collections.abc import Iterable, Sequence

from sayso.link.bodynames import BodyName, is_body_noun, make_body_name
from sayso.link.gathering import Gathering, gather
from sayso.link.group import Group
from sayso.link.mentions import BODY, PERSON, PLACE, find_mentions
from sayso.link.naming import fold, make_person_name
from sayso.link.posts import Post, find_posts
from sayso.model import Document, Evidence, Kind, Link, Part, Reading, Span, hash_of

_CHAMBERS = frozenset({"senate", "congress"})
"""A state has its own: a senator's is not the one of the only "Marl Senate" that is named."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Alias:
    """Another name that the document itself gives: an acronym in brackets, "also known as"."""

    name: str
    evidence: Evidence


@dataclasses.dataclass(frozen=True, kw_only=True)
class Office:
    """A body of the document that the document says a person belongs to."""

    body: str
    """Id of its figure."""
    roles: tuple[str, ...]
    """Words of the post, lower case, singular."""
    reason: str
    evidence: Evidence


@dataclasses.dataclass(frozen=True, kw_only=True)
class Figure:
    """One person, organisation, publication or place of one document."""

    id: str
    document: str
    """Id of the document."""
    kind: str
    """Person, organisation, publication or place."""
    name: str
    """Its fullest name in the document, a person's without titles."""
    names: tuple[str, ...]
    """All its names there, short ones and acronyms too, in order of the alphabet."""
    roles: frozenset[str] = frozenset()
    """Of a person: words of titles and posts, lower case, singular."""
    bodies: tuple[str, ...] = ()
    """Of a person: bodies that the document says it belongs to, as written, in order of their place."""
    posts: tuple[Evidence, ...] = ()
    """Of each of these bodies: the words that say so."""
    places: frozenset[str] = frozenset()
    """Places, folded: of a person those named in its posts, as a mayor's town; of a body the words of its name that
    the document has as a place's or people's elsewhere."""
    namesakes: frozenset[str] = frozenset()
    """Words of its name that another figure of the document has too: family names, head nouns; folded."""
    offices: tuple[Office, ...] = ()
    """Of a person: the same where the body is a figure too, with the words that say so."""
    mentions: tuple[Span, ...] = ()
    """Where it is mentioned, with what stands in apposition, in order of place."""
    named: tuple[Span, ...] = ()
    """Where its name alone stands, in order of place."""
    outlet: bool = False
    """Whether it is the outlet of the document itself."""
    definitions: tuple[Alias, ...] = ()
    """Other names that the document gives it in so many words, by name."""
    shown: Evidence
    """The words that name it most fully."""

    @property
    def sort(self) -> str:
        """What it can't but be: person, body or place."""
        return self.kind if self.kind in (PERSON, PLACE) else BODY


def make_figures(document: Document, reading: Reading) -> tuple[Figure, ...]:
    """All figures of a document, by sort and name."""
    gathering = gather(document, find_mentions(document, reading))
    posts = _find_posts(document, gathering)
    for part, found in posts.items():
        gathering.add_bodies(document, part, found)
    places = [s for m in gathering.places() for s in m.spans]
    words = frozenset(
        w for n in reading.names if n.type in ("Location", "NORP") for w in fold(document.words(n.span)).split()
    )
    figures = []
    for group in gathering.groups:
        own = [(part, p) for part, ps in posts.items() for p in ps if gathering.person_at(part, p.name) is group]
        aliases = tuple(
            Alias(name=name, evidence=Evidence(document=document.id, span=span, words=document.words(span)))
            for name, span in sorted(group.aliases.items())
            if name != group.name
        )
        titles = {t for n in group.names for t in make_person_name(n).titles} if group.sort == PERSON else set()
        bodies = _find_bodies(document, gathering, own)
        figures.append(
            Figure(
                id=_make_id(document, group),
                document=document.id,
                kind=group.kind,
                name=group.name,
                names=tuple(sorted(group.names)),
                roles=frozenset(titles) | {r for _, p in own for r in p.roles},
                bodies=tuple(bodies),
                posts=tuple(bodies.values()),
                places=_find_places(document, places, own) if group.sort == PERSON else _find_marks(group, words),
                namesakes=gathering.namesakes(group),
                offices=tuple(o for part, p in own if (o := _make_office(document, gathering, part, p)) is not None),
                mentions=tuple(sorted(group.spans)),
                named=tuple(sorted({m.at for m in group.mentions if m.at is not None})),
                outlet=group.is_outlet,
                definitions=aliases,
                shown=group.shown(document),
            )
        )
    return tuple(sorted(figures, key=lambda f: (f.sort, f.name, f.id)))


def _make_id(document: Document, group: Group) -> str:
    return hash_of([document.id, group.sort, fold(group.name)])


def _make_office(document: Document, gathering: Gathering, part: Part, post: Post) -> Office | None:
    """What a post says of the person and a body, where the document names that body."""
    if post.body is None or post.past:
        return None
    body = gathering.find_body(post.body) if post.body_at is not None else _find_seat(post.body, gathering)
    if body is None:
        return None
    return Office(
        body=_make_id(document, body),
        roles=post.roles,
        reason=post.reason,
        evidence=_make_evidence(document, part, post),
    )


def _find_seat(words: str, gathering: Gathering) -> Group | None:
    """The body that a post names by its own word, a minister's ministry, a councillor's council: the only such."""
    seat = make_body_name(words)
    bodies = [g for g in gathering.groups if g.sort == BODY]
    fitting = [g for g in bodies if any(_is_seat(seat, make_body_name(n)) for n in g.names)]
    return fitting[0] if len(fitting) == 1 else None


def _is_seat(seat: BodyName, body: BodyName) -> bool:
    if body.head != seat.head and {body.head, seat.head} != {"ministry", "department"}:
        return False
    if seat.head in _CHAMBERS and not seat.marks:
        return not body.marks
    return seat.marks <= body.marks


def _find_places(document: Document, places: Iterable[Span], posts: Iterable[tuple[Part, Post]]) -> frozenset[str]:
    """Places that a person's posts name."""
    places = list(places)
    return frozenset(
        fold(document.words(s))
        for part, post in posts
        for s in places
        if s.part is part and post.place[0] <= s.start and s.stop <= post.place[1]
    )


def _find_marks(group: Group, words: frozenset[str]) -> frozenset[str]:
    """Words of a body's name that are a place's."""
    return frozenset(m for n in group.names for m in make_body_name(n).marks if m in words)


def _find_bodies(document: Document, gathering: Gathering, posts: Iterable[tuple[Part, Post]]) -> dict[str, Evidence]:
    """The bodies of a person's posts, by the name that the document gives them elsewhere, where it does, with the words."""
    found: dict[str, Evidence] = {}
    for part, post in posts:
        if post.body and not post.past:
            group = gathering.find_body(post.body) if post.body_at else None
            found.setdefault(group.name if group is not None else post.body, _make_evidence(document, part, post))
    return found


def _make_evidence(document: Document, part: Part, post: Post) -> Evidence:
    span = Span(part=part, start=post.place[0], stop=post.place[1])
    return Evidence(document=document.id, span=span, words=document.words(span))


def _find_posts(document: Document, gathering: Gathering) -> dict[Part, list[Post]]:
    """What the words of a document say that its persons are, by part."""
    found = {}
    for part in Part:
        names = gathering.person_places(part)

        def is_body(
            words: str, start: int, stop: int, part: Part = part, names: Sequence[tuple[int, int]] = names
        ) -> bool:
            if any(a < stop and start < b for a, b in names):
                return False
            return is_body_noun(words) or gathering.is_known(words)

        found[part] = find_posts(document.part(part), names, is_body)
    return found


def find_figure(figures: Sequence[Figure], link: Link) -> Figure | None:
    """The figure, of one document's, that a link of its chains names; None for anonymous and unnamed links."""
    if link.kind is Kind.ANONYMOUS or not link.name:
        return None
    sort = PERSON if link.kind is Kind.PERSON else BODY
    return next((f for f in figures if f.sort == sort and link.name in f.names), None)
