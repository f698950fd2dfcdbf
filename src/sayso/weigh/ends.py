"""How a statement's own chain ends, and so by which rule it is followed."""

from enum import StrEnum

from sayso.model import Kind, Link, Statement, hash_of
from sayso.weigh.names import normalise_name
from sayso.weigh.setting import Setting, is_named


class End(StrEnum):
    """What stands at the end of a statement's own chain."""

    VOICE = "voice"
    """The document's outlet."""
    SPEAKER = "speaker"
    """A named person or organisation."""
    PUBLICATION = "publication"
    """Another outlet, an agency, a study, a document, by name."""
    ANONYMOUS = "anonymous"
    """Somebody described."""
    UNNAMED = "unnamed"
    """Somebody of whom it is undetermined who is meant."""


OPEN = (End.VOICE, End.ANONYMOUS, End.UNNAMED)
"""Ends that don't say by name where the words are from, so that reuse can tell more."""

DESCRIBED = (End.ANONYMOUS, End.UNNAMED)
"""Ends that say that there is somebody, and not who."""


def find_end(statement: Statement, setting: Setting) -> End:
    """What stands at the end of a statement's own chain."""
    last = statement.chain[-1]
    if last.kind is Kind.ANONYMOUS:
        return End.ANONYMOUS if normalise_name(last.name or "") else End.UNNAMED
    if len(statement.chain) == 1:
        return End.VOICE
    if not is_named(last):
        return End.UNNAMED
    if last.kind in (Kind.PERSON, Kind.ORGANISATION):
        return End.SPEAKER
    is_own = setting.find_entity(statement.document, last) == setting.find_outlet(statement)
    return End.VOICE if is_own and last.kind is Kind.OUTLET else End.PUBLICATION


def make_origin_id(statement: Statement, setting: Setting) -> str:
    """The id of the origin at the end of a statement's own chain: the same for one source in every claim.

    A named source is its entity. Somebody described is one inside one document, by the description. An
    outlet's voice is the outlet's, and so is what it credits to itself; an outlet that is an organisation
    is one with what others credit to it.
    """
    last, end = statement.chain[-1], find_end(statement, setting)
    entity = setting.find_entity(statement.document, last)
    if end is End.ANONYMOUS:
        return hash_of(["described", statement.document, normalise_name(last.name or "")])
    if entity is None:
        return hash_of(["unnamed", statement.document, *_place(statement, last, end)])
    return hash_of(["voice", entity]) if is_voice(statement, setting) else hash_of([entity])


def is_voice(statement: Statement, setting: Setting) -> bool:
    """True where a chain ends in the document's own outlet, and that is no organisation."""
    entity, outlet = setting.find_entity(statement.document, statement.chain[-1]), setting.find_outlet(statement)
    if len(statement.chain) > 1 and entity is None:
        return False
    return entity == outlet and entity not in setting.bodies


def has_same_end(a: Statement, b: Statement, setting: Setting) -> bool:
    """True where two statements' own chains end in one named source."""
    ours, theirs = (setting.find_entity(s.document, s.chain[-1]) for s in (a, b))
    return ours is not None and ours == theirs


def _place(statement: Statement, last: Link, end: End) -> list[object]:
    if end is End.VOICE:
        return []
    return [last.mention.part, last.mention.start, last.mention.stop] if last.mention else [statement.id]
