import pytest

from sayso.link.affiliations import belongs, find_across, find_affiliations, lift_affiliations
from sayso.link.figures import make_figures
from sayso.model import Affiliation, Evidence
from tests.unit.link.entity_pairs import make_figure
from tests.unit.link.marked import read_marked


def find(marked: str) -> list[tuple[str, str, str]]:
    """Member, body and the words that say so."""
    document, reading = read_marked(marked)
    figures = make_figures(document, reading)
    name = {f.id: f.name for f in figures}
    found = find_affiliations(document, reading, figures)
    for affiliation in found:
        span = affiliation.evidence.span
        assert span is not None
        assert document.words(span) == affiliation.evidence.words
        assert affiliation.reason
    return sorted((name[a.member], name[a.body], a.evidence.words) for a in found)


@pytest.mark.parametrize(
    ("marked", "member", "body", "words"),
    [
        (
            "Superintendent <P+ Ivo Pell> of the <O Skerry police> spoke.",
            "Ivo Pell",
            "Skerry police",
            "Ivo Pell of the Skerry police",
        ),
        (
            "Skerry police superintendent <P+ Ivo Pell> spoke.",
            "Ivo Pell",
            "Skerry police",
            "Skerry police superintendent Ivo Pell",
        ),
        (
            "<P Ida Voss>, spokeswoman for the <O Ministry of Trade>, spoke.",
            "Ida Voss",
            "Ministry of Trade",
            "Ida Voss, spokeswoman for the Ministry of Trade",
        ),
        (
            "The <O Tarn Mines Board> met. <P Ida Voss>, who heads the board, spoke.",
            "Ida Voss",
            "Tarn Mines Board",
            "Ida Voss, who heads the board",
        ),
        (
            "<P Ida Voss>, the <O Tarn Mines Board>'s director, spoke.",
            "Ida Voss",
            "Tarn Mines Board",
            "Ida Voss, the Tarn Mines Board's director",
        ),
        (
            "The <O Energy Ministry> met. Energy Minister <P Ida Voss> spoke.",
            "Ida Voss",
            "Energy Ministry",
            "Energy Minister Ida Voss",
        ),
        (
            "<O Skerry Council> met. Councillor <P Ida Voss> spoke.",
            "Ida Voss",
            "Skerry Council",
            "Councillor Ida Voss",
        ),
        (
            "coastguard duty commander <P Ida Voss> spoke.",
            "Ida Voss",
            "coastguard",
            "coastguard duty commander Ida Voss",
        ),
        (
            "The <O Fisheries Inspectorate>, part of the <O Ministry of Trade>, spoke.",
            "Fisheries Inspectorate",
            "Ministry of Trade",
            "Fisheries Inspectorate, part of the Ministry of Trade",
        ),
        (
            "<O Tarn Air>, a subsidiary of <O Marl Holdings>, spoke.",
            "Tarn Air",
            "Marl Holdings",
            "Tarn Air, a subsidiary of Marl Holdings",
        ),
        (
            "<O Skerry police>'s <O Traffic Unit> spoke.",
            "Traffic Unit",
            "Skerry police",
            "Skerry police's Traffic Unit",
        ),
        (
            "The <O NAACP> met. The <O NAACP's Marl bureau> spoke.",
            "NAACP's Marl bureau",
            "NAACP",
            "NAACP's Marl bureau",
        ),
        (
            "<O Tarn Air>'s parent company <O Marl Holdings> spoke.",
            "Tarn Air",
            "Marl Holdings",
            "Tarn Air's parent company Marl Holdings",
        ),
    ],
)
def test_who_belongs_to_whom(marked: str, member: str, body: str, words: str) -> None:
    assert find(marked) == [(member, body, words)]


@pytest.mark.parametrize(
    "marked",
    [
        "<P Ida Voss> told the <O Tarn Mines Board> that it leaked.",
        "<P Ida Voss>, a critic of the <O Energy Ministry>, spoke.",
        "Former <O Energy Ministry> director <P Ida Voss> spoke.",
        "The fired director of the <O Tarn Mines Board>, <P Ida Voss>, spoke.",
        "<P Ida Voss>, a lawyer for the <O Tarn Mines Board>, spoke.",
        "<P Ida Voss>, a patient at <O Marl Hospital>, spoke.",
        "The <O Energy Ministry> met. The <O Trade Ministry> met. Health Minister <P Ida Voss> spoke.",
        "<O Skerry Council> and <O Marl Council> met. Councillor <P Ida Voss> spoke.",
        "The <O Fisheries Inspectorate>, formerly part of the <O Ministry of Trade>, spoke.",
        "The <O Tarn Mines Board> and the <O Ministry of Trade> spoke.",
        "<O Tarn Air> sued <O Marl Holdings>.",
    ],
)
def test_who_does_not(marked: str) -> None:
    assert find(marked) == []


@pytest.mark.parametrize(
    ("person", "body", "near", "found"),
    [
        ("Ida Voss | superintendent | Skerry police", "Skerry police", False, True),
        ("Ida Voss | commander | coastguard", "coastguard", True, True),
        ("Ida Voss | commander | coastguard", "Skerry coastguard", True, True),
        ("Ida Voss | commander | coastguard", "Skerry coastguard", False, False),
        ("Ida Voss | commander | Marl coastguard", "Skerry coastguard", True, False),
        ("Ida Voss | commander | coastguard", "Skerry coastguard | | | | coastguard", True, False),
        ("Ida Voss | minister | energy ministry", "Ministry of Energy", True, True),
        ("Ida Voss | minister | energy ministry", "Department of Energy", True, True),
        ("Ida Voss | minister | energy ministry", "Ministry of Trade", True, False),
        ("Ida Voss | director | company", "the company", False, False),
        ("Ida Voss | director | company", "Tarn Company", True, False),
        ("Ida Voss | director | ICPC", "Independent Corrupt Practices Commission | | | | | ICPC", True, True),
        ("Ida Voss | critic", "Skerry police", True, False),
        ("Ida Voss | councillor | council", "Skerry Council", True, True),
        ("Ida Voss | officer | kingdom's Emergency Office", "Emergency Office", True, True),
    ],
)
def test_across_documents(person: str, body: str, near: bool, found: bool) -> None:
    member = make_figure(person)
    other = make_figure(body, kind="organisation", document="d2")
    assert (belongs(member, other, same_matter=near) is not None) is found


def test_across_documents_on_one_matter_only_with_the_words_that_say_so() -> None:
    figures = {
        "d1": [make_figure("Ida Voss | commander | coastguard")],
        "d2": [make_figure("Skerry coastguard", kind="organisation", document="d2")],
    }
    found = list(find_across(figures, [("d1", "d2")]))
    assert [(k.member, k.body) for k in found] == [(figures["d1"][0].id, figures["d2"][0].id)]
    assert found[0].evidence.words == "Ida Voss of coastguard"
    assert list(find_across(figures, [])) == []


def test_lifting_keeps_every_place_once() -> None:
    def affiliation(member: str, body: str, document: str) -> Affiliation:
        evidence = Evidence(document=document, words="the words")
        return Affiliation(member=member, body=body, reason="said so", evidence=evidence)

    found = [affiliation("m1", "b1", "d1"), affiliation("m2", "b2", "d2"), affiliation("m1", "b1", "d1")]
    entity_of = {"m1": "M", "m2": "M", "b1": "B", "b2": "B"}
    lifted = lift_affiliations(found, entity_of)
    assert [(a.member, a.body, a.evidence.document) for a in lifted] == [("M", "B", "d1"), ("M", "B", "d2")]
    assert lift_affiliations(found[::-1], entity_of) == lifted
    assert lift_affiliations(found, {"m1": "M", "b1": "M"}) == ()
