import pytest

from sayso.link.telling import NAME, STOCK, TELLING, is_page_business, weigh_word


@pytest.mark.parametrize(
    ("word", "worth"),
    [("drifted", TELLING), ("the", STOCK), ("statement", STOCK), ("monday", STOCK), ("14", NAME), ("21st", NAME), ("x", STOCK)],
)  # fmt: skip
def test_what_words_are_worth(word: str, worth: float) -> None:
    assert weigh_word(word) == worth


@pytest.mark.parametrize(
    ("line", "business"),
    [
        ("Subscribe to our briefing for more from the coast.", True),
        ("Copyright 2031 Coast Wire. All rights reserved.", True),
        ("Owen Tarn is a senior reporter for the Herald.", True),
        ("Follow her on Twitter and @orr elsewhere.", True),
        ("Lena Orr contributed to this report.", True),
        ("The port will support our claim for damages, the ministry said.", False),
        ("Police tried to follow them on Monday, and lost them.", False),
        ("The court ruled on the copyright of the charts.", False),
    ],
)
def test_lines_about_the_page(line: str, business: bool) -> None:
    assert is_page_business(line) is business
