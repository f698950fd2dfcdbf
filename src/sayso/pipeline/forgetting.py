"""Erases documents from a collection, for a right of erasure: no byte of theirs is left in its file."""

import dataclasses
from collections.abc import Callable, Iterable

from sayso.link.ties import Judges
from sayso.model import Document
from sayso.pipeline.linking import Watch, has_current_claims, relink
from sayso.store import Store


@dataclasses.dataclass(frozen=True, kw_only=True)
class Forgotten:
    """What forgetting did, beside erasing the documents."""

    notes: int
    """Notes of judgements on other documents that quoted them, and are empty now."""
    versions: tuple[str, ...]
    """Ids of documents that are other versions of the same pages. They are still there."""
    carriers: tuple[str, ...]
    """Ids of other documents that repeat their words, or whose page has their address or headline. They are too."""


def forget(
    store: Store,
    documents: Iterable[Document],
    *,
    load: Callable[[], Judges] | None = None,
    watch: Watch = lambda done, all: None,
) -> Forgotten:
    """Erases documents. Stopped, `finish` goes on with it: the collection knows that it was begun.

    Raises Locked where another program has the collection open: they are deleted then, and not erased yet.
    """
    gone = {d.id: d for d in documents}
    repeating = {
        i
        for d in gone
        for x in store.links.read_results().reuses
        for i in (x.document, x.source)
        if d in (x.document, x.source)
    }
    notes = sum(store.forget(i) for i in gone)
    pages = {d.version_of for d in gone.values() if d.version_of}
    versions = [d.id for d in store.documents() if d.version_of in pages]
    marks = [m.encode() for d in gone.values() for m in (d.url, d.canonical_url, d.headline) if m]
    carriers = repeating | {i for i in store.document_ids() if any(m in store.raw(i) for m in marks)}
    finish(store, load=load, watch=watch)
    return Forgotten(
        notes=notes, versions=tuple(versions), carriers=tuple(sorted(carriers - gone.keys() - set(versions)))
    )


def finish(store: Store, *, load: Callable[[], Judges] | None = None, watch: Watch = lambda done, all: None) -> None:
    """Leaves nothing in the file of documents that are deleted already."""
    if not has_current_claims(store, load=load):
        relink(store, load=load, watch=watch)
    store.erase()
