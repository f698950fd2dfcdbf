import subprocess
import sys

import numpy as np
import pytest

from sayso.link.prints import (
    KEY_WORDS,
    WINDOW,
    Row,
    hash_runs,
    hash_word,
    make_keys,
    make_prints,
    make_row,
    normalise_word,
)
from sayso.link.telling import NAME, TELLING
from sayso.model import Part, Span
from tests.factories import make_document

SENTENCE = "The ferry drifted past three lighthouses while the stokers bailed with kettles and cooking pots until dawn"


def read_row(text: str) -> Row:
    return make_row(Part.TEXT, text, [])


def words_of(row: Row, flags: "np.typing.NDArray[np.bool_]") -> list[str]:
    return [row.body[row.starts[i] : row.stops[i]] for i in np.flatnonzero(flags)]


@pytest.mark.parametrize(
    ("a", "b"),
    [("U.S.", "US"), ("1,800", "1800"), ("Harbour’s", "harbour's"), ("FERRY", "ferry"), ("p.m.", "PM")],
)
def test_words_that_are_the_same(a: str, b: str) -> None:
    assert normalise_word(a) == normalise_word(b)


def test_words_have_their_places() -> None:
    row = read_row("The U.S. ferry’s crew of 1,800 left—at 5:30 p.m.")
    assert (
        words_of(row, np.ones(len(row.words), np.bool_)) == "The U.S. ferry’s crew of 1,800 left at 5:30 p.m.".split()
    )


def test_furniture_is_left_out() -> None:
    text = "ADVERTISEMENT\nThe ferry drifted. Share\nNobody came."
    spans = [
        Span(part=Part.TEXT, start=text.index("Share"), stop=text.index("Share") + 5),
        Span(part=Part.TEXT, start=0, stop=13),
    ]
    row = make_prints(make_document(text=text), spans).text
    assert words_of(row, np.ones(len(row.words), np.bool_)) == "The ferry drifted Nobody came".split()


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("The ferry drifted to Skerry Point, Lena Orr said.", ["ferry", "drifted"]),
        ("Stokers bailed. “The ferry drifted,” he told reporters.", ["Stokers", "bailed"]),
        ("Owen Tarn bailed.", ["bailed"]),
        ("according to a statement released on Monday by the Ministry of Ports", []),
        ("THE FERRY DRIFTED TO SKERRY", ["FERRY", "DRIFTED", "SKERRY"]),
        ("Subscribe to our briefing on ferries.", []),
    ],
)
def test_words_that_tell(text: str, telling: list[str]) -> None:
    row = read_row(text)
    assert words_of(row, row.worth >= TELLING) == telling


def test_names_and_numbers_tell_little() -> None:
    row = read_row("The ferry met Lena Orr on 14 March")
    assert words_of(row, row.worth == NAME) == ["Lena", "Orr", "14", "March"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It sank. She left.", ["sank", "left"]),
        ("Mr. Orr left at once.", ["once"]),
        ("“It sank.” She left", ["sank", "left"]),
        ("It sank\nShe left", ["sank", "left"]),
        ("", []),
    ],
)
def test_ends_of_sentences(text: str, ends: list[str]) -> None:
    row = read_row(text)
    assert words_of(row, row.ends) == ends


def test_a_shared_run_is_never_missed() -> None:
    words = SENTENCE.split()
    for start in range(len(words) - KEY_WORDS - WINDOW + 2):
        shared = " ".join(words[start : start + KEY_WORDS + WINDOW - 1])
        a = make_document(text=f"Bakers sold warm bread {shared} under green umbrellas nearby.")
        b = make_document(text=f"Nobody slept because {shared} before clouds lifted again.")
        assert make_keys(make_prints(a, ())) & make_keys(make_prints(b, ()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ferry drifted",
        f"“{SENTENCE},” Lena Orr said.",
        "two people who spoke on condition of anonymity because they were not authorized to speak publicly said on Monday",
    ],
)
def test_quotations_and_stock_phrases_make_no_keys(text: str) -> None:
    assert make_keys(make_prints(make_document(text=text), ())) == frozenset()


def test_numbers_are_the_same_in_every_process() -> None:
    assert hash_word("ferry") == 1188261472080712558
    code = (
        "from sayso.link.prints import *; from sayso.model import *; "
        f"print(sorted(make_keys(make_prints(Document(id='d', headline='', text={SENTENCE!r}), ()))))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    keys = make_keys(make_prints(make_document(text=SENTENCE), ()))
    assert printed == {f"{sorted(keys)}\n"}
    assert all(0 <= key < 2**63 for key in keys)


@pytest.mark.parametrize("size", [1, 3, 5])
def test_hashes_of_runs(size: int) -> None:
    words = read_row("one two three one two three").words
    runs = hash_runs(words, size)
    assert len(runs) == 6 - size + 1
    assert (runs >= 0).all()
    assert runs[0] == (runs[3] if size <= 3 else runs[0])
    assert len(set(runs.tolist())) == min(3, len(runs))
    assert len(hash_runs(words, 7)) == 0
