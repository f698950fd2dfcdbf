"""A run that is killed or stopped keeps what it did, and the same command goes on."""

import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from sayso.pipeline.workers import FEW
from sayso.store import Store, dump_collection
from tests.e2e.program import Program, write_reports

COUNT = FEW + 8


def count_documents(path: Path) -> int:
    if not path.exists():
        return 0
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)
    try:
        return int(connection.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.OperationalError:  # its tables are not there yet
        return 0
    finally:
        connection.close()


def wait_for_documents(path: Path, count: int, process: subprocess.Popen[str]) -> None:
    for _ in range(1200):
        if count_documents(path) >= count:
            return
        assert process.poll() is None, "the run ended before it could be stopped"
        time.sleep(0.025)
    raise AssertionError("the run did not get far enough to be stopped")


def dump(path: Path) -> list[str]:
    with Store(path) as store:
        return list(dump_collection(store))


@pytest.fixture
def sayso(tmp_path: Path) -> Program:
    write_reports(tmp_path / "reports.jsonl", COUNT)
    return Program(tmp_path)


@pytest.mark.parametrize(("stop_at", "jobs"), [(1, "1"), (5, "1"), (FEW + 2, "2")])
def test_a_killed_run_goes_on_where_it_was(sayso: Program, stop_at: int, jobs: str) -> None:
    sayso.run("add", "reports.jsonl", "--collection", "whole.db")
    path = sayso.folder / "killed.db"
    command = ("add", "reports.jsonl", "--collection", "killed.db", "--jobs", jobs)
    process = sayso.start(*command, SAYSO_TEST_SECONDS="0.1")
    wait_for_documents(path, stop_at, process)
    process.kill()
    process.communicate(timeout=30)
    kept = count_documents(path)
    assert stop_at <= kept < COUNT
    assert sayso.read("info", "--collection", "killed.db")[0]["claims_made_by"] is None
    assert 0 < sum(len(c["statements"]) for c in sayso.read("claims", "--collection", "killed.db")) <= kept * 3
    assert f"{kept:,} already there" in sayso.run(*command).stdout
    assert dump(path) == dump(sayso.folder / "whole.db")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_says_what_is_kept(sayso: Program, jobs: str) -> None:
    process = sayso.start("add", "reports.jsonl", "--jobs", jobs, SAYSO_TEST_SECONDS="0.1")
    wait_for_documents(sayso.folder / "sayso.db", 2 if jobs == "1" else FEW + 2, process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Run the same command again to go on" in errors
    assert "Traceback" not in errors
    kept = count_documents(sayso.folder / "sayso.db")
    assert f"{kept} documents of this run kept in sayso.db" in " ".join(errors.split())


def test_no_worker_outlives_a_killed_run(sayso: Program) -> None:
    marker = str(sayso.folder / "outlived.db")
    process = sayso.start("add", "reports.jsonl", "--jobs", "2", "--collection", marker, SAYSO_TEST_SECONDS="0.2")
    wait_for_documents(Path(marker), FEW + 1, process)
    workers = find_children(process.pid)
    assert workers
    process.kill()
    process.communicate(timeout=30)
    for _ in range(200):
        if not any(Path(f"/proc/{w}").exists() for w in workers):
            return
        time.sleep(0.05)
    raise AssertionError("workers outlived the main process")


def find_children(process: int) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()
