import time
from typing import Any

import pytest
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from sayso.serve.api import shapes

STORY = (
    "The ferry lost power off Skerry Point on Monday morning, and boats from three villages towed it home through fog. "
    "Lena Orr said the second pump failed within an hour of leaving the long pier. The passengers landed before noon."
)


def wait_for(client: TestClient, job: dict[str, Any]) -> dict[str, Any]:
    """A job when it is over."""
    for _ in range(600):
        found: dict[str, Any] = client.get(f"jobs/{job['id']}").json()
        TypeAdapter(shapes.JobShape).validate_python(found)
        if found["state"] in ("done", "failed", "stopped"):
            return found
        time.sleep(0.05)
    raise AssertionError(found)


def test_files_are_added_under_their_own_names(client: TestClient) -> None:
    sent = [("files", ("../../report.txt", STORY.encode(), "text/plain")), ("files", ("empty.txt", b"", "text/plain"))]
    answer = client.post("jobs", files=sent)
    assert answer.status_code == 202, answer.text
    assert answer.headers["Location"] == f"/api/v1/jobs/{answer.json()['id']}"
    done = wait_for(client, answer.json())
    assert (done["state"], done["added"], done["rejected"]) == ("done", 1, 1), done
    assert [r["input"] for r in done["set_aside"]] == ["empty.txt"]
    inputs = {d["input"] for d in client.get("documents").json()["items"]}
    assert "report.txt" in inputs
    assert client.get("search", params={"q": "noon"}).json()["documents"]["count"] == 1
    assert client.get("jobs").json()["items"] == [done]


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({"json": {"addresses": ["/etc/passwd"]}}, 400),
        ({"json": {"addresses": ["file:///etc/passwd"]}}, 400),
        ({"json": {"addresses": ["-"]}}, 400),
        ({"json": {"addresses": []}}, 400),
        ({"json": {"files": ["x"]}}, 400),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 400),
        ({"content": b"text"}, 400),
        ({"files": [("other", ("a.txt", b"x", "text/plain"))]}, 400),
    ],
)
def test_what_can_not_be_added(client: TestClient, options: dict[str, Any], status: int) -> None:
    answer = client.post("jobs", **options)
    assert answer.status_code == status, answer.text
    assert answer.json()["error"]["next"] or answer.json()["error"]["message"]


def test_an_address_of_this_machine_is_not_fetched(client: TestClient) -> None:
    done = wait_for(client, client.post("jobs", json={"addresses": ["http://127.0.0.1:9/secret"]}).json())
    assert (done["added"], done["rejected"]) == (0, 1)
    assert [r["step"] for r in done["set_aside"]] == ["fetch"]
