import pytest

from sayso.model import Document, Part, Span, Statement
from sayso.weigh.first_hand import find_witness
from tests.collection import make_setting
from tests.factories import outlet


def find_words(text: str, statement: str, *, name: str | None = "Harbor Daily", headline: str = "") -> str | None:
    """The words in which the outlet says that it perceived a statement's words."""
    part = Part.TEXT if statement in text else Part.HEADLINE
    start = (text if part is Part.TEXT else headline).index(statement)
    made = Statement(
        id="s1",
        document="d1",
        spans=(Span(part=part, start=start, stop=start + len(statement)),),
        text=statement,
        chain=(outlet(name),),
    )
    document = Document(id="d1", outlet=name, headline=headline, text=text)
    found = find_witness(made, make_setting({"d1": document}, [made]))
    assert found is None or document.words(found.span) == found.words if found and found.span else True
    return found.words if found else None


@pytest.mark.parametrize(
    ("text", "statement", "words"),
    [
        ("At noon our correspondent counted 14 boats at the quay.", "14 boats at the quay", "our correspondent counted"),
        ("This reporter watched the crane fall.", "the crane fall", "This reporter watched"),
        ("I saw the crane fall.", "the crane fall", "I saw"),
        ("We stood at the gate and heard two shots.", "two shots", "We stood at the gate and heard"),
        ("A Harbor Daily reporter saw smoke over the mill.", "smoke over the mill", "A Harbor Daily reporter saw"),
        ("Harbor Daily's photographer watched the mill burn.", "the mill burn", "Harbor Daily's photographer watched"),
        ("On the quay the Daily counted 14 boats.", "14 boats", "the Daily counted"),
        ("Two reporters from this newspaper measured the crack.", "the crack", "Two reporters from this newspaper measured"),
        ("Our inspectors measured 4 metres of mud.", "4 metres of mud", "Our inspectors measured"),
        (
            "When our reporter came to the mill, she counted nine idle looms.",
            "nine idle looms",
            "our reporter came to the mill, she counted",
        ),
        (
            "Our photographer, who climbed the hill at dawn, saw the mill burn.",
            "the mill burn",
            "Our photographer, who climbed the hill at dawn, saw",
        ),
        ("By our own count, 14 boats lay there.", "14 boats lay there", "our own count"),
        ("Fourteen boats lay at the quay. I counted them twice.", "Fourteen boats lay at the quay", "I counted"),
        ("The boats stayed in. Our reporter watched from the pier.", "The boats stayed in", "Our reporter watched"),
        ("The ferry left with 40 goats. This reporter counted horns.", "The ferry left with 40 goats", "This reporter counted"),
        ("I saw the crane sway. Then the crane fell.", "the crane fell", "I saw"),
        # Somebody else's eyes and ears
        ('"I counted 14 boats," she said. Fourteen boats lay there.', "Fourteen boats lay there", None),
        ("“We saw the crane fall,” the foreman said.", "the crane fall", None),
        ("Residents saw the crane fall.", "the crane fall", None),
        ("We spoke to three people who saw the crane fall.", "the crane fall", None),
        ("We asked the foreman whether he saw the crane fall.", "the crane fall", None),
        ("A sailor told the Daily he saw the crane fall.", "the crane fall", None),
        ("A Coast Wire reporter saw the crane fall.", "the crane fall", None),
        ("Our reporter was told that people saw the crane fall.", "the crane fall", None),
        # What is learned, and what is read
        ("We understand the crane fell.", "the crane fell", None),
        ("We have learned that the crane fell.", "the crane fell", None),
        ("I am told the crane fell.", "the crane fell", None),
        ("We heard that the crane fell.", "the crane fell", None),
        ("A letter seen by this newspaper says the crane fell.", "the crane fell", None),
        ("Our reporter saw a copy of the report: the crane fell.", "the crane fell", None),
        ("This newspaper has seen internal documents. The crane fell.", "The crane fell", None),
        ("Our reporter watched footage of the crane as it fell.", "the crane as it fell", None),
        # Nothing seen
        ("We did not see the crane fall.", "the crane fall", None),
        ("Our reporter could not count the boats.", "the boats", None),
        ("We have seen such cranes fall everywhere.", "such cranes fall everywhere", None),
        ("The crane fell at noon.", "The crane fell at noon", None),
        # Another thing, or another place
        ("Twelve people died. Our reporter saw an ambulance leave.", "Twelve people died", None),
        ("The crane fell.\n\nOur reporter watched from the pier.", "The crane fell", None),
        ("Our reporter saw smoke, while the crane fell in Tarn.", "the crane fell in Tarn", None),
    ],
)  # fmt: skip
def test_first_hand(text: str, statement: str, words: str | None) -> None:
    assert find_words(text, statement) == words


def test_an_outlet_without_a_name_may_still_say_i() -> None:
    assert find_words("I saw the crane fall.", "the crane fall", name=None) == "I saw"


def test_a_headline_never_says_so() -> None:
    assert find_words("It fell.", "I saw the crane fall", headline="I saw the crane fall") is None
