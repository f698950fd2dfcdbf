"""Whether two figures of two documents are one organisation, outlet or other publication, or one place."""

from sayso.link.bodylikeness import BodyLikeness, compare_bodies, is_one_word
from sayso.link.bodynames import BodyName, make_body_name
from sayso.link.figures import Alias, Figure
from sayso.link.heads import COURTS, FORCES, LEVELS, MEDIUMS, PLACED, UNIQUE
from sayso.link.placenames import to_place
from sayso.model import Feature

_KNOWN_SHORT = {
    "un": "unitednations",
    "eu": "europeanunion",
    "ap": "associatedpress",
    "us": "unitedstates",
    "uk": "unitedkingdom",
    "au": "africanunion",
}
"""Acronyms of two letters that mean the same everywhere."""
_WORDS = {
    BodyLikeness.EQUAL: 1.0,
    BodyLikeness.TURNED: 0.9,
    BodyLikeness.ADDRESS: 0.9,
    BodyLikeness.TRADE: 0.6,
    BodyLikeness.SPELLING: 0.5,
    BodyLikeness.CONTAINED: 0.5,
    BodyLikeness.LOOSE: 0.5,
    BodyLikeness.INITIALS: 0.7,
}

Scored = tuple[float, str, list[Feature]]


def find_definition(a: Figure, b: Figure) -> Alias | None:
    """The words in which the document of one gives it a name that the other goes by."""
    for one, other in ((a, b), (b, a)):
        theirs = make_body_name(other.name).joined
        for alias in one.definitions:
            if make_body_name(alias.name).joined == theirs:
                return alias
    return None


def is_bare(name: BodyName) -> bool:
    """A head noun and nothing else: the ministry, police."""
    return bool(name.head) and not name.marks


def are_apart(a: Figure, b: Figure) -> bool:
    """Whether two bodies can't be one, whatever else links them."""
    if find_definition(a, b) is not None:
        return False
    ours, theirs = make_body_name(a.name), make_body_name(b.name)
    likeness = compare_bodies(ours, theirs)
    if likeness is BodyLikeness.UNKNOWN:
        return _knows_other_acronym(a, b)
    return likeness is None or (likeness is BodyLikeness.CONTAINED and not _is_fuller(a, b))


def _knows_other_acronym(a: Figure, b: Figure) -> bool:
    """Whether the document of the longer name gives it an acronym that is not the other."""
    for one, other in ((a, b), (b, a)):
        acronym = make_body_name(other.name).acronym
        given = {x for d in one.definitions if (x := make_body_name(d.name).acronym)}
        if acronym and given and acronym not in given:
            return True
    return False


def score_bodies(a: Figure, b: Figure, *, same_matter: bool) -> Scored | None:
    """How surely two bodies are one, why, and what spoke for it; None where they may be two.

    The scores rank the kinds of evidence; they were set by hand, and checked on the pairs of
    `tests/unit/link/entity_pairs.py`.
    """
    ours, theirs = make_body_name(a.name), make_body_name(b.name)
    likeness = compare_bodies(ours, theirs)
    definition = find_definition(a, b)
    features = [Feature(name="matter", score=1.0, words="the documents are on one matter")] if same_matter else []
    if definition is not None and likeness in (None, BodyLikeness.INITIALS, BodyLikeness.UNKNOWN):
        score = _score_defined(definition, same_matter=same_matter)
        words = f"one of the documents says so: {definition.evidence.words}"
        return (score, words, [Feature(name="definition", score=1.0, words=words), *features]) if score else None
    if likeness is None or _knows_other_acronym(a, b):
        return None
    score = _score(a, b, ours, theirs, likeness, same_matter=same_matter)
    if score is None:
        return None
    return score, likeness.value, [Feature(name="name", score=_WORDS[likeness], words=likeness.value), *features]


def _score_defined(definition: Alias, *, same_matter: bool) -> float | None:
    """An acronym of few letters is short for many things: far from its definition it says little."""
    acronym = make_body_name(definition.name).acronym
    if same_matter:
        return 0.93
    if acronym is None:
        return 0.8
    return 0.8 if len(acronym) >= 4 or acronym in _KNOWN_SHORT else None


def _score(
    a: Figure, b: Figure, ours: BodyName, theirs: BodyName, likeness: BodyLikeness, *, same_matter: bool
) -> float | None:
    if ours.writing:
        scores = {BodyLikeness.EQUAL: 0.8, BodyLikeness.TURNED: 0.8, BodyLikeness.LOOSE: 0.65}
        named = all(any(c.isupper() for c in f.name) for f in (a, b))
        return scores.get(likeness) if same_matter and named else None
    if likeness in (BodyLikeness.EQUAL, BodyLikeness.TURNED):
        return _score_equal(a, b, ours, same_matter=same_matter)
    if likeness is BodyLikeness.ADDRESS:
        return 0.9 if same_matter or not (ours.is_common or theirs.is_common) else None
    if not same_matter:
        return None
    shared = (ours.head or ours.joined) in a.namesakes | b.namesakes
    if likeness is BodyLikeness.INITIALS:
        short, long = (ours, theirs) if ours.acronym else (theirs, ours)
        if short.acronym in _KNOWN_SHORT:
            return 0.75 if long.joined == _KNOWN_SHORT[short.acronym] else None
        return 0.6 if len(short.joined) < 3 else 0.75
    if likeness is BodyLikeness.SPELLING:
        return 0.65
    if shared:
        return None
    if likeness is BodyLikeness.TRADE:
        return None if ours.is_common or theirs.is_common else 0.7
    if likeness is BodyLikeness.CONTAINED and _is_fuller(a, b):
        bare = is_bare(ours) or is_bare(theirs)
        return None if bare and ours.head not in UNIQUE else 0.6 if bare else 0.7
    return None


def _score_equal(a: Figure, b: Figure, name: BodyName, *, same_matter: bool) -> float | None:
    if a.outlet and b.outlet:
        return 0.95  # two documents of The Times: whoever gave them meant one
    if is_bare(name) or (len(name.words) == 1 and name.words[0] in MEDIUMS):
        alone = name.head in UNIQUE and name.head not in a.namesakes | b.namesakes
        return 0.65 if alone and same_matter else None
    if name.acronym is not None:
        if same_matter:
            return 0.92
        if name.acronym in _KNOWN_SHORT or len(name.acronym) >= 4:
            return 0.8
        return 0.7 if len(name.acronym) == 3 else None
    if name.is_common or not any(n[:1].isupper() for n in (a.name, b.name) for n in n.split()):
        return 0.85 if same_matter else None
    return 0.97 if same_matter else 0.9


def _is_fuller(a: Figure, b: Figure) -> bool:
    """Whether what one name has more may be left out: a ministry's or force's place; "State", "National".

    Not what a branch is for, nor the place of a party, a league or a school, which has one in many places.
    """
    ours, theirs = make_body_name(a.name), make_body_name(b.name)
    (longer, places), shorter = (
        ((ours, a.places), theirs) if len(ours.marks) > len(theirs.marks) else ((theirs, b.places), ours)
    )
    extra = frozenset(w for w in longer.marks if not any(is_one_word(w, x) for x in shorter.marks))
    if longer.head in COURTS:
        return not is_bare(shorter) and extra <= places
    if longer.head not in PLACED:
        return False
    if extra <= LEVELS:
        return not is_bare(shorter) or shorter.head in FORCES
    return all(w in places or (w in LEVELS and not is_bare(shorter)) for w in extra)


def score_places(a: Figure, b: Figure, *, same_matter: bool) -> Scored | None:
    """How surely two places are one: the same name, and no two regions behind it."""
    ours, theirs = to_place(a.name), to_place(b.name)
    if ours[0] != theirs[0] or (ours[1] and theirs[1] and ours[1] != theirs[1]):
        return None
    if ours[1] != theirs[1] and not same_matter:
        return None
    words = "the same name" if ours == theirs else "the same name, one with its region"
    score = (0.95 if same_matter else 0.85) if ours == theirs else 0.7
    return score, words, [Feature(name="name", score=score, words=words)]
