import base64
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.unit.serve.api.conftest import Opens


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("claims?text=pump", 1),
        ("claims?entity=Orr", 1),
        ("claims?outlet=pier+post", 3),
        ("claims?since=2031-03-04", 2),
        ("claims?worth_a_look=true", 3),
        ("statements?certainty=denied", 1),
        ("statements?end=own+voice", 2),
        ("documents?until=2031-03-02", 1),
        ("documents?outlet=nobody", 0),
        ("sources?group=named", 3),
        ("voices?quoted=true", 0),
        ("stories?least=2", 1),
    ],
)
def test_filters(client: TestClient, address: str, count: int) -> None:
    assert len(client.get(address).json()["items"]) == count


def name_half_a_character() -> str:
    """A cursor of the list of documents that no document can have."""
    return base64.urlsafe_b64encode(b'["documents","\\ud800"]').decode()


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("nowhere", 404, "not_found"),
        ("documents/zzzz", 404, "not_found"),
        ("statements/zzzz", 404, "not_found"),
        ("claims/zzzz", 404, "not_found"),
        ("claims/zzzz/why", 404, "not_found"),
        ("sources/zzzz", 404, "not_found"),
        ("voices/zzzz", 404, "not_found"),
        ("jobs/zzzz", 404, "not_found"),
        ("claims?entity=Nobody+Here", 404, "not_found"),
        ("claims?since=soon", 400, "bad_request"),
        ("claims?order=worst", 400, "bad_request"),
        ("claims?limit=0", 400, "bad_request"),
        ("claims?limit=10000", 400, "bad_request"),
        ("claims?cursor=nonsense", 400, "bad_request"),
        ("claims?cursor=%C3%A4", 400, "bad_request"),
        (f"claims?cursor={base64.urlsafe_b64encode(b'[' * 1400).decode()}", 400, "bad_request"),
        (f"documents?cursor={name_half_a_character()}", 400, "bad_request"),
        ("stories?least=1000000000000000000000", 400, "bad_request"),
        ("voices/zzzz/statements", 404, "not_found"),
        ("search", 400, "bad_request"),
    ],
)
def test_failures_have_one_shape(client: TestClient, address: str, status: int, code: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error.keys() == {"code", "message", "next"}
    assert error["code"] == code
    assert error["message"]
    assert not error["message"].startswith("--")
    assert "ETag" not in answer.headers


def test_a_cursor_is_of_one_list(client: TestClient) -> None:
    cursor = client.get("claims?limit=1").json()["next"]
    assert client.get(f"claims?limit=1&cursor={cursor}").status_code == 200
    assert client.get(f"claims?limit=1&order=text&cursor={cursor}").status_code == 400
    assert client.get(f"documents?limit=1&cursor={cursor}").status_code == 400


def test_whoever_holds_the_present_state_is_told_so(client: TestClient) -> None:
    first = client.get("claims")
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "private, no-cache"
    for held in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get("claims", headers={"If-None-Match": held})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert client.get("claims", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("since", "until"), [("9999-12-01", "9999-12-30"), ("0001-01-01T00:00:00+05:00", "2031"), ("0001", "9000")]
)
def test_no_time_breaks_a_search(client: TestClient, since: str, until: str) -> None:
    answer = client.get("search", params={"q": "ferry", "since": since, "until": until})
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("typed", ['"', "*", "AND", "a OR (", "ferry NEAR/2 pump", "{text}: x", "\u0000", "-", "'"])
def test_nothing_typed_breaks_a_search(client: TestClient, typed: str) -> None:
    answer = client.get("search", params={"q": typed})
    assert answer.status_code == 200, answer.text


def test_a_search_says_what_was_searched_for(client: TestClient) -> None:
    found: dict[str, Any] = client.get(
        "search", params={"q": 'ferry "port officials', "kind": "documents", "outlet": "Pier Post"}
    ).json()
    assert found["searched_for"] == "ferry, “port officials”"
    assert found["statements"] is None
    assert found["documents"]["count"] == 1
    assert found["documents"]["facets"]["outlets"] == {"Pier Post": 1}
    (hit,) = found["documents"]["items"]
    assert {p["text"] for p in hit["words"] if p["hit"]} >= {"port officials"}


def test_search_by_page(client: TestClient) -> None:
    ids: list[str] = []
    asked = {"q": "the ", "kind": "statements", "limit": "2"}
    while True:
        found = client.get("search", params=asked).json()["statements"]
        ids += [h["statement"]["id"] for h in found["items"]]
        if found["next"] is None:
            break
        asked = {**asked, "cursor": found["next"]}
    assert len(ids) == len(set(ids)) == found["count"]


def test_a_token_is_asked_for(opens: Opens) -> None:
    client = opens(token="a secret of some length")
    refused = client.get("claims")
    assert (refused.status_code, refused.json()["error"]["code"]) == (401, "no_token")
    assert client.get("claims", headers={"Authorization": "Bearer a secret of some length"}).status_code == 200
