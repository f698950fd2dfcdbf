"""Who is spoken about in a collection and whether the documents quote them, in words and as JSON."""

from collections.abc import Iterable
from typing import Any

from sayso.catalogue.voices import Voice as Voice
from sayso.catalogue.voices import find_voices as find_voices
from sayso.export.words import say_count
from sayso.model import Entity


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
