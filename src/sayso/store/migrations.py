"""From an older schema to this one, one numbered step at a time.

`migrations/0001.sql` makes version 1; each later file `NNNN.sql` turns version NNNN − 1 into NNNN.
A new collection is made from `store/tables.py`; a test holds that all the files together make the same.
"""

from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine

from sayso.errors import CollectionError, OtherVersion
from sayso.store.database import APPLICATION_ID
from sayso.store.tables import VERSION, metadata


def read_migration(number: int) -> list[str]:
    """The SQL commands of one migration."""
    text = (files("sayso.store") / "migrations" / f"{number:04}.sql").read_text(encoding="utf-8")
    return [command.strip() for command in text.split(";\n") if command.strip()]


def read_version(connection: Connection) -> int:
    """The schema's version in a file's header; 0 for an empty file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def prepare_schema(engine: Engine, path: Path, *, writable: bool) -> None:
    """Makes the tables of an empty file, or brings those of an older one up to date.

    Raises CollectionError for a file of another program; OtherVersion for one of a newer version, or that would have
    to be changed and may not be.
    """
    with engine.connect() as connection:
        version = read_version(connection)
        owner = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
        is_empty = not connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
        connection.rollback()
    if is_empty and writable:
        make_schema(engine)
    elif owner != APPLICATION_ID:
        raise CollectionError(f"{path}: this file is not a collection. Name another file with --collection.")
    elif version > VERSION:
        raise OtherVersion(
            f"{path}: this collection is of version {version}, and this sayso knows versions up to {VERSION}. Install a newer sayso."
        )
    elif version < VERSION:
        if not writable:
            raise OtherVersion(
                f"{path}: this collection is of the older version {version}. Bring it up to date with `sayso relink --collection {path}`."
            )
        migrate_schema(engine)


def make_schema(engine: Engine) -> None:
    """Makes the tables in an empty file."""
    with engine.begin() as connection:
        if not connection.exec_driver_sql(
            "SELECT count(*) FROM sqlite_schema"
        ).scalar_one():  # another run may have been first
            metadata.create_all(connection)
            _sign(connection, VERSION)


def migrate_schema(engine: Engine, *, to: int = VERSION) -> None:
    """Takes a file from its version to another, each step in a transaction of its own."""
    done = False
    while not done:
        with engine.begin() as connection:
            number = read_version(connection) + 1
            done = number > to
            if not done:
                for command in read_migration(number):
                    connection.exec_driver_sql(command)
                _sign(connection, number)


def _sign(connection: Connection, version: int) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")
