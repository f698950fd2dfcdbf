"""Where the chains of a claim's statements end, and how many distinct origins that makes.

The simplest weighing: a chain's own last link is its origin; nothing is followed through the collection yet.
"""

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.model import Claim, Document, Kind, Link, Origin, Polarity, Statement, hash_of
from sayso.weigh.names import normalise_name

VERSION = "1"
"""Of weighing; raised whenever it may count the same claims otherwise."""

EXACT_UP_TO = 24
"""So many origins are searched for the largest set of different ones; above, a set is built greedily, which can only say less."""

_IDENTIFIED = (Kind.PERSON, Kind.ORGANISATION)
_PRESS = (Kind.OUTLET, Kind.PUBLICATION)


def weigh_claim(
    claim: Claim, members: Iterable[Statement], documents: Mapping[str, Document], outlets: Collection[str]
) -> Claim:
    """The claim with its origins and its interval.

    `documents` holds those of the members by id, `outlets` the normalised names of all outlets in the collection.
    """
    affirmed = sorted((s for s in members if s.polarity is not Polarity.DENIED), key=lambda s: s.id)
    ends = find_ends(affirmed)
    origins = tuple(make_origin(key, ends[key], documents, outlets) for key in sorted(ends))
    different = find_different(ends)
    return dataclasses.replace(
        claim, origins=origins, at_least=count_distinct(sorted(ends), different), at_most=len(origins)
    )


def find_ends(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Key of an origin → the statements whose chains end there."""
    ends: dict[str, list[Statement]] = {}
    for statement in statements:
        ends.setdefault(make_key(statement.chain[-1], statement.document), []).append(statement)
    return ends


def make_key(link: Link, document: str) -> str:
    """Links of one key are one source.

    A named source is one wherever it is named; an outlet and a publication of one name are one.
    An anonymous or unnamed one is the same only where one document speaks of it in the same words.
    """
    kind = Kind.PUBLICATION if link.kind in _PRESS else link.kind
    if link.name is None or not normalise_name(link.name):
        place = (
            (link.mention.part, link.mention.start, link.mention.stop)
            if link.mention and link.kind is not Kind.OUTLET
            else None
        )
        return hash_of([kind, None, document, place])
    if link.kind is Kind.ANONYMOUS:
        return hash_of([kind, normalise_name(link.name), document])
    return hash_of([kind, normalise_name(link.name)])


def make_origin(
    key: str, statements: Sequence[Statement], documents: Mapping[str, Document], outlets: Collection[str]
) -> Origin:
    """The origin at which some statements' chains end."""
    own = [s for s in statements if s.chain[-1].kind is Kind.OUTLET]
    first = min(own or statements, key=lambda s: s.id)
    link = first.chain[-1]
    absent = link.kind is Kind.PUBLICATION and normalise_name(link.name or "") not in outlets
    return Origin(
        id=key,
        kind=link.kind,
        name=link.name,
        mention=documents[first.document].words(link.mention) if link.mention else None,
        absent=absent,
        unattributed=link.kind is Kind.OUTLET,
        statements=tuple(s.id for s in statements),
    )


def find_different(ends: Mapping[str, Sequence[Statement]]) -> set[frozenset[str]]:
    """The pairs of origins that are different for certain: both identified, neither in the other's chain."""
    named = sorted(key for key, statements in ends.items() if _is_identified(statements[0].chain[-1]))
    passed = {key: {make_key(link, s.document) for s in ends[key] for link in s.chain[:-1]} for key in named}
    return {frozenset((a, b)) for a in named for b in named if a < b and a not in passed[b] and b not in passed[a]}


def _is_identified(link: Link) -> bool:
    return link.kind in _IDENTIFIED and link.name is not None


def count_distinct(origins: Sequence[str], different: Collection[frozenset[str]]) -> int:
    """The size of the largest set of pairwise different origins; 1 where there are origins but no such pair."""
    if not origins:
        return 0
    near = {o: {p for p in origins if frozenset((o, p)) in different} for o in origins}
    return max(1, _largest_clique(near) if len(origins) <= EXACT_UP_TO else _some_clique(near))


def _largest_clique(near: Mapping[str, set[str]]) -> int:
    best = 0

    def extend(size: int, candidates: set[str], done: set[str]) -> None:
        nonlocal best
        if not candidates and not done:
            best = max(best, size)
        if size + len(candidates) <= best:
            return
        pivot = max(sorted(candidates | done), key=lambda o: len(near[o] & candidates))
        for origin in sorted(candidates - near[pivot]):
            extend(size + 1, candidates & near[origin], done & near[origin])
            candidates = candidates - {origin}
            done = done | {origin}

    extend(0, set(near), set())
    return best


def _some_clique(near: Mapping[str, set[str]]) -> int:
    chosen: set[str] = set()
    for origin in sorted(near, key=lambda o: (-len(near[o]), o)):
        if chosen <= near[origin]:
            chosen.add(origin)
    return len(chosen)
