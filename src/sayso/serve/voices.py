"""Who is spoken about in a collection, and whether the documents quote them.

Said of the documents at hand only: somebody whom none of them quotes may have spoken elsewhere, or been asked.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from sayso.export.words import say_count
from sayso.model import Entity, Reading
from sayso.serve.register import Register

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
        return tuple(d for d in self.documents if d in self.quoted)


def find_voices(readings: Mapping[str, Reading], register: Register) -> list[Voice]:
    """The persons and organisations that statements speak of, those whom no document quotes first, then by how often."""
    spoken: dict[str, set[str]] = {}
    documents: dict[str, set[str]] = {}
    quoted: dict[str, set[str]] = {}
    for i in sorted(readings):
        for named, entities in register.find_spoken(readings[i]).items():
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


def choose_voices(voices: Iterable[Voice], entities: Iterable[Entity]) -> list[Voice]:
    """Those of some entities, in the same order."""
    wanted = {e.id for e in entities}
    return [v for v in voices if v.entity.id in wanted]


def say_voice(voice: Voice) -> str:
    """How often somebody is spoken of and quoted, as the method words it."""
    spoken = f"spoken of in {say_count(len(voice.statements), 'statement')}"
    if not voice.quoted:
        return f"{spoken}, quoted in none of the documents in this collection"
    documents, here = len(voice.documents), len(voice.quoted_here)
    others = len(voice.quoted) - here
    elsewhere = f" and in {say_count(others, 'other')}" if others else ""
    where = "it" if documents == here == 1 else f"{here or 'none'} of these"
    return f"{spoken} in {say_count(documents, 'document')}, quoted in {where}{elsewhere}"


def voice_record(voice: Voice) -> dict[str, Any]:
    """A voice as JSON."""
    return {
        "id": voice.entity.id,
        "kind": voice.entity.kind,
        "name": voice.entity.name,
        "names": list(voice.entity.names),
        "spoken_of": {"statements": list(voice.statements), "documents": list(voice.documents)},
        "quoted": {"documents": list(voice.quoted), "of_these": list(voice.quoted_here)},
        "words": say_voice(voice),
    }
