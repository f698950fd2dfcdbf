"""One document's mentions put together by name: a full name and its short forms, a name and its acronym."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.link.bodylikeness import BodyLikeness, compare_bodies
from sayso.link.bodynames import BodyName, make_body_name
from sayso.link.definitions import Definition, find_definitions
from sayso.link.group import Group, to_calls
from sayso.link.heads import HEADS, UNIQUE
from sayso.link.likeness import Likeness, compare_names
from sayso.link.mentions import BODY, PERSON, PLACE, Mention
from sayso.link.naming import fold, make_person_name
from sayso.link.placenames import to_place
from sayso.link.posts import Post
from sayso.link.roles import TITLES, find_gender, is_role
from sayso.model import Document, Part, Span

_SAME = (Likeness.EQUAL, Likeness.VARIANT)
_LOOSER = (Likeness.MIDDLE, Likeness.INITIALS, Likeness.SHORT)
_SAME_BODY = (BodyLikeness.EQUAL, BodyLikeness.TURNED, BodyLikeness.ADDRESS)
_LOOSER_BODY = (BodyLikeness.TRADE, BodyLikeness.CONTAINED, BodyLikeness.INITIALS)
_FEWEST_LETTERS = 3
"""An acronym that no words of the document explain is told by its letters only from so many on."""


class Gathering:
    """The groups of one document."""

    def __init__(self, groups: list[Group]) -> None:
        self.groups = groups
        self._at = {
            (m.at.part, m.at.start, m.at.stop): g for g in groups if g.sort == PERSON for m in g.mentions if m.at
        }
        self._known = {make_body_name(n).joined for g in groups if g.sort == BODY for n in g.names}

    def person_places(self, part: Part) -> list[tuple[int, int]]:
        """Where persons' names stand in a part."""
        return sorted({(a, b) for p, a, b in self._at if p is part})

    def person_at(self, part: Part, place: tuple[int, int]) -> Group | None:
        """The person whose name stands at a place."""
        return self._at.get((part, *place))

    def is_known(self, words: str) -> bool:
        """Whether some words are the name of a body of the document."""
        return make_body_name(words).joined in self._known

    def places(self) -> list[Mention]:
        """All mentions of places."""
        return [m for g in self.groups if g.sort == PLACE for m in g.mentions]

    def find_body(self, words: str) -> Group | None:
        """The body that some words of the document name."""
        bodies = [g for g in self.groups if g.sort == BODY]
        found = find_called(words, [sorted(g.names) for g in bodies])
        return None if found is None else bodies[found]

    def add_bodies(self, document: Document, part: Part, posts: Iterable[Post]) -> None:
        """Bodies that only persons' posts name, as new groups; "board" alone is one only where a place has one such."""
        for post in posts:
            if post.body_at is None or post.body is None:
                continue
            span = Span(part=part, start=post.body_at[0], stop=post.body_at[1])
            mention = Mention(BODY, document.words(span), None, (span,), span)
            group = self.find_body(mention.name)
            if group is not None:
                if span not in group.spans:
                    group.mentions.append(mention)
                continue
            name = make_body_name(mention.name)
            if name.marks or not name.head or name.head in UNIQUE:
                self.groups.append(Group(BODY, [mention]))

    def namesakes(self, group: Group) -> frozenset[str]:
        """Words of a group's name by which another of its sort is called too."""
        ours = to_calls(group)
        others = {w for g in self.groups if g is not group and g.sort == group.sort for w in to_calls(g)}
        return frozenset(ours & others)


def find_called(words: str, names: Sequence[Sequence[str]]) -> int | None:
    """Which of several bodies, each with its names, some words mean: the same name, else the only one they shorten."""
    name = make_body_name(words)
    for number, own in enumerate(names):
        if any(compare_bodies(name, make_body_name(n)) in _SAME_BODY for n in own):
            return number
    fitting = [n for n, own in enumerate(names) if any(_is_part(name, make_body_name(o)) for o in own)]
    return fitting[0] if len(fitting) == 1 else None


def _is_part(short: BodyName, long: BodyName) -> bool:
    """Whether a name shortens another: "the command", of a "State Police Command"."""
    alone = len(short.words) == 1 and short.head != "" and short.head in (long.head, long.words[-1])
    return (alone and not long.writing) or compare_bodies(short, long) is BodyLikeness.CONTAINED


def gather(document: Document, mentions: Sequence[Mention]) -> Gathering:
    """The mentions of a document in groups. A name's sort is its links' where it has any, else what most mentions are."""
    mentions = _settle(mentions)
    definitions = [(part, d) for part in Part for d in find_definitions(document.part(part))]
    groups = [
        *_define(_gather_persons(document, [m for m in mentions if m.sort == PERSON]), definitions),
        *_define(_gather_bodies([m for m in mentions if m.sort == BODY]), definitions),
        *_gather_places([m for m in mentions if m.sort == PLACE]),
    ]
    return Gathering(groups)


def _settle(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions with one sort for each name that no chain has."""
    linked: dict[str, Counter[str]] = {}
    votes: dict[str, Counter[str]] = {}
    for mention in mentions:
        key = fold(mention.name).replace(".", "")
        (linked if mention.kind is not None else votes).setdefault(key, Counter())[mention.sort] += 1

    def settle(mention: Mention) -> Mention:
        if mention.kind is not None:
            return mention
        key = fold(mention.name).replace(".", "")
        counts = linked.get(key) or votes[key]
        sort = max((BODY, PERSON, PLACE), key=lambda s: counts[s])
        return mention if sort == mention.sort else dataclasses.replace(mention, sort=sort)

    return [settle(m) for m in mentions]


def _by_name(mentions: Iterable[Mention], sort: str) -> list[Group]:
    """One group for each name as written, those of most words first, links before others."""
    groups: dict[str, Group] = {}
    for mention in mentions:
        groups.setdefault(mention.name, Group(sort, [])).mentions.append(mention)
    return [groups[n] for n in sorted(groups, key=lambda n: (-len(n.split()), not groups[n].is_linked, n))]


def _gather_persons(document: Document, mentions: Sequence[Mention]) -> list[Group]:
    kept: list[Group] = []
    for group in _by_name(mentions, PERSON):
        name = make_person_name(group.mentions[0].name)
        if not name.core:
            kept += [group] if group.is_linked else []
            continue
        same = [g for g in kept if _likeness(group, g) in _SAME]
        if not same and name.is_full and not group.is_linked:
            same = [g for g in kept if _likeness(group, g) in _LOOSER]
        if not same and not name.is_full:
            same = [g for g in kept if _likeness(group, g) is Likeness.ALONE]
            if not same:
                fitting = [g for g in kept if any(name.family in make_person_name(n).core for n in g.names)]
                same = [g for g in fitting if _likeness(group, g) is Likeness.FAMILY] or fitting
                same = same if len(fitting) == 1 or not group.is_linked else []
        if len(same) == 1 and not _is_other_gender(group, same[0]) and not _comes_first(document, group, same[0]):
            same[0].mentions += group.mentions
        else:
            kept.append(group)
    return kept


def _comes_first(document: Document, short: Group, full: Group) -> bool:
    """Whether a family name is used, with a title that the full name never has, before the full name is: "President
    Orr" is hardly the Ida Orr of whom the text tells later on."""
    if make_person_name(short.name).is_full or not make_person_name(full.name).is_full:
        return False
    places = [sorted(m.at for m in g.mentions if m.at and m.at.part is Part.TEXT) for g in (short, full)]
    if not places[0] or not places[1] or places[1][0] < places[0][0]:
        return False
    titles = [{t for at in ats if (t := _title_before(document, at))} for ats in places]
    return bool(titles[0]) and not titles[0] & titles[1]


def _title_before(document: Document, at: Span) -> str | None:
    words = document.text[max(0, at.start - 30) : at.start].split()
    plain = fold(words[-1]).strip(".") if words else ""
    return plain if plain and words[-1][0].isupper() and (plain in TITLES or is_role(plain)) else None


def _likeness(a: Group, b: Group) -> Likeness | None:
    """Of the fullest name of each."""
    return compare_names(make_person_name(a.name), make_person_name(b.name))


def _is_other_gender(a: Group, b: Group) -> bool:
    ours, theirs = (find_gender(frozenset(t for n in g.names for t in make_person_name(n).titles)) for g in (a, b))
    return ours is not None and theirs is not None and ours is not theirs


def _gather_bodies(mentions: Sequence[Mention]) -> list[Group]:
    kept: list[Group] = []
    for group in _by_name(mentions, BODY):
        name = make_body_name(group.mentions[0].name)
        if not name.words:
            kept += [group] if group.is_linked else []
            continue
        same = [g for g in kept if any(compare_bodies(name, make_body_name(n)) in _SAME_BODY for n in sorted(g.names))]
        if not same and not group.is_linked:
            same = [g for g in kept if g.is_outlet and _is_outlet(name, g)]
        if not same:
            same = [g for g in kept if any(_is_shortened(group, g, n) for n in sorted(g.names))]
            if len(same) != 1 and not group.is_linked and len(name.words) == 1 and name.head in HEADS - UNIQUE:
                continue  # "the Board", one of several or of none
        if len(same) == 1 or (same and compare_bodies(name, make_body_name(same[0].name)) in _SAME_BODY):
            same[0].mentions += group.mentions
        else:
            kept.append(group)
    return kept


def _is_outlet(name: BodyName, outlet: Group) -> bool:
    """Whether a name shortens that of the document's own outlet: "the Star", in the Dakora Star."""
    names = [make_body_name(n).words for n in outlet.names]
    return not name.head and any(set(name.words) < set(n) and name.words[-1] == n[-1] for n in names)


def _is_shortened(group: Group, other: Group, long: str) -> bool:
    """Whether a group's name is short for another's; two names of chains are so only where one is an acronym."""
    short = make_body_name(group.name)
    likeness = compare_bodies(short, make_body_name(long))
    if likeness is BodyLikeness.INITIALS:
        return short.acronym is not None and len(short.acronym) >= _FEWEST_LETTERS
    if group.is_linked and other.is_linked:
        return False
    return likeness in _LOOSER_BODY and len(short.words) < len(make_body_name(long).words)


def _define(groups: list[Group], definitions: Sequence[tuple[Part, Definition]]) -> list[Group]:
    """Groups joined where the document says that two names are one, each name kept with the words that say so."""
    for part, definition in definitions:
        long = _find_named(groups, definition.name, loosely=True)
        short = _find_named(groups, definition.other)
        group = long or short
        if group is None or (group.sort == PERSON and definition.is_acronym):
            continue
        if long is not None and short is not None and long is not short:
            long.mentions += short.mentions
            long.aliases |= short.aliases
            groups = [g for g in groups if g is not short]
        span = Span(part=part, start=definition.start, stop=definition.stop)
        group.aliases.setdefault(definition.other, span)
        if long is None:
            group.aliases.setdefault(definition.name, span)
    return groups


def _find_named(groups: Sequence[Group], name: str, *, loosely: bool = False) -> Group | None:
    """The group that has a name; a body's also where it has a few words less or more before it."""
    for group in groups:
        if group.sort == PERSON:
            core = make_person_name(name).core
            if core and any(make_person_name(n).core == core for n in group.names):
                return group
        elif any(make_body_name(n).joined == make_body_name(name).joined for n in group.names):
            return group
    return next((g for g in groups if loosely and g.sort == BODY and _ends_in(make_body_name(name).words, g)), None)


def _ends_in(words: tuple[str, ...], group: Group) -> bool:
    """Whether a defined name is a group's, give or take words before it: "(the) opposition Harvest Congress (HC)"."""
    theirs = make_body_name(group.name).words
    return len(theirs) > 1 and (words[-len(theirs) :] == theirs or (len(words) > 1 and theirs[-len(words) :] == words))


def _gather_places(mentions: Sequence[Mention]) -> list[Group]:
    """One group for each name; "Springfield" is the Springfield of the only region that the document gives it."""
    regions: dict[str, set[str]] = {}
    for mention in mentions:
        name, region = to_place(mention.name)
        regions.setdefault(name, set()).update({region} - {""})
    kept: dict[tuple[str, str], Group] = {}
    for mention in mentions:
        name, region = to_place(mention.name)
        key = (name, region if len(regions[name]) > 1 else "")
        kept.setdefault(key, Group(PLACE, [])).mentions.append(mention)
    return [kept[k] for k in sorted(kept)]
