"""What every request passes, and what every answer carries."""

import pytest

from sayso.serve.desk import Desk
from sayso.serve.web import guard
from tests.unit.serve.web.visitor import BASE, Visitor

TOKEN = "an old ferry in the fog"


@pytest.mark.parametrize("address", ["/", "/nowhere", "/static/workbench.css", "/enter"])
def test_every_answer_is_guarded(visitor: Visitor, address: str) -> None:
    headers = visitor.client.get(address, follow_redirects=False).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == ("public, max-age=31536000, immutable" if "static" in address else "no-store")


def test_no_page_has_style_or_script_of_its_own(visitor: Visitor) -> None:
    page = visitor.get("/")
    assert not page.find("//style|//script[not(@src)]|//@style")
    assert not [a for e in page.find("//*") for a in e.attrib if a.startswith("on")]


@pytest.mark.parametrize("host", ["sayso.example", "192.168.0.7:8765", ""])
def test_another_name_is_refused(visitor: Visitor, host: str) -> None:
    page = visitor.get("/", status=400, headers={"host": host})
    assert page.answer.text == guard.STRANGE


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://sayso.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": BASE},
        {"sec-fetch-site": "none"},
    ],
)
def test_another_site_changes_nothing(visitor: Visitor, headers: dict[str, str]) -> None:
    form = dict(visitor.get("/").find_form("/look").fields) | {"look": "dark"}
    assert "from another site" in visitor.post("/look", form, status=403, headers=headers).text
    visitor.post("/look", form, status=303, headers={"origin": BASE, "sec-fetch-site": "same-origin"})


@pytest.mark.parametrize("word", ["", "guessed"])
def test_a_form_without_its_word_changes_nothing(visitor: Visitor, word: str) -> None:
    assert "isn't of this run" in visitor.post("/look", {"word": word, "look": "dark"}, status=403).text


def test_what_is_too_large_is_refused(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MOST_BYTES", 100)
    visitor.post("/look", {"look": "x" * 200}, status=413)
    form = {"content-type": "application/x-www-form-urlencoded"}
    answer = visitor.client.post("/look", content=iter([b"look=" + b"x" * 80] * 5), headers=form)
    assert answer.status_code == 413


def test_a_token_is_asked_for(desk: Desk) -> None:
    visitor = Visitor(desk, token=TOKEN)
    asking = visitor.get("/?x=1")
    assert asking.address == "/enter"
    assert "ferry" not in asking.text.lower()
    assert not asking.find("//nav")
    wrong = visitor.send(asking.find_form("/enter"), status=403, token="no")
    assert "isn't the token" in wrong.text
    answer = visitor.post("/enter", dict(asking.find_form("/enter").fields) | {"token": TOKEN}, status=303).answer
    assert answer.headers["location"] == "/?x=1"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert visitor.get("/").address == "/"


def test_two_workbenches_of_a_host_know_a_visitor_each(desk: Desk) -> None:
    first, second = Visitor(desk, token=TOKEN), Visitor(desk, token=TOKEN)
    second.client.base_url = BASE.replace("8765", "8766")
    first.send(first.get("/enter").find_form("/enter"), token=TOKEN)
    second.client.cookies = first.client.cookies  # a browser keeps cookies by host, whatever the port
    second.send(second.get("/enter").find_form("/enter"), token=TOKEN)
    first.client.cookies = second.client.cookies
    assert first.get("/").find("//h1")[0].text == second.get("/").find("//h1")[0].text != "Enter"


def test_a_program_gives_the_token_with_each_request(desk: Desk) -> None:
    client = Visitor(desk, token=TOKEN).client
    refused = client.get("/api/v1/nothing")
    assert refused.status_code == 401
    assert refused.json()["error"]["code"] == "no_token"
    assert client.get("/", headers={"authorization": f"Bearer {TOKEN}"}, follow_redirects=False).status_code == 200
    assert client.get("/", headers={"authorization": "Bearer no"}, follow_redirects=False).status_code == 303


def test_a_fault_says_nothing_of_itself(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Desk) -> None:
        raise ValueError("secret words")

    monkeypatch.setattr(Desk, "read", fail)
    page = visitor.get("/", status=500)
    assert "Something failed" in page.text
    assert "secret" not in page.answer.text
    assert "content-security-policy" in page.answer.headers


@pytest.mark.parametrize("other", ['state={"a":1}', "a b=c", "[x]=1", "alone", "x=\u00e9"])
def test_cookies_of_other_programs_on_this_host_keep_nobody_out(desk: Desk, other: str) -> None:
    visitor = Visitor(desk, host="0.0.0.0", token=TOKEN)
    visitor.send(visitor.get("/enter").find_form("/enter"), token=TOKEN)
    [(name, value)] = visitor.client.cookies.items()
    visitor.client.cookies.clear()
    cookies = f"{other}; {name}={value}".encode("latin-1")
    assert visitor.client.get("/claims", headers={b"cookie": cookies}, follow_redirects=False).status_code == 200
