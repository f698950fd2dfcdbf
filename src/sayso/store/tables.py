"""The tables of a collection, made from the model's definitions.

Each table of the model's holds the fields of the dataclass of that name; `readings` holds a reading's
without its statements. A document's columns are as it was read in: what
a person mends stands in `amendments`, which only grows, and is laid over them when they are read.
"""

import dataclasses
from collections.abc import Collection as Container

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

from sayso.model import (
    Affiliation,
    Claim,
    Document,
    Entity,
    EntityLink,
    Meeting,
    Overrule,
    Reading,
    Rejected,
    Reuse,
    Statement,
    Story,
)
from sayso.store.codec import column_type, field_types, is_optional

VERSION = 2
"""Of the schema. Raised with each migration (`store/migrations.py`)."""

metadata = MetaData()


def make_columns(
    record: type, *, key: Container[str] = (), of_document: Container[str] = (), skip: Container[str] = ()
) -> list[Column[object]]:
    """A column for each field of a dataclass.

    `key` names the fields of the primary key, `of_document` those that refer to a document.
    """
    columns = []
    hints = field_types(record)
    for f in dataclasses.fields(record):
        if f.name not in skip:
            refers = [ForeignKey("documents.id", ondelete="CASCADE")] if f.name in of_document else []
            columns.append(
                Column(
                    f.name,
                    column_type(hints[f.name]),
                    *refers,
                    nullable=is_optional(hints[f.name]),
                    primary_key=f.name in key,
                )
            )
    return columns


documents = Table("documents", metadata, *make_columns(Document, key=("id",)), sqlite_strict=True)
Index("documents_by_url", documents.c.url)
Index("documents_by_version", documents.c.version_of)

raws = Table(
    "raws",
    metadata,
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    sqlite_strict=True,
)

readings = Table(
    "readings",
    metadata,
    *make_columns(Reading, key=("document",), of_document=("document",), skip=("statements",)),
    sqlite_strict=True,
)

statements = Table(
    "statements",
    metadata,
    *make_columns(Statement, key=("id",), of_document=("document",)),
    Column("position", Integer, nullable=False),
    sqlite_strict=True,
)
Index("statements_by_document", statements.c.document, statements.c.position)

# What linking found: a cache, made again whenever the documents, their readings or the program change.

linked = Table(
    "linked",
    metadata,
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("made_of", Text, nullable=False),
    sqlite_strict=True,
)

keys = Table(
    "keys",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("keys_by_document", keys.c.document)

meetings = Table(
    "meetings", metadata, *make_columns(Meeting, key=("a", "b"), of_document=("a", "b")), sqlite_strict=True
)
Index("meetings_by_b", meetings.c.b)

entities = Table("entities", metadata, *make_columns(Entity, key=("id",)), sqlite_strict=True)
entity_links = Table("entity_links", metadata, *make_columns(EntityLink, key=("a", "b")), sqlite_strict=True)
affiliations = Table(
    "affiliations",
    metadata,
    Column("number", Integer, primary_key=True),  # several places may say the same
    *make_columns(Affiliation),
    sqlite_strict=True,
)
stories = Table("stories", metadata, *make_columns(Story, key=("id",)), sqlite_strict=True)
reuses = Table("reuses", metadata, *make_columns(Reuse, key=("document", "source")), sqlite_strict=True)
claims = Table("claims", metadata, *make_columns(Claim, key=("id",)), sqlite_strict=True)

rejected = Table("rejected", metadata, *make_columns(Rejected, key=("input", "step", "reason")), sqlite_strict=True)

amendments = Table(
    "amendments",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("withdrawn", Text),
    sqlite_strict=True,
)
Index("amendments_by_document", amendments.c.document)

overrules = Table("overrules", metadata, *make_columns(Overrule, key=("number",)), sqlite_strict=True)

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

__all__ = [
    "VERSION",
    "affiliations",
    "amendments",
    "claims",
    "documents",
    "entities",
    "entity_links",
    "keys",
    "linked",
    "meetings",
    "metadata",
    "overrules",
    "raws",
    "readings",
    "rejected",
    "reuses",
    "settings",
    "statements",
    "stories",
]
