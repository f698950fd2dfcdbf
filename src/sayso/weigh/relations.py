"""Rule 7: how two sources of a claim stand to each other."""

from collections.abc import Iterable

from sayso.model import Affiliation, Evidence, Kind, OriginRelation, Relation
from sayso.weigh.ends import End
from sayso.weigh.setting import Setting
from sayso.weigh.source import Source


def decide(a: Source, b: Source) -> OriginRelation:
    """Different or undetermined, with the reason and the words that it rests on. The lesser id goes first."""
    a, b = sorted((a, b), key=lambda s: s.id)
    relation, reason, evidence = judge(a, b)
    return OriginRelation(a=a.id, b=b.id, relation=relation, reason=reason, evidence=evidence)


def judge(a: Source, b: Source) -> tuple[Relation, str, tuple[Evidence, ...]]:
    """Different needs evidence; everything else is undetermined."""
    for source in (a, b):
        if not source.is_identified:
            return Relation.UNDETERMINED, say_missing(source), make_mentions((source,))
    for near, far in ((a, b), (b, a)):
        trails = find_standing(near, far)
        if trails:
            names = f"{name_source(near)} stands in the chain of {name_source(far)}"
            reason = f"{names}: if another document credited {name_source(far)} without it, they could be told apart"
            if near.kind is not Kind.OUTLET:
                reason = f"{names}, and so may say only what it was told"
            return Relation.UNDETERMINED, reason, make_mentions((near, far))
    path = find_one_organisation(a, b)
    if path:
        reason = (
            f"{name_source(a)} and {name_source(b)} belong to one organisation: {'; '.join(p.reason for p in path)}"
        )
        return Relation.UNDETERMINED, reason, tuple(p.evidence for p in path)
    reason = (
        f"{name_source(a)} and {name_source(b)} are both identified, neither stands in the other's chain, "
        "and no document here makes them one organisation"
    )
    return Relation.DIFFERENT, reason, make_mentions((a, b))


def say_missing(source: Source) -> str:
    """Why a source is not identified, and what would settle it."""
    name = name_source(source)
    if source.end is End.UNNAMED:
        return f"it is undetermined who is meant in {_name_documents(source)}: if the source were known, this could be settled"
    if source.end is End.ANONYMOUS:
        return f"{name} is described, not identified: if the source were named, this could be settled"
    if source.is_absent:
        return (
            f"{name} is cited and doesn't speak here: if its own report were added, it could be followed to its source"
        )
    return (
        f"{name} speaks in its own voice, without a credit: if it said whom it has this from, or that it saw or "
        "counted it itself, this could be settled"
    )


def find_standing(near: Source, far: Source) -> bool:
    """True where one source stands in the other's chain.

    In any of them, for somebody who speaks. For an outlet at first hand, in all, where its words may be
    another's in that one's too: somebody whom others quote doesn't depend on it.
    """
    if near.kind is Kind.OUTLET:
        return all(near.possible & before for before in far.before)
    return any(near.entities & before for before in far.before)


def find_one_organisation(a: Source, b: Source) -> tuple[Affiliation, ...]:
    """The affiliations by which two sources belong to one organisation; none where they don't.

    People belong to the bodies that the documents make them part of. Two bodies are one organisation where
    one is part of the other, directly or through others between; not where both are part of a third.
    """
    for ours in find_bodies(a):
        for theirs in find_bodies(b):
            setting = a.setting
            up, down = climb(ours[0], setting), climb(theirs[0], setting)
            if theirs[0] in up:
                return (*ours[1], *up[theirs[0]], *theirs[1])
            if ours[0] in down:
                return (*ours[1], *down[ours[0]], *theirs[1])
    return ()


def find_bodies(source: Source) -> list[tuple[str, tuple[Affiliation, ...]]]:
    """The bodies that a source is or belongs to, with the affiliations that say so."""
    bodies: list[tuple[str, tuple[Affiliation, ...]]] = [(entity, ()) for entity in sorted(source.possible)]
    if source.kind is Kind.PERSON:
        bodies += [(k.body, (k,)) for entity, _ in bodies for k in _find_affiliations(entity, source.setting)]
    return bodies


def climb(entity: str, setting: Setting) -> dict[str, tuple[Affiliation, ...]]:
    """An entity and every body above it, with the affiliations that lead there."""
    found: dict[str, tuple[Affiliation, ...]] = {entity: ()}
    waiting = [entity]
    while waiting:
        member = waiting.pop(0)
        for link in _find_affiliations(member, setting):
            if link.body not in found:
                found[link.body] = (*found[member], link)
                waiting.append(link.body)
    return found


def _find_affiliations(entity: str, setting: Setting) -> list[Affiliation]:
    return sorted(
        setting.affiliations.get(entity, ()), key=lambda k: (k.body, k.evidence.document, k.reason, k.evidence.words)
    )


def name_source(source: Source) -> str:
    """A source as reasons name it."""
    if source.end is End.UNNAMED:
        return "somebody undetermined"
    name = source.link.name or "an unknown outlet"
    return f'"{name}"' if source.kind is Kind.ANONYMOUS else name


def make_mentions(sources: Iterable[Source]) -> tuple[Evidence, ...]:
    """The words that name some sources, the first for each document."""
    found: dict[tuple[str, str], Evidence] = {}
    for source in sources:
        for statement in source.leading:
            mention = source.setting.make_evidence(statement.document, statement.chain[-1])
            found.setdefault((source.id, statement.document), mention)
        if source.witness:
            found[source.id, source.witness.document] = source.witness
    return tuple(found.values())


def _name_documents(source: Source) -> str:
    return " and ".join(sorted({f"{source.setting.name_document(d)}'s document" for d in source.documents}))
