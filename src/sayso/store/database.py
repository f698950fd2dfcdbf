"""The SQLite file under a collection: how it is opened, and its errors in plain words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from sayso.errors import CollectionError, Damaged, DiskError, Locked, OtherVersion, Unwritable

APPLICATION_ID = 0x53415953  # "SAYS", in the file's header: tells a collection from any other SQLite file
BUSY_SECONDS = 30.0


def make_engine(path: Path, *, writable: bool) -> Engine:
    """An engine over one file; every transaction that it begins is a writing one where `writable`."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, writable=writable),
        poolclass=StaticPool,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # IMMEDIATE: two runs over one collection take turns instead of failing half-way.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writable else "BEGIN")

    return engine


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """A connection to the file; made where there is none, and kept with a log beside it, where it is to be `writable`."""
    connection = sqlite3.connect(
        _address(path, writable=writable), uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA foreign_keys = ON")
    if writable:
        connection.execute("PRAGMA journal_mode = WAL")
        # In WAL mode NORMAL keeps every committed document when the program is killed.
        connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _address(path: Path, *, writable: bool) -> str:
    """The file as SQLite's address; one in a folder that can't be written to is opened as it stands."""
    address = path.absolute().as_uri()
    if writable:
        return f"{address}?mode=rwc"
    if os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK):
        return f"{address}?mode=rw"
    # "Immutable" would leave out what only the log beside it holds: that of a run that goes on, or was killed.
    log = path.with_name(f"{path.name}-wal")
    return f"{address}?mode=ro" if log.exists() and log.stat().st_size else f"{address}?mode=ro&immutable=1"


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Errors of the database and the disk on the file at `path` as `CollectionError`, saying what to do next."""
    try:
        yield
    except IntegrityError as error:
        raise CollectionError(
            f"{path}: a record does not fit the collection ({error.orig}). This is a fault in sayso; please report it."
        ) from error
    except OSError as error:
        raise to_error(str(error.strerror), path) from error
    except (DBAPIError, sqlite3.Error) as error:
        raise to_error(str(error.orig if isinstance(error, DBAPIError) else error), path) from error


def to_error(message: str, path: Path) -> CollectionError:
    """A message of SQLite or the disk as the error that it means."""
    kind = next((kind for sign, kind, _ in _WORDS if sign in message), CollectionError)
    return kind(f"{path}: {say_error(message, path)}")


def say_error(message: str, path: Path) -> str:
    """SQLite's message in plain words, with what to do next."""
    for sign, _, words in _WORDS:
        if sign in message:
            return words
    if "unable to open" in message:
        folder = path.absolute().parent
        if not folder.is_dir():
            return f"the folder {folder} does not exist. Make it, or name another file with --collection."
        return "the file can't be opened. Check that it is a file and that you may read and write it and its folder."
    return f"the collection can't be used ({message})."


_READ_ONLY = "this file can't be written to. Change its permissions, or copy it to a place where you may write."
_DISK = "the disk can't be read or written, or a file may grow no larger. Check it, and run the same command again: what was added is kept."
_WORDS: tuple[tuple[str, type[CollectionError], str], ...] = (
    ("not a database", CollectionError, "this file is not a collection. Name another file with --collection."),
    ("malformed", Damaged, "this file is damaged. Restore it from a copy, or add the documents to a new file."),
    (
        "locked",
        Locked,
        "another program is writing to this collection. Wait until it has ended and try again.",
    ),
    ("readonly", Unwritable, _READ_ONLY),
    ("read-only", Unwritable, _READ_ONLY),
    ("Read-only", Unwritable, _READ_ONLY),
    ("Permission denied", Unwritable, "you may not read this file. Change the permissions of it and its folder."),
    ("disk is full", DiskError, "the disk is full. Make room and run the same command again: what was added is kept."),
    ("No space left", DiskError, "the disk is full. Make room and run the same command again: what was added is kept."),
    ("File too large", DiskError, _DISK),
    ("disk I/O error", DiskError, _DISK),
    (
        "no such column",
        OtherVersion,
        "this collection was made by another version of sayso. Add the documents to a new file.",
    ),
    (
        "no such table",
        OtherVersion,
        "this file is not a collection, or was made by another version of sayso. Name another file with --collection.",
    ),
)
"""What a message has in it, the error that it means, and the words."""
