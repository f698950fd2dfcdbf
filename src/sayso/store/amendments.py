"""What a person mends in a document: appended, laid over what was read, withdrawn, never rewritten."""

import dataclasses
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from sayso.model import Document, Status
from sayso.store.tables import amendments

FIELDS = ("outlet", "published", "status", "byline")
"""The fields that can be mended. Headline and text are what was published and never change."""

BY_A_PERSON = "a person"
"""What `outlet_from`, `published_from` and the like say of a mended value."""


def append_amendment(connection: Connection, document: str, field: str, value: str) -> None:
    """Records what a person says a field is; an earlier word on the same field is withdrawn."""
    withdraw_amendment(connection, document, field)
    connection.execute(insert(amendments).values(document=document, field=field, value=value, made=_now()))


def withdraw_amendment(connection: Connection, document: str, field: str) -> int:
    """Takes back what a person said of a field; the count of words taken back, 0 or 1."""
    live = (amendments.c.document == document) & (amendments.c.field == field) & amendments.c.withdrawn.is_(None)
    return connection.execute(update(amendments).where(live).values(withdrawn=_now())).rowcount


def read_amendments(connection: Connection, document: str | None = None) -> dict[str, dict[str, str]]:
    """The live amendments: document → field → value; of one document, or of all."""
    query = select(amendments).where(amendments.c.withdrawn.is_(None)).order_by(amendments.c.number)
    if document is not None:
        query = query.where(amendments.c.document == document)
    found: dict[str, dict[str, str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.document, {})[row.field] = row.value
    return found


def mend_document(document: Document, mended: dict[str, str]) -> Document:
    """The document with what a person said laid over it."""
    changes: dict[str, object] = dict(mended)
    if "status" in mended:
        changes["status"] = Status(mended["status"])
    known = {f.name for f in dataclasses.fields(Document)}
    changes |= {f"{field}_from": BY_A_PERSON for field in mended if f"{field}_from" in known}
    return dataclasses.replace(document, **changes) if changes else document  # type: ignore[arg-type]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
