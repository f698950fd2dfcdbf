"""Origins as they are shown: each with its marks, the statements that rest on it, and why it is one."""

from sayso.model import Kind, Origin
from sayso.weigh.ends import End
from sayso.weigh.relations import make_mentions, name_source
from sayso.weigh.source import Source


def make_origin(source: Source) -> Origin:
    """The origin that a source is."""
    is_voice = source.kind is Kind.OUTLET
    return Origin(
        id=source.id,
        kind=source.kind,
        name=find_name(source),
        mention=source.mention,
        absent=source.is_absent,
        silent=source.is_absent and has_documents(source),
        unattributed=is_voice and not source.is_identified,
        first_hand=is_voice and source.is_identified,
        statements=tuple(sorted(t.statement.id for t in source.trails)),
        reason=say_why(source),
        evidence=make_mentions((source,)),
    )


def find_name(source: Source) -> str | None:
    """The fullest name that the collection has for a source; the description of one that isn't identified."""
    if source.kind in (Kind.ANONYMOUS, Kind.OUTLET):
        return source.link.name
    return next((n for e in sorted(source.entities) if (n := source.setting.names.get(e))), source.link.name)


def has_documents(source: Source) -> bool:
    """True where the collection has a document that the source publishes."""
    return any(source.setting.is_publisher(entity) for entity in source.entities)


def say_why(source: Source) -> str:
    """Why all that rests on a source has one origin."""
    name, ways = name_source(source), say_ways(source)
    if source.is_speaker:
        noun = "person" if source.kind is Kind.PERSON else "organisation"
        own = {s.document for s in source.ends if s.chain[-1].kind is Kind.OUTLET}
        named = {s.document for s in source.ends if s.chain[-1].kind is not Kind.OUTLET}
        says = [f"is named by {count(len(named), 'document')}"] if named else []
        says += [f"speaks in {count(len(own), 'document')} of its own"] if own else []
        return f"{name} {' and '.join(says)}: one {noun}{ways}"
    if source.end is End.ANONYMOUS:
        where = " and ".join(sorted({source.setting.name_document(d) for d in source.documents}))
        return f"{name} is described by {where} and not identified{ways}"
    if source.end is End.UNNAMED:
        where = " and ".join(sorted({source.setting.name_document(d) for d in source.documents}))
        return f"{where} credits somebody, and it is undetermined who is meant{ways}"
    if source.is_absent:
        here = (
            "documents of it are here, and none makes this claim"
            if has_documents(source)
            else "no document of it is here"
        )
        return f"{name} is credited by {count(len(source.documents), 'document')}; {here}{ways}"
    if source.witness:
        return (
            f'{name} speaks in its own voice, and says that it perceived this itself ("{source.witness.words}"){ways}'
        )
    return f"{name} speaks in its own voice and credits nobody{ways}"


def say_ways(source: Source) -> str:
    """How many other documents lead to a source through the collection, in words."""
    other = len({t.statement.document for t in source.trails if t.steps} - set(source.documents))
    return (
        f"; {count(other, 'other document')} {'leads' if other == 1 else 'lead'} to it by reuse or citation"
        if other
        else ""
    )


def count(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
