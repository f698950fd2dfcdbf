"""Who is spoken about in a collection and whether the documents quote them, in words and as JSON."""

from collections.abc import Iterable, Sequence
from typing import Any

from sayso.catalogue.catalogue import make_voice_entry
from sayso.catalogue.entries import VoiceEntry
from sayso.catalogue.voices import Voice
from sayso.export.words import say_count
from sayso.model import Entity


def choose_voices(voices: Iterable[Voice], entities: Iterable[Entity]) -> list[Voice]:
    """Those of some entities, in the same order."""
    wanted = {e.id for e in entities}
    return [v for v in voices if v.entity.id in wanted]


def say_voice(voice: Voice) -> str:
    """How often somebody is spoken of and quoted, as the method words it."""
    return say_voice_entry(make_voice_entry(0, voice))


def say_voice_entry(entry: VoiceEntry) -> str:
    """The same of a voice's entry in the catalogue."""
    spoken = f"spoken of in {say_count(entry.statements, 'statement')}"
    if not entry.quoted:
        return f"{spoken}, quoted in none of the documents in this collection"
    others = entry.quoted - entry.quoted_here
    elsewhere = f" and in {say_count(others, 'other')}" if others else ""
    where = "it" if entry.documents == entry.quoted_here == 1 else f"{entry.quoted_here or 'none'} of these"
    return f"{spoken} in {say_count(entry.documents, 'document')}, quoted in {where}{elsewhere}"


def voice_record(voice: Voice) -> dict[str, Any]:
    """A voice as JSON."""
    ids = (voice.statements, voice.documents, voice.quoted, voice.quoted_here)
    return _record(voice.entity, make_voice_entry(0, voice), ids)


def voice_entry_record(entry: VoiceEntry, entity: Entity) -> dict[str, Any]:
    """The same of a voice's entry in the catalogue, which holds the first ids of each kind and the counts of all."""
    ids = (entry.some_statements, entry.some_documents, entry.some_quoted, entry.some_quoted_here)
    return _record(entity, entry, ids)


def _record(entity: Entity, entry: VoiceEntry, ids: Sequence[Sequence[str]]) -> dict[str, Any]:
    statements, documents, quoted, here = ids
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": list(entity.names),
        "counts": {
            "statements": entry.statements,
            "documents": entry.documents,
            "quoted": entry.quoted,
            "quoted_here": entry.quoted_here,
        },
        "spoken_of": {"statements": list(statements), "documents": list(documents)},
        "quoted": {"documents": list(quoted), "of_these": list(here)},
        "words": say_voice_entry(entry),
    }
