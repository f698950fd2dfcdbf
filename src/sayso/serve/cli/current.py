"""A collection with claims that are current: what every command reads that shows what was made of the documents."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import CollectionError
from sayso.serve.cli.options import open_collection
from sayso.serve.cli.progress import show_progress
from sayso.serve.cli.screen import notes, one_line
from sayso.serve.linked import Linked


@contextmanager
def open_linked(collection: Path | None) -> Iterator[Linked]:
    """The collection with its links; made anew where they are older than what is in it, as after a run that was stopped."""
    from sayso.pipeline.linking import has_current_claims, relink

    with open_collection(collection) as store:
        is_current = has_current_claims(store)
    if not is_current:
        try:
            with open_collection(collection, writable=True) as store, show_progress() as bar:
                relink(store, watch=bar.compare)
        except CollectionError as error:
            notes().print(
                f"These claims are older than the documents, and can't be made anew. {one_line(str(error))}",
                soft_wrap=True,
            )
    with open_collection(collection) as store:
        yield Linked(store)
