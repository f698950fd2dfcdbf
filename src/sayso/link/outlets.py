"""Links that the reader takes for persons, though an outlet of the collection is called so.

One document alone doesn't show that "Kurier Marl" is a newspaper; the outlets of the others do.
"""

import dataclasses
from collections.abc import Mapping

from sayso.link.naming import fold
from sayso.model import Document, Kind, Link, Reading

REASON = "an outlet of a document here is called so"


def name_outlets(readings: Mapping[str, Reading], documents: Mapping[str, Document]) -> dict[str, Reading]:
    """The readings, where a person's link that has another document's outlet's name is a publication's.

    Only names of two words or more: a word alone may be anybody's. The words of the link stay as they are.
    """
    outlets: dict[str, set[str]] = {}
    for i, document in documents.items():
        name = _to_key(document.outlet)
        if " " in name:
            outlets.setdefault(name, set()).add(i)

    def rename(document: str, link: Link) -> Link:
        named = outlets.get(_to_key(link.name), set()) if link.kind is Kind.PERSON else set()
        if not named - {document}:
            return link
        reason = f"{link.reason}; {REASON}" if link.reason else REASON
        return dataclasses.replace(link, kind=Kind.PUBLICATION, reason=reason)

    found = {}
    for i, reading in readings.items():
        if any(rename(i, k) is not k for s in reading.statements for k in s.chain):
            statements = tuple(
                dataclasses.replace(s, chain=tuple(rename(i, k) for k in s.chain)) for s in reading.statements
            )
            reading = dataclasses.replace(reading, statements=statements)
        found[i] = reading
    return found


def _to_key(name: str | None) -> str:
    words = fold(name or "").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
