"""Where a name itself stands."""

import pytest

from sayso.read.name import trim_name
from sayso.read.scan import NameSpan


@pytest.mark.parametrize(
    ("text", "found", "type", "name"),
    [
        ("Minister of Energy and Water Lena Orr spoke.", "Water Lena Orr", "Person", "Lena Orr"),
        ("The death of Mines Orr was news.", "Mines Orr", "Person", "Mines Orr"),
        ("We met Water Lena Orr.", "Water Lena Orr", "Person", "Water Lena Orr"),
        ("The Ministry of Water and Mines met.", "Water and Mines", "Organization", "Water and Mines"),
        ("Orr of the Ministry of the", "Ministry of the", "Organization", "Ministry"),
    ],
)
def test_a_name_is_cut_to_itself(text: str, found: str, type: str, name: str) -> None:
    at = text.index(found)
    start, stop = trim_name(text, NameSpan(start=at, stop=at + len(found), type=type))
    assert text[start:stop] == name
