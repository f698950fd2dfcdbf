"""Reads documents of a collection again: with a newer reader, or as a person has mended them."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence

from sayso.config import Config
from sayso.errors import NotFound, ReaderError, SaysoError, UsageError
from sayso.ingest.decode import replace_unstorable
from sayso.ingest.times import to_iso
from sayso.model import Document, Reading, Rejected, Status
from sayso.moments import to_moment
from sayso.pipeline import workers
from sayso.pipeline.linking import Watch, relink
from sayso.pipeline.workers import LoadReader, read_document, read_many
from sayso.store import Store

UNREAD = frozenset({"status"})
"""Fields that no reading depends on."""


@dataclasses.dataclass(kw_only=True)
class Rereading:
    """What reading again did, so far."""

    reread: int = 0
    current: int = 0
    """Documents that this reader had read already."""
    failed: list[Rejected] = dataclasses.field(default_factory=list)
    """Those that the reader fails on now; they keep the reading they had."""
    claims: int = 0


def reread(
    store: Store,
    *,
    config: Config,
    everything: bool = False,
    watch: Callable[[Document], None] = lambda document: None,
    watch_linking: Watch = lambda done, all: None,
    load: LoadReader | None = None,
) -> Rereading:
    """Reads again what another version of the reader has read (or everything), and links again."""
    load = load or workers.load_reader
    version = load(config.model).version
    done = Rereading()

    def find_stale() -> Iterator[tuple[Document, Document | None]]:
        for document in list(store.documents()):
            yield document, document if everything or store.read_by(document.id) != version else None

    for document, found in read_many(find_stale(), load=load, model=config.model, workers=config.workers):
        if found is None:
            done.current += 1
        elif (failure := replace_reading(store, document, found)) is not None:
            done.failed.append(failure)
        else:
            done.reread += 1
        watch(document)
    done.claims = relink(store, watch=watch_linking)
    return done


def replace_reading(store: Store, document: Document, found: Reading | Rejected) -> Rejected | None:
    """Writes what was found in a document; a rejection where it was one, or where its words don't stand in the document."""
    if isinstance(found, Rejected):
        return found
    try:
        store.replace_reading(found)
    except (NotFound, ReaderError) as error:
        return Rejected(input=document.input, step="read", reason=str(error))
    return None


def mend(
    store: Store,
    document: str,
    *,
    config: Config,
    changes: Mapping[str, str],
    withdraw: Sequence[str] = (),
    load: LoadReader | None = None,
) -> Document:
    """Records what a person says of a document (or takes it back), reads it so, and links again; the mended document."""
    changes = {field: tidy_value(field, value) for field, value in changes.items()}
    mended = store.preview(document, changes=changes, withdraw=withdraw)
    reading = None
    if not {*changes, *withdraw} <= UNREAD:
        found = read_document((load or workers.load_reader)(config.model), mended)
        if isinstance(found, Rejected):
            raise SaysoError(f"{document}: {found.reason}")
        reading = found
    store.mend(document, changes=changes, withdraw=withdraw, reading=reading)
    relink(store)
    return mended


def tidy_value(field: str, value: str) -> str:
    """A field's value as it is kept. Raises UsageError for one that it can't have."""
    value = replace_unstorable(value.strip())
    if not value:
        raise UsageError(f"{field}: an empty value says nothing. To take back what was set, use --withdraw {field}.")
    if field == "published":
        moment = to_iso(value)
        if moment is None or to_moment(moment) == float("-inf"):
            raise UsageError(f"{value!r} is no time. Give it as 2031-03-02, or as 2031-03-02T08:00:00Z.")
        return moment
    if field == "status" and value not in list(Status):
        raise UsageError(f"{value!r} is no status. It is one of {', '.join(Status)}.")
    return value
