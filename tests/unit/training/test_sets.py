"""Sets written for the judge of pairs."""

import pytest

from training.pairs import NONE, OPPOSED, SAME
from training.sets import find_pairs, load_sets, read_sets

WRITTEN = """
# boats sank
= Gale . Orr said «three boats sank».
= «Gale sinks boats»
- «No boat was lost», said Tarn.
# boats damaged
= Orr said «four boats were damaged».
---
"""


def test_every_pair_of_a_set_is_a_lesson() -> None:
    (lines,) = read_sets(WRITTEN)
    pairs = {(p.b.words, p.a.words): p.label for p in find_pairs(lines)}
    assert pairs == {
        ("three boats sank", "Gale sinks boats"): SAME,
        ("three boats sank", "No boat was lost"): OPPOSED,
        ("Gale sinks boats", "No boat was lost"): OPPOSED,
        ("three boats sank", "four boats were damaged"): NONE,
        ("Gale sinks boats", "four boats were damaged"): NONE,
        ("No boat was lost", "four boats were damaged"): NONE,
    }
    assert lines[0][2].before == "Gale . Orr said"


@pytest.mark.parametrize("row", ["= no statement", "* «what is this»", "= «one» and «two»"])
def test_a_line_that_is_none(row: str) -> None:
    with pytest.raises(ValueError, match="no line of a set"):
        list(read_sets(f"# claim\n{row}\n"))


def test_what_is_written_can_be_read() -> None:
    assert len(load_sets()) > 500
