import math

import pytest

from sayso.link.rarity import TABLE, UNKNOWN, find_rarity, find_stems, to_stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ferry", "ferries"),
        ("pump", "pumps"),
        ("fail", "failed"),
        ("fail", "failing"),
        ("stop", "stopped"),
        ("boss", "bosses"),
        ("Orr", "Orr's"),
        ("Orr's", "Orr’s"),
        ("rescue", "rescued"),
        ("Ferry", "FERRY"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert to_stem(one) == to_stem(other)


@pytest.mark.parametrize(("one", "other"), [("ship", "shop"), ("bus", "bu"), ("press", "pres"), ("sing", "s")])
def test_words_that_only_look_alike_keep_apart(one: str, other: str) -> None:
    assert to_stem(one) != to_stem(other)


def test_common_words_are_less_rare_than_others() -> None:
    common, known, rare = find_rarity("the"), find_rarity(to_stem("police")), find_rarity("skerry")
    assert common < known < rare == UNKNOWN


def test_the_table_holds_stems_of_its_own_making_in_order() -> None:
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    values = [float(value) for value, *_ in lines]
    stems = [stem for _, *stems in lines for stem in stems]
    assert values == sorted(set(values))
    assert values[0] >= 0 and values[-1] < UNKNOWN < math.inf
    assert len(stems) == len(set(stems)) > 5000
    assert TABLE.stat().st_size < 300_000
    assert find_stems("the police of Skerry") == ["the", to_stem("police"), "of", to_stem("Skerry")]
