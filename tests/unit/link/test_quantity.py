import pytest

from sayso.link.quantity import find_quantities


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It went seventeen to eleven", [(17, ""), (11, "")]),
        ("pay €140 more a year", [(140, "€")]),
        ("12,000 homes were lost", [(12000, "home")]),
        ("two hundred and five people", [(205, "people")]),
        ("a bid of 17 million crowns", [(17_000_000, "crown")]),
        ("twenty-three children", [(23, "children")]),
        ("9.5% of the vote", [(9.5, "%")]),
        ("the £3.2bn deal", [(3_200_000_000, "£")]),
        ("half of the load", [(0.5, "load")]),
        ("twelve dead and forty hurt", [(12, "dead"), (40, "hurt")]),
        ("opened in 2027", []),
        ("on 3 March", []),
        ("on March 3", []),
        ("at 11 pm", []),
        ("nothing at all", []),
    ],
)
def test_numbers_and_what_they_count(words: str, found: list[tuple[float, str]]) -> None:
    assert [(q.value, q.unit) for q in find_quantities(words)] == found


def test_a_quantity_stands_where_it_says() -> None:
    words = "at least two hundred and five people, 12 of them children"
    assert [words[q.start : q.stop] for q in find_quantities(words)] == ["two hundred and five", "12"]
