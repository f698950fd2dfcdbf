"""The text of token files: spacing, paragraphs, places of tokens. All words invented."""

import json
from pathlib import Path

import pytest

from training.worldwide_text import render


def to_tsv(*paragraphs: str) -> str:
    """A token file of paragraphs given as tokens with single spaces between."""
    body = "\n\n".join("\n".join(f"{token}\tO" for token in p.split(" ")) for p in paragraphs)
    return f"https://harbor.example/ferry\tO\n\n{body}\n"


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("The ferry sank , she said .", "The ferry sank, she said."),
        ("“ It sank , ” said Orr ; “ twice ? ”", "“It sank,” said Orr; “twice?”"),
        ('" It sank , " he said . " Now go . "', '"It sank," he said. "Now go."'),
        ('" It sank .', '"It sank.'),
        ("Orr 's crew did n't pay", "Orr's crew didn't pay"),
        ("Orr ’ s crew don ’ t pay", "Orr’s crew don’t pay"),
        ("the crews ’ pay and crews ' pay", "the crews’ pay and crews' pay"),
        ("the ‘ tall ’ ship , the ' tall ' ship", "the ‘tall’ ship, the 'tall' ship"),
        ("Ana O ’ Toll", "Ana O’Toll"),
        ("a six - month - old ship", "a six-month-old ship"),
        ("( CW ) - The ship sank - - twice", "(CW) - The ship sank - - twice"),
        ("PORT - The ship sank", "PORT - The ship sank"),
        ("30 km / h", "30 km/h"),
        ("$ 5 [ or 6 % ] a head", "$5 [or 6%] a head"),
        ("Mr . Orr , No . 3 .", "Mr. Orr, No. 3."),
    ],
)
def test_spacing(tokens: str, text: str) -> None:
    rendered, places = render(to_tsv(tokens))
    assert rendered == text
    assert [rendered[start:stop] for start, stop, _ in places] == tokens.split(" ")


def test_paragraphs_are_separated_by_a_blank_line() -> None:
    assert render(to_tsv("It sank .", '" Help !', '" No . "'))[0] == 'It sank.\n\n"Help!\n\n"No."'


@pytest.mark.parametrize(
    ("line", "tag"),
    [("Orr\tB-Person", "B-Person"), ("Orr\tB-Person\tB-Location", "B-Location"), ("Orr", "O"), ("Orr  O", "O")],
)
def test_tag_is_the_last_column(line: str, tag: str) -> None:
    assert render(f"https://harbor.example\n\n{line}\n") == ("Orr", [(0, 3, tag)])


def test_an_address_split_into_tokens_is_skipped_whole() -> None:
    assert render("www\tO\n.example\tO\n\nIt\tO\n")[0] == "It"


def test_nothing_in_nothing_out() -> None:
    assert render("") == ("", [])


LABELS = Path(__file__).parents[3] / "training" / "labels" / "worldwide.jsonl"


def test_labels_hold_offsets_only() -> None:
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    assert sum(len(row["statements"]) for row in rows) >= 220
    for row in rows:
        assert set(row) == {"file", "region", "sha256", "read_to", "statements", "unsettled"}
        for statement in row["statements"]:
            assert set(statement) == {"spans", "cue", "chain", "polarity", "modality", "continued"}
            spans = statement["spans"]
            assert spans == sorted(spans) and all(0 <= a < b <= row["read_to"] for a, b in spans)
            assert statement["polarity"] in {"affirmed", "denied"} and statement["modality"] in {"plain", "hedged"}
            assert statement["chain"]
            for link in statement["chain"]:
                assert set(link) == {"kind", "mention", "name"}
                assert link["kind"] in {"publication", "person", "organisation", "anonymous"}
                assert (link["name"] is None) == (link["kind"] == "anonymous")
