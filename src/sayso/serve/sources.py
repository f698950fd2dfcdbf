"""On whom a collection leans, as JSON."""

from typing import Any

from sayso.catalogue.sources import OUTLETS as OUTLETS
from sayso.catalogue.sources import Group as Group
from sayso.catalogue.sources import Leaning as Leaning
from sayso.catalogue.sources import find_group as find_group
from sayso.catalogue.sources import find_leanings as find_leanings
from sayso.model import Kind


def leaning_record(leaning: Leaning) -> dict[str, Any]:
    """A leaning as JSON."""
    origin = leaning.origin
    return {
        "group": str(leaning.group),
        "id": origin.id if origin else None,
        "kind": str(origin.kind) if origin else str(Kind.OUTLET),
        "name": origin.name if origin else None,
        "mention": origin.mention if origin else None,
        "origins": leaning.origins,
        "claims": list(leaning.claims),
        "denials": list(leaning.denials),
        "documents": list(leaning.documents),
        "alone": list(leaning.alone),
    }
