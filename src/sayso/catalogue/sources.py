"""On whom a collection leans: the origins of all its claims, and what would be left without them.

Outlets that speak in their own voice are counted together and never listed: nothing here ranks outlets.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from enum import StrEnum

from sayso.model import Claim, Kind, Origin


class Group(StrEnum):
    """What sort of origin a collection leans on."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    ABSENT = "cited but absent"
    UNDETERMINED = "undetermined"
    FIRST_HAND = "outlets at first hand"
    UNATTRIBUTED = "outlets in their own voice, unattributed"


OUTLETS = (Group.FIRST_HAND, Group.UNATTRIBUTED)
"""Groups of which only the whole is counted."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Leaning:
    """What rests on one origin, or on one group of outlets."""

    group: Group
    origin: Origin | None
    """Any claim's record of the origin; None for a group of outlets."""
    origins: int
    """1, or how many outlets a group has."""
    claims: tuple[str, ...]
    """Ids of the claims that it affirms, by id."""
    denials: tuple[str, ...]
    """Ids of the claims that it denies, by id."""
    documents: tuple[str, ...]
    """Ids of the documents with a statement that rests on it, by id."""
    alone: tuple[str, ...]
    """Ids of the claims that would have no origin left if it were not there, by id."""


def find_leanings(claims: Iterable[Claim], document_of: Mapping[str, str]) -> list[Leaning]:
    """What rests on each origin, the one without which most claims would have none first.

    `document_of` gives the document of a statement. An origin that is absent for one claim and speaks for another
    stands in both groups, each with its own claims.
    """
    resting: dict[tuple[Group, str], _Resting] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        for origin in claim.weight.origins:
            entry = resting.setdefault(_key(origin), _Resting())
            entry.add(origin, document_of)
            entry.claims.add(claim.id)
        for key in {_key(o) for o in claim.weight.origins}:
            if all(_key(o) == key for o in claim.weight.origins):
                resting[key].alone.add(claim.id)
        for origin in claim.denied.origins:
            entry = resting.setdefault(_key(origin), _Resting())
            entry.add(origin, document_of)
            entry.denials.add(claim.id)
    found = [entry.make_leaning(group) for (group, _), entry in sorted(resting.items())]
    return sorted(found, key=_rank)


def find_group(origin: Origin) -> Group:
    """The group that an origin belongs to."""
    if origin.kind is Kind.OUTLET:
        return Group.UNATTRIBUTED if origin.unattributed else Group.FIRST_HAND
    if origin.kind is Kind.ANONYMOUS:
        return Group.ANONYMOUS if origin.name else Group.UNDETERMINED
    if not origin.name:
        return Group.UNDETERMINED
    return Group.ABSENT if origin.absent else Group.NAMED


class _Resting:
    """What has been found to rest on one origin so far."""

    def __init__(self) -> None:
        self.origins: dict[str, Origin] = {}
        self.claims: set[str] = set()
        self.denials: set[str] = set()
        self.documents: set[str] = set()
        self.alone: set[str] = set()

    def add(self, origin: Origin, document_of: Mapping[str, str]) -> None:
        """Counts one claim's record of the origin."""
        self.origins.setdefault(origin.id, origin)
        self.documents |= {document_of[s] for s in origin.statements if s in document_of}

    def make_leaning(self, group: Group) -> Leaning:
        """What was found, by id."""
        return Leaning(
            group=group,
            origin=None if group in OUTLETS else next(iter(self.origins.values())),
            origins=len(self.origins),
            claims=tuple(sorted(self.claims)),
            denials=tuple(sorted(self.denials)),
            documents=tuple(sorted(self.documents)),
            alone=tuple(sorted(self.alone)),
        )


def _key(origin: Origin) -> tuple[Group, str]:
    group = find_group(origin)
    return group, "" if group in OUTLETS else origin.id


def _rank(leaning: Leaning) -> tuple[bool, int, int, int, str]:
    name = (leaning.origin.name or "") if leaning.origin else ""
    return leaning.group in OUTLETS, -len(leaning.alone), -len(leaning.claims), -len(leaning.documents), name
