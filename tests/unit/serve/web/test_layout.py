"""What stands around every page."""

import pytest

from sayso.serve.desk import Desk
from sayso.serve.web.forms import read_back
from tests.unit.serve.web.visitor import Visitor


def test_the_look_is_chosen_without_scripts(visitor: Visitor) -> None:
    page = visitor.get("/nowhere", status=404)
    assert page.find("//html")[0].get("data-look") is None
    dark = visitor.send(visitor.get("/").find_form("/look"), look="dark")
    assert dark.address == "/"
    assert dark.find("//html")[0].get("data-look") == "dark"
    assert dark.find("//button[@aria-pressed='true']")[0].text == "Dark"
    auto = visitor.send(dark.find_form("/look"), look="auto")
    assert auto.find("//html")[0].get("data-look") is None


def test_one_page_says_what_went_wrong(visitor: Visitor) -> None:
    page = visitor.get("/nowhere", status=404)
    assert "There is no such page" in page.text
    assert visitor.client.get("/api/v1/nowhere").json()["error"]["code"] == "not_found"


def test_read_only_is_said(desk: Desk) -> None:
    page = Visitor(Desk(desk.collection, read_only=True)).get("/")
    assert "read only" in page.text


@pytest.mark.parametrize(
    ("given", "back"),
    [
        ("/claims?order=time", "/claims?order=time"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\nb", "/"),
        ("//[", "/"),
        ("", "/"),
    ],
)
def test_back_is_a_page_of_this_server(given: str, back: str) -> None:
    assert read_back(given) == back
