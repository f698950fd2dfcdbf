"""Page furniture: what is marked, and what must not be."""

import time

import pytest

from sayso.ingest.furniture import find_furniture
from sayso.model import Furniture, Part, Span
from sayso.model import FurnitureKind as Kind

FIRST = (
    "The harbour will stay closed until Friday after a barge struck the pier on Monday night, the port authority said."
)
LAST = "Divers found no leak in the hull, and the pier will be inspected on Thursday, the authority said."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("by Ansa |", Kind.BYLINE),
        ("By Ansa Tolland and Mira Orr", Kind.BYLINE),
        ("By Our Reporters", Kind.BYLINE),
        ("STAFF REPORTER", Kind.BYLINE),
        ("Web Desk | Edited by R. Salt", Kind.BYLINE),
        ("Mira Tolland", Kind.BYLINE),
        ("Barge strikes pier in Tolvane", Kind.HEADLINE),
        ("X", Kind.SHARE),
        ("Share: Facebook | Twitter | Print", Kind.SHARE),
        ("Updated: 30 Sep 2031, 5:15 PM | 3 min read", Kind.OTHER),
        ("Photo: Harbor Daily archive", Kind.CAPTION),
    ],
)
def test_lines_above_the_text(line: str, kind: Kind) -> None:
    text = f"{line}\n\n{FIRST}\n\n{LAST}"
    (mark,) = find_furniture("Barge strikes pier in Tolvane", text, "Mira Tolland")
    assert (text[mark.span.start : mark.span.stop], mark.kind) == (line, kind)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Next Story", Kind.NAVIGATION),
        ("Also read: Ferries back on Sunday", Kind.NAVIGATION),
        ("Read more", Kind.NAVIGATION),
        ("RELATED: Fixtures and table", Kind.NAVIGATION),
        ("Kindly share this story: WhatsApp Telegram Facebook", Kind.SHARE),
        ("Follow us on all channels", Kind.SHARE),
        ("Download the Harbor Daily app", Kind.SHARE),
        ("Sign up to our morning newsletter", Kind.SUBSCRIPTION),
        ("Subscribe to Harbor Daily Premium", Kind.SUBSCRIPTION),
        ("(with inputs from Coast Wire)", Kind.CREDIT),
        ("(Reporting by Mira Tolland; Editing by Ansa Orr)", Kind.CREDIT),
        ("(Additional reporting by A. B. Orr in PORT LARCH; editing by the Tolvane desk)", Kind.CREDIT),
        ("Translated by Mira Tolland", Kind.CREDIT),
        ("Translated from Kelenic by Mira Tolland", Kind.OTHER),
        ("First published on Sunday, 2 March 2031 at 10:05 pm", Kind.OTHER),
        ("Posted on: March 2, 2031", Kind.OTHER),
        ("Follow Mira Tolland on Chirrup", Kind.SHARE),
        ("Like us on Facebook", Kind.SHARE),
        ("Support our journalism", Kind.SUBSCRIPTION),
        ("(ONA) bm/tk", Kind.CREDIT),
        ("ONA/bm/tk", Kind.CREDIT),
        ("© Harbor Daily. All rights reserved.", Kind.OTHER),
        ("desk@harbor-daily.example", Kind.OTHER),
        ("Enditem", Kind.OTHER),
        ("Found a mistake? Select the text and press Ctrl+Enter", Kind.OTHER),
    ],
)
def test_lines_below_the_text(line: str, kind: Kind) -> None:
    text = f"{FIRST}\n\n{LAST}\n\n{line}"
    (mark,) = find_furniture("", text, None)
    assert (text[mark.span.start : mark.span.stop], mark.kind) == (line, kind)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the river had risen to the second step.",
        "Share prices fell.",
        "Next, the minister said, the pier would be rebuilt.",
        "Read the report, Orr said.",
        "Photos showed the barge on its side.",
        "Follow the money, Orr said.",
        "Source close to the talks said the barge was empty.",
        "Subscribers lost power.",
        "Live animals were on board.",
        "The captain, with information from the pilot, turned back.",
        "Two died.",
        "NATO",
        "Like our neighbours, we will vote on Sunday.",
        "Join us or leave, the general told the crew.",
        "Support our troops, the president said.",
        "Become a member of the union, the captain was told.",
        "Published in 2019, the report counted 40 deaths.",
        "Posted at the border in 2020, he served there for two years.",
        "Translated from Kelenic, the order told 40 crews to leave.",
        "Research by Tolvane University shows that heat deaths have doubled.",
        "Production by Kelen Oil fell to 200 barrels.",
        "Photographs by the satellite firm Orbis show two damaged hangars.",
        "Have you seen this man? He was last seen at the pier.",
    ],
)
def test_statements_are_not_marked(line: str) -> None:
    text = f"{FIRST}\n\n{line}\n\n{LAST}"
    assert find_furniture("", text, None) == ()


def test_inputs_at_the_end_of_a_paragraph() -> None:
    text = f"{FIRST} {LAST} (With inputs from agencies)"
    (mark,) = find_furniture("", text, None)
    assert text[mark.span.start : mark.span.stop] == "(With inputs from agencies)"


def test_dateline_is_marked() -> None:
    text = f"TOLVANE, Sept 5 (ONA) - {FIRST}"
    (mark,) = find_furniture("", text, None)
    assert (text[mark.span.start : mark.span.stop], mark.kind) == ("TOLVANE, Sept 5 (ONA) -", Kind.DATELINE)


@pytest.mark.parametrize(
    ("first", "second", "marked"),
    [
        ("The captain said that the crew had posted the film of it on", "Facebook.", False),
        ("The captain said on Monday evening that he would return", "home.", False),
        ("Barge strikes pier in Tolvane, and the harbour is closed", "Share on Facebook", True),
        ("The barge struck the pier on Monday night, and it is closed.", "Advertisement", True),
    ],
)
def test_text_broken_at_a_width(first: str, second: str, marked: bool) -> None:
    text = f"{FIRST}\n\n{first}\n{second}\n\n{LAST}"
    assert [text[m.span.start : m.span.stop] for m in find_furniture("", text, None)] == ([second] if marked else [])


@pytest.mark.parametrize(
    ("heading", "marked"),
    [("What is next", True), ("Why did the captain of the barge not see the pier?", True), (LAST, False)],
)
def test_headings_that_are_statements_are_not_marked(heading: str, marked: bool) -> None:
    span = Span(part=Part.TEXT, start=len(FIRST) + 2, stop=len(FIRST) + 2 + len(heading))
    known = Furniture(span=span, kind=Kind.HEADING, reason="a heading in the document's markup")
    assert find_furniture("", f"{FIRST}\n\n{heading}\n\n{LAST}", None, known=[known]) == ((known,) if marked else ())


@pytest.mark.parametrize(
    "line", ["By " + "A. " * 38 + "!", "Follow " + "Aa" * 120, "Reporting by " + "A. " * 55 + "x!"]
)
def test_hostile_lines_take_no_time(line: str) -> None:
    start = time.process_time()
    find_furniture("", f"{FIRST}\n\n{line}", None)
    assert time.process_time() - start < 0.2
