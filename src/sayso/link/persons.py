"""Whether two figures of two documents are one person. A wrong name is the worst error: where it may be two, it is two."""

import dataclasses
from collections.abc import Iterable

from sayso.link.bodylikeness import BodyLikeness, compare_bodies
from sayso.link.bodynames import make_body_name
from sayso.link.figures import Figure
from sayso.link.likeness import Likeness, compare_names
from sayso.link.naming import FAMILY_FIRST, PersonName, make_person_name
from sayso.link.roles import FEMALE, MALE, OTHERS, WEAK, find_fields, find_gender, is_clash, is_one_rank, is_role
from sayso.model import Feature

COMMON = frozenset(
    "smith jones brown johnson williams taylor davies wilson evans thomas roberts walker wright robinson thompson white hughes edwards "
    "green hall wood harris lewis martin jackson clarke clark turner hill scott cooper morris ward moore king baker harrison morgan "
    "allen james davis miller anderson garcia rodriguez martinez hernandez lopez gonzalez perez sanchez silva santos kumar singh sharma "
    "khan patel ali ahmad ahmed hassan hussein hussain muhammad mohammed ibrahim mohamed john paul peter david joseph abdullah kim lee "
    "park wang li zhang chen liu nguyen tran ivanov yusuf umar omar said michael mary maria jose juan carlos luis ana anna robert "
    "william richard charles george daniel mark andrew stephen kevin brian susan sarah emma jane anne musa sani bello abubakar usman "
    "min jun wei ming raj ravi amit ram".split()
)
"""Given and family names that very many people have: of these alone, two people may well have the same."""

TURNED_WORD = 4
"""Letters of each word from which on two names in turned order are one where nothing else says so: not Min Aung, Aung Min."""

_BODIES_ALIKE = frozenset(BodyLikeness) - {BodyLikeness.UNKNOWN, BodyLikeness.LOOSE}
_HONOURS = frozenset("sir dame lady lord sheikh king queen prince princess pope sister father mother brother".split())
"""Titles that stand before a given name alone."""


@dataclasses.dataclass(frozen=True)
class Lives:
    """What two documents say of two persons, side by side."""

    roles: frozenset[str]
    """Words of posts that both have."""
    bodies: str | None
    """A body that both belong to, in words."""
    telling: tuple[bool, bool]
    """Whether one, and the other, has a post that says what field it is of."""
    places: frozenset[str]
    """Places that stand in the posts of both."""
    bodies_differ: bool
    rivals: bool
    """Bodies of one kind, with other places or purposes: Skerry police, Marl police."""
    places_differ: bool
    clash: str | None
    """What can hardly be said of one person, in words."""

    @property
    def agree(self) -> bool:
        """Whether they are said to be the same."""
        if self.clash is not None:
            return False
        return self.bodies is not None or (self.same_post and not self.bodies_differ and not self.places_differ)

    @property
    def other_posts(self) -> bool:
        """Whether both have telling posts, and none that is the same."""
        return self.telling[0] and self.telling[1] and not self.same_post

    @property
    def same_post(self) -> bool:
        """Whether both have one post: a telling one (superintendent), or one that its field makes so (US president)."""
        posts = {r for r in self.roles if is_role(r)} - MALE - FEMALE - OTHERS
        return bool(posts - WEAK) or (bool(posts) and bool({r for r in self.roles if not is_role(r)} - WEAK))


def compare_lives(a: Figure, b: Figure) -> Lives:
    """What is said of both and of one alone."""
    bodies = _find_shared_body(a.bodies, b.bodies)
    genders = find_gender(a.roles), find_gender(b.roles)
    fields = find_fields(a.roles), find_fields(b.roles)
    clash = None
    if None not in genders and genders[0] is not genders[1]:
        clash = "one has a woman's title and one a man's"
    elif is_clash(*fields):
        clash = f"{_list(fields[0])} and {_list(fields[1])}"
    return Lives(
        roles=a.roles & b.roles,
        bodies=bodies,
        telling=(_has_telling(a.roles), _has_telling(b.roles)),
        places=a.places & b.places,
        bodies_differ=bool(a.bodies and b.bodies) and bodies is None,
        rivals=bodies is None and _are_rivals(a.bodies, b.bodies),
        places_differ=bool(a.places and b.places) and not a.places & b.places,
        clash=clash,
    )


def _has_telling(roles: frozenset[str]) -> bool:
    return any(is_role(r) for r in roles - WEAK - MALE - FEMALE - OTHERS)


def _find_shared_body(ours: Iterable[str], theirs: Iterable[str]) -> str | None:
    for x in ours:
        for y in theirs:
            if compare_bodies(make_body_name(x), make_body_name(y)) in _BODIES_ALIKE:
                return x if x == y else " and ".join(sorted((x, y)))
    return None


def _are_rivals(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    names = [(make_body_name(x), make_body_name(y)) for x in ours for y in theirs]
    return any(x.head == y.head and x.head and compare_bodies(x, y) is None for x, y in names)


def is_other_sex(a: Figure, b: Figure) -> bool:
    """Whether titles say that one is a woman and one a man."""
    ours, theirs = find_gender(a.roles), find_gender(b.roles)
    return ours is not None and theirs is not None and ours is not theirs


def compare_figures(a: Figure, b: Figure) -> Likeness | None:
    """What makes the names of two persons alike, other names among them; None where they are two people's."""
    ours, theirs = _full_names(a), _full_names(b)
    found = [k for x in ours for y in theirs if (k := compare_names(x, y)) is not None]
    order = list(Likeness)
    return min(found, key=order.index) if found else None


def _full_names(figure: Figure) -> list[PersonName]:
    return [make_person_name(n) for n in (figure.name, *(d.name for d in figure.definitions))]


def are_apart(a: Figure, b: Figure) -> bool:
    """Whether two persons can't be one, whatever else links them."""
    if compare_figures(a, b) is None or is_other_sex(a, b):
        return True
    lives = compare_lives(a, b)
    return (
        not lives.roles
        and lives.bodies is None
        and (lives.clash is not None or (lives.bodies_differ and lives.places_differ))
    )


def score_persons(a: Figure, b: Figure, *, same_matter: bool) -> tuple[float, str, list[Feature]] | None:
    """How surely two persons are one, why, and what spoke for it; None where they may be two.

    The scores rank the kinds of evidence, the least is 0.55; they were set by hand, and checked on the pairs of
    `tests/unit/link/entity_pairs.py`.
    """
    likeness = compare_figures(a, b)
    lives = compare_lives(a, b)
    if likeness is None or is_other_sex(a, b):
        return None
    score = _score(a, b, likeness, lives, same_matter=same_matter)
    if score is None:
        return None
    if lives.rivals or (lives.bodies_differ and not lives.same_post):
        score -= 0.15
    return round(score, 2), likeness.value, _features(likeness, lives, same_matter=same_matter)


def _score(a: Figure, b: Figure, likeness: Likeness, lives: Lives, *, same_matter: bool) -> float | None:
    if likeness in (Likeness.EQUAL, Likeness.VARIANT):
        return _score_full(a, b, lives, same_matter=same_matter)
    if lives.clash is not None or lives.places_differ or lives.rivals:
        return None
    if (lives.bodies_differ and not lives.same_post) or not is_one_rank(a.roles, b.roles):
        return None
    if likeness in (Likeness.ALONE, Likeness.FAMILY, Likeness.GIVEN):
        return _score_short(a, b, likeness, lives, same_matter=same_matter)
    return _score_varied(a, b, likeness, lives, same_matter=same_matter)


def _score_full(a: Figure, b: Figure, lives: Lives, *, same_matter: bool) -> float | None:
    """The same full name: one person, but for a name that many have, or posts that don't go together."""
    if lives.clash is not None or (lives.bodies_differ and not same_matter):
        return None
    common = all(w in COMMON for w in make_person_name(a.name).core)
    if lives.agree and (same_matter or not common or lives.bodies is not None or lives.places):
        return 0.97 if same_matter else 0.95
    if same_matter:
        return 0.95
    return None if lives.places_differ or common else 0.85


def _score_short(a: Figure, b: Figure, likeness: Likeness, lives: Lives, *, same_matter: bool) -> float | None:
    """A family or given name alone: by what is said of them, or within one matter where nobody else has it."""
    short = min((make_person_name(a.name), make_person_name(b.name)), key=lambda n: (len(n.core), n.core))
    shared = short.family in a.namesakes or short.family in b.namesakes
    if likeness is Likeness.GIVEN:
        titled = bool(_HONOURS & (a.roles | b.roles))
        return (0.65 if lives.agree else 0.6) if same_matter and not shared and (lives.agree or titled) else None
    if not same_matter:
        telling = lives.same_post and not shared and short.family not in COMMON
        if likeness is Likeness.ALONE:
            return 0.65 if telling and lives.bodies is not None else None
        return (0.7 if lives.bodies is not None else 0.6) if telling and lives.agree else None
    if shared:
        return 0.7 if lives.same_post and lives.agree else None
    return 0.85 if lives.agree else 0.7


def _score_varied(a: Figure, b: Figure, likeness: Likeness, lives: Lives, *, same_matter: bool) -> float | None:
    """A name with initials, a part left out, another spelling, another order."""
    family = make_person_name(a.name).family, make_person_name(b.name).family
    shared = any(f in a.namesakes or f in b.namesakes for f in family)
    if likeness is Likeness.TURNED:
        first = {n.core[0] for n in (make_person_name(a.name), make_person_name(b.name))}
        usual = bool(first & FAMILY_FIRST)
        words = make_person_name(a.name).core
        if same_matter and (lives.agree or usual):
            return 0.9 if lives.agree else 0.8
        if same_matter:
            return 0.7 if min(map(len, words)) >= TURNED_WORD and not all(w in COMMON for w in words) else None
        return 0.75 if lives.agree and usual else None
    if not same_matter:
        surely = lives.agree and not shared
        if likeness in (Likeness.MIDDLE, Likeness.INITIALS, Likeness.SHORT):
            return 0.8 if surely else None
        return 0.7 if surely and lives.bodies is not None and likeness is Likeness.SOUND else None
    if (shared and not lives.agree) or (lives.other_posts and not lives.agree and likeness is not Likeness.MIDDLE):
        return None
    known = {
        Likeness.MIDDLE: (0.92, 0.88),
        Likeness.INITIALS: (0.87, 0.8),
        Likeness.SHORT: (0.85, 0.78),
        Likeness.SOUND: (0.85, 0.68),
        Likeness.SPELLING: (0.75, 0.6),
    }
    return known[likeness][0 if lives.agree else 1]


def _features(likeness: Likeness, lives: Lives, *, same_matter: bool) -> list[Feature]:
    order = list(Likeness)
    features = [Feature(name="name", score=round(1 - order.index(likeness) / len(order), 2), words=likeness.value)]
    if lives.bodies is not None:
        features.append(Feature(name="body", score=1.0, words=f"both belong to {lives.bodies}"))
    elif lives.bodies_differ:
        features.append(Feature(name="body", score=-0.5, words="they are put with different bodies"))
    if lives.same_post:
        features.append(Feature(name="post", score=1.0, words=f"both are called {_list(lives.roles - MALE - FEMALE)}"))
    if lives.places:
        features.append(Feature(name="place", score=1.0, words=f"both are put with {_list(lives.places)}"))
    if same_matter:
        features.append(Feature(name="matter", score=1.0, words="the documents are on one matter"))
    return features


def _list(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
