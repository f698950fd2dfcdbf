"""Work that goes on while pages are read: inputs on their way into the collection, one job after another."""

import logging
import re
import secrets
import shutil
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from sayso.config import Config
from sayso.errors import Busy, NotFound, NothingUsable, SaysoError, UsageError
from sayso.export.html import printable
from sayso.export.words import say_count
from sayso.model import Rejected
from sayso.store import Store

if TYPE_CHECKING:
    from sayso.ingest import NamedFile
    from sayso.pipeline import Handled, Summary
    from sayso.serve.desk import Desk

MOST_FILES = 150
"""Of one job. A form takes 200 parts."""

MOST_ADDRESSES = 200
"""Of one job."""

MOST_WAITING = 5
"""Jobs that aren't done. Each keeps its files on the disk until it is."""

KEPT = 20
"""Jobs that are remembered."""

SHOWN = 200
"""Inputs of one job that are remembered one by one, and as many of those set aside; all are counted."""

LONGEST = 150
"""Characters of a file's name."""


class State(StrEnum):
    """What a job is at."""

    WAITING = "waiting"
    READING = "reading"
    COMPARING = "comparing"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


ENDED = (State.DONE, State.STOPPED, State.FAILED)


class Stopped(Exception):
    """Somebody asked a job to stop."""


class Job:
    """One job: what it is to do, and how far it is. Written by its own thread, and read by every page."""

    def __init__(self, inputs: Sequence[str], *, number: int) -> None:
        self.id = secrets.token_hex(8)
        self.number = number
        self.inputs = tuple(inputs)
        """Names of files and addresses; none where claims are only made anew."""
        self.state = State.WAITING
        self.is_stopping = False
        self.added = self.changed = self.unchanged = self.rejected = self.statements = 0
        self.handled: deque[Handled] = deque(maxlen=SHOWN)
        """What became of the inputs, the last ones."""
        self.set_aside: list[Rejected] = []
        """The first inputs of this job that were set aside, and why."""
        self.compared = 0
        self.to_compare = 0
        self.claims: int | None = None
        """Claims of the collection when it was done."""
        self.message: str | None = None
        """Why it failed, or what is left to do."""

    @property
    def is_ended(self) -> bool:
        """True where nothing more comes."""
        return self.state in ENDED

    @property
    def count(self) -> int:
        """Documents and inputs that are done with."""
        return self.added + self.changed + self.unchanged + self.rejected

    def watch(self, handled: "Handled") -> None:
        """Counts one more. Raises Stopped where it is to stop."""
        setattr(self, handled.outcome, getattr(self, handled.outcome) + 1)
        self.statements += handled.statements
        self.handled.append(handled)
        if handled.rejected is not None and len(self.set_aside) < SHOWN:
            self.set_aside.append(handled.rejected)
        self.check()

    def watch_linking(self, done: int, all: int) -> None:
        """Notes how many documents have been compared. Raises Stopped where it is to stop."""
        self.state, self.compared, self.to_compare = State.COMPARING, done, all
        if done < all:
            self.check()

    def check(self) -> None:
        """Raises Stopped where it is to stop."""
        if self.is_stopping:
            raise Stopped


class Jobs:
    """The jobs of one desk, in the order in which they were asked for."""

    def __init__(self, desk: "Desk", config: Config) -> None:
        self._desk = desk
        self.config = config
        self._jobs: dict[str, Job] = {}
        self._asking = threading.Lock()
        self._turn = threading.Condition()
        self._count = 0
        self._threads: dict[str, threading.Thread] = {}
        self._is_closing = False

    def list(self) -> Iterable[Job]:
        """The jobs that are remembered, the last one first."""
        return tuple(reversed(tuple(self._jobs.values())))

    def find(self, job: str) -> Job:
        """A job by its id. Raises NotFound."""
        if job not in self._jobs:
            raise NotFound("There is no such job. Those of an earlier run of the server aren't remembered.")
        return self._jobs[job]

    def find_running(self) -> Job | None:
        """The first job that isn't done."""
        return next((j for j in tuple(self._jobs.values()) if not j.is_ended), None)

    def add(self, *, addresses: Iterable[str] = (), files: Iterable[tuple[str, BinaryIO]] = ()) -> Job:
        """Begins to add addresses and files; these are copied before it answers.

        Raises UsageError for what is no address, for nothing and for too much, Busy where many jobs wait already,
        NotAllowed where the collection is shown to read only.
        """
        wanted, sent = list(dict.fromkeys(addresses)), list(files)
        check_addresses(wanted)
        if not wanted and not sent:
            raise UsageError("There is nothing to add. Choose files, or paste addresses.")
        if len(sent) > MOST_FILES:
            raise UsageError(f"{len(sent)} files are more than can be added at once. Send {MOST_FILES} at most.")
        self._check_room()
        folder = TemporaryDirectory(prefix="sayso-", ignore_cleanup_errors=True)
        try:
            named = list(save_files(sent, Path(folder.name)))
        except OSError as error:
            folder.cleanup()
            raise SaysoError(f"The files can't be kept ({error.strerror}). Make room on the disk.") from error
        inputs: list[str | NamedFile] = [*named, *wanted]
        return self._begin(
            lambda store, job: self._add(store, job, inputs), [*(f.name for f in named), *wanted], folder
        )

    def relink(self) -> Job:
        """Begins to make links and claims anew. Raises Busy and NotAllowed as `add` does."""
        self._check_room()
        return self._begin(self._link, (), None)

    def stop(self, job: Job) -> None:
        """Asks a job to stop after what is in hand. What was added stays."""
        job.is_stopping = True

    def close(self, *, patience: float) -> bool:
        """Stops all jobs after what is in hand, without comparing; False where that takes longer than so many seconds.

        Called before the program ends: a reader that is cut off takes the whole program down.
        """
        self._is_closing = True
        for job in self.list():
            job.is_stopping = True
        until = time.monotonic() + patience
        for thread in tuple(self._threads.values()):
            thread.join(max(0.0, until - time.monotonic()))
        return not any(t.is_alive() for t in self._threads.values())

    def _check_room(self) -> None:
        self._desk.check_writable()
        if sum(not j.is_ended for j in tuple(self._jobs.values())) >= MOST_WAITING:
            raise Busy(f"{MOST_WAITING} jobs are waiting already. Try again when one of them is done.")

    def _begin(
        self, work: Callable[[Store, Job], None], inputs: Sequence[str], folder: "TemporaryDirectory[str] | None"
    ) -> Job:
        with self._asking:
            self._count += 1
            job = Job(inputs, number=self._count)
            self._jobs[job.id] = job
            ended = [j for j in self._jobs.values() if j.is_ended]
            for old in ended[: max(0, len(self._jobs) - KEPT)]:
                del self._jobs[old.id]
        # A daemon, so that the server ends when it is told to: whatever was added is kept.
        thread = threading.Thread(target=self._run, args=(job, work, folder), name=f"job {job.number}", daemon=True)
        self._threads[job.id] = thread
        thread.start()
        return job

    def _run(self, job: Job, work: Callable[[Store, Job], None], folder: "TemporaryDirectory[str] | None") -> None:
        """Does one job, and writes down how it ended; never raises."""
        try:
            self._wait_for_turn(job)
            with self._desk.write(patience=-1) as store:
                work(store, job)
            job.state = State.STOPPED if job.is_stopping else State.DONE
        except Stopped:
            job.state = State.STOPPED
        except SaysoError as error:
            job.message, job.state = str(error), State.FAILED
        except BaseException:
            logging.getLogger(__name__).exception("A job failed.")
            job.message = "Something failed here. What it was stands in the terminal where `sayso serve` runs."
            job.state = State.FAILED
        finally:
            if folder is not None:
                folder.cleanup()
            self._threads.pop(job.id, None)
            with self._turn:
                self._turn.notify_all()

    def _wait_for_turn(self, job: Job) -> None:
        """Waits until those before it are done. Raises Stopped where it is to stop first."""
        with self._turn:
            while any(not j.is_ended and j.number < job.number for j in tuple(self._jobs.values())):
                job.check()
                self._turn.wait(0.5)
            job.check()

    def _add(self, store: Store, job: Job, inputs: "Sequence[str | NamedFile]") -> None:
        from sayso.pipeline import add_inputs

        job.state = State.READING
        try:
            summary: Summary = add_inputs(
                store, inputs, config=self.config, watch=job.watch, watch_linking=job.watch_linking
            )
        except Stopped:
            if self._is_closing or job.state is State.COMPARING or not (job.added or job.changed):
                raise
            self._link(store, job, is_asked=True)
        except NothingUsable:
            job.message = "Not one of the inputs became a document."
        else:
            job.claims = summary.claims

    def _link(self, store: Store, job: Job, *, is_asked: bool = False) -> None:
        """Makes links and claims anew; where it was asked to stop before, that meant the reading."""
        from sayso.pipeline import relink

        job.state = State.COMPARING
        if is_asked:
            job.is_stopping = False
        job.claims = relink(store, watch=job.watch_linking)
        job.is_stopping = job.is_stopping or is_asked


def check_addresses(addresses: Sequence[str]) -> None:
    """Raises UsageError where something is no http(s) address: it must never be opened as a file of this machine."""
    from sayso.ingest.address import is_address

    if len(addresses) > MOST_ADDRESSES:
        raise UsageError(
            f"{len(addresses)} addresses are more than can be added at once. Send {MOST_ADDRESSES} at most."
        )
    others = [a for a in addresses if not is_address(a)]
    if others:
        shown = ", ".join(f"“{printable(a[:80])}”" for a in others[:3])
        raise UsageError(
            f"{say_count(len(others), 'line')} of what was pasted can't be fetched: {shown}. An address begins with "
            "https:// or http:// and stands on a line of its own."
        )


def save_files(files: Iterable[tuple[str, BinaryIO]], folder: Path) -> "Iterable[NamedFile]":
    """Copies files under numbers; the names that they came with are only what they are called, and each is another."""
    from sayso.ingest import NamedFile

    used: set[str] = set()
    for n, (given, stream) in enumerate(files):
        name = make_distinct(tidy_name(given), used)
        used.add(name)
        path = folder / f"{n}"
        with path.open("wb") as target:
            shutil.copyfileobj(stream, target)
        yield NamedFile(path=path, name=name)


def tidy_name(name: str) -> str:
    """The last part of a file's name, on one line and of bearable length, its ending kept."""
    last = re.split(r"[/\\]", name)[-1]
    line = " ".join(printable(last).replace("\0", " ").split())
    ending = PurePath(line).suffix[:20]
    cut = line if len(line) <= LONGEST else line[: LONGEST - len(ending) - 1] + "…" + ending
    return cut or "a file without a name"


def make_distinct(name: str, used: set[str]) -> str:
    """The name, with a number where another file has it already."""
    path, n, made = PurePath(name), 1, name
    while made in used:
        n += 1
        made = f"{path.stem} ({n}){path.suffix}"
    return made
