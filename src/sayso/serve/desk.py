"""The desk that every request of the workbench works at: one collection, read by many, written by one at a time."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sayso.config import Config
from sayso.errors import Busy, NotAllowed, OutOfDate
from sayso.serve.jobs import Jobs
from sayso.serve.linked import Linked
from sayso.store import Store

T = TypeVar("T")


class Desk:
    """A collection as a server holds it. Each request opens the file anew, so that it sees what others have written."""

    def __init__(self, collection: Path, *, read_only: bool = False, config: Config = Config()) -> None:  # noqa: B008
        self.collection = collection
        self.read_only = read_only
        self.jobs = Jobs(self, config)
        self._writing = threading.Lock()
        self._keeping = threading.Lock()
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    @contextmanager
    def read(self) -> Iterator[Linked]:
        """The collection with its links, to read, in one state from beginning to end."""
        with Store(self.collection, writable=False) as store, store.steady():
            yield Linked(store)

    @contextmanager
    def write(self, *, seen: str | None = None, patience: float | None = None) -> Iterator[Store]:
        """The collection, to change; whoever comes meanwhile waits, for so many seconds (-1: for as long as it takes).

        `seen` is the stamp of what the change rests on. Raises OutOfDate where the collection is no longer in that state,
        NotAllowed where it is shown to read only, Busy where others write for longer than that.
        """
        self.check_writable()
        if not self._writing.acquire(timeout=PATIENCE if patience is None else patience):
            raise Busy(
                "Something is being added to the collection, or judged in it, so nothing was done. Try again when it is done."
            )
        try:
            with Store(self.collection, make=False) as store:
                if seen is not None and store.stamp() != seen:
                    raise OutOfDate(
                        "The collection has changed since this was read. Look at it again before you change it."
                    )
                yield store
        finally:
            self._writing.release()

    def check_writable(self) -> None:
        """Raises NotAllowed where the collection is shown to read only."""
        if self.read_only:
            raise NotAllowed(
                "This collection is shown to read only. Start `sayso serve` without --read-only to change it."
            )

    def stamp(self) -> str:
        """The state of the collection: another word after each change, and the same while nothing changes."""
        with Store(self.collection, writable=False) as store:
            return store.stamp()

    def keep(self, key: Hashable, linked: Linked, make: Callable[[], T]) -> T:
        """What `make` makes of the collection, made once for each state of it; of small things, since it is held in memory."""
        name = (linked.store.stamp(), key)
        with self._keeping:
            if name in self._kept:
                self._kept.move_to_end(name)
                return self._kept[name]  # type: ignore[no-any-return]
        made = make()
        with self._keeping:
            self._kept[name] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made


PATIENCE = 20.0
"""Seconds that a change waits for others."""

KEPT = 64
"""Things that a desk holds in memory."""
