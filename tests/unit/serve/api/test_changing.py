import threading
from typing import Any

import pytest
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from sayso.serve.api import shapes
from sayso.serve.desk import Desk
from tests.unit.serve.api.conftest import BASE, Opens

TOKEN = "a secret of some length"


@pytest.fixture
def judgement(desk: Desk) -> dict[str, Any]:
    """That two origins of a claim are one."""
    with desk.read() as linked:
        claim = next(c for c in linked.claims if len(c.weight.origins) == 2)
    return {"ruling": "same", "named": [claim.id, *(o.id for o in claim.weight.origins)], "note": "one man", "by": "me"}


def test_a_judgement_is_made_followed_and_taken_back(client: TestClient, judgement: dict[str, Any]) -> None:
    claim = judgement["named"][0]
    before = client.get(f"claims/{claim}")
    made = client.post("overrules", json=judgement)
    assert made.status_code == 201, made.text
    TypeAdapter(shapes.Judged).validate_json(made.content)
    (change,) = made.json()["changes"]
    assert [c["at_most"] for c in (*change["before"], *change["after"])] == [2, 1]
    assert made.headers["ETag"] == client.get("claims").headers["ETag"] != before.headers["ETag"]
    assert client.get("overrules").json()["items"] == made.json()["overrules"]
    assert client.get(f"claims/{claim}").json()["at_most"] == 1
    number = made.json()["overrules"][0]["number"]
    taken = client.delete(f"overrules/{number}")
    assert taken.json()["overrules"][0]["withdrawn"]
    assert client.get(f"claims/{claim}").json() == before.json()
    assert client.delete(f"overrules/{number}").status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"ruling": "same", "named": ["x"]}, 400),
        ({"ruling": "same", "named": ["zzzz", "a", "b"]}, 404),
        ({"ruling": "wrong", "named": ["x"]}, 400),
        ({"ruling": "same", "named": ["a", "b", "c"], "more": 1}, 400),
        ({}, 400),
    ],
)
def test_what_is_no_judgement(client: TestClient, body: dict[str, Any], status: int) -> None:
    answer = client.post("overrules", json=body)
    assert answer.status_code == status, answer.text
    assert answer.json()["error"]["message"]


def test_a_change_of_another_state_is_refused(client: TestClient, judgement: dict[str, Any]) -> None:
    old = client.get("claims").headers["ETag"]
    document = client.get("documents").json()["items"][0]["id"]
    mended = client.patch(f"documents/{document}", json={"outlet": "Harbour Daily"}, headers={"If-Match": old})
    assert mended.status_code == 200, mended.text
    refused = client.post("overrules", json=judgement, headers={"If-Match": old})
    assert (refused.status_code, refused.json()["error"]["code"]) == (412, "out_of_date")
    for stamp in (mended.headers["ETag"], client.get("collection").json()["stamp"]):
        found = client.patch(f"documents/{document}", json={}, headers={"If-Match": stamp})
        assert found.status_code == 200, found.text


def test_a_document_is_mended_and_what_was_said_taken_back(client: TestClient) -> None:
    document = client.get("documents").json()["items"][0]["id"]
    said = {"outlet": "Upland Mail", "status": "retracted", "published": "2031-03-09"}
    mended = client.patch(f"documents/{document}", json=said).json()
    TypeAdapter(shapes.DocumentShape).validate_python(mended)
    assert {name: mended[name] for name in said} == said == mended["amended"]
    assert client.get("documents?outlet=upland+mail").json()["items"][0]["id"] == document
    back = client.patch(f"documents/{document}", json={"outlet": None, "status": None}).json()
    assert (back["outlet"], back["amended"]) == ("Harbor Daily", {"published": "2031-03-09"})


@pytest.mark.parametrize(
    ("body", "status"), [({"text": "x"}, 400), ({"status": "gone"}, 400), ({"published": "soon"}, 400), ([], 400)]
)
def test_what_can_not_be_mended(client: TestClient, body: Any, status: int) -> None:
    document = client.get("documents").json()["items"][0]["id"]
    assert client.patch(f"documents/{document}", json=body).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 201),
        ({"Origin": BASE}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Cookie": "sayso-session=x"}, 403),
        ({"Origin": BASE, "X-Sayso-Word": "guess"}, 403),
    ],
)
def test_who_may_change_something_where_there_is_no_token(
    client: TestClient, judgement: dict[str, Any], headers: dict[str, str], status: int
) -> None:
    assert client.post("overrules", json=judgement, headers=headers).status_code == status


@pytest.mark.parametrize(("token", "status"), [(TOKEN, 201), ("another one of some length", 401), (None, 401)])
def test_who_may_where_there_is_one(opens: Opens, judgement: dict[str, Any], token: str | None, status: int) -> None:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    assert opens(token=TOKEN).post("overrules", json=judgement, headers=headers).status_code == status


def test_a_page_of_the_server_gives_its_word(client: TestClient, judgement: dict[str, Any]) -> None:
    page = client.get(f"{BASE}/").text
    word = page.partition('name="word" value="')[2].partition('"')[0]
    assert word
    headers = {"Origin": BASE, "Sec-Fetch-Site": "same-origin", "X-Sayso-Word": word}
    assert client.post("overrules", json=judgement, headers=headers).status_code == 201


def test_nothing_is_changed_where_it_is_shown_to_read(opens: Opens, judgement: dict[str, Any]) -> None:
    client = opens(read_only=True)
    document = client.get("documents").json()["items"][0]["id"]
    answers = [
        client.post("overrules", json=judgement),
        client.delete("overrules/1"),
        client.patch(f"documents/{document}", json={"outlet": "x"}),
        client.post("jobs", json={"addresses": ["https://a.example/"]}),
    ]
    assert [(a.status_code, a.json()["error"]["code"]) for a in answers] == [(403, "not_allowed")] * 4


def test_of_two_at_once_one_is_out_of_date(client: TestClient, judgement: dict[str, Any]) -> None:
    tag = client.get("claims").headers["ETag"]
    document = client.get("documents").json()["items"][0]["id"]
    statuses: list[int] = []

    def change(outlet: str) -> None:
        body, headers = {"outlet": outlet}, {"If-Match": tag}
        statuses.append(client.patch(f"documents/{document}", json=body, headers=headers).status_code)

    threads = [threading.Thread(target=change, args=(name,)) for name in ("A", "B")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 412]
