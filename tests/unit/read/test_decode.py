"""Tags and pointers from scores made by hand."""

import itertools

import numpy as np
import pytest

from sayso.errors import ReaderError
from sayso.model import Part
from sayso.read.decode import Decoder, find_spans
from sayso.read.labels import COLUMNS, MEANING_SIZE, POINTERS, SEQUENCES, STATEMENT, WIDTH, distance_classes
from sayso.read.network import POINTS, Network, Outputs
from sayso.read.words import find_words


def make_decoder() -> Decoder:
    """A decoder that has learnt nothing."""
    return Decoder(
        {
            "moves": {s.name: np.zeros((len(s.tags), len(s.tags))).tolist() for s in SEQUENCES},
            "begin": {s.name: [0.0] * len(s.tags) for s in SEQUENCES},
            "distance": np.zeros((len(POINTERS), 15)).tolist(),
            "paragraph": np.zeros((len(POINTERS), 3)).tolist(),
            "nobody": [0.0] * len(POINTERS),
        }
    )


def make_outputs(text: str, head: str = STATEMENT.name, tags: str = "") -> Outputs:
    """Outputs that favour one tag of one head for each word: O, B, I or C."""
    words = find_words(text)
    scores = np.zeros((len(words), WIDTH), np.float32)
    for name, (low, _) in COLUMNS.items():
        if name in {s.name for s in SEQUENCES}:
            scores[:, low] = 5
    names = next(s for s in SEQUENCES if s.name == head).tags
    for i, tag in enumerate(tags):
        column = next(n for n, t in enumerate(names) if t[0] == tag)
        scores[i, COLUMNS[head][0] + column] = 10
    return Outputs(
        words, scores, np.zeros((len(words), POINTS), np.float32), np.ones((len(words), MEANING_SIZE), np.float32)
    )


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("OBIO", [((1, 3),)]),
        ("BIBI", [((0, 2),), ((2, 4),)]),
        ("BOCI", [((0, 1), (2, 4))]),
        ("OIIO", [((1, 3),)]),  # a span can't begin with I: the best allowed tags still cover it
        ("OOOO", []),
    ],
)
def test_tags_become_spans(tags: str, spans: list[tuple[tuple[int, int], ...]]) -> None:
    outputs = make_outputs("one two three four", tags=tags)
    found = make_decoder().find_tags(outputs.scores)[STATEMENT.name]
    names = STATEMENT.tags
    assert all(STATEMENT.allows(names[a], names[b]) for a, b in itertools.pairwise(found))
    if "I" not in tags.lstrip("O")[:1]:
        assert [s.pieces for s in find_spans(STATEMENT, found, outputs.scores)] == spans


def test_heads_are_decoded_apart_however_long_the_text() -> None:
    """A head whose scores add up to far more than another's must not draw the other's path to itself."""
    outputs = make_outputs("word " * 3000, tags="BI" * 1500)
    outputs.scores[:, COLUMNS["names"][0]] = 500
    found = make_decoder().find_tags(outputs.scores)
    assert not found["names"].any()
    assert len(find_spans(STATEMENT, found[STATEMENT.name], outputs.scores)) == 1500


def test_a_pointer_stays_in_its_paragraph() -> None:
    outputs = make_outputs("Orr said so.\n\nIt rained here.")
    outputs.points[:] = 1
    decoder = make_decoder()
    assert decoder.point(outputs, "source", [(4, 7)], [(0, 1)])[0][0] is None
    assert decoder.point(outputs, "source", [(2, 3)], [(0, 1)])[0][0] == 0


def test_a_scan_of_nothing_is_empty() -> None:
    scan = make_decoder().scan(make_outputs(""), Part.TEXT)
    assert not (scan.clauses or scan.mentions or scan.cues or scan.names or scan.furniture)


@pytest.mark.parametrize(
    ("a", "b", "expected"), [((0, 3), (2, 4), 0), ((0, 3), (3, 4), 2), ((3, 4), (0, 3), 1), ((0, 1), (500, 501), 14)]
)
def test_distance_classes(a: tuple[int, int], b: tuple[int, int], expected: int) -> None:
    assert distance_classes(np.array([a]), np.array([b])).tolist() == [[expected]]


def test_a_missing_model_is_told_plainly(tmp_path: object) -> None:
    with pytest.raises(ReaderError, match="can't be loaded"):
        Network(tmp_path)  # type: ignore[arg-type]
