"""Claims in time: for each the documents that make or deny it, and what each of them is to it."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from sayso.catalogue.entries import DocumentEntry
from sayso.model import Claim, Document, Status
from sayso.serve.linked import find_followed
from sayso.store import Store
from sayso.store.documents import INF, Asked

MOST = 500
"""Documents of all claims together that are looked up."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Mark:
    """A document that makes or denies a claim."""

    document: str
    moment: float
    """The first second of its time of publication; infinity where that is unknown."""
    over: float
    """The first second after it."""
    is_first: bool
    """Nothing here that makes or denies the claim was published before."""
    denies: bool
    hardens: bool
    rests_on: tuple[str, ...]
    """Ids of corrected or retracted documents that its statements rest on, other than itself."""
    status: Status

    @property
    def is_dated(self) -> bool:
        """True where its time of publication is known."""
        return self.moment < INF


@dataclasses.dataclass(frozen=True, kw_only=True)
class Lane:
    """A claim with its documents, by time, unknown last."""

    claim: Claim
    marks: tuple[Mark, ...]

    @property
    def first(self) -> Mark | None:
        """The earliest document of it in this collection; None where no time is known."""
        return next((m for m in self.marks if m.is_first), None)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Lanes:
    """Some claims in time, with the documents that they stand in."""

    lanes: tuple[Lane, ...]
    documents: Mapping[str, Document]
    """Those of the claims, and the corrected ones that they rest on."""


def make_lanes(store: Store, claims: Iterable[Claim]) -> Lanes:
    """The lanes of some claims, in their order."""
    listed = list(claims)
    ids = list(dict.fromkeys(d for c in listed for d in c.documents))[:MOST]
    resting = {c.id: find_resting(c) for c in listed}
    corrected = {x for found in resting.values() for some in found.values() for x in some}
    entries = {e.document: e for e in store.document_lists.list_page(asked=Asked(among=ids), limit=MOST).items}
    documents = store.catalogue.read_documents({*ids, *corrected})
    denials = {s.id: s.document for s in store.statements_of(s for c in listed for s in c.denials)}
    lanes = []
    for claim in listed:
        denying = {denials[s] for s in claim.denials if s in denials}
        found = sorted((entries[d] for d in claim.documents if d in entries), key=lambda e: (e.moment, e.document))
        earliest = found[0].moment if found else INF
        lanes.append(
            Lane(
                claim=claim,
                marks=tuple(
                    make_mark(
                        e,
                        claim,
                        is_first=e.moment == earliest < INF,
                        denies=e.document in denying,
                        rests_on=resting[claim.id].get(e.document, ()),
                        status=documents[e.document].status,
                    )
                    for e in found
                ),
            )
        )
    return Lanes(lanes=tuple(lanes), documents=documents)


def make_mark(
    entry: DocumentEntry, claim: Claim, *, is_first: bool, denies: bool, rests_on: Sequence[str], status: Status
) -> Mark:
    """What one document is to a claim."""
    return Mark(
        document=entry.document,
        moment=entry.moment,
        over=entry.over,
        is_first=is_first,
        denies=denies,
        hardens=entry.document in claim.hardened_at,
        rests_on=tuple(rests_on),
        status=status,
    )


def find_resting(claim: Claim) -> dict[str, tuple[str, ...]]:
    """Document → the corrected or retracted ones, other than itself, that its followed chains pass through."""
    found: dict[str, dict[str, None]] = {}
    for followed in find_followed(claim):
        own = followed.hops[0].document if followed.hops else ""
        for passed in followed.status:
            if own and passed != own:
                found.setdefault(own, {})[passed] = None
    return {document: tuple(passed) for document, passed in found.items()}
