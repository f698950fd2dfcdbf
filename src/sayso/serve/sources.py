"""On whom a collection leans, as JSON."""

from collections.abc import Sequence
from typing import Any

from sayso.catalogue.catalogue import make_source_entry
from sayso.catalogue.entries import SourceEntry
from sayso.catalogue.sources import Leaning
from sayso.model import Kind


def leaning_record(leaning: Leaning) -> dict[str, Any]:
    """A leaning as JSON."""
    counts = make_source_entry(0, leaning)
    ids = (leaning.claims, leaning.denials, leaning.documents, leaning.alone)
    return _record(counts, ids)


def source_record(entry: SourceEntry) -> dict[str, Any]:
    """The same of a leaning's entry in the catalogue, which holds the first ids of each kind and the counts of all."""
    return _record(entry, (entry.some_claims, entry.some_denials, entry.some_documents, entry.some_alone))


def _record(entry: SourceEntry, ids: Sequence[Sequence[str]]) -> dict[str, Any]:
    origin = entry.origin
    claims, denials, documents, alone = ids
    return {
        "source": entry.source,
        "group": entry.grouped,
        "id": origin.id if origin else None,
        "kind": str(origin.kind) if origin else str(Kind.OUTLET),
        "name": origin.name if origin else None,
        "mention": origin.mention if origin else None,
        "origins": entry.origins,
        "counts": {
            "claims": entry.claims,
            "denials": entry.denials,
            "documents": entry.documents,
            "alone": entry.alone,
        },
        "claims": list(claims),
        "denials": list(denials),
        "documents": list(documents),
        "alone": list(alone),
    }
