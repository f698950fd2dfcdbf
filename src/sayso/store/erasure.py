"""Erases a document: what deleting leaves behind in a file is overwritten, and where words of it are quoted they go.

Deleting alone leaves words in free pages, in the full-text indexes, which only note that an entry is gone, and in the
write-ahead log. So after it the indexes are made anew, the file is written anew (VACUUM), and the log is emptied.
"""

import sqlite3

from sqlalchemy import Connection, delete, or_, update

from sayso.model import Document
from sayso.store import tables
from sayso.store.overrules import read_overrules
from sayso.store.words import INDEX_NAMES

MARK = "erasing"
"""The setting that stands in a collection from the moment a document is deleted until nothing of it is left."""

QUOTED = 4
"""So many words of a document, one after the other, count as a quotation of it."""


def delete_quotations(connection: Connection, document: Document) -> int:
    """Deletes why inputs of a document were set aside, and empties the notes that quote it; how many notes."""
    columns = tables.rejected.c
    names = [n for n in (document.input, document.url, document.canonical_url) if n]
    quoted = [columns.reason.contains(n, autoescape=True) for n in names]
    connection.execute(delete(tables.rejected).where(or_(columns.input.in_(names), *quoted)))
    emptied = 0
    for overrule in read_overrules(connection):
        if is_quoted(overrule.note, document) or is_quoted(overrule.by, document):
            table = tables.overrules
            connection.execute(update(table).where(table.c.number == overrule.number).values(note="", by=""))
            emptied += 1
    return emptied


def is_quoted(note: str, document: Document) -> bool:
    """True where a note has the address of a document, its headline, or some words of it one after the other."""
    addresses = [a for a in (document.url, document.canonical_url) if a]
    if any(a in note for a in addresses):
        return True
    said, wholes = _split(note), [_split(part) for part in (document.headline, document.text)]
    if wholes[0] and _holds(said, wholes[0]):
        return True
    runs = [said[n : n + QUOTED] for n in range(len(said) - QUOTED + 1)]
    return any(_holds(whole, run) for run in runs for whole in wholes)


def erase_remains(connection: sqlite3.Connection) -> bool:
    """Writes indexes and file anew and empties the log; false where another program that reads keeps the log from that."""
    for index in INDEX_NAMES:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    connection.execute("VACUUM")
    is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy


def _split(text: str) -> list[str]:
    """The words of a text, as they are compared."""
    return ["".join(filter(str.isalnum, word)) for word in text.casefold().split() if any(map(str.isalnum, word))]


def _holds(words: list[str], run: list[str]) -> bool:
    return f" {' '.join(run)} " in f" {' '.join(words)} "
