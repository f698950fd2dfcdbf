"""Jobs: what is added while pages are read, one after another."""

import io
import threading
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from sayso.errors import Busy, NotAllowed, NotFound, UsageError
from sayso.model import Document, Reading
from sayso.pipeline import linking, workers
from sayso.serve import desk as desks
from sayso.serve import jobs
from sayso.serve.desk import Desk
from sayso.serve.jobs import Job, State, make_distinct, tidy_name
from sayso.store import Store
from tests.factories import TEXT, FakeReader, load_fake_judge, load_fake_reader


@pytest.fixture(autouse=True)
def foreseeable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "load_judge", load_fake_judge)
    monkeypatch.setattr(workers, "load_reader", load_fake_reader)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    with Store(tmp_path / "case.db"):
        pass
    return Desk(tmp_path / "case.db")


class Gate(FakeReader):
    """A reader that waits until it is let through."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.open = threading.Event(), threading.Event()

    def read(self, document: Document) -> Reading:
        self.reached.set()
        assert self.open.wait(20)
        return super().read(document)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterable[Gate]:
    gate = Gate()
    monkeypatch.setattr(workers, "load_reader", lambda model: gate)
    yield gate
    gate.open.set()


def send(name: str = "report.txt", text: str = TEXT) -> tuple[str, io.BytesIO]:
    return name, io.BytesIO(text.encode())


def wait(job: Job) -> Job:
    for _ in range(1000):
        if job.is_ended:
            return job
        time.sleep(0.02)
    raise AssertionError(f"still {job.state}")


def test_files_become_documents_with_claims(desk: Desk) -> None:
    job = wait(desk.jobs.add(files=[send("a.txt"), send("b.txt", "RIFF\0\0\0\0")]))
    assert (job.state, job.added, job.rejected, job.message) == (State.DONE, 1, 1, None)
    [rejected] = job.set_aside
    assert rejected.input == "b.txt" and rejected.reason
    assert job.claims and job.statements
    with desk.read() as linked:
        [document] = linked.store.documents()
        assert document.input == "a.txt"
        assert linked.store.claims_made_by()
    assert desk.jobs.find(job.id) is job
    assert list(desk.jobs.list()) == [job]


def test_nothing_usable_is_no_fault(desk: Desk) -> None:
    job = wait(desk.jobs.add(files=[send(text="")]))
    assert (job.state, job.rejected, job.message) == (State.DONE, 1, "Not one of the inputs became a document.")


@pytest.mark.parametrize("line", ["/etc/passwd", "-", "file:///etc/passwd", "ftp://a.example/", "C:\\boot.ini", "."])
def test_what_is_no_address_is_never_opened(desk: Desk, line: str) -> None:
    with pytest.raises(UsageError, match="can't be fetched"):
        desk.jobs.add(addresses=["https://a.example/", line])
    assert not list(desk.jobs.list())


def test_private_addresses_are_set_aside(desk: Desk) -> None:
    job = wait(desk.jobs.add(addresses=["http://127.0.0.1:9/"]))
    assert job.rejected == 1
    assert "private" in job.set_aside[0].reason


def test_too_much_and_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="nothing to add"):
        desk.jobs.add()
    monkeypatch.setattr(jobs, "MOST_FILES", 1)
    monkeypatch.setattr(jobs, "MOST_ADDRESSES", 1)
    with pytest.raises(UsageError, match="2 files"):
        desk.jobs.add(files=[send(), send()])
    with pytest.raises(UsageError, match="2 addresses"):
        desk.jobs.add(addresses=["https://a.example/", "https://b.example/"])
    with pytest.raises(NotFound):
        desk.jobs.find("none")


def test_read_only(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        Desk(desk.collection, read_only=True).jobs.add(files=[send()])


def test_one_at_a_time_while_others_read(desk: Desk, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    first = desk.jobs.add(files=[send()])
    assert gate.reached.wait(20)
    second = desk.jobs.add(files=[send(text=TEXT.replace("Monday", "Friday"))])
    assert desk.jobs.find_running() is first
    with desk.read() as linked:
        assert not list(linked.store.documents())
    monkeypatch.setattr(desks, "PATIENCE", 0.01)
    with pytest.raises(Busy), desk.write():
        pass
    assert (first.state, second.state) == (State.READING, State.WAITING)
    monkeypatch.setattr(jobs, "MOST_WAITING", 2)
    with pytest.raises(Busy):
        desk.jobs.add(files=[send()])
    gate.open.set()
    assert wait(second).state is State.DONE
    assert first.is_ended
    with desk.read() as linked:
        assert len(list(linked.store.documents())) == 2


def test_stopped_keeps_what_was_added_and_counts_it(desk: Desk, gate: Gate) -> None:
    job = desk.jobs.add(files=[send(f"{n}.txt", TEXT.replace("Monday", f"day {n}")) for n in range(5)])
    waiting = desk.jobs.add(files=[send()])
    assert gate.reached.wait(20)
    desk.jobs.stop(waiting)
    desk.jobs.stop(job)
    gate.open.set()
    assert wait(job).state is State.STOPPED
    assert (job.added, bool(job.claims)) == (1, True)
    assert wait(waiting).state is State.STOPPED
    assert waiting.count == 0
    with desk.read() as linked:
        assert linked.store.claims_made_by()


def test_a_fault_is_said_and_the_next_job_runs(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(model: Path | None) -> FakeReader:
        raise RuntimeError("no")

    monkeypatch.setattr(workers, "load_reader", fail)
    job = wait(desk.jobs.add(files=[send()]))
    assert job.state is State.FAILED and "terminal" in (job.message or "")
    monkeypatch.setattr(workers, "load_reader", load_fake_reader)
    assert wait(desk.jobs.add(files=[send()])).state is State.DONE
    assert wait(desk.jobs.relink()).claims


def test_the_end_of_the_server_stops_jobs_without_comparing(desk: Desk, gate: Gate) -> None:
    job = desk.jobs.add(files=[send(f"{n}.txt", TEXT.replace("Monday", f"day {n}")) for n in range(5)])
    assert gate.reached.wait(20)
    assert not desk.jobs.close(patience=0.01)
    gate.open.set()
    assert desk.jobs.close(patience=20)
    assert (job.state, job.added, job.claims) == (State.STOPPED, 1, None)
    assert desk.jobs.close(patience=0)


def test_few_are_remembered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "KEPT", 2)
    made = [wait(desk.jobs.add(files=[send()])) for _ in range(4)]
    assert list(desk.jobs.list()) == [made[3], made[2]]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("page.html", "page.html"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\page.html", "page.html"),
        ("a\nb\0c.txt", "a b\N{REPLACEMENT CHARACTER}c.txt"),
        ("x\N{RIGHT-TO-LEFT OVERRIDE}txt.exe", "x\N{REPLACEMENT CHARACTER}txt.exe"),
        ("https://a.example/", "a file without a name"),
        ("", "a file without a name"),
        ("n" * 300 + ".html", "n" * 144 + "….html"),
    ],
)
def test_names(given: str, shown: str) -> None:
    assert tidy_name(given) == shown


def test_names_are_told_apart() -> None:
    used: set[str] = set()
    for expected in ("index.html", "index (2).html", "index (3).html"):
        made = make_distinct("index.html", used)
        assert made == expected
        used.add(made)
