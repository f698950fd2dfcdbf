"""Two documents compared: the words that both have, the claims that both make, and what only one of them says."""

import dataclasses
from collections.abc import Iterable, Sequence
from functools import cached_property

from sayso.model import Claim, Document, Reading, Reuse, Statement, Variant
from sayso.serve.linked import Linked
from sayso.serve.web.alignment import Shared
from sayso.serve.web.article import find_shared


@dataclasses.dataclass(frozen=True, kw_only=True)
class Meeting:
    """A claim that both documents make or deny, with the statements of each, in their order."""

    claim: Claim
    ours: tuple[Statement, ...]
    theirs: tuple[Statement, ...]

    @property
    def is_opposed(self) -> bool:
        """True where one of the two denies what the other affirms."""
        denials = set(self.claim.denials)
        sides = [{s.id in denials for s in side} for side in (self.ours, self.theirs)]
        return any(a != b for a in sides[0] for b in sides[1])

    @property
    def variants(self) -> list[Variant]:
        """The values of the claim that only one of the two gives, so that they differ; with statements of the two alone."""
        ours, theirs = ({s.id for s in side} for side in (self.ours, self.theirs))
        found = []
        for variant in self.claim.variants:
            given = set(variant.statements)
            if bool(given & ours) != bool(given & theirs):
                here = tuple(i for i in variant.statements if i in ours | theirs)
                found.append(dataclasses.replace(variant, statements=here))
        sides = {v.statements[0] in ours for v in found}
        return found if len(sides) == 2 else []


class Comparison:
    """What two documents have in common, seen from the first."""

    def __init__(self, linked: Linked, ours: Document, theirs: Document) -> None:
        self.linked = linked
        self.ours = ours
        self.theirs = theirs
        self.readings: tuple[Reading, Reading] = (linked.reading(ours), linked.reading(theirs))
        catalogue = linked.store.catalogue
        latest = [catalogue.document_entry(d.id).is_latest for d in (ours, theirs)]
        self.are_weighed = all(latest)
        """False where one is an older version, so that it is in no claim and linking didn't compare it."""

    @property
    def are_versions(self) -> bool:
        """True for two versions of one page."""
        return self.ours.version_of is not None and self.ours.version_of == self.theirs.version_of

    @cached_property
    def reuse(self) -> Reuse | None:
        """What the one repeats of the other, as linking found it; None where it found nothing or didn't look."""
        pairs = [(self.ours.id, self.theirs.id), (self.theirs.id, self.ours.id)]
        return next(iter(self.linked.store.catalogue.read_reuses(pairs)), None)

    @cached_property
    def shared(self) -> list[Shared]:
        """The passages that both have, in the order of the first."""
        if self.reuse or self.are_weighed:
            return find_shared(self.ours.id, [self.reuse] if self.reuse else [])
        from sayso.link.passages import find_passages  # here, because it is slow to import and seldom needed
        from sayso.link.prints import make_prints

        ours, theirs = (
            make_prints(d, [f.span for f in r.furniture])
            for d, r in zip((self.ours, self.theirs), self.readings, strict=True)
        )
        return [Shared(id=str(n), here=p.span, there=p.source) for n, p in enumerate(find_passages(ours, theirs))]

    @cached_property
    def claim_of(self) -> dict[str, str]:
        """Statement of either → its claim."""
        ids = (s.id for r in self.readings for s in r.statements)
        return {s: c.claim for s, c in self.linked.store.catalogue.claims_of(ids).items()}

    @cached_property
    def meetings(self) -> list[Meeting]:
        """The claims that both make or deny, in the order of the first."""
        sides = [self._group(reading.statements) for reading in self.readings]
        both = [claim for claim in sides[0] if claim in sides[1]]
        claims = self.linked.store.catalogue.read_claims(both)
        return [
            Meeting(claim=claims[c], ours=tuple(sides[0][c]), theirs=tuple(sides[1][c])) for c in both if c in claims
        ]

    def _group(self, statements: Iterable[Statement]) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for statement in statements:
            if claim := self.claim_of.get(statement.id):
                found.setdefault(claim, []).append(statement)
        return found

    @cached_property
    def alone(self) -> tuple[Sequence[Statement], Sequence[Statement]]:
        """The statements of each whose claim the other neither makes nor denies."""
        met = {m.claim.id for m in self.meetings}
        ours, theirs = ([s for s in r.statements if self.claim_of.get(s.id) not in met] for r in self.readings)
        return ours, theirs
