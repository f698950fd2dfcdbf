import pytest

from sayso.link.placenames import to_place


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Skerry Point", ("skerry point", "")),
        ("São Roque", ("sao roque", "")),
        ("Springfield, Illinois", ("springfield", "illinois")),
        ("the U.S.", ("united states", "")),
        ("St. Jude", ("saint jude", "")),
        ("City of Marl", ("marl", "")),
    ],
)
def test_names_of_places(written: str, place: tuple[str, str]) -> None:
    assert to_place(written) == place
