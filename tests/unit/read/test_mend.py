"""A scan put in order: pointers that pass over a nearer speaker."""

import pytest

from sayso.model import Kind, Part
from sayso.read.mend import mend
from sayso.read.passage import Passage
from sayso.read.scan import Clause, Mention, Scan

TEXT = "Orr said a diver told her the wreck was empty."


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.mark.parametrize(("sure", "source"), [(0.6, 1), (0.99, 0)])
def test_an_unsure_pointer_past_the_inner_speaker_is_set(sure: float, source: int) -> None:
    mentions = tuple(
        Mention(start=place(w)[0], stop=place(w)[1], kinds={kind: 1.0})
        for w, kind in (("Orr", Kind.PERSON), ("a diver", Kind.ANONYMOUS))
    )
    outer = Clause(pieces=(place("a diver told her the wreck was empty"),), source=0)
    inner = Clause(pieces=(place("the wreck was empty"),), source=0, source_sure=sure)
    scan = Scan(part=Part.TEXT, clauses=(outer, inner), mentions=mentions, cues=(), names=())
    assert [c.source for c in mend(scan, Passage(TEXT)).clauses] == [0, source]
