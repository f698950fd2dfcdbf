import pytest

from sayso.link.definitions import find_definitions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Independent Corrupt Practices Commission (ICPC) said so.",
            [("Independent Corrupt Practices Commission", "ICPC")],
        ),
        ("The opposition Harvest Congress (HC) won.", [("Harvest Congress", "HC")]),
        ("NRC (Northern Relief Council) said so.", [("Northern Relief Council", "NRC")]),
        ("The Federal Grain Service (FGZ) said so.", [("Federal Grain Service", "FGZ")]),
        ("The World Grain Organisation, or WGO, said so.", [("World Grain Organisation", "WGO")]),
        ("The Tarn Mines Board, formerly the Ore Council, said so.", [("Tarn Mines Board", "Ore Council")]),
        ("Ida B, also known as Ida Bellweather, sang.", [("Ida B", "Ida Bellweather")]),
        ("Senator Lena Orr (R-Tarn) said so.", []),
        ("Mayor Lena Orr and Senator Owen Tarn met.", []),
        ("Pepper, or Salt, he asked.", []),
        ("They met in Skerry (AP) on Monday.", []),
    ],
)
def test_definitions(text: str, found: list[tuple[str, str]]) -> None:
    assert [(d.name, d.other) for d in find_definitions(text)] == found


def test_the_words_are_where_it_says() -> None:
    text = "On Monday the Northern Relief Council (NRC) left."
    (found,) = find_definitions(text)
    assert text[found.start : found.stop] == "Northern Relief Council (NRC)"
    assert found.is_acronym
