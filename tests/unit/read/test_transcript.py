import pytest

from sayso.model import Kind, Part
from sayso.read.passage import Passage
from sayso.read.scan import Clause, Mention, Scan
from sayso.read.transcript import credit_turns, find_turns

TALK = (
    "The programme went out on Tuesday.\n\n"
    "LENA ORR: The pump failed twice.\n\n"
    "OWEN TARN: The director told me that nobody had looked.\n\n"
    "ORR: It was March."
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (TALK, ["LENA ORR", "OWEN TARN", "ORR"]),
        ("Lena Orr: It failed.\n\nOwen Tarn: It did not.\n\nLena Orr: Twice.", ["Lena Orr", "Owen Tarn", "Lena Orr"]),
        ("UPDATE: The road is open.\n\nNOTE: The bridge is shut.", []),
        ("Lagos: The market burnt.\n\nAccra: The port opened.", []),
        ("LENA ORR: The pump failed twice.", []),
        ("He said one thing: the pump failed.\n\nShe said another: It didn't.", []),
    ],
)
def test_turns_of_a_transcript(text: str, names: list[str]) -> None:
    assert [text[t.start : t.name_stop] for t in find_turns(Passage(text))] == names


def test_a_turn_is_its_speakers_word() -> None:
    def at(words: str) -> tuple[int, int]:
        return TALK.index(words), TALK.index(words) + len(words)

    director = Mention(start=at("The director")[0], stop=at("The director")[1], kinds={Kind.PERSON: 1.0})
    scan = Scan(
        part=Part.TEXT,
        clauses=(
            Clause(pieces=(at("The programme went out on Tuesday"),), own=1.0),
            Clause(pieces=(at("The pump failed twice"),), own=1.0),
            Clause(pieces=(at("nobody had looked"),), source=0),
            Clause(pieces=(at("It was March"),), continued=1.0),
        ),
        mentions=(director,),
        cues=(),
        names=(),
    )
    found = credit_turns(scan, Passage(TALK))
    names = [TALK[m.start : m.stop] for m in found.mentions]
    assert names == ["LENA ORR", "OWEN TARN", "The director"]
    first, pump, looked, march = found.clauses
    assert (first.source, first.own) == (None, 1.0)
    assert (names[pump.source or 0], pump.own) == ("LENA ORR", 0.0)
    assert names[looked.source or 0] == "The director"
    assert names[found.mentions[2].via or 0] == "OWEN TARN"
    assert names[march.source or 0] == "LENA ORR"
