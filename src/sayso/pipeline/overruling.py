"""A person's judgements: written down with the words that they are about, and obeyed at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sayso.errors import NotFound, UsageError
from sayso.link.chains import chain_in_words
from sayso.link.figures import make_figures
from sayso.link.rulings import (
    apply_chains,
    find_figure,
    find_places,
    find_statement,
    make_anchor,
    make_statement_anchor,
    parse_chain,
)
from sayso.model import Anchor, Claim, Document, Entity, Origin, Overrule, Passage, Reuse, Ruling, Span, Statement
from sayso.pipeline.linking import Watch, has_current_claims, relink
from sayso.store import Store
from sayso.weigh.names import normalise_name

FORMS: Mapping[Ruling, tuple[str, ...]] = {
    Ruling.SAME: ("CLAIM", "ORIGIN", "ORIGIN"),
    Ruling.DIFFERENT: ("CLAIM", "ORIGIN", "ORIGIN"),
    Ruling.BELONGS: ("STATEMENT", "CLAIM"),
    Ruling.APART: ("STATEMENT", "CLAIM"),
    Ruling.CHAIN: ("STATEMENT", "CHAIN"),
    Ruling.NOT_REUSE: ("DOCUMENT", "DOCUMENT"),
    Ruling.MERGE: ("ENTITY", "ENTITY"),
    Ruling.SPLIT: ("ENTITY", "DOCUMENT"),
}
"""What each judgement names, in order."""

OPPOSITE: Mapping[Ruling, Ruling] = {
    Ruling.SAME: Ruling.DIFFERENT,
    Ruling.DIFFERENT: Ruling.SAME,
    Ruling.BELONGS: Ruling.APART,
    Ruling.APART: Ruling.BELONGS,
    Ruling.MERGE: Ruling.SPLIT,
    Ruling.SPLIT: Ruling.MERGE,
}

_SAID: Mapping[Ruling, str] = {
    Ruling.SAME: "the same",
    Ruling.DIFFERENT: "different",
    Ruling.BELONGS: "of one claim",
    Ruling.APART: "of two claims",
    Ruling.MERGE: "one",
    Ruling.SPLIT: "two",
}
"""What a judgement says that two are."""

Subjects = tuple[Anchor, ...]


def overrule(
    store: Store,
    ruling: Ruling,
    named: Sequence[str],
    *,
    words: str | None = None,
    note: str = "",
    by: str = "",
    watch: Watch = lambda done, all: None,
) -> list[Overrule]:
    """Writes a judgement down and makes the claims that follow from it; as written, one for each part of a document.

    `named` are ids or beginnings of ids, and a chain's words, as `FORMS` has them; `words` are those of the one passage
    that is no reuse. Raises NotFound, and UsageError for what can't be judged so.
    """
    if len(named) != len(FORMS[ruling]):
        raise UsageError(f"{ruling}: this takes {' '.join(FORMS[ruling])}. `sayso overrule --help` shows examples.")
    if words is not None and ruling is not Ruling.NOT_REUSE:
        raise UsageError(f"--words goes with {Ruling.NOT_REUSE} only.")
    if not has_current_claims(store):
        relink(store, watch=watch)
    chain = named[1].strip() if ruling is Ruling.CHAIN else None
    found = list(_FINDERS[ruling](store, named, words))
    held = [o for o in store.overrules() if not o.withdrawn]
    for subjects in found:
        check_new(ruling, subjects, chain, held)
    made = store.overrule(
        [
            Overrule(number=0, ruling=ruling, subjects=subjects, chain=chain, note=note, by=by, made="")
            for subjects in found
        ]
    )
    relink(store, watch=watch)
    return made


def withdraw(store: Store, number: int, *, watch: Watch = lambda done, all: None) -> Overrule:
    """Takes a judgement back, and makes the claims that follow. Raises NotFound."""
    taken = store.withdraw(number)
    relink(store, watch=watch)
    return taken


def check_new(ruling: Ruling, subjects: Subjects, chain: str | None, held: Sequence[Overrule]) -> None:
    """Raises UsageError where a judgement that holds says the same, or the opposite, of the same words."""
    if len(set(subjects)) < len(subjects):
        raise UsageError("Both are the same words. Name two different ones.")
    for other in held:
        if frozenset(other.subjects) != frozenset(subjects):
            continue
        if other.ruling is ruling and other.chain == chain:
            raise UsageError(f"Judgement {other.number} says so already. `sayso overrules` lists them.")
        if other.ruling is OPPOSITE.get(ruling):
            raise UsageError(
                f"Judgement {other.number} says that they are {_SAID[other.ruling]}. "
                f"Take it back first: sayso overrule --withdraw {other.number}"
            )


def find_origins(store: Store, named: Sequence[str], words: str | None) -> Iterator[Subjects]:
    """A statement that rests on each of two origins of a claim."""
    claim = store.find_claim(named[0])
    first, second = (find_origin(claim, name) for name in named[1:])
    if first.id == second.id:
        raise UsageError(f"{named[1]} and {named[2]} are one origin. Name two. `sayso why {claim.id}` lists them.")
    yield anchor_origin(store, claim, first), anchor_origin(store, claim, second)


def find_origin(claim: Claim, name: str) -> Origin:
    """The origin of a claim, or of its denials, that a person means: an id or the beginning of one, else its name.

    Raises NotFound; UsageError where it isn't clear which.
    """
    origins = {o.id: o for w in (claim.denied, claim.weight) for o in w.origins}
    found = [i for i in sorted(origins) if name and i.startswith(name.lower())]
    found = found or [i for i in sorted(origins) if (origins[i].name or "").casefold() == name.casefold()]
    if not found:
        raise NotFound(f"{name}: no origin of this claim. `sayso why {claim.id}` lists them.")
    if len(found) > 1:
        raise UsageError(f"{name}: {len(found)} origins of this claim are called so. Give more of the id.")
    return origins[found[0]]


def anchor_origin(store: Store, claim: Claim, origin: Origin) -> Anchor:
    """The words of a statement that rests on an origin: of one whose own chain ends there, where there is one."""
    steps = {
        f.statement: sum(hop.step != "chain" for hop in f.hops)
        for w in (claim.weight, claim.denied)
        for f in w.followed
    }
    statements = sorted(store.statements_of(origin.statements), key=lambda s: (steps.get(s.id, 0), s.id))
    for statement in statements:
        anchor = find_anchor(store, statement)
        if anchor is not None:
            return anchor
    raise UsageError(f"{origin.name or origin.id}: no statement that rests on it can be told by its words alone.")


def find_membership(store: Store, named: Sequence[str], words: str | None) -> Iterator[Subjects]:
    """A statement and the one that stands for a claim to which it doesn't belong."""
    statement, claim = store.find_statement(named[0]), store.find_claim(named[1])
    if statement.id in (*claim.statements, *claim.denials):
        raise UsageError(f"{named[0]}: this statement belongs to the claim already. `sayso why {claim.id}` shows it.")
    yield anchor_statement(store, statement), anchor_claim(store, claim)


def find_parting(store: Store, named: Sequence[str], words: str | None) -> Iterator[Subjects]:
    """A statement and the one that stands for the rest of its claim."""
    statement, claim = store.find_statement(named[0]), store.find_claim(named[1])
    if statement.id not in (*claim.statements, *claim.denials):
        raise UsageError(
            f"{named[0]}: this statement is not of the claim. `sayso why {claim.id}` shows those that are."
        )
    yield anchor_statement(store, statement), anchor_claim(store, claim, aside=statement.id)


def find_chained(store: Store, named: Sequence[str], words: str | None) -> Iterator[Subjects]:
    """The statement to which a person gives a chain; UsageError for a chain that can't be read."""
    parse_chain(named[1], None)
    yield (anchor_statement(store, store.find_statement(named[0])),)


def find_shared(store: Store, named: Sequence[str], words: str | None) -> Iterator[Subjects]:
    """The passages that two documents share: all, from first to last of each part, or the one with some words."""
    first, second = (store.find_document(name) for name in named)
    ids = {first.id, second.id}
    reuses = [r for r in store.links.read_results().reuses if {r.document, r.source} == ids]
    if not reuses:
        raise NotFound(f"{named[0]}, {named[1]}: neither is held to repeat the other. `sayso reuse` lists who does.")
    for reuse in reuses:
        documents = (first, second) if reuse.document == first.id else (second, first)
        for passages in group_passages(reuse, documents, words):
            spans = join_spans([p.span for p in passages]), join_spans([p.source for p in passages])
            yield tuple(make_anchor(d, span) for d, span in zip(documents, spans, strict=True))


def find_merged(store: Store, named: Sequence[str], words: str | None) -> Iterator[Subjects]:
    """A name of each of two entities. UsageError where they are one already, or can't be: a person is no body."""
    first, second = (find_entity(store, name) for name in named)
    if first.id == second.id:
        raise UsageError(f"{named[0]}, {named[1]}: these are one already. Name two entities.")
    sorts = [{"person": "person", "place": "place"}.get(e.kind, "body") for e in (first, second)]
    if sorts[0] != sorts[1]:
        raise UsageError(f"{first.name} is a {first.kind} here and {second.name} a {second.kind}: these can't be one.")
    yield anchor_entity(store, first, first.documents), anchor_entity(store, second, second.documents)


def find_split(store: Store, named: Sequence[str], words: str | None) -> Iterator[Subjects]:
    """The name of an entity in one document, and one of it in another."""
    entity, document = find_entity(store, named[0]), store.find_document(named[1])
    if document.id not in entity.documents:
        raise UsageError(f"{named[1]}: this document doesn't name {entity.name}.")
    merged = [o.subjects for o in store.overrules() if o.ruling is Ruling.MERGE and not o.withdrawn]
    tied = {a.document for subjects in merged if any(s.document == document.id for s in subjects) for a in subjects}
    # What a person merged with this very name comes first: else it would stay with the one who is meant here.
    others = sorted((d for d in entity.documents if d != document.id), key=lambda d: (d not in tied, d))
    if not others:
        raise UsageError(f"{entity.name}: no other document here names it, so there is nothing to split it from.")
    yield anchor_entity(store, entity, [document.id]), anchor_entity(store, entity, others)


def find_entity(store: Store, name: str) -> Entity:
    """The entity of an id or of a name. Raises NotFound, and UsageError where several are called so."""
    held = store.catalogue.entities([name])
    if name in held:
        return held[name]
    ids = store.catalogue.find_named(name)
    if len(ids) > 1:
        raise UsageError(f"{name}: {len(ids)} here are called so. Give an id: `sayso voices --json` shows them.")
    return store.catalogue.entity(ids[0])


def anchor_entity(store: Store, entity: Entity, documents: Sequence[str]) -> Anchor:
    """The words that name an entity in one of some documents. Raises UsageError where none tell it from another."""
    known = {entity.id} | {i for k in store.catalogue.entity_links(entity) for i in (k.a, k.b)}
    names = {normalise_name(n) for n in (entity.name, *entity.names)}
    for i in documents:
        document = store.document(i)
        reading = apply_chains({i: store.reading(i)}, {i: document}, store.overrules())[i]
        figures = make_figures(document, reading)
        meant = [f for f in figures if f.id in known] or [
            f for f in figures if names & {normalise_name(n) for n in f.names}
        ]
        for figure, place in ((f, p) for f in meant for p in find_places(f)):
            anchor = make_anchor(document, place)
            if find_figure(anchor, document, figures) is figure:
                return anchor
    raise UsageError(f"{entity.name}: no words of these documents name it alone.")


def group_passages(reuse: Reuse, documents: tuple[Document, Document], words: str | None) -> list[list[Passage]]:
    """Passages by the parts that they stand in; only those that have some words, where words are given."""
    wanted = " ".join((words or "").split()).casefold()
    groups: dict[tuple[str, str], list[Passage]] = {}
    for passage in reuse.passages:
        texts = (documents[0].words(passage.span), documents[1].words(passage.source))
        if any(wanted in " ".join(t.split()).casefold() for t in texts):
            groups.setdefault((passage.span.part, passage.source.part), []).append(passage)
    if not groups:
        raise NotFound(
            f"{words!r}: no passage that they share has these words. `sayso reuse {reuse.document}` shows them."
        )
    return [groups[key] for key in sorted(groups)]


def join_spans(spans: Sequence[Span]) -> Span:
    """From the first of some spans of one part to the last."""
    return Span(part=spans[0].part, start=min(s.start for s in spans), stop=max(s.stop for s in spans))


def anchor_claim(store: Store, claim: Claim, *, aside: str | None = None) -> Anchor:
    """The words that a claim is shown by, or of another of its statements where these are set aside."""
    statements = [s for s in store.statements_of((*claim.statements, *claim.denials)) if s.id != aside]
    if not statements:
        raise UsageError("This is the only statement of its claim: there is nothing to part it from.")

    def rank(statement: Statement) -> tuple[bool, bool, bool, str]:
        is_shown = statement.text == claim.text and chain_in_words(statement.chain) == claim.said_by
        return not is_shown, statement.id in claim.denials, statement.text != claim.text, statement.id

    for statement in sorted(statements, key=rank):
        anchor = find_anchor(store, statement)
        if anchor is not None:
            return anchor
    raise UsageError(f"{claim.id}: none of its statements can be told by its words alone.")


def anchor_statement(store: Store, statement: Statement) -> Anchor:
    """The words of a statement, as a judgement is tied to them. Raises UsageError where they mean another one too."""
    anchor = find_anchor(store, statement)
    if anchor is None:
        raise UsageError(f"{statement.id}: another statement stands on the same words with the same credit.")
    return anchor


def find_anchor(store: Store, statement: Statement) -> Anchor | None:
    """The words of a statement where they lead back to it, and to no other."""
    document = store.document(statement.document)
    anchor = make_statement_anchor(document, statement)
    meant = find_statement(anchor, document, store.statements(document.id))
    return anchor if meant is not None and meant.id == statement.id else None


_FINDERS: Mapping[Ruling, Callable[[Store, Sequence[str], str | None], Iterator[Subjects]]] = {
    Ruling.SAME: find_origins,
    Ruling.DIFFERENT: find_origins,
    Ruling.BELONGS: find_membership,
    Ruling.APART: find_parting,
    Ruling.CHAIN: find_chained,
    Ruling.NOT_REUSE: find_shared,
    Ruling.MERGE: find_merged,
    Ruling.SPLIT: find_split,
}
