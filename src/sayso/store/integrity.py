"""SQLite's own checks of a collection's file, and of its full-text indexes against the texts that they are made of."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from sayso.errors import Unwritable
from sayso.store.backup import copy_file
from sayso.store.database import connect, plain_errors
from sayso.store.words import INDEX_NAMES


def find_file_faults(connection: Connection) -> Iterator[str]:
    """What SQLite finds wrong with a file: its pages and indexes, and records that refer to none."""
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if said != "ok":
            yield " ".join(str(said).split())
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield f"a record of {table} refers to one of {parent} that is not there"


def find_index_faults(path: Path) -> Iterator[str]:
    """The full-text indexes that don't agree with their texts.

    FTS5 makes its check as a write, though it changes nothing; so a file that may only be read is checked in a copy.
    """
    try:
        with plain_errors(path):
            yield from _ask_indexes(path)
    except Unwritable:
        with TemporaryDirectory() as folder, plain_errors(path):
            copy = Path(folder) / "copy.db"
            copy_file(path, copy)
            yield from _ask_indexes(copy, is_copy=True)


def rebuild_indexes(connection: Connection) -> None:
    """Makes the full-text indexes anew of their texts."""
    for index in INDEX_NAMES:
        connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _ask_indexes(path: Path, *, is_copy: bool = False) -> list[str]:
    connection = connect(path, writable=is_copy)
    faults = []
    try:
        connection.execute("BEGIN IMMEDIATE")
        for index in INDEX_NAMES:
            try:
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                if "malformed" not in str(error):
                    raise
                faults.append(index)
        connection.execute("ROLLBACK")
    finally:
        connection.close()
    return faults
