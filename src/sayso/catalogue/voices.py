"""Who is spoken about in a collection, and whether the documents quote them.

Said of the documents at hand only: somebody whom none of them quotes may have spoken elsewhere, or been asked.
"""

import dataclasses
from collections.abc import Mapping

from sayso.catalogue.register import Register
from sayso.model import Entity, Reading

KINDS = ("person", "organisation")
"""Kinds of entities that can speak."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Voice:
    """One person or organisation that statements speak of."""

    entity: Entity
    statements: tuple[str, ...]
    """Ids of the statements whose words name it, by id."""
    documents: tuple[str, ...]
    """Ids of the documents with such statements, by id."""
    quoted: tuple[str, ...]
    """Ids of all documents in which it is credited with a statement, by id; those that it publishes itself too."""

    @property
    def quoted_here(self) -> tuple[str, ...]:
        """Ids of the documents that both speak of it and quote it."""
        quoted = set(self.quoted)
        return tuple(d for d in self.documents if d in quoted)


Spoken = Mapping[str, Mapping[str, set[str]]]
"""Document → statement → ids of the entities that its words name."""


def find_all_spoken(readings: Mapping[str, Reading], register: Register) -> Spoken:
    """Whom the statements of some documents name."""
    return {i: register.find_spoken(readings[i]) for i in sorted(readings)}


def find_voices(readings: Mapping[str, Reading], register: Register, spoken_of: Spoken | None = None) -> list[Voice]:
    """The persons and organisations that statements speak of, those whom no document quotes first, then by how often."""
    named_in = find_all_spoken(readings, register) if spoken_of is None else spoken_of
    spoken: dict[str, set[str]] = {}
    documents: dict[str, set[str]] = {}
    quoted: dict[str, set[str]] = {}
    for i in sorted(readings):
        for named, entities in named_in[i].items():
            for entity in entities:
                spoken.setdefault(entity, set()).add(named)
                documents.setdefault(entity, set()).add(i)
        for statement in readings[i].statements:
            own = register.find_link(i, statement.chain[0])
            for entity in register.find_credited(statement) | ({own.id} if own else set()):
                quoted.setdefault(entity, set()).add(i)
    found = [
        Voice(
            entity=register.entities[e],
            statements=tuple(sorted(spoken[e])),
            documents=tuple(sorted(documents[e])),
            quoted=tuple(sorted(quoted.get(e, ()))),
        )
        for e in sorted(spoken)
        if register.entities[e].kind in KINDS
    ]
    return sorted(
        found, key=lambda v: (bool(v.quoted), -len(v.statements), -len(v.documents), v.entity.name, v.entity.id)
    )
