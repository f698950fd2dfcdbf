"""Datelines and credit lines."""

import pytest

from sayso.ingest.dateline import find_credits, find_dateline

REST = "The harbour will stay closed until Friday after a barge struck the pier."


@pytest.mark.parametrize(
    ("opening", "place", "name"),
    [
        ("LONDON (Coast Wire) – ", "LONDON", "Coast Wire"),
        ("PORT, Sept 5 (ONA) - ", "PORT", "ONA"),
        ("Tolvane (The Harbor Daily): ", "Tolvane", "The Harbor Daily"),
        ("SALT LAKE, Ute., Dec. 11 (AB) — ", "SALT LAKE", "AB"),
        ("TOLVANE, 3 March 2031 (Coast Wire) -- ", "TOLVANE", "Coast Wire"),
        ("QORMASU, August 15. /Kelen Inform/. ", "QORMASU", "Kelen Inform"),
        ("(ONA).- ", None, "ONA"),
        ("TOLVANE: ", "TOLVANE", None),
        ("SAN LAGORRO – ", "SAN LAGORRO", None),
        ("DHOLGAON, May 18: ", "DHOLGAON", None),
    ],
)
def test_datelines(opening: str, place: str | None, name: str | None) -> None:
    found = find_dateline(opening + REST)
    assert found is not None
    assert (found.place, found.name) == (place, name)
    assert (opening + REST)[found.start : found.stop] == opening.rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "The port authority (PA) said that " + REST,
        "WATCH: " + REST,
        "NATO – the alliance of two towns – said that " + REST,
        "OPEC: what the ministers will do once " + REST,
        "Lena Orr (58), of Tolvane, said that " + REST,
        "HOST: Good morning, and welcome to the programme about the harbour of Tolvane.\nORR: Thank you, it is good to be here.",
        "In Tolvane - a town of two piers - " + REST,
        "Tolvane has two piers: one for ferries and one for barges, and both were closed on Monday.",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(with inputs from Coast Wire)", ["Coast Wire"]),
        ("(With inputs from agencies)", []),
        ("— Coast Wire", ["Coast Wire"]),
        ("— Lena Orr", []),
        ("(ONA) bm/tk", ["ONA"]),
        ("Source: Tolvane Radio", ["Tolvane Radio"]),
        ("This article was originally published by the Coast Wire.", ["Coast Wire"]),
        ("A version of this story first appeared in Isle Times.", ["Isle Times"]),
        ("First published by Coast Wire", ["Coast Wire"]),
        ("Her novel was first published in Tolvane, she said.", []),
        ("By Our Bureau with inputs from Coast Wire", ["Coast Wire"]),
        ("The plan was drawn up with inputs from the Isle Bank, which paid for it.", []),
        ("The source: a barge that struck the pier.", []),
    ],
)
def test_credit_lines(line: str, names: list[str]) -> None:
    text = f"The port authority said on Monday that {REST}\n\n{line}"
    found = find_credits(text)
    assert [credit.name for credit in found] == names
    assert all(text[c.span.start : c.span.stop] == c.name for c in found)


def test_a_name_signed_in_the_middle_is_no_credit() -> None:
    assert find_credits(f"The authority said that {REST}\n\n— ONA\n\nThe authority said so twice: {REST}") == ()
