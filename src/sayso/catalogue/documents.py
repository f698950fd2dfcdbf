"""Documents and their statements in lists and searches."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from sayso.catalogue.ends import find_end
from sayso.catalogue.entries import DocumentEntry, StatementEntry
from sayso.catalogue.facets import fold_outlet, name_certainty, name_end, name_outlet, name_times, name_version
from sayso.model import Document, Statement
from sayso.moments import to_moment, to_period


class DocumentOrder(StrEnum):
    """What stands first in a list of documents."""

    TIME = "time"
    OUTLET = "outlet"
    CLAIMS = "claims"


def make_document_entry(document: Document, *, latest: str) -> DocumentEntry:
    """A document in lists; `latest` is the id of the latest version of its page."""
    moment, period = to_moment(document.published), to_period(document.published)
    facets = [name_version(is_latest=latest == document.id), name_outlet(document.outlet)]
    return DocumentEntry(
        document=document.id,
        latest=latest,
        outlet=document.outlet,
        folded=fold_outlet(document.outlet),
        published=document.published,
        moment=moment if moment > float("-inf") else float("inf"),
        over=period[1] if period else float("-inf"),
        facets=" ".join([*facets, *name_times(document.published)]),
    )


def make_statement_entries(statements: Iterable[Statement], facets: str) -> Iterator[StatementEntry]:
    """The statements of a document in lists, in their order; `facets` are those of the document."""
    for position, statement in enumerate(statements):
        certainty, end = str(statement.certainty), find_end(statement)
        yield StatementEntry(
            statement=statement.id,
            document=statement.document,
            position=position,
            certainty=certainty,
            end=end,
            facets=f"{facets} {name_certainty(certainty)} {name_end(end)}",
        )
