import pytest

from sayso.link.copying import STRONG, find_common_headline, find_copied, weigh_strand
from sayso.link.prints import Row, make_row
from sayso.link.runs import find_runs
from sayso.link.strands import find_strands
from sayso.model import Part, Span

COPIED = (
    "The stokers bailed with kettles and cooking pots until a trawler took the ferry in tow at dawn, and the passengers "
    "sang to keep the children awake."
)


def read_row(text: str) -> Row:
    return make_row(Part.TEXT, text, [])


def find_words(a: str, b: str) -> list[str]:
    ours, theirs = read_row(a), read_row(b)
    found = sorted(find_copied(ours, theirs), key=lambda s: s.a)
    return [ours.body[ours.starts[s.a[0]] : ours.stops[s.a[1] - 1]] for s in found]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "“The ferry drifted for nine hours and nobody on the bridge had thought of calling the coast guard,” Lena Orr told "
            "a crowd on the quay.",
            "There was anger when Orr spoke. “The ferry drifted for nine hours and nobody on the bridge had thought of calling "
            "the coast guard.”",
            id="one quotation, two listeners",
        ),
        pytest.param(
            "“The ferry drifted for nine hours and nobody on the bridge had thought of calling the coast guard,” Lena Orr said.",
            "The ferry drifted for nine hours and nobody on the bridge had thought of calling the coast guard, said Lena Orr.",
            id="quoted by one, taken over by the other",
        ),
        pytest.param(
            "The ferry sank, according to a statement released on Monday by the Ministry of Ports and Inland Navigation.",
            "Four boats were lost, according to a statement released on Monday by the Ministry of Ports and Inland Navigation.",
            id="a stock phrase and the title of a body",
        ),
        pytest.param(
            "Two people familiar with the matter, who spoke on condition of anonymity because they were not authorized to speak "
            "publicly, said so. The ministry did not immediately respond to a request for comment on Tuesday.",
            "Two people familiar with the matter, who spoke on condition of anonymity because they were not authorized to speak "
            "publicly, denied it. The ministry did not immediately respond to a request for comment on Tuesday.",
            id="stock phrases in a row",
        ),
        pytest.param(
            "Deputy Prime Minister and Minister for Regional Development and Foreign Trade Lena Orr left.",
            "Nobody met Deputy Prime Minister and Minister for Regional Development and Foreign Trade Lena Orr.",
            id="a title and a name",
        ),
        pytest.param(
            COPIED,
            "Using whatever the galley had, the crew scooped water overboard all night; people on deck sang so that no child "
            "would fall asleep, and when day broke a fishing boat towed the ferry away.",
            id="a paraphrase",
        ),
        pytest.param(
            "Subscribe to our briefing and have the ferries, the tides and the weather of the islands in your inbox at dawn.",
            "Subscribe to our briefing and have the ferries, the tides and the weather of the islands in your inbox at dawn.",
            id="an offer of the page",
        ),
        pytest.param("", COPIED, id="nothing"),
    ],
)
def test_what_is_not_copied(a: str, b: str) -> None:
    assert find_words(a, b) == []


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (f"Rain fell. {COPIED} Nobody slept.", f"{COPIED} The inquiry opens today.", [COPIED[:-1]]),
        (
            COPIED.replace("kettles", "buckets").replace("at dawn", "at first light"),
            COPIED,
            [COPIED.replace("kettles", "buckets").replace("at dawn", "at first light")[:-1]],
        ),
        (
            f"{COPIED} “We had no radio, no flares and no pumps that worked,” Lena Orr said.",
            f"{COPIED} “We had no radio, no flares and no pumps that worked,” Lena Orr said.",
            [f"{COPIED} “We had no radio, no flares and no pumps that worked,” Lena Orr said"],
        ),
    ],
)
def test_what_is_copied(a: str, b: str, found: list[str]) -> None:
    assert find_words(a, b) == found


def test_a_quotation_beside_copied_words_is_copied_with_them() -> None:
    quotation = "“We had no radio, no flares and no pumps that worked”"
    between = (
        "Her own account, given on the quay, ran to an hour, and most who heard it had come to hear somebody else."
    )
    assert find_words(f"{COPIED} {quotation}, she said.", f"{COPIED} {between} {quotation}.") == [
        COPIED[:-1],
        quotation[1:-1],
    ]


def test_a_quotation_elsewhere_is_not() -> None:
    quotation = "“We had no radio, no flares and no pumps that worked”"
    own = [
        " ".join(f"{word}{n}" for n in range(60) for word in words) for words in (("rope", "gull"), ("coal", "mast"))
    ]
    assert find_words(f"{COPIED} {own[0]} {quotation}, she said.", f"{COPIED} {own[1]} {quotation}.") == [COPIED[:-1]]


def test_worth_grows_with_the_words_that_tell() -> None:
    def weigh(text: str) -> float:
        row = read_row(text)
        return sum(weigh_strand(row, row, s) for s in find_strands(find_runs(row.words, row.words)))

    words = COPIED.split()
    worths = [weigh(" ".join(words[:n])) for n in range(3, len(words))]
    assert worths == sorted(worths)
    assert worths[0] == 0
    assert worths[-1] > STRONG


@pytest.mark.parametrize(
    ("a", "b", "common"),
    [
        ("Ferry drifts nine hours off Skerry", "Ferry drifts nine hours off Skerry", True),
        ("Ferry Drifts Nine Hours Off Skerry", "Update: ferry drifts nine hours off Skerry", True),
        ("Ferry drifts nine hours off Skerry", "Ferry drifts nine miles before dawn", False),
        ("Ferry drifts", "Ferry drifts", False),
        ("", "", False),
    ],
)
def test_headlines(a: str, b: str, common: bool) -> None:
    ours, theirs = (make_row(Part.HEADLINE, text, []) for text in (a, b))
    assert bool(find_common_headline(ours, theirs)) is common


def test_a_quotation_in_another_outlets_own_voice_is_copied() -> None:
    words = "the generator was last serviced by a cheerful plumber whose van broke down beneath the lighthouse"
    quoting = make_row(Part.TEXT, f'"{words[0].upper()}{words[1:]}," said Lena Orr.', [])
    text = f"Lights went out on Monday. {words[0].upper()}{words[1:]}."
    own = make_row(Part.TEXT, text, [], [Span(part=Part.TEXT, start=text.index("The gen"), stop=len(text) - 1)])
    assert len(find_copied(quoting, own)) == len(find_copied(own, quoting)) == 1
    assert find_copied(quoting, make_row(Part.TEXT, text, [])) == []
