"""The tables of documents: what was published, what repeats what, what is on one matter."""

from collections.abc import Iterator

from sayso.export.contents import Contents
from sayso.export.tables.table import Table, column, take
from sayso.model import Document, Passage, Reuse, Span, Story


def _find_documents(contents: Contents) -> Iterator[tuple[Document, str]]:
    for document in contents.documents.values():
        yield document, contents.latest.get(document.id, document.id)


def _find_passages(contents: Contents) -> Iterator[tuple[Reuse, int, Passage]]:
    for reuse in contents.reuses:
        for n, passage in enumerate(reuse.passages):
            yield reuse, n, passage


def _find_members(contents: Contents) -> Iterator[tuple[Story, str]]:
    for story in contents.stories:
        for document in story.documents:
            yield story, document


DOCUMENTS = Table(
    name="documents",
    help="What was published, and by whom; corrected and retracted ones are marked in status",
    find=_find_documents,
    columns=(
        *take(
            Document,
            *("id", "outlet", "published", "headline", "status", "status_from", "url", "canonical_url", "byline"),
            *("language", "outlet_from", "published_from", "input", "media_type"),
            of=lambda row: row[0],
        ),
        column("latest", str, "id of the latest version of its page, which may be its own", lambda row: row[1]),
        *take(Document, "text", of=lambda row: row[0]),
    ),
)
REUSES = Table(
    name="reuses",
    help="Which document repeats passages of which",
    find=lambda contents: contents.reuses,
    columns=(
        *take(Reuse, "document", "source"),
        column("direction", str, "known or undetermined", lambda r: "known" if r.directed else "undetermined"),
        column("passages", int, "how many passages", lambda r: len(r.passages)),
        *take(Reuse, "reason"),
    ),
)
PASSAGES = Table(
    name="passages",
    help="Where the passages stand in both documents: ranges of code points, half-open",
    find=_find_passages,
    columns=(
        *take(Reuse, "document", "source", of=lambda row: row[0]),
        column("position", int, "its place among the passages of the two, from 0", lambda row: row[1]),
        *take(Span, "part", "start", "stop", of=lambda row: row[2].span),
        *take(Span, "part", "start", "stop", of=lambda row: row[2].source, called="source_"),
        *take(Passage, "score", of=lambda row: row[2]),
    ),
)
STORIES = Table(
    name="stories",
    help="Documents on one matter: a row for each document of a story",
    find=_find_members,
    columns=(
        column("story", str, "id of the story", lambda row: row[0].id),
        column("document", str, "id of one of its documents", lambda row: row[1]),
    ),
)
