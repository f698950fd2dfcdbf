"""Copies a collection while others read it and write to it: whole or not at all."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from tempfile import mkstemp

from sayso.errors import UsageError
from sayso.store.database import connect, plain_errors


def write_backup(path: Path, target: Path, *, check: Callable[[Path], None], replace: bool = False) -> None:
    """Copies the collection at `path` into a file that nobody sees before it is whole, and has passed `check`.

    Raises UsageError where there is a file already, unless it is to be replaced.
    """
    with plain_errors(target):
        if target.is_dir() or (target.exists() and target.samefile(path)):
            raise UsageError(
                f"{target}: this is {'a folder' if target.is_dir() else 'the collection itself'}. Name another file."
            )
        if target.exists() and not replace:
            raise UsageError(f"{target}: there is a file already. Name another one, or give --replace.")
        number, name = mkstemp(prefix=f"{target.name}.", suffix=".part", dir=target.absolute().parent)
        os.close(number)
        partial = Path(name)
        try:
            copy_file(path, partial)
            check(partial)
            shutil.copymode(path, partial)
            _flush(partial)
            partial.replace(target)
            _flush(target.absolute().parent)
        finally:
            partial.unlink(missing_ok=True)


def copy_file(path: Path, copy: Path) -> None:
    """Copies one state of a collection, what stands in its log too, into a file that needs no other beside it."""
    with plain_errors(path):
        source = connect(path, writable=False)
    try:
        with plain_errors(copy):
            made = sqlite3.connect(copy, isolation_level=None)
            try:
                source.backup(
                    made
                )  # all pages in one step, which is one state of it; in WAL mode nobody waits for that
                made.execute("PRAGMA journal_mode = DELETE")
            finally:
                made.close()
    finally:
        source.close()


def _flush(path: Path) -> None:
    """Sees to it that a file, or the names in a folder, outlive a loss of power."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
