import pytest

from sayso.link.prints import make_row
from sayso.link.runs import Run, find_runs
from sayso.link.strands import LONGEST_GAP, Strand, count_common, find_strands, score_strand
from sayso.model import Part

OWN = [f"own{n}" for n in range(60)]
OTHER = [f"other{n}" for n in range(60)]


def read(words: str) -> list[tuple[str, str]]:
    """The strands of `a | b`, as the words that they span on both sides."""
    a, b = (make_row(Part.TEXT, side.strip(), []) for side in words.split("|"))
    return [
        (a.body[a.starts[s.a[0]] : a.stops[s.a[1] - 1]], b.body[b.starts[s.b[0]] : b.stops[s.b[1] - 1]])
        for s in find_strands(find_runs(a.words, b.words))
    ]


@pytest.mark.parametrize(
    ("words", "strands"),
    [
        ("p q r s t u | p q r s t u", [("p q r s t u", "p q r s t u")]),
        ("p q r s X t u v w | p q r s Y Z t u v w", [("p q r s X t u v w", "p q r s Y Z t u v w")]),
        ("p q r s t u v w | t u v w p q r s", [("p q r s", "p q r s"), ("t u v w", "t u v w")]),
        ("p q r very very s t u | p q r very s t u", [("p q r very very s t u", "p q r very s t u")]),
        ("p q | p q", []),
    ],
)
def test_runs_are_strung_together(words: str, strands: list[tuple[str, str]]) -> None:
    assert sorted(read(words)) == sorted(strands)


@pytest.mark.parametrize(("gap", "count"), [(1, 1), (LONGEST_GAP, 1), (LONGEST_GAP + 1, 2)])
def test_long_gaps_part_strands(gap: int, count: int) -> None:
    left, right = "p q r s t u v w", "e f g h i j k l"
    a, b = (" ".join([left, *words[:gap], right]) for words in (OWN, OTHER))
    assert len(read(f"{a} | {b}")) == count


def test_short_runs_bridge_short_gaps_only() -> None:
    a, b = (" ".join(["p q r s t u", *words[:9], "x y z"]) for words in (OWN, OTHER))
    assert len(read(f"{a} | {b}")) == 2


def test_no_word_is_in_two_strands() -> None:
    a, b = (make_row(Part.TEXT, text, []) for text in ("p q r s p q r t p q r s", "p q r s u p q r t"))
    strands = find_strands(find_runs(a.words, b.words))
    for ranges in ([range(*s.a) for s in strands], [range(*s.b) for s in strands]):
        places = [i for r in ranges for i in r]
        assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("a", "b", "common"),
    [("p q r", "p q r", 3), ("p q r", "r q p", 1), ("p x q", "p q", 2), ("", "p", 0), ("p q q", "q q p", 2)],
)
def test_words_in_common(a: str, b: str, common: int) -> None:
    ours, theirs = (make_row(Part.TEXT, text, []) for text in (a, b))
    assert count_common(ours, theirs, (0, len(ours.words)), (0, len(theirs.words))) == common


def test_the_score_is_the_share_of_the_longer_side() -> None:
    a, b = (make_row(Part.TEXT, text, []) for text in ("p q r X s Y t u v", "p q r s t u v"))
    strand = Strand((Run(0, 0, 3), Run(6, 4, 3)))
    assert score_strand(a, b, strand) == pytest.approx(7 / 9)
