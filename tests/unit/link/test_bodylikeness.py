import pytest

from sayso.link.bodylikeness import BodyLikeness, compare_bodies, is_one_word
from sayso.link.bodynames import make_body_name


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("the Tarn Mines Board", "Tarn Mines Board", BodyLikeness.EQUAL),
        ("Ministry of Health", "Health Ministry", BodyLikeness.TURNED),
        ("University of Marl", "Marl University", None),
        ("Harbor Daily", "harbordaily.example", BodyLikeness.ADDRESS),
        ("Bluewater", "Bluewater Petroleum", BodyLikeness.TRADE),
        ("Ashvin Biologicals", "Ashwin Biologicals", BodyLikeness.SPELLING),
        ("police", "Skerry police", BodyLikeness.CONTAINED),
        ("Skerry police", "Marl police", None),
        ("Marl Institute report", "Marl Institute study", BodyLikeness.LOOSE),
        ("Marl Institute report", "Marl Institute", None),
        ("NRC", "Northern Relief Council", BodyLikeness.INITIALS),
        ("NRC", "Tarn Mines Board", BodyLikeness.UNKNOWN),
        ("NRC", "NRCC", None),
        ("Wave 97", "Wave 98", None),
    ],
)
def test_two_names(a: str, b: str, likeness: BodyLikeness | None) -> None:
    ours, theirs = make_body_name(a), make_body_name(b)
    assert compare_bodies(ours, theirs) is likeness
    assert compare_bodies(theirs, ours) is likeness


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("kenya", "kenyan", True), ("nigeria", "nigerian", True), ("iraq", "iraqi", True), ("marl", "skerry", False)],
)
def test_a_place_and_its_people(a: str, b: str, same: bool) -> None:
    assert is_one_word(a, b) is same
    assert is_one_word(b, a) is same
