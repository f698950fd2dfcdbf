"""Reading documents side by side: one reader, with one model session, in each worker process."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for_end
from pathlib import Path
from typing import Protocol, TypeVar

from sayso.errors import RejectedInput, SaysoError
from sayso.model import Document, Reading, Rejected

FEW = 16
"""So many documents are read in the main process before workers are started: for fewer, starting them would take longer."""

WAITING = 4
"""Documents sent ahead for each worker, so that none waits for the main process to write."""


class Reads(Protocol):
    """What is needed of a reader."""

    @property
    def version(self) -> str: ...

    def read(self, document: Document) -> Reading: ...


LoadReader = Callable[[Path | None], Reads]

T = TypeVar("T")

Items = Iterable[tuple[T, Document | None]]
Results = Iterator[tuple[T, Reading | Rejected | None]]


def load_reader(model: Path | None) -> Reads:
    """The reader that comes with sayso, or the one in a folder."""
    from sayso.read.reader import Reader  # here, because the model's runtime is slow to import and often not needed

    return Reader.load(model, threads=1)


def read_document(reader: Reads, document: Document) -> Reading | Rejected:
    """The reading of a document; a rejection where the reader fails on it, so that a run goes on."""
    try:
        return reader.read(document)
    except RejectedInput as error:
        return Rejected(input=document.input, step=error.step, reason=error.reason)
    except (SaysoError, MemoryError):
        raise
    except Exception as error:
        reason = f"The reader failed on it ({type(error).__name__}: {error}). This is a fault in sayso; please report it with the document."
        return Rejected(input=document.input, step="read", reason=reason)


def read_many(items: Items[T], *, load: LoadReader, model: Path | None, workers: int) -> Results[T]:
    """Each item with the reading of its document, in no particular order; those without one pass through.

    Takes a few items ahead of what it gives, never more, so `items` may be endless.
    """
    stream = iter(items)
    yield from _read_here(stream, load, model, most=FEW if workers > 1 else None)
    yield from _read_in_workers(stream, load, model, workers)


def _read_here(stream: Items[T], load: LoadReader, model: Path | None, *, most: int | None) -> Results[T]:
    reader = None
    count = 0
    for item, document in stream:
        if document is None:
            yield item, None
            continue
        reader = reader or load(model)
        yield item, read_document(reader, document)
        count += 1
        if count == most:
            return


def _read_in_workers(stream: Items[T], load: LoadReader, model: Path | None, workers: int) -> Results[T]:
    # Spawned, not forked: a model session and the main process's threads don't survive a fork.
    # The pool starts its processes with the first document it is given.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_worker, initargs=(load, model))
    pending: dict[Future[Reading | Rejected], T] = {}
    try:
        for item, document in stream:
            if document is None:
                yield item, None
            else:
                with interrupts_ignored():  # by the workers that this may start, from their first moment
                    pending[pool.submit(_read_in_worker, document)] = item
            while len(pending) >= workers * WAITING or any(f.done() for f in pending):
                yield from _take_done(pending)
        while pending:
            yield from _take_done(pending)
    except BrokenProcessPool as error:
        raise SaysoError(
            "A worker process died, perhaps for want of memory. What was added is kept; run it again, with fewer --jobs, to go on."
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Ctrl-C is ignored within, and by every process started within: it is the main process's to answer."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, held)


def _take_done(pending: dict[Future[Reading | Rejected], T]) -> Results[T]:
    for future in wait(pending, return_when=FIRST_COMPLETED).done:
        yield pending.pop(future), future.result()


class _Worker:
    """What one worker process holds."""

    load: LoadReader
    model: Path | None
    reader: Reads | None = None


def _begin_worker(load: LoadReader, model: Path | None) -> None:
    _Worker.load, _Worker.model = staticmethod(load), model
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this worker when the main process is killed, for nobody would ever fetch its work."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for_end([parent.sentinel])
        os._exit(1)


def _read_in_worker(document: Document) -> Reading | Rejected:
    # Loaded with the first document, not before: a damaged model then ends the run with its own message.
    if _Worker.reader is None:
        _Worker.reader = _Worker.load(_Worker.model)
    return read_document(_Worker.reader, document)
