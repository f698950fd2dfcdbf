import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.store.words import match_in, read_question


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("  ", ""),
        ("*", ""),
        ('""', ""),
        ("ferry", "words that begin with ferry"),
        ("ferry ", "ferry"),
        ("x", "x"),
        ('ferry "second pump" insp', "ferry, “second pump”, words that begin with insp"),
        ('"second pump"', "“second pump”"),
        ('"second pump', "“second pump”"),
        ("“second pump” ferry", "“second pump”, words that begin with ferry"),
        ("ferry — pump —", "ferry, pump"),
        ("NOT ferry OR", "NOT, ferry, words that begin with OR"),
    ],
)
def test_what_is_searched_for(typed: str, said: str) -> None:
    assert str(read_question(typed)) == said
    assert bool(read_question(typed)) == bool(said)


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text, facets, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("INSERT INTO words VALUES ('The second pump didn''t fail at Ærø', 'cdenied')")
    return connection


@given(typed=st.text() | st.text(alphabet="\"*^():+-{}ANDORNTE ferry'\\\0:,"))
def test_nothing_typed_is_a_command(index: sqlite3.Connection, typed: str) -> None:
    question = read_question(typed)
    if question:
        index.execute(
            "SELECT rowid FROM words WHERE words MATCH ?", (match_in(("text",), question, [["cx"]]),)
        ).fetchall()


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("pump second", True),
        ('"pump second"', False),
        ('"second pump"', True),
        ("didn't ", True),
        ("pum", True),
        ("pum ", False),
        ("aero", False),
        ("ærø", True),
        ("cdenied", False),
    ],
)
def test_what_is_found(index: sqlite3.Connection, typed: str, is_found: bool) -> None:
    match = match_in(("text",), read_question(typed), [["cdenied", "chedged"], []])
    assert bool(index.execute("SELECT rowid FROM words WHERE words MATCH ?", (match,)).fetchall()) is is_found
