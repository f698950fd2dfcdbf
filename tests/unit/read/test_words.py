"""Words and windows: every word is kept once, from a window that holds it."""

import pytest

from sayso.read.network import model_folder
from sayso.read.words import SIZE, Pieces, Shape, find_words, shape_of


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    from tokenizers import Tokenizer

    return Pieces(Tokenizer.from_file(str(model_folder() / "tokenizer.json")))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“No,” she said.", ["“", "No", ",", "”", "she", "said", "."]),
        ("U.S. ports’ 3.5%", ["U", ".", "S", ".", "ports", "’", "3", ".", "5", "%"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = find_words(text)
    assert [w.text for w in found] == words
    assert all(text[w.start : w.stop] == w.text for w in found)


def test_a_paragraph_begins_after_a_line_break() -> None:
    assert [w.breaks for w in find_words("One two.\nThree\n\nfour")] == [True, False, False, True, True]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("port", Shape.LOWER), ("Port", Shape.CAPITALISED), ("A", Shape.CAPITALISED), ("ORC", Shape.CAPITALS),
        ("McKay", Shape.MIXED), ("3", Shape.DIGITS), ("B2", Shape.DIGITS), ("”", Shape.QUOTE), (",", Shape.SIGN),
    ],
)  # fmt: skip
def test_shapes(word: str, shape: Shape) -> None:
    assert shape_of(word) is shape


@pytest.mark.parametrize("length", [0, 1, 200, 700, 5000])
def test_every_word_is_kept_once(pieces: Pieces, length: int) -> None:
    words = find_words("\n".join("Dunmarrow harbourmaster says so again" for _ in range(length // 5 + 1))[: length * 6])
    windows = list(pieces.windows(words, mark=pieces.headline))
    assert [i for w in windows for i in range(*w.keep)] == list(range(len(words)))
    for window in windows:
        assert len(window.pieces) == len(window.shapes) <= SIZE
        assert window.begin <= window.keep[0] <= window.keep[1] <= window.begin + len(window.first)
