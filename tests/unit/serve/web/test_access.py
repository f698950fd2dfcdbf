"""Who may ask."""

import pytest

from sayso.serve.web.access import Access, is_loopback, name_session, read_host

TOKEN = "an old ferry in the fog"


@pytest.mark.parametrize(
    ("host", "header", "is_known"),
    [
        ("127.0.0.1", "127.0.0.1:8765", True),
        ("127.0.0.1", "localhost:8765", True),
        ("127.0.0.1", "[::1]:8765", True),
        ("127.0.0.1", "LOCALHOST", True),
        ("127.0.0.1", "sayso.example:8765", False),
        ("127.0.0.1", "localhost.sayso.example", False),
        ("127.0.0.1", "192.168.1.4:8765", False),
        ("127.0.0.1", "", False),
        ("127.0.0.1", "[::1", False),
        ("127.0.0.1", "localhost, sayso.example", False),
        ("0.0.0.0", "192.168.1.4:8765", True),
        ("0.0.0.0", "sayso.example", False),
        ("news.example", "news.example:80", True),
    ],
)
def test_the_names_it_goes_by(host: str, header: str, is_known: bool) -> None:
    assert Access(host=host, token=TOKEN).is_host(header) is is_known


def test_other_names_are_those_given() -> None:
    access = Access(token=TOKEN, names=["Desk.News.example"])
    assert access.is_host("desk.news.example")
    assert not access.is_host("news.example")


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("a.b", False)],
)
def test_this_machine(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_a_host_header_is_a_name_or_a_number() -> None:
    assert read_host("[fe80::1]:80") == "fe80::1"
    assert read_host("<script>") is None


def test_the_token_and_nothing_else_opens() -> None:
    access = Access(token=TOKEN)
    assert access.is_token(TOKEN)
    assert not access.is_token(TOKEN[:-1])
    assert not access.is_token("")
    assert not Access().is_token("")
    session = access.open_session()
    assert access.is_known(session=session, authorization=None)
    assert not access.is_known(session="guessed", authorization=None)
    assert not access.is_known(session=None, authorization=None)
    assert access.is_known(session=None, authorization=f"Bearer {TOKEN}")
    assert not access.is_known(session=session, authorization="Bearer wrong")


def test_a_word_is_of_one_session_and_one_run() -> None:
    access = Access(token=TOKEN)
    word = access.make_word("a")
    assert access.is_word(word, "a")
    assert not access.is_word(word, "b")
    assert not Access(token=TOKEN).is_word(word, "a")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("localhost:8765", "sayso-session-8765"),
        ("localhost:8766", "sayso-session-8766"),
        ("[::1]:8765", "sayso-session-8765"),
        ("[::1]", "sayso-session"),
        ("desk.example", "sayso-session"),
        ("desk.example:", "sayso-session"),
    ],
)
def test_the_cookie_is_of_one_port(header: str, expected: str) -> None:
    assert name_session(header) == expected
