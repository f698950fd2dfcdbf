"""Adds inputs to a collection."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from sayso.config import Config
from sayso.errors import NothingUsable, ReaderError
from sayso.ingest import IngestOptions, NamedFile, read_inputs
from sayso.model import Document, Ingested, Reading, Rejected
from sayso.pipeline import workers
from sayso.pipeline.linking import Watch, relink
from sayso.pipeline.workers import LoadReader, read_many
from sayso.store import Store
from sayso.versions import prefer_record


class Outcome(StrEnum):
    """What became of one input."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Handled:
    """One input that is done with."""

    input: str
    outcome: Outcome
    size: int
    """Bytes that it came as; 0 where unknown."""
    statements: int = 0
    rejected: Rejected | None = None
    """Why it was set aside, where it was."""


@dataclasses.dataclass(kw_only=True)
class Summary:
    """What a run did, so far."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    statements: int = 0
    claims: int = 0

    @property
    def documents(self) -> int:
        """Inputs that are documents of the collection now."""
        return self.added + self.changed + self.unchanged

    def count(self, handled: Handled) -> None:
        """Counts one more."""
        setattr(self, handled.outcome, getattr(self, handled.outcome) + 1)
        self.statements += handled.statements


def add_inputs(
    store: Store,
    inputs: Sequence[str | NamedFile],
    *,
    config: Config,
    options: IngestOptions | None = None,
    watch: Callable[[Handled], None] = lambda handled: None,
    watch_linking: Watch = lambda done, all: None,
    load: LoadReader | None = None,
) -> Summary:
    """Reads inputs in, reads what they say, writes each as it is done, and links at the end.

    A run that is stopped has kept all but what was in hand; the same call again goes on where it was.
    Raises NothingUsable where not one input became a document.
    """
    options = options or make_ingest_options(config)
    summary = Summary()
    items = (item for item in read_inputs(inputs, options=options) if not is_own_file(store, item))
    for handled in handle_items(store, items, config=config, load=load or workers.load_reader):
        summary.count(handled)
        watch(handled)
    if not summary.documents:
        why = (
            f"`sayso rejected --collection {store.path}` says why." if summary.rejected else "There is nothing in them."
        )
        raise NothingUsable(f"Not one of the inputs became a document. {why}")
    summary.claims = relink(store, watch=watch_linking)
    return summary


def is_own_file(store: Store, item: Ingested | Rejected) -> bool:
    """True for the collection's own file and those that SQLite keeps beside it, as where `.` is added."""
    if isinstance(item, Ingested):
        return False
    path = Path(item.input)
    names = [f"{store.path.name}{ending}" for ending in ("", "-wal", "-shm", "-journal")]
    return path.name in names and path.parent.resolve() == store.path.parent.resolve()


def make_ingest_options(config: Config, **choices: Any) -> IngestOptions:
    """What the settings say on reading inputs in, and what was chosen beside them (fields of IngestOptions)."""
    shared = {f.name for f in dataclasses.fields(IngestOptions)} & {f.name for f in dataclasses.fields(Config)}
    return IngestOptions(**{name: getattr(config, name) for name in shared} | choices)


def handle_items(
    store: Store, items: Iterable[Ingested | Rejected], *, config: Config, load: LoadReader
) -> Iterator[Handled]:
    """Does all that is to be done with what inputs turned into, each in a transaction of its own."""
    unread = ((item, find_unread(store, item)) for item in items)
    for item, found in read_many(unread, load=load, model=config.model, workers=config.workers):
        if isinstance(item, Rejected):
            store.reject(item)
            yield Handled(input=item.input, outcome=Outcome.REJECTED, size=0, rejected=item)
        else:
            yield finish_document(store, item, found)


def find_unread(store: Store, item: Ingested | Rejected) -> Document | None:
    """The document that must be read, as a person may have mended it; None where there is nothing to read."""
    if isinstance(item, Rejected) or compare_record(store, item.document) is Outcome.UNCHANGED:
        return None
    return store.mended(item.document)


def compare_record(store: Store, document: Document) -> Outcome:
    """What adding a document would do: nothing where it is there already and as much is known of it."""
    held = store.find_original(document.id)
    if held is None:
        return Outcome.ADDED
    return Outcome.UNCHANGED if prefer_record(held, document) is held else Outcome.CHANGED


def finish_document(store: Store, ingested: Ingested, found: Reading | Rejected | None) -> Handled:
    """Writes a document with its reading, unless the same has been written meanwhile."""
    document = ingested.document
    outcome = compare_record(store, document)
    statements = 0
    rejected = None
    if outcome is Outcome.UNCHANGED:
        store.forget_rejections(document.input)
    if found is not None and outcome is not Outcome.UNCHANGED:
        rejected = found if isinstance(found, Rejected) else write_document(store, ingested, found)
        if rejected is not None:
            store.reject(rejected)
            outcome = Outcome.REJECTED
        elif isinstance(found, Reading):
            statements = len(found.statements)
    return Handled(
        input=document.input, outcome=outcome, size=len(ingested.raw), statements=statements, rejected=rejected
    )


def write_document(store: Store, ingested: Ingested, reading: Reading) -> Rejected | None:
    """Writes a document with its reading; a rejection where the reading's words don't stand in the document."""
    try:
        store.add(ingested, reading)
    except ReaderError as error:
        return Rejected(input=ingested.document.input, step="read", reason=str(error))
    return None
