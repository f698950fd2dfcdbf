"""`sayso serve` as a command: where it is, what it refuses, and how it ends."""

import socket
from pathlib import Path

import httpx
import pytest

from tests.e2e.program import Program, write_reports
from tests.e2e.serving import ADDRESS, end, serve

TOKEN = "an old ferry in the fog"


@pytest.fixture
def sayso(tmp_path: Path) -> Program:
    made = Program(tmp_path)
    write_reports(tmp_path / "reports.jsonl", 3)
    made.run("add", "reports.jsonl")
    return made


def test_it_says_where_it_is_and_ends_with_ctrl_c(sayso: Program) -> None:
    running = sayso.start("serve", "--port", "0", PYTHONUNBUFFERED="1")
    assert running.stdout
    line = running.stdout.readline()
    found = ADDRESS.search(line)
    assert found
    assert line.startswith("sayso.db is at http://127.0.0.1:")
    answer = httpx.get(found[0])
    assert answer.status_code == 200
    assert "3 documents" in answer.text
    said, errors = end(running)
    assert said == "Ended.\n"
    assert errors == ""
    assert running.returncode == 0


def test_another_address_needs_a_token(sayso: Program) -> None:
    assert "--token" in sayso.run("serve", "--host", "0.0.0.0", code=2).stderr
    assert "--token" in sayso.run("serve", "--name", "desk.example", code=2).stderr
    assert "can be guessed" in sayso.run("serve", "--token", "short", code=2).stderr


def test_the_token_may_stand_in_the_settings(sayso: Program) -> None:
    (sayso.folder / "sayso.toml").write_text(f'token = "{TOKEN}"\n')
    with serve(sayso) as address:
        assert httpx.get(address).status_code == 303
        assert httpx.get(address, headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_read_only(sayso: Program) -> None:
    with serve(sayso, "--read-only") as address:
        assert "read only" in httpx.get(address).text


def test_a_port_that_is_taken_and_a_collection_that_is_not_there(sayso: Program) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert "can't listen here" in sayso.run("serve", "--port", port, code=1).stderr
    assert "no collection here" in sayso.run("serve", "--collection", "none.db", code=1).stderr
