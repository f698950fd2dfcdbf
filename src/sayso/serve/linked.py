"""A collection with its links, as every way out shows it: each part is read when it is first asked for."""

from collections.abc import Iterable
from functools import cached_property

from sayso.catalogue.register import Register
from sayso.errors import NotFound
from sayso.link.rulings import apply_chains
from sayso.model import Claim, Document, Followed, Links, Overrule, Reading, Ruling, Statement
from sayso.store import Store
from sayso.versions import find_latest


class Linked:
    """What a collection holds and what was made of it, while its store is open.

    Statements have the chains that a person gave in place of the reader's; `as_read` has the reader's.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def links(self) -> Links:
        """Everything that linking made."""
        return self.store.links.read_results()

    @cached_property
    def claims(self) -> list[Claim]:
        """All claims, by id."""
        return self.store.claims()

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Every document by its id, older versions among them, by time of publication."""
        return {d.id: d for d in self.store.documents()}

    @cached_property
    def as_read(self) -> dict[str, Reading]:
        """The readings of the latest versions, without what a person judged."""
        latest = set(find_latest(self.documents.values()).values())
        return {i: self.store.reading(i) for i in self.documents if i in latest}

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """The readings of the latest versions, as linking takes them."""
        return apply_chains(self.as_read, self.documents, self.overrules)

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """The statements of the latest versions by id, as linking takes them."""
        return {s.id: s for r in self.readings.values() for s in r.statements}

    @cached_property
    def overrules(self) -> list[Overrule]:
        """What persons judged, withdrawn judgements too."""
        return self.store.overrules()

    def reading(self, document: Document) -> Reading:
        """The reading of one document, as linking takes it; whatever its version."""
        return apply_chains({document.id: self.store.reading(document.id)}, {document.id: document}, self.overrules)[
            document.id
        ]

    def read_statements(self, ids: Iterable[str]) -> dict[str, Statement]:
        """Some statements by id, as linking takes them, in the order given; those that are there."""
        wanted = list(dict.fromkeys(ids))
        found = {s.id: s for s in self.store.statements_of(wanted)}
        judged = {o.subjects[0].document for o in self.overrules if o.ruling is Ruling.CHAIN and not o.withdrawn}
        for document in judged & {s.document for s in found.values()}:
            reading = self.reading(self.store.document(document))
            found |= {s.id: s for s in reading.statements if s.id in found}
        return {i: found[i] for i in wanted if i in found}

    @cached_property
    def register(self) -> Register:
        """Who is meant by the names in the documents."""
        return Register(self.links.entities, self.documents)


class Around:
    """A claim with the documents and statements that it and its followed chains touch.

    Raises NotFound where one of them has been removed since the claims were made.
    """

    def __init__(self, linked: Linked, claim: Claim) -> None:
        self.claim = claim
        store = linked.store
        passed = {hop.document for f in find_followed(claim) for hop in f.hops}
        self.documents = store.catalogue.read_documents({*claim.documents, *passed})
        if not {*claim.documents, *passed} <= self.documents.keys():
            raise NotFound(
                f"{claim.id}: a document that this claim rests on has been removed since. Make the claims anew: `sayso relink`."
            )
        self.as_read = {i: store.reading(i) for i in self.documents}
        self.readings = apply_chains(self.as_read, self.documents, linked.overrules)
        everything = {s.id: s for r in self.readings.values() for s in r.statements}
        self.statements = {i: everything[i] for i in self._order(everything)}

    def _order(self, statements: dict[str, Statement]) -> Iterable[str]:
        """Ids of the claim's statements, by time of publication (unknown last), then place."""
        own = [statements[i] for i in (*self.claim.statements, *self.claim.denials) if i in statements]

        def rank(statement: Statement) -> tuple[bool, str, str, bool, int, str]:
            published = self.documents[statement.document].published
            place = (statement.part != "headline", statement.start, statement.id)
            return published is None, published or "", statement.document, *place

        return [s.id for s in sorted(own, key=rank)]


def find_followed(claim: Claim) -> tuple[Followed, ...]:
    """The followed chains of all statements of a claim, those that deny it too."""
    return (*claim.weight.followed, *claim.denied.followed)
