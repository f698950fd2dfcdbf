"""Reads documents of a collection again: with a newer reader, or as a person has mended them."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence

from sayso.config import Config
from sayso.errors import SaysoError, UsageError
from sayso.model import Document, Rejected, Status
from sayso.pipeline import workers
from sayso.pipeline.linking import relink
from sayso.pipeline.workers import LoadReader, read_document, read_many
from sayso.steps import to_moment
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
        elif isinstance(found, Rejected):
            done.failed.append(found)
        else:
            store.replace_reading(found)
            done.reread += 1
        watch(document)
    done.claims = relink(store)
    return done


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
    for field, value in changes.items():
        check_value(field, value)
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


def check_value(field: str, value: str) -> None:
    """Raises UsageError for a value that a field can't have."""
    if not value.strip():
        raise UsageError(f"{field}: an empty value says nothing. To take back what was set, use --withdraw {field}.")
    if field == "published" and to_moment(value) == float("-inf"):
        raise UsageError(f"{value!r} is no time. Give it as 2031-03-02, or as 2031-03-02T08:00:00Z.")
    if field == "status" and value not in list(Status):
        raise UsageError(f"{value!r} is no status. It is one of {', '.join(Status)}.")
