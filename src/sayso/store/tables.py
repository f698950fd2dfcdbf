"""The tables of a collection, made from the model's definitions.

Each table of the model's holds the fields of the dataclass of that name; `readings` holds a reading's
without its statements. A document's columns are as it was read in: what
a person mends stands in `amendments`, which only grows, and is laid over them when they are read.
"""

import dataclasses
from collections.abc import Collection as Container

from sqlalchemy import DDL, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, event

from sayso.catalogue import entries
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
from sayso.store.words import INDEXES

VERSION = 3
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
Index("documents_by_own_address", documents.c.canonical_url)

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

Index("readings_by_reader", readings.c.reader)

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
Index("entity_links_by_b", entity_links.c.b)
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

# The catalogue: what lists and searches are read from. A cache too, made again with the links and claims; the entries of
# documents and statements are kept in step with them at once, since the full-text indexes are (`store/words.py`).

document_entries = Table(
    "document_entries",
    metadata,
    Column("number", Integer, primary_key=True),
    *make_columns(entries.DocumentEntry, of_document=("document",)),
    sqlite_strict=True,
)
Index("document_entries_by_document", document_entries.c.document, unique=True)
for _name, *_first in (("time",), ("outlet", "folded")):
    # All that a page in order looks at before it takes a document: those that are passed over cost no look at the table.
    _columns = (*_first, "moment", "document", "over", "latest")
    Index(f"document_entries_by_{_name}", *(document_entries.c[c] for c in _columns))

statement_entries = Table(
    "statement_entries",
    metadata,
    Column("number", Integer, primary_key=True),
    *make_columns(entries.StatementEntry, of_document=("document",)),
    Column("claim", Text),  # so that hits of a search lead to their claims without a look elsewhere
    sqlite_strict=True,
)
Index("statement_entries_by_statement", statement_entries.c.statement, unique=True)
Index("statement_entries_by_document", statement_entries.c.document, statement_entries.c.position)
Index("statement_entries_by_certainty", statement_entries.c.certainty, statement_entries.c.end)
Index("statement_entries_by_end", statement_entries.c.end)


def _list(name: str, record: type, *key: str) -> Table:
    return Table(name, metadata, *make_columns(record, key=key), sqlite_strict=True, sqlite_with_rowid=False)


claim_entries = _list("claim_entries", entries.ClaimEntry, "claim")
for _order in ("repeated", "origins", "time", "text"):
    Index(f"claim_entries_by_{_order}", claim_entries.c[_order], claim_entries.c.worth)
claim_documents = _list("claim_documents", entries.ClaimDocument, "document", "claim")
Index("claim_documents_by_claim", claim_documents.c.claim)
claim_statements = _list("claim_statements", entries.ClaimStatement, "statement")
source_entries = _list("source_entries", entries.SourceEntry, "place")
Index("source_entries_by_source", source_entries.c.source, unique=True)
Index("source_entries_by_group", source_entries.c.grouped, source_entries.c.place)
source_claims = _list("source_claims", entries.SourceClaim, "source", "claim", "denies")
voice_entries = _list("voice_entries", entries.VoiceEntry, "place")
Index("voice_entries_by_entity", voice_entries.c.entity, unique=True)
entity_statements = _list("entity_statements", entries.EntityStatement, "entity", "place")
entity_claims = _list("entity_claims", entries.EntityClaim, "entity", "claim")
entity_names = _list("entity_names", entries.EntityName, "name", "entity")
entity_documents = _list("entity_documents", entries.EntityDocument, "document", "entity")
reuse_entries = _list("reuse_entries", entries.ReuseEntry, "place")
Index("reuse_entries_by_document", reuse_entries.c.document)
Index("reuse_entries_by_source", reuse_entries.c.source)
story_entries = _list("story_entries", entries.StoryEntry, "place")
Index("story_entries_by_story", story_entries.c.story, unique=True)
story_documents = _list("story_documents", entries.StoryDocument, "document")
name_entries = Table("name_entries", metadata, *make_columns(entries.NameEntry, key=("number",)), sqlite_strict=True)
Index("name_entries_by_id", name_entries.c.id)
tallies = _list("tallies", entries.Tally, "kind", "name")
points = _list("points", entries.Point, "documents", "at_least", "at_most")

for _command in INDEXES:
    event.listen(metadata, "after_create", DDL(_command))  # type: ignore[no-untyped-call]

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
    "claim_documents",
    "claim_entries",
    "claim_statements",
    "claims",
    "document_entries",
    "documents",
    "entities",
    "entity_claims",
    "entity_documents",
    "entity_links",
    "entity_names",
    "entity_statements",
    "keys",
    "linked",
    "meetings",
    "metadata",
    "name_entries",
    "overrules",
    "points",
    "raws",
    "readings",
    "rejected",
    "reuse_entries",
    "reuses",
    "settings",
    "source_claims",
    "source_entries",
    "statement_entries",
    "statements",
    "stories",
    "story_documents",
    "story_entries",
    "tallies",
    "voice_entries",
]
