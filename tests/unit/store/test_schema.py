import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine

from sayso.errors import CollectionError
from sayso.pipeline import relink
from sayso.store import Store, dump_collection, migrations
from sayso.store.database import make_engine
from sayso.store.tables import VERSION
from sayso.store.words import read_question
from tests.factories import load_fake_judge
from tests.ferry import fill_store
from tools.make_docs import make_schema

GOLDEN = Path(__file__).parents[2] / "golden" / "schema.sql"


def read_schema(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()
    connection.close()
    return [(name, " ".join(sql.split())) for name, sql in rows]


def test_the_golden_schema_is_that_of_the_model() -> None:
    """Each change of the schema shows in review; `make generate` rewrites it, and needs a migration beside it."""
    assert GOLDEN.read_text(encoding="utf-8").split("\n\n", 1)[1] == make_schema()


def test_all_migrations_together_make_the_schema(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "migrated.db", writable=True)
    migrations.migrate_schema(engine)
    engine.dispose()
    Store(tmp_path / "new.db").close()
    assert read_schema(tmp_path / "migrated.db") == read_schema(tmp_path / "new.db")
    Store(tmp_path / "migrated.db", writable=False).close()


def test_an_older_file_is_brought_up_to_date_when_it_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    Store(path).close()

    def read_migration(number: int) -> list[str]:
        assert number == VERSION + 1
        return ["ALTER TABLE settings ADD COLUMN note TEXT"]

    def migrate(engine: Engine) -> None:
        real_migrate(engine, to=VERSION + 1)

    real_migrate = migrations.migrate_schema
    monkeypatch.setattr(migrations, "VERSION", VERSION + 1)
    monkeypatch.setattr(migrations, "read_migration", read_migration)
    monkeypatch.setattr(migrations, "migrate_schema", migrate)
    with pytest.raises(CollectionError, match="older version"):
        Store(path, writable=False)
    Store(path).close()
    assert "note TEXT" in dict(read_schema(path))["settings"]
    Store(path, writable=False).close()


def test_a_collection_of_version_2_is_brought_up_with_all_that_is_in_it(tmp_path: Path) -> None:
    """Its lists are empty until it is linked again, which it is told to be."""
    with Store(tmp_path / "new.db") as store:
        fill_store(store)
        dump = list(dump_collection(store))
    path = tmp_path / "old.db"
    engine = make_engine(path, writable=True)
    migrations.migrate_schema(engine, to=2)
    engine.dispose()
    connection = sqlite3.connect(path)
    connection.execute("ATTACH ? AS new", (str(tmp_path / "new.db"),))
    tables = [name for (name,) in connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")]
    for table in tables:
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM new.{table}")
    connection.commit()
    connection.close()
    with pytest.raises(CollectionError, match="older version 2"):
        Store(path, writable=False)
    with Store(path) as store:
        assert store.claims_made_by() is None
        assert store.catalogue.documents().items == ()
        relink(store, load=load_fake_judge)
        assert list(dump_collection(store)) == dump
        assert len(store.catalogue.documents().items) == len(list(store.documents()))
        assert store.search.statements(read_question("pump")).count == 3
