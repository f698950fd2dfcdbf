"""What persons judge otherwise than the machine: appended, withdrawn, never rewritten."""

import dataclasses
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from sayso.errors import NotFound
from sayso.model import Overrule
from sayso.store.codec import to_row
from sayso.store.tables import overrules


def read_overrules(connection: Connection) -> list[Overrule]:
    """All judgements, withdrawn ones too, in order of making."""
    rows = connection.execute(select(overrules).order_by(overrules.c.number))
    return [Overrule(**row._mapping) for row in rows]


def append_overrule(connection: Connection, overrule: Overrule) -> Overrule:
    """Writes a judgement down with the next number and the present time; as it was written."""
    last = connection.execute(select(func.coalesce(func.max(overrules.c.number), 0))).scalar_one()
    made = dataclasses.replace(overrule, number=last + 1, made=_now(), withdrawn=None)
    connection.execute(insert(overrules).values(to_row(made)))
    return made


def withdraw_overrule(connection: Connection, number: int) -> Overrule:
    """Takes a judgement back; as it is then. Raises NotFound where there is none of that number that holds."""
    found = [o for o in read_overrules(connection) if o.number == number]
    if not found or found[0].withdrawn:
        why = "it has been withdrawn already" if found else "there is none"
        raise NotFound(f"Judgement {number}: {why}. `sayso overrules` lists them.")
    withdrawn = _now()
    connection.execute(update(overrules).where(overrules.c.number == number).values(withdrawn=withdrawn))
    return dataclasses.replace(found[0], withdrawn=withdrawn)


def purge_overrules(connection: Connection, document: str) -> None:
    """Deletes the judgements that quote a document."""
    for overrule in read_overrules(connection):
        if any(a.document == document for a in overrule.subjects):
            connection.execute(delete(overrules).where(overrules.c.number == overrule.number))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
