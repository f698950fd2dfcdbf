"""A collection as tables, one a type: what CSV and Parquet write."""

from collections.abc import Iterator

from sayso.export.contents import DISTINCT, Contents
from sayso.export.tables import claims, documents, judgements, names, statements
from sayso.export.tables.evidence import EVIDENCE
from sayso.export.tables.table import Column, Table, Value, column

__all__ = ["ALL", "Column", "Table", "Value"]

_COLLECTED = (
    documents.DOCUMENTS,
    statements.STATEMENTS,
    statements.SPANS,
    statements.LINKS,
    statements.TIMES,
    statements.PLACES,
    claims.CLAIMS,
    claims.CLAIM_DOCUMENTS,
    claims.ORIGINS,
    claims.ORIGIN_STATEMENTS,
    claims.RELATIONS,
    claims.FOLLOWED,
    claims.VARIANTS,
    claims.TIES,
    EVIDENCE,
    documents.REUSES,
    documents.PASSAGES,
    documents.STORIES,
    names.ENTITIES,
    names.ENTITY_NAMES,
    names.ENTITY_DOCUMENTS,
    names.AFFILIATIONS,
    judgements.JUDGEMENTS,
    judgements.JUDGEMENT_SUBJECTS,
)


def _find_facts(contents: Contents) -> Iterator[tuple[str, str]]:
    yield "collection", contents.title
    yield "note", DISTINCT
    if not contents.is_current:
        yield "warning", "The claims are older than the documents."
    yield from contents.versions.items()


def _find_columns(contents: Contents) -> Iterator[tuple[Table, Column]]:
    for table in _COLLECTED:
        for each in table.columns:
            yield table, each


_KINDS = {str: "text", int: "number", float: "number", bool: "true or false"}

ALL: tuple[Table, ...] = (
    Table(
        name="about",
        help="What this is, and what made it",
        find=_find_facts,
        columns=(
            column("what", str, "what is told", lambda row: row[0]),
            column("told", str, "what it is", lambda row: row[1]),
        ),
    ),
    Table(
        name="columns",
        help="What the columns of the other tables mean",
        find=_find_columns,
        columns=(
            column("table", str, "the table", lambda row: row[0].name),
            column("about", str, "what the table holds", lambda row: row[0].help),
            column("column", str, "the column", lambda row: row[1].name),
            column("kind", str, "text, number, or true or false", lambda row: _KINDS[row[1].kind]),
            column("meaning", str, "what it holds", lambda row: row[1].help),
        ),
    ),
    *_COLLECTED,
)
"""Every table of an export."""
